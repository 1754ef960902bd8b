import type { ApplicationStatus, NeedStatus, ParticipationStatus } from '../../need/need.ts'
import type { NeedRefusal } from '../../need/refusal.ts'

type Words =
  | `need-status.${NeedStatus}`
  | `application-status.${ApplicationStatus}`
  | `participation-status.${ParticipationStatus}`
  | `refusal.${Exclude<NeedRefusal['code'], ElsewhereSaid>}`
/** Said of other things too. */
type ElsewhereSaid =
  | 'not-permitted'
  | 'programme-unknown'
  | 'not-here'
  | 'note-missing'
  | 'unknown-reason'
  | 'already-so'
  | 'village-elsewhere'
  | 'programme-unknown'

/** Needs, applications, participation and quotas. */
export const needTexts = {
  'need-status.recorded': 'Tercatat',
  'need-status.matched': 'Ada program cocok',
  'need-status.applied': 'Diajukan',
  'need-status.met': 'Terpenuhi',
  'need-status.unmet': 'Belum terpenuhi',
  'application-status.drafted': 'Disiapkan',
  'application-status.sent': 'Menunggu keputusan',
  'application-status.waiting': 'Daftar tunggu',
  'application-status.granted': 'Dikabulkan',
  'application-status.refused': 'Ditolak',
  'application-status.withdrawn': 'Ditarik',
  'participation-status.receives': 'Menerima',
  'participation-status.stopped': 'Berhenti',
  'participation-status.never': 'Tidak pernah',
  'need.table.village': 'Desa/kelurahan',
  'need.table.place': 'Wilayah',
  'need.table.kind': 'Jenis kebutuhan',
  'need.table.total': 'Tercatat',
  'need.table.met': 'Terpenuhi',
  'need.table.going': 'Diproses',
  'need.table.unmet': 'Belum terpenuhi',
  'need.pages': 'Halaman program',
  'need.failed': 'Kebutuhan belum dapat ditampilkan',
  'need.none': 'Belum ada kebutuhan yang dicatat.',
  'need.record': 'Catat kebutuhan',
  'need.recorded': 'dicatat {day}',
  'need.participation': 'Program yang diterima',
  'need.participation.none': 'Belum ada keterangan tentang program yang diterima.',
  'need.participation.record': 'Catat kepesertaan',
  'need.participation.change': 'Perbarui',
  'need.since': 'sejak {day}',
  'need.until': 'sampai {day}',
  'need.amountRight.yes': 'jumlah tepat',
  'need.amountRight.no': 'jumlah tidak tepat',
  'need.onTime.yes': 'tepat waktu',
  'need.onTime.no': 'tidak tepat waktu',
  'need.useful.yes': 'berguna',
  'need.useful.no': 'tidak berguna',
  'need.said': 'menurut {who}, {day}',
  'need-sayer.person': 'yang bersangkutan',
  'need-sayer.family': 'keluarga',
  'need-sayer.officer': 'petugas',
  'need-sayer.document': 'dokumen',
  'need-answer.yes': 'Ya',
  'need-answer.no': 'Tidak',
  'need-answer.unknown': 'Belum tahu',
  'need-act.apply': 'Ajukan ke program',
  'need-act.meet': 'Catat terpenuhi',
  'need-act.fail': 'Belum terpenuhi',
  'need-act.reopen': 'Buka lagi',
  'need.form.missing': 'Ini perlu diisi',
  'need.form.save': 'Simpan',
  'need.form.kind': 'Apa yang dibutuhkan?',
  'need.form.text': 'Ceritakan singkat (boleh kosong)',
  'need.form.reason': 'Alasannya',
  'need.form.note': 'Keterangan (boleh kosong)',
  'need.form.note.meet': 'Apa yang sudah diterima?',
  'need.form.note.fail': 'Keterangan (boleh kosong)',
  'need.form.note.reopen': 'Mengapa dibuka lagi?',
  'need.form.programme': 'Program',
  'need.form.status': 'Keadaannya sekarang',
  'need.form.since': 'Sejak (boleh kosong)',
  'need.form.stopped': 'Mengapa berhenti?',
  'need.form.until': 'Berhenti sejak (boleh kosong)',
  'need.form.amountRight': 'Apakah jumlahnya tepat?',
  'need.form.onTime': 'Apakah tepat waktu?',
  'need.form.useful': 'Apakah berguna?',
  'need.form.said-by': 'Menurut siapa?',
  'need.papers': 'Berkas yang sudah ada',
  'need.papers.none': 'Program ini tidak meminta berkas.',
  'need.apply.decides': 'Diputuskan oleh: {office}.',
  'need.apply.outside': 'luar sistem ini; hasilnya dicatat kantor Anda',
  'need.apply.when': 'Kirim permohonan',
  'need.apply.now': 'Kirim sekarang',
  'need.apply.later': 'Simpan dulu, kirim setelah berkas lengkap',
  'application.late': 'Lewat waktu',
  'application.nth': 'Daftar tunggu nomor {n}',
  'application.papers': 'berkas {n} dari {all}',
  'application.from': 'dari {office}',
  'application.decided': 'diputuskan {when}',
  'application-act.tick': 'Tandai berkas',
  'application-act.send': 'Kirim',
  'application-act.grant': 'Kabulkan',
  'application-act.refuse': 'Tolak',
  'application-act.withdraw': 'Tarik',
  'application-act.release': 'Kosongkan tempat',
  'application.hint.withdraw': 'Permohonan ini berhenti di sini. Kebutuhannya tetap tercatat.',
  'application.hint.release': 'Tempatnya diberikan kepada yang pertama di daftar tunggu.',
  'application.places.none': 'Program ini tidak memakai kuota di sini.',
  'application.places.free': 'Masih ada {n} dari {all} tempat.',
  'application.places.full': 'Semua {all} tempat terisi. Permohonan ini masuk daftar tunggu nomor {n}.',
  'application.places.owed':
    'Yang menunggu sejak masa kuota sebelumnya didahulukan. Permohonan ini masuk daftar tunggu di belakangnya.',
  'application.reveal': 'Lihat nama lengkap',
  'application.reveal.hint': 'Siapa yang melihat, dan untuk apa, dicatat.',
  'application.reveal.reason': 'Untuk apa?',
  'application.name': 'Nama',
  'application-show.to-decide': 'Menunggu keputusan',
  'application-show.late': 'Lewat waktu',
  'application-show.waiting': 'Daftar tunggu',
  'application-show.decided': 'Sudah diputuskan',
  'application-show.asked': 'Dari kantor ini',
  'application-empty.to-decide': 'Tidak ada yang menunggu keputusan',
  'application-empty.late': 'Tidak ada yang lewat waktu',
  'application-empty.waiting': 'Daftar tunggu kosong',
  'application-empty.decided': 'Belum ada yang diputuskan',
  'application-empty.asked': 'Kantor ini belum mengajukan apa pun',
  'need.applications.failed': 'Permohonan belum dapat ditampilkan',
  'need.applications.empty': 'Permohonan dibuat dari kartu keluarga atau kartu kasus, di bagian Kebutuhan & program.',
  'quota.failed': 'Kuota belum dapat ditampilkan',
  'quota.add': 'Tambah kuota',
  'quota.change': 'Ubah jumlah tempat',
  'quota.empty.title': 'Belum ada kuota',
  'quota.empty.text': 'Tanpa kuota, setiap permohonan yang dikabulkan langsung mendapat tempat.',
  'quota.left': 'Sisa {n}',
  'quota.full': 'Penuh',
  'quota.period': '{from} sampai {until}',
  'quota.used': 'terpakai {n} dari {all}',
  'quota.shared': 'dibagi ke wilayah di bawahnya {n}',
  'quota.waiting': '{n} menunggu',
  'quota.line': 'Daftar tunggu',
  'quota.line.elsewhere': 'Namanya dilihat kantor yang memutuskan.',
  'quota.line.more': 'dan {n} lagi',
  'quota.hint.add':
    'Yang dikabulkan melebihi jumlah ini masuk daftar tunggu. Kuota desa adalah bagian dari kuota kabupaten bila keduanya ada.',
  'quota.hint.change': '{place}: {n} tempat sudah terisi. Tempat baru langsung diberikan menurut daftar tunggu.',
  'quota.form.place': 'Wilayah',
  'quota.form.from': 'Berlaku mulai',
  'quota.form.until': 'Berlaku sampai',
  'quota.form.until.wrong': 'Pilih hari yang tidak mendahului awalnya',
  'quota.form.places': 'Jumlah tempat',
  'quota.form.places.wrong': 'Isi dengan angka, misalnya 25',
  'need.table.failed': 'Tabel belum dapat ditampilkan',
  'need.table.by.place': 'Per wilayah',
  'need.table.by.kind': 'Per jenis',
  'need.table.sum': 'Jumlah',
  'need.table.year': 'Tahun',
  'need.table.all-kinds': 'Semua jenis',
  'need.table.withheld': 'ditahan',
  'need.table.at-least': 'paling sedikit {n}',
  'need.table.wide':
    'Di atas kabupaten/kota, yang dijumlahkan hanya angka yang ditampilkan kabupaten/kota. Angka yang ditahan di sana tidak ikut, jadi jumlah sebenarnya dapat lebih besar.',
  'need.table.back': 'Semua wilayah',
  'need.table.what':
    'Kebutuhan yang dicatat pada tahun itu, menurut keadaannya sekarang. Tekan angkanya untuk melihat daftarnya.',
  'need.table.hidden':
    'Kebutuhan yang dicatat pada tahun itu. Angka di bawah {n}, dan angka lain yang dapat membukanya, ditahan.',
  'need.table.csv': 'Unduh CSV',
  'need.table.xlsx': 'Unduh Excel',
  'need.table.print': 'Cetak',
  'need.table.empty.title': 'Belum ada kebutuhan yang tercatat',
  'need.table.empty.text': 'Pilih tahun, jenis, atau wilayah lain.',
  'refusal.need-kind': 'Jenis kebutuhan itu tidak ada di daftar, jadi belum dicatat. Pilih jenis lain.',
  'refusal.need-unknown':
    'Kebutuhan itu tidak ditemukan, atau di luar wilayah Anda. Muat ulang halaman, lalu pilih lagi.',
  'refusal.need-holder':
    'Warga, keluarga, atau kasusnya tidak ditemukan di wilayah Anda, jadi tidak ada yang dicatat. Cari dulu orangnya.',
  'refusal.need-status':
    'Keadaan kebutuhan ini sekarang “{status}”, jadi langkah ini tidak dapat diambil. Muat ulang halaman, lalu pilih langkah yang tersedia.',
  'refusal.need-standing':
    'Masih ada {count} permohonan untuk kebutuhan ini. Tunggu keputusannya, atau tarik dulu permohonannya.',
  'refusal.need-restricted':
    'Kasus ini terbatas, jadi permohonan tidak dikirim dari sini. Rujuk langsung ke kantor yang berhak.',
  'refusal.programme-closed':
    'Program itu sedang tidak menerima permohonan. Pilih program lain, atau catat mengapa kebutuhan belum terpenuhi.',
  'refusal.application-unknown': 'Permohonan itu tidak ditemukan, atau bukan tugas kantor Anda. Muat ulang daftar.',
  'refusal.application-twice': 'Kebutuhan ini sudah diajukan ke program itu. Buka permohonan yang ada.',
  'refusal.application-status':
    'Permohonan ini sekarang “{status}”, jadi langkah ini tidak dapat diambil. Muat ulang halaman, lalu pilih langkah yang tersedia.',
  'refusal.application-paper':
    'Berkas yang ditandai tidak diminta program ini, jadi tidak ada yang disimpan. Muat ulang halaman, lalu tandai lagi.',
  'refusal.participation-days':
    'Tanggal kepesertaan tidak cocok, jadi tidak disimpan. Pilih awal yang tidak di masa depan, dan akhir sesudah awalnya.',
  'refusal.participation-need':
    'Kebutuhan terpenuhi hanya bila programnya sedang diterima. Pilih “Menerima”, atau simpan tanpa kebutuhannya.',
  'refusal.participation-twice': 'Kepesertaan pada program itu sudah tercatat. Perbarui catatan yang ada.',
  'refusal.quota-twice': 'Kuota program ini untuk wilayah dan masa yang sama sudah ada. Ubah kuota yang ada.',
  'refusal.quota-days': 'Masa kuota tidak cocok, jadi tidak disimpan. Pilih akhir yang tidak mendahului awalnya.',
  'refusal.quota-below':
    'Sudah {granted} tempat diberikan atau dibagi ke wilayah di bawahnya, jadi kuota tidak dapat lebih kecil dari itu. Isi angka yang lebih besar, atau lepaskan dulu tempatnya.',
  'refusal.quota-above':
    'Kuota wilayah di atasnya tinggal {left} tempat untuk wilayah ini. Isi angka yang lebih kecil, atau tambah dulu kuota di atasnya.',
  'refusal.quota-astride':
    'Masa kuota ini hanya sebagian masuk masa kuota wilayah di atas atau di bawahnya, jadi tidak disimpan. Samakan masanya.',
  'refusal.quota-not-yours':
    'Kuota wilayah ini diatur kantor pemutus program, atau kantor kabupaten ke atas yang membawahinya. Hubungi kantor itu.',
} as const satisfies Record<string, string> & Record<Words, string>

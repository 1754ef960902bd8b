import type { LawRefusal } from '../../case/refusal.ts'
import type { DutyRefusal } from '../../duty/decide.ts'
import type { JointRefusal } from '../../joint/refusal.ts'
import type { ListRefusal } from '../../lists/decide.ts'
import type { LoadRefusal } from '../../load/load.ts'
import type { OfficeRefusal } from '../../office/decide.ts'
import type { ProgrammeRefusal } from '../../programme/refusal.ts'
import type { LinkRefusal } from '../../registry/link.ts'
import type { MergeRefusal } from '../../registry/merge-parts.ts'
import type { RegistryRefusal } from '../../registry/refusal.ts'

type Refusing =
  | LawRefusal
  | OfficeRefusal
  | DutyRefusal
  | ListRefusal
  | JointRefusal
  | RegistryRefusal
  | LoadRefusal
  | ProgrammeRefusal
  | MergeRefusal
  | LinkRefusal

/** What the law of cases, referrals and offices says when it says no: what happened, what it means, what to do next. */
export const refusalLaw = {
  // Rights and places
  'refusal.not-permitted':
    'Peran Anda di kantor ini belum berhak melakukan ini. Yang diperlukan: {needs}. Minta rekan yang berhak, atau hubungi admin kantor Anda.',
  'refusal.not-here':
    'Ini sedang menjadi tugas kantor lain, jadi hanya petugas kantor itu yang dapat melakukannya. Buka kartu kasus untuk melihat kantornya, lalu hubungi kantor itu bila mendesak.',
  'refusal.wrong-place':
    'Wilayah ini tidak dilayani kantor Anda, jadi tidak ada yang disimpan. Pilih wilayah lain, atau arahkan warga ke kantor di wilayahnya.',
  // How the case stands
  'refusal.wrong-status':
    'Status kasus ini sekarang “{status}”, jadi langkah ini tidak dapat dilakukan. Langkah ini hanya untuk status: {allowed}. Muat ulang kartu kasus, lalu pilih langkah yang tersedia.',
  'refusal.wrong-referral-status':
    'Status rujukan ini sekarang “{status}”, jadi langkah ini tidak dapat dilakukan. Langkah ini hanya untuk status: {allowed}. Muat ulang rujukan, lalu pilih langkah yang tersedia.',
  'refusal.wrong-kind':
    'Ini tidak berlaku untuk {kind}, hanya untuk: {allowed}. Pilih kategori atau langkah lain yang sesuai.',
  'refusal.decision-missing':
    'Kasus ini belum disetujui, jadi belum dapat dirujuk ke kantor lain. Rekomendasikan dulu, lalu tunggu keputusan koordinator atau manajer.',
  'refusal.referral-open':
    'Masih ada {count} rujukan yang belum selesai, jadi kasus ini belum dapat dilepas. Tunggu hasilnya, batalkan rujukannya, atau tulis alasannya bila Anda menjawab sekarang.',
  'refusal.appeal-used':
    'Keberatan di tingkat ini sudah pernah diajukan, dan hanya dapat satu kali. Sampaikan tambahan keterangan kepada kantor yang sekarang menangani.',
  'refusal.window-over':
    'Kasus ini dapat dibuka kembali oleh warga sampai {until}, dan waktu itu sudah lewat. Ajukan laporan baru; sebutkan nomor kasus ini.',
  'refusal.already-so':
    'Keadaannya sudah seperti yang Anda minta, jadi tidak ada yang diubah. Muat ulang halaman untuk melihatnya.',
  'refusal.too-early':
    'Kasus ini masih harus disimpan sampai {until}, jadi belum dapat dihapus. Tunggu sampai tanggal itu, atau pilih "diminta oleh warga" bila warga sendiri memintanya.',
  'refusal.not-passed-up':
    'Kantor di atas sudah menanganinya, atau bukan kantor Anda yang menaikkannya. Minta kantor itu menurunkannya.',
  'refusal.not-asked':
    'Belum ada permintaan hapus yang berlaku untuk kasus ini, jadi tidak ada yang dihapus. Mintalah dulu; perubahan apa pun sesudahnya membatalkan permintaan itu.',
  'refusal.same-person':
    'Anda sendiri yang meminta data ini dihapus, jadi orang lain yang harus memutuskan. Minta rekan yang berhak menghapus.',
  'refusal.in-review':
    'Laporan ini masih diperiksa supervisor, jadi belum dapat dikerjakan kantor. Tunggu supervisor meneruskannya; bila mendesak, tandai sebagai kartu merah.',
  'refusal.not-in-review':
    'Laporan ini tidak sedang menunggu langkah itu: mungkin sudah diteruskan atau dikembalikan. Muat ulang kartu kasus untuk melihatnya.',
  'refusal.own-review':
    'Anda sendiri yang mengirim laporan ini, jadi orang lain yang memeriksanya. Minta supervisor lain atau manajer.',
  // What was said
  'refusal.note-missing':
    'Keterangan belum diisi, padahal langkah ini memerlukannya. Tulis keterangan singkat, lalu simpan lagi.',
  'refusal.client-missing':
    'Nama warga belum diisi, jadi kasus ini tidak dapat ditindaklanjuti. Isi namanya, atau tandai laporan ini sebagai tanpa nama.',
  'refusal.consent-missing':
    'Belum dipilih atas dasar apa data warga diteruskan, jadi kasus belum dibuka. Pilih persetujuannya, lalu kirim lagi.',
  'refusal.how-missing':
    'Cara warga menyatakan selesai belum dipilih, jadi penutupan belum tercatat. Pilih caranya, misalnya lewat telepon atau datang langsung.',
  'refusal.unknown-category':
    'Kategori itu tidak ada di daftar yang berlaku hari ini, jadi kasus tidak disimpan. Pilih kategori lain.',
  'refusal.unknown-channel':
    'Jalur masuk itu tidak ada di daftar yang berlaku hari ini, jadi kasus tidak disimpan. Pilih jalur masuk lain.',
  'refusal.unknown-reason':
    'Pilihan itu tidak ada di daftar yang berlaku hari ini, jadi tidak ada yang disimpan. Pilih dari daftar, lalu simpan lagi.',
  'refusal.unknown-outcome':
    'Hasil itu tidak ada di daftar yang berlaku hari ini, jadi jawaban tidak disimpan. Pilih hasil dari daftar, lalu simpan lagi.',
  'refusal.unknown-file':
    'Berkas itu belum sampai di sini, jadi tidak dapat dilampirkan. Unggah berkasnya sekali lagi.',
  'refusal.unknown-referral':
    'Rujukan itu tidak ditemukan pada kasus ini, jadi tidak ada yang diubah. Muat ulang kartu kasus, lalu pilih rujukannya lagi.',
  'refusal.merge-target':
    'Kasus yang akan dilanjutkan tidak dapat dipakai: sudah selesai, di daerah lain, atau tidak terlihat oleh Anda. Pilih kasus lain yang masih berjalan.',
  'refusal.merge-self':
    'Kasus tidak dapat digabungkan dengan dirinya sendiri, jadi tidak ada yang diubah. Pilih kasus lain yang akan dilanjutkan.',
  // Offices and the people there
  'refusal.unknown-office':
    'Kantor itu tidak ada di daftar kantor, jadi tidak ada yang disimpan. Pilih kantor dari daftar.',
  'refusal.office-not-active': 'Kantor itu sedang tidak aktif, jadi tidak dapat menerima kasus. Pilih kantor lain.',
  'refusal.same-office':
    'Itu kantor tempat kasus ini berada sekarang, jadi tidak ada yang perlu dikirim. Pilih kantor lain.',
  'refusal.no-office-above':
    'Tidak ada kantor aktif di atas kantor ini, jadi kasus tidak dapat dinaikkan. Tangani di sini, atau minta admin mengatur kantor di atasnya.',
  'refusal.not-below':
    'Kantor itu tidak berada di bawah kantor ini, atau tidak melayani wilayah warga. Pilih kantor di bawah yang melayani wilayahnya.',
  'refusal.assignee-not-here':
    'Petugas itu tidak bertugas di kantor ini sekarang, jadi kasus tidak diserahkan. Pilih petugas lain dari daftar.',
  'refusal.unknown-place':
    'Kode wilayah itu tidak ada di daftar wilayah, jadi kantor tidak disimpan. Pilih wilayah dari daftar.',
  'refusal.unknown-role': 'Peran itu tidak ada di daftar peran, jadi tugas tidak diberikan. Pilih peran dari daftar.',
  'refusal.unknown-staff':
    'Petugas atau tugas itu tidak ditemukan, jadi tidak ada yang diubah. Muat ulang daftar petugas, lalu pilih lagi.',
  'refusal.wrong-parent':
    'Kantor induk itu tidak dapat dipakai: tingkatnya lebih rendah, wilayahnya tidak mencakup, atau berada di bawah kantor ini sendiri. Pilih kantor induk lain.',
  'refusal.wrong-level':
    'Tingkat kantor mengikuti wilayahnya, dan {kind} hanya ada di tingkat {levels}, jadi kantor tidak disimpan. Pilih wilayah atau jenis kantor yang sesuai.',
  'refusal.own-post':
    'Anda tidak dapat memberi peran kepada diri sendiri, jadi tidak ada yang disimpan. Minta admin lain di kantor Anda atau di atasnya.',
  'refusal.role-not-here':
    'Peran itu tidak ada di jenis kantor ini, jadi tidak diberikan. Peran itu hanya untuk: {kinds}. Pilih peran atau kantor lain.',
  'refusal.role-not-yours':
    'Peran itu hanya diberikan oleh admin di tingkat {levels}, begitu pula tautan masuknya. Minta admin di tingkat itu melakukannya.',
  'refusal.posts-elsewhere':
    'Petugas ini juga bertugas di luar wilayah kantor Anda, jadi tidak ada yang diubah. Yang dapat melakukannya: admin {office} atau kantor di atasnya.',
  'refusal.leave-days':
    'Cuti harus berakhir pada hari mulainya atau sesudahnya, dan belum lewat, jadi tidak ada yang disimpan. Perbaiki tanggalnya.',
  'refusal.leave-twice':
    'Petugas ini sudah tercatat cuti pada sebagian hari itu, jadi tidak ada yang disimpan. Akhiri cuti yang lama dulu, atau pilih hari lain.',
  'refusal.stand-in-not-here':
    'Pengganti harus petugas lain yang sekarang bertugas di kantor yang sama, jadi tidak ada yang disimpan. Pilih petugas lain.',
  'refusal.stand-in-away':
    'Pengganti itu sendiri tercatat cuti pada sebagian hari itu, jadi tidak ada yang disimpan. Pilih petugas lain, atau hari lain.',
  'refusal.duty-days':
    'Giliran piket harus berakhir pada hari mulainya atau sesudahnya, dan belum lewat, jadi tidak ada yang disimpan. Perbaiki tanggalnya.',
  'refusal.duty-twice':
    'Pada sebagian hari itu sudah ada yang piket, jadi tidak ada yang disimpan. Pilih hari lain, atau akhiri giliran itu dulu.',
  'refusal.duty-not-here':
    'Petugas itu sekarang tidak menangani kasus di kantor ini, jadi tidak ada yang disimpan. Pilih petugas lain.',
  'refusal.duty-away':
    'Petugas itu tercatat cuti pada sebagian hari itu, jadi tidak ada yang disimpan. Pilih petugas lain, atau hari lain.',
  'refusal.serves-no-village':
    'Hanya fasilitator yang mendampingi desa atau kelurahan tertentu, jadi tidak ada yang disimpan. Pilih petugas yang berperan fasilitator.',
  'refusal.village-elsewhere':
    'Ada desa atau kelurahan yang tidak dikenal atau di luar wilayah kantornya, jadi tidak ada yang disimpan. Pilih dari daftar.',
  // Lists, calendar and hours
  'refusal.not-your-lists':
    'Daftar ini diatur oleh kantor di atas Anda, jadi tidak ada yang diubah. Minta admin kantor itu melakukannya.',
  'refusal.nation-only':
    'Daftar bidang berlaku sama di seluruh Indonesia, jadi hanya kantor pusat yang mengubahnya. Sampaikan usulan Anda ke kantor pusat.',
  'refusal.list-fixed':
    'Pilihan di daftar ini sudah tetap, jadi tidak dapat ditambah. Anda dapat mengubah nama atau batas waktu yang ada.',
  'refusal.item-needed':
    'Pilihan ini dipakai sendiri oleh sistem, jadi tidak dapat diakhiri. Anda dapat mengubah namanya.',
  'refusal.code-taken':
    'Kode itu sudah dipakai pilihan lain di daftar ini, jadi tidak ada yang ditambahkan. Tulis kode lain, atau ubah pilihan yang sudah ada.',
  'refusal.unknown-item':
    'Pilihan itu tidak ada di daftar ini, jadi tidak ada yang diubah. Muat ulang daftar, lalu pilih lagi.',
  'refusal.unknown-sector':
    'Bidang itu tidak ada di daftar bidang, jadi kategori tidak disimpan. Pilih satu dari sembilan bidang.',
  'refusal.limits-crossed':
    'Batas waktu satu tingkat lebih panjang daripada batas seluruhnya, jadi kategori tidak disimpan. Perpendek batas tingkat itu, atau perpanjang batas seluruhnya.',
  'refusal.day-past': 'Hari itu sudah lewat, dan yang sudah lewat tidak diubah lagi. Pilih {earliest} atau sesudahnya.',
  // Roles
  'refusal.role-of-above':
    'Peran ini dibuat di tingkat {level}, jadi tidak diubah di sini. Buat salinannya dengan nama lain, lalu ubah salinan itu.',
  'refusal.role-not-held':
    'Hak pengelolaan ini tidak Anda pegang sendiri, jadi tidak dapat Anda berikan: {rights}. Minta admin yang memegangnya.',
  'refusal.role-beyond':
    'Di jenis kantor dan tingkat yang dipilih, tidak ada peran dari atas yang memuat: {what}. Hapus pilihan itu, atau kurangi jenis kantor dan tingkatnya.',
  'refusal.role-apart':
    'Dua hak ini tidak boleh berada dalam satu peran: {rights}. Hapus salah satunya, atau buat dua peran.',
  'refusal.role-lacks': 'Hak “{right}” tidak berguna tanpa hak “{needs}”. Tambahkan hak itu, atau hapus yang pertama.',
  'refusal.role-sight':
    'Peran yang melihat kasus harus menyebut kasus mana yang dilihat, dan peran lain tidak melihat kasus apa pun. Sesuaikan pilihan itu.',
  'refusal.role-too-wide':
    'Semua kasus di satu wilayah hanya dilihat dari: {kinds}. Pilih “kasus kantor sendiri”, atau hapus jenis kantor lain.',
  'refusal.role-factor':
    'Peran dengan hak pengelolaan selalu memakai langkah kedua saat masuk, jadi tidak disimpan. Nyalakan langkah kedua.',
  'refusal.last-administration':
    'Mulai {day} tidak ada lagi yang dapat mengatur petugas di kantor Anda, jadi tidak ada yang diubah. Beri dulu peran lain dengan hak itu kepada seseorang.',
  // Letters
  'refusal.wrong-letter-status':
    'Surat ini berstatus {status}, dan ini hanya dapat dilakukan pada surat berstatus {allowed}. Muat ulang untuk melihat keadaannya sekarang.',
  'refusal.unknown-letter':
    'Surat itu tidak ada pada kasus ini, jadi tidak ada yang disimpan. Muat ulang kartu kasus, lalu pilih lagi.',
  'refusal.letter-not-here':
    'Surat jenis ini tidak dibuat di tingkat kantor ini. Naikkan kasus ke kantor yang membuatnya.',
  'refusal.letter-field': 'Isian "{field}" belum ada atau belum sesuai, jadi surat belum disimpan. Lengkapi isian itu.',
  'refusal.unknown-purpose':
    'Keperluan itu tidak ada di daftar keperluan, jadi surat belum disimpan. Pilih keperluan dari daftar.',
  'refusal.desil-above':
    'Untuk keperluan ini desil paling tinggi adalah {most}, jadi surat tidak dapat dibuat. Periksa desilnya, atau pilih keperluan lain.',
  'refusal.letter-turn':
    'Surat ini sedang menunggu {act}, jadi langkah Anda belum dapat diambil. Tunggu giliran itu selesai.',
  'refusal.own-letter':
    'Anda sudah menyusun atau memaraf surat ini, jadi langkah ini untuk orang lain. Minta rekan yang berhak.',
  'refusal.unknown-form':
    'Nomor formulir itu tidak dikenal di daerah ini, jadi kasus belum dicatat. Periksa angkanya di pojok formulir, atau kosongkan nomornya.',
  'refusal.wrong-form-status':
    'Formulir ini sudah berstatus “{status}”, jadi ini tidak dapat dilakukan lagi. Periksa nomornya, atau lihat daftar formulir.',
  'refusal.template-field':
    'Tidak ada isian bernama "{field}" untuk surat ini, jadi naskah belum disimpan. Pilih isian dari daftar di sampingnya.',
  'refusal.number-pattern':
    'Pola nomor harus memuat isian nomor satu kali, tidak menempel pada angka atau isian lain, dan isian tahun, tanpa isian yang tidak dikenal. Perbaiki polanya.',
  'refusal.number-shared':
    'Dengan pola ini dua kantor dapat menerbitkan nomor yang sama, jadi pola belum disimpan. Tambahkan isian wilayah, atau singkatan kantor yang tidak dipakai kantor lain.',
  'refusal.unknown-signer':
    'Penanda tangan itu bukan petugas yang bertugas di wilayah ini, jadi belum disimpan. Pilih orangnya dari daftar.',
  'refusal.unknown-picture':
    'Gambar itu belum sampai di sini, atau bukan PNG atau JPG, jadi logo belum disimpan. Unggah gambarnya sekali lagi.',
  // Joint programmes
  'refusal.joint-unknown':
    'Program bersama itu tidak ditemukan, atau kantor Anda tidak ikut di dalamnya. Minta kantor pemimpin menambahkan kantor Anda sebagai mitra.',
  'refusal.joint-over':
    'Program bersama ini sudah diakhiri, jadi tidak ada yang diubah. Mulai program baru bila pekerjaan berlanjut.',
  'refusal.joint-not-lead':
    'Ini diputuskan oleh kantor pemimpin program, jadi tidak ada yang diubah. Hubungi kantor itu.',
  'refusal.joint-not-partner':
    'Bagian ini milik mitra lain, atau perjanjian tidak membukanya untuk kantor Anda. Hubungi kantor pemimpin program.',
  'refusal.joint-days':
    'Tanggal perjanjian tidak cocok, jadi tidak ada yang disimpan. Isi nomornya, dan pilih akhir yang tidak mendahului awalnya.',
  'refusal.joint-partner':
    'Mitra belum punya nama, jadi belum ditambahkan. Pilih kantornya, atau tulis nama lembaganya.',
  'refusal.joint-twice':
    'Mitra atau sasaran itu sudah ada di program ini, jadi tidak ditambahkan lagi. Cari di daftar yang ada.',
  'refusal.joint-part-unknown':
    'Bagian itu tidak ada lagi di program ini, jadi tidak ada yang disimpan. Muat ulang halaman, lalu pilih lagi.',
  'refusal.wrong-load-status':
    'Pemuatan ini sekarang {status}, jadi langkah ini tidak dapat dilakukan. Muat ulang halaman untuk melihat keadaannya.',
  'refusal.load-mapping':
    'Kolom belum dipasangkan dengan lengkap. Pilih kolom NIK dan nama, atau nomor KK, dan pakai setiap kolom satu kali saja.',
  'refusal.load-place': 'Desa yang dipilih ada di luar wilayah kantor Anda. Pilih desa di wilayah Anda.',
  'refusal.export-sheet':
    'Pilihan ini lebih dari {most} baris, terlalu banyak untuk XLSX. Pilih CSV, atau batasi wilayahnya.',
  'refusal.load-snapshot': 'Tanggal data belum terjadi. Tulis tanggal yang tertera pada data.',
  'refusal.joint-step':
    'Keadaannya sudah berubah, jadi langkah ini tidak dapat diambil. Muat ulang halaman untuk melihatnya.',
  'refusal.joint-target':
    'Sasaran belum lengkap, jadi belum ditambahkan. Pilih kasus yang Anda lihat seluruhnya, atau isi nama dan desanya.',
  'refusal.joint-restricted':
    'Kasus ini terbatas, jadi tidak dibagikan lewat program bersama. Rujuk langsung ke kantor yang berhak.',
  // People and families
  'refusal.registry-value': 'Isian “{variable}” belum dapat dipakai, jadi tidak ada yang disimpan. {fault}',
  'refusal.registry-clash':
    'Isian yang sama baru saja diubah orang lain, jadi belum ada yang disimpan. {fields}. Periksa mana yang benar, lalu simpan lagi.',
  'refusal.registry-merged':
    'Data ini sudah digabungkan dengan data lain, jadi tidak diubah lagi. Buka data yang dipakai sekarang.',
  'refusal.unknown-family':
    'Keluarga itu tidak ditemukan di wilayah Anda, jadi tidak ada yang disimpan. Cari lagi keluarganya.',
  'refusal.in-another-family': 'Orang ini masih tercatat di keluarga lain. Keluarkan dahulu dari keluarga itu.',
  'refusal.in-no-family':
    'Orang ini tidak tercatat di keluarga mana pun, jadi tidak ada yang diubah. Muat ulang halaman ini.',
  'refusal.day-ahead': 'Tanggalnya belum terjadi, jadi belum disimpan. Pilih hari ini atau sebelumnya.',
  // Programmes
  'refusal.programme-unknown': 'Program itu tidak ditemukan di wilayah Anda. Muat ulang halaman, lalu pilih lagi.',
  'refusal.programme-not-yours': 'Program ini dikelola kantor lain, jadi tidak ada yang diubah. Hubungi pemiliknya.',
  'refusal.programme-over': 'Program ini sudah berakhir, jadi tidak ada yang diubah. Buat program baru bila berlanjut.',
  'refusal.programme-place':
    'Wilayah program tidak cocok dengan pemiliknya, jadi belum disimpan. Pilih wilayah pada tingkat pemilik program.',
  'refusal.programme-replaces':
    'Aturan setempat hanya dapat menggantikan program dari tingkat di atasnya, jadi belum disimpan. Pilih programnya lagi.',
  'refusal.programme-past':
    'Tanggal itu sudah lewat. Warga sudah dijawab menurut aturan yang berlaku waktu itu, jadi pilih hari ini atau sesudahnya.',
  'refusal.programme-rule': 'Syarat program belum benar, jadi belum disimpan. {fault}',
  'refusal.programme-office':
    'Kantor yang memutuskan harus kantor di daerah pemilik program, jadi belum disimpan. Pilih kantor lain.',
  'refusal.programme-excludes':
    'Program tidak dapat bertentangan dengan dirinya sendiri, jadi belum disimpan. Hapus dari daftar itu.',
  // Doubles of the registry
  'refusal.pair-same':
    'Yang dipilih orang atau keluarga yang sama, jadi tidak ada yang digabung. Pilih dua data yang berbeda.',
  'refusal.pair-merged':
    'Salah satunya sudah digabung ke data lain, jadi tidak ada yang diubah. Muat ulang daftar, lalu pilih data yang masih berlaku.',
  'refusal.pair-field':
    'Ada isian yang tidak dikenal pada kedua data itu, jadi belum digabung. Muat ulang halaman, lalu pilih lagi.',
  'refusal.pair-over': 'Penggabungan ini sudah dibatalkan. Muat ulang daftar untuk melihat keadaannya sekarang.',
  'refusal.pair-later':
    'Data ini digabung lagi sesudahnya, jadi belum dapat dipisah. Batalkan dulu penggabungan yang lebih baru.',
  'refusal.link-no-nik': 'Orang ini belum punya NIK yang tercatat, jadi belum dapat ditanyakan. Catat NIK-nya dahulu.',
  'refusal.link-nowhere':
    'NIK ini tidak tercatat di kabupaten atau kota lain, jadi tidak ada yang ditanyakan. Periksa NIK-nya.',
  'refusal.link-asked':
    'Kabupaten yang mencatat NIK ini sudah ditanya, jadi tidak ditanya lagi. Tunggu jawabannya, atau akhiri yang lama.',
  'refusal.link-other-nik':
    'NIK orang yang dipilih berbeda dari yang ditanyakan, jadi belum dijawab. Pilih orang dengan NIK itu.',
  'refusal.link-over':
    'Pertanyaan ini sudah dijawab atau diakhiri, jadi tidak ada yang diubah. Muat ulang halaman untuk melihatnya.',
  'refusal.link-not-yours':
    'Pertanyaan ini ditujukan kepada kabupaten lain, jadi tidak dapat dijawab dari kantor Anda. Tunggu jawaban dari sana.',
  // Wishes to be forgotten
  'refusal.still-going':
    'Masih ada permohonan, kunjungan, layanan PPKS, usulan, atau antrean yang berjalan, jadi belum dihapus. Selesaikan atau batalkan dahulu.',
} as const satisfies Record<`refusal.${Exclude<Refusing['code'], 'not-found'>}`, string>

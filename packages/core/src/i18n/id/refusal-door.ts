import type { TransportRefusal } from '../../contract/problem.ts'

/** What is said at the door, before the law is asked: what happened, what it means, what to do next. */
export const refusalDoor = {
  // What was sent
  'refusal.invalid':
    'Ada isian yang belum benar: {fields}. Tidak ada yang disimpan. Perbaiki isian itu, lalu simpan lagi.',
  'refusal.unknown-field':
    'Ada isian yang tidak dikenal: {fields}. Tidak ada yang disimpan. Muat ulang halaman; bila masih begini, hubungi admin kantor Anda.',
  'refusal.unknown-filter':
    'Saringan ini tidak dikenal: {fields}. Daftar tidak ditampilkan supaya Anda tidak salah baca. Hapus saringan itu, lalu coba lagi.',
  'refusal.too-large':
    'Kiriman Anda lebih besar dari {limit}, jadi tidak diterima. Perpendek tulisan atau kurangi isinya, lalu kirim lagi.',
  'refusal.device-of-another':
    'HP ini terdaftar atas nama petugas lain. Keluar, lalu buka aplikasi lapangan dengan akun Anda sendiri.',
  'refusal.file-too-large':
    'Berkas ini lebih besar dari {limit}, jadi tidak diterima. Kecilkan foto atau bagi berkasnya, lalu unggah lagi.',
  'refusal.file-type':
    'Isi berkas ini bukan foto (JPG, PNG) atau PDF, jadi tidak diterima. Foto ulang atau simpan sebagai PDF, lalu unggah lagi.',
  'refusal.letter-unsigned':
    'Surat ini belum ditandatangani, atau kasusnya tidak dapat Anda lihat, jadi tidak ikut dicetak. Buka suratnya untuk memeriksa.',
  'refusal.picture-size':
    'Gambar ini terlalu besar, jadi tidak diterima. Kecilkan menjadi paling besar 1 MB dan 2.000 titik setiap sisi, lalu unggah lagi.',
  'refusal.picture-unreadable':
    'Berkas ini bukan gambar PNG atau JPG yang dapat dicetak, jadi tidak diterima. Simpan ulang gambarnya sebagai PNG, lalu unggah lagi.',
  'refusal.file-unsafe':
    'Di dalam berkas ini ditemukan virus, jadi tidak disimpan. Bersihkan perangkat asalnya, foto atau simpan ulang berkasnya, lalu unggah lagi.',
  'refusal.no-table':
    'Berkas ini bukan tabel yang dapat dibaca. Simpan sebagai XLSX atau CSV di aplikasi tabel Anda, lalu pilih lagi.',
  'refusal.table-too-long':
    'Berkas ini lebih dari {most} baris. Bagi menjadi beberapa berkas, lalu muat satu per satu.',
  'refusal.sheet-merged':
    'Lembar ini berisi sel gabungan, jadi tidak dimuat: isinya tidak jelas milik baris yang mana. Lepaskan penggabungan selnya, lalu simpan dan unggah lagi.',
  'refusal.sheet-formulas':
    'Lembar ini berisi rumus, jadi tidak dimuat. Salin seluruh lembar, tempel sebagai nilai, lalu simpan dan unggah lagi.',
  'refusal.archive-unfit':
    'Berkas XLSX ini rusak atau terlalu besar bila dibuka, jadi tidak dimuat. Simpan sebagai CSV UTF-8, lalu unggah lagi.',
  'refusal.table-headless':
    'Baris pertama berkas ini bukan judul kolom, jadi tidak dimuat. Tambahkan satu baris judul kolom di atas, lalu unggah lagi.',
  'refusal.line-differs':
    'Baris {line} sudah menyebut hal ini untuk hari yang sama, dengan isi yang lain. Sisakan satu baris yang benar, lalu muat lagi.',
  'refusal.contract-too-old':
    'Versi aplikasi di perangkat Anda sudah terlalu lama, jadi kiriman belum diterima. Yang Anda tulis tetap tersimpan. Muat ulang untuk memperbarui, lalu kirim lagi.',
  // Who sends it
  'refusal.unauthenticated':
    'Anda belum masuk, atau waktu masuk Anda sudah habis. Yang Anda tulis tetap ada di halaman ini. Masuk lagi, lalu lanjutkan.',
  'refusal.forbidden-origin':
    'Kiriman ini datang dari halaman lain, jadi ditolak demi keamanan Anda. Buka OpenSLRT dari alamat resminya, lalu ulangi di sana.',
  'refusal.sign-in-failed':
    'Nama masuk atau kata sandi tidak cocok, jadi Anda belum masuk. Periksa huruf besar dan kecil, lalu coba lagi, atau minta tautan baru kepada admin kantor Anda.',
  'refusal.wrong-secret':
    'Nomor dan kode rahasia tidak cocok, jadi laporan tidak dapat dibuka. Periksa tanda terima Anda, lalu coba lagi, atau tanyakan ke kantor tempat Anda melapor.',
  'refusal.locked-out':
    'Sudah terlalu banyak percobaan yang gagal, jadi pintu ini ditutup sebentar. Tunggu {wait}, lalu coba lagi.',
  'refusal.rate-limited':
    'Permintaan datang terlalu cepat, jadi yang ini belum dikerjakan. Tunggu {wait}, lalu coba lagi.',
  'refusal.link-used':
    'Tautan ini sudah dipakai atau sudah habis waktunya, jadi tidak berlaku lagi. Minta tautan baru kepada yang memberi Anda.',
  'refusal.password-weak':
    'Kata sandi ini terlalu mudah ditebak, jadi belum disimpan. Pakai sedikitnya {least} huruf, misalnya empat kata yang tidak berhubungan.',
  'refusal.name-taken': 'Nama masuk ini sudah dipakai orang lain, jadi akun belum dibuat. Pilih nama masuk lain.',
  'refusal.wrong-code':
    'Kode ini tidak cocok, sudah terpakai, atau sudah lewat waktunya. Tunggu kode berikutnya di aplikasi, lalu ketik yang baru.',
  'refusal.second-factor-needed':
    'Peran Anda memerlukan kode masuk, jadi tidak dapat dilepas. Untuk pindah HP, pilih "Pindah ke HP lain".',
  'refusal.own-second-factor':
    'Kode masuk Anda sendiri tidak dilepas dari sini. Pakai kode cadangan, atau minta admin lain melepasnya.',
  'refusal.is-person':
    'Akun ini dipakai orang, jadi tidak diberi kunci program. Tambahkan petugas baru khusus untuk program itu, lalu beri kunci di sana.',
  'refusal.is-service':
    'Akun ini dipakai program, jadi tidak diberi tautan masuk. Untuk orang, tambahkan petugas baru.',
  'refusal.role-for-people':
    'Peran ini mengatur kantor atau petugas, atau bertugas di pusat, jadi hanya untuk orang. Pilih peran lain untuk program.',
  'refusal.wrong-password': 'Kata sandi Anda tidak cocok, jadi belum dilanjutkan. Ketik lagi.',
  'refusal.provider-failed':
    'Masuk lewat penyedia identitas tidak selesai: dibatalkan, terlalu lama, atau dimulai di jendela lain. Mulai lagi dari halaman masuk.',
  'refusal.provider-unknown':
    'Identitas itu belum dihubungkan dengan akun di sini. Masuk dengan nama masuk dan kata sandi, lalu hubungkan di halaman Akun saya.',
  'refusal.provider-taken':
    'Identitas itu sudah dihubungkan dengan akun lain di sini. Lepas dulu di akun itu, atau pakai identitas lain.',
  // What it is about
  'refusal.not-found':
    'Yang Anda cari tidak ada di sini, atau tidak termasuk yang boleh Anda lihat. Periksa nomornya, atau kembali ke daftar.',
  'refusal.stale':
    'Orang lain sudah mengubahnya sejak Anda membukanya, jadi simpanan Anda ditahan supaya tidak menimpa. Muat ulang, lihat perubahannya, lalu simpan lagi bila masih perlu.',
  'refusal.wrong-district':
    'Kasus ini milik daerah lain, jadi kiriman tidak dicatat di sini. Muat ulang kartu kasus, lalu ulangi dari sana.',
  'refusal.command-id-reused':
    'Nomor kiriman ini sudah dipakai untuk isi yang lain, jadi yang ini tidak dicatat. Muat ulang halaman, lalu simpan lagi.',
  'refusal.message-taken':
    'Pesan ini sudah dicatat, dikesampingkan, atau dipindahkan rekan Anda, jadi tidak ada yang disimpan. Buka lagi Pesan masuk untuk melihat keadaannya.',
  'refusal.depends-on-refused':
    'Langkah sebelumnya pada kasus ini ditolak, jadi langkah ini ikut ditahan. Lihat dulu langkah yang ditolak, lalu putuskan.',
  // The house itself
  'refusal.unavailable':
    'Layanan sedang tidak dapat dihubungi, jadi ini belum dikerjakan. Yang sudah tersimpan aman. Tunggu {wait}, lalu coba lagi.',
  'refusal.internal':
    'Ada gangguan di pihak kami, jadi ini belum dikerjakan. Yang sudah tersimpan aman. Coba lagi; bila masih begini, sampaikan nomor gangguan kepada admin kantor Anda.',
} as const satisfies Record<`refusal.${TransportRefusal['code']}`, string>

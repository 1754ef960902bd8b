/** The own account: the second factor, where one is signed in, what was tried. */
export const ownAccount = {
  'own.failed.title': 'Akun Anda belum dapat ditampilkan',
  'own.back': 'Kembali ke halaman masuk',
  'factor.code': 'Kode enam angka',
  'factor.code.hint': 'Buka aplikasi autentikator di HP Anda. Tidak ada HP? Pakai salah satu kode cadangan.',
  'factor.code.missing': 'Isi enam angka dari aplikasi, atau satu kode cadangan.',
  'factor.code.title': 'Masukkan kode masuk',
  'factor.code.text': 'Kata sandi Anda cocok. Satu langkah lagi.',
  'factor.code.lost': 'HP dan kode cadangan hilang? Minta admin kantor Anda melepas kode masuk Anda, lalu pasang lagi.',
  'factor.code.go': 'Masuk',
  'factor.set-up.title': 'Pasang kode masuk',
  'factor.set-up.required':
    'Peran Anda mengatur kantor atau petugas, atau bertugas di pusat. Karena itu akun Anda perlu kode masuk sebelum dapat dipakai.',
  'factor.set-up.app':
    'Pasang aplikasi autentikator di HP Anda, misalnya Google Authenticator, Microsoft Authenticator, atau Aegis.',
  'factor.set-up.scan': 'Di aplikasi itu, pilih tambah akun, lalu pindai gambar ini.',
  'factor.set-up.qr': 'Gambar QR untuk aplikasi autentikator',
  'factor.set-up.here': 'Aplikasinya ada di HP ini? Buka langsung di aplikasi',
  'factor.set-up.key': 'Tidak dapat memindai? Ketik kunci ini di aplikasi:',
  'factor.set-up.copy': 'Salin kunci',
  'factor.set-up.copied': 'Tersalin',
  'factor.set-up.type': 'Ketik kode enam angka yang muncul di aplikasi.',
  'factor.set-up.confirm': 'Pasang',
  'factor.codes.title': 'Simpan kode cadangan Anda',
  'factor.codes.text':
    'Bila HP hilang, Anda masuk dengan salah satu kode ini. Setiap kode berlaku satu kali. Kode ini hanya ditampilkan sekarang: tulis atau cetak, dan simpan di tempat aman, bukan di HP yang sama.',
  'factor.codes.copy': 'Salin semua',
  'factor.codes.print': 'Cetak',
  'factor.codes.done': 'Sudah saya simpan',
} as const satisfies Record<string, string>

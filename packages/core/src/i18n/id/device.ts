/** Field phones, as those see them who look after the staff of a place. */
export const deviceTexts = {
  'device.lead':
    'HP yang dipakai petugas lapangan di wilayah Anda. Yang paling lama tidak terhubung ada di atas: hubungi petugasnya, mungkin ada data yang belum terkirim.',
  'device.failed': 'Daftar HP tidak dapat dibuka',
  'device.empty.title': 'Belum ada HP lapangan',
  'device.empty.text': 'HP muncul di sini sejak petugas pertama kali masuk ke aplikasi lapangan.',
  'device.whose': 'Petugas',
  'device.seen': 'Terakhir terhubung',
  'device.waiting': 'Belum terkirim',
  'device.state': 'Keadaan',
  'device.waiting.none': 'Semua terkirim',
  'device.waiting.some': '{n} menunggu dikirim',
  'device.held.rows': '{n} data',
  'device.state.ordered': 'Akan dikosongkan',
  'device.state.wiped': 'Sudah dikosongkan',
  'device.wipe': 'Kosongkan HP ini',
  'device.wipe.of': 'Kosongkan HP {name}',
  'device.wipe.title': 'Kosongkan HP {name}?',
  'device.wipe.text':
    'Semua data warga di HP ini dihapus begitu HP itu terhubung lagi. Yang menunggu dikirim dikirim dulu, kalau petugasnya masih bisa masuk. Kalau HP-nya hilang, akhiri juga sesi masuk petugas ini.',
  'device.wipe.waiting': 'Masih ada {n} catatan di HP ini yang belum terkirim.',
  'device.wipe.why': 'Mengapa dikosongkan?',
  'device.wipe.why.hint': 'Misalnya: HP hilang di pasar tanggal 20 November.',
  'device.wipe.why.missing': 'Tulis alasannya.',
  'device.wipe.done': 'HP akan dikosongkan begitu terhubung.',
  'device.ordered.by': '{name}, {when}: {why}',
  'device.told': 'HP menerima perintah {when}',
} as const

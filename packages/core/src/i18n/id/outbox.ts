/** What a question to the server, and what waits to be sent, say to the person at the desk. */
export const outbox = {
  'ask.offline':
    'Perangkat ini sedang tidak ada sinyal. Yang sudah Anda tulis tetap ada di sini. Periksa sambungan, lalu coba lagi.',
  'ask.unavailable':
    'Server sedang tidak dapat dihubungi. Yang sudah Anda tulis tetap ada di sini. Tunggu sebentar, lalu coba lagi.',
  'ask.unreadable':
    'Halaman ini sudah lebih lama daripada OpenSLRT di server. Muat ulang halaman, lalu coba lagi. Yang sudah Anda simpan aman.',
  'outbox.kept':
    'Sudah disimpan di perangkat ini dan akan terkirim sendiri begitu tersambung. Tidak perlu diulang; keadaannya terlihat di bagian atas layar.',
  'outbox.light.waiting': '{count} menunggu dikirim',
  'outbox.light.offline': 'Tidak ada sinyal · {count} tersimpan di perangkat ini',
  'outbox.light.look': '{count} perlu Anda lihat',
  'outbox.light.waiting.short': '{count} menunggu',
  'outbox.light.offline.short': '{count} tersimpan',
  'outbox.light.look.short': '{count} perlu dilihat',
  'outbox.title': 'Yang belum terkirim dari perangkat ini',
  'outbox.empty': 'Semua sudah terkirim.',
  'outbox.not-durable': 'Peramban ini tidak dapat menyimpan. Jangan tutup halaman ini sebelum semuanya terkirim.',
  'outbox.waiting': 'Menunggu dikirim',
  'outbox.refused': 'Tidak diterima',
  'outbox.retry': 'Kirim sekarang',
  'outbox.close': 'Tutup',
  'outbox.copy': 'Salin tulisan saya',
  'outbox.copied': 'Tersalin',
  'outbox.seen': 'Sudah saya lihat, hapus',
} as const satisfies Record<string, string>

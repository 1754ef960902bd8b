/** What a field phone says of its store and of sending while nobody looks. */
export const fieldLife = {
  'life.newer.title': 'Aplikasi ini perlu diperbarui dulu',
  'life.newer.text':
    'Data di HP ini ditulis oleh versi aplikasi yang lebih baru. Sambungkan ke internet, lalu buka lagi. Semua yang Anda tulis tetap tersimpan di HP ini.',
  'life.shut.title': 'Simpanan di HP ini tidak dapat dibuka',
  'life.shut.text':
    'Coba buka lagi. Bila tetap begini, tutup mode penyamaran atau kosongkan ruang di HP, lalu hubungi kantor Anda. Jangan menghapus aplikasi ini: tulisan yang belum terkirim ada di dalamnya.',
  'life.again': 'Buka lagi',
  'life.remind.title': 'Kalau aplikasi ini terkunci',
  'life.remind.text':
    'HP yang terkunci tidak dapat mengirim: catatan Anda baru terbuka dengan PIN. HP dapat memberi tahu Anda begitu ada sinyal dan masih ada yang menunggu, tanpa menyebut nama siapa pun.',
  'life.remind.wish': 'Beri tahu saya kalau ada sinyal',
  'life.remind.on': 'HP ini memberi tahu Anda begitu ada sinyal dan masih ada yang menunggu.',
  'life.emptied':
    'PIN sepuluh kali keliru, jadi data warga di HP ini sudah dihapus. Masuk dengan sinyal untuk mengambilnya lagi.',
  'life.emptied.in': 'Masuk lagi',
  'life.wiped.title': 'Data di HP ini sudah dihapus',
  'life.wiped.text': 'Sekretariat meminta HP ini dikosongkan. Hubungi kantor Anda sebelum memakainya lagi.',
  'life.left':
    'Belum terkirim: {count} catatan. Semuanya tetap tersimpan di HP ini, terkunci; hanya terbuka kalau Anda masuk lagi di HP ini.',
} as const satisfies Record<string, string>

/** What a field phone says of its store and of sending while nobody looks. */
export const fieldLife = {
  'life.newer.title': 'Aplikasi ini perlu diperbarui dulu',
  'life.newer.text':
    'Data di HP ini ditulis oleh versi aplikasi yang lebih baru. Sambungkan ke internet, lalu buka lagi. Semua yang Anda tulis tetap tersimpan di HP ini.',
  'life.shut.title': 'Simpanan di HP ini tidak dapat dibuka',
  'life.shut.text':
    'Coba buka lagi. Bila tetap begini, tutup mode penyamaran atau kosongkan ruang di HP, lalu hubungi kantor Anda. Jangan menghapus aplikasi ini: tulisan yang belum terkirim ada di dalamnya.',
  'life.again': 'Buka lagi',
} as const satisfies Record<string, string>

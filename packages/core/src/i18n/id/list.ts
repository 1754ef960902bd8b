/** Texts that lists, charts and forms share on every screen. */
export const list = {
  'list.range': '{from}–{to} dari {total}',
  'list.range.more': '{from}–{to} dari lebih dari {total}',
  'list.pages': 'Halaman daftar',
  'list.filters': 'Saringan daftar',
  'chart.table': 'Lihat sebagai tabel',
  'dialog.cancel': 'Tidak jadi',
  'dialog.close': 'Tutup',
  'file.too-large': 'Berkas ini lebih besar dari {limit}. Kecilkan dulu, lalu pilih lagi.',
  'file.wrong-kind': 'Jenis berkas ini tidak diterima. Pilih foto (JPG, PNG) atau PDF.',
  'table.too-large': 'Berkas ini lebih besar dari {limit}. Bagi menjadi beberapa berkas.',
  'table.wrong-kind': 'Jenis berkas ini tidak dapat dibaca sebagai tabel. Simpan dulu sebagai CSV, lalu pilih lagi.',
  'failed.action': 'Coba lagi',
  'failed.request': 'Nomor gangguan: {id}',
  'place.hint': 'Ketik sedikitnya 2 huruf pertama namanya, lalu pilih dari daftar.',
} as const satisfies Record<string, string>

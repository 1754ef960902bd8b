import type { Look } from '../../contract/access-queries.ts'

type PrivacyWord = `look.${Look}`

/** Texts of the card of a case about who looked at it, and about the erasure of its data. */
export const casePrivacy = {
  'look.open': 'Membuka kasus',
  'look.found': 'Membuka dari pencarian',
  'look.reveal': 'Melihat NIK, KK, atau telepon',
  'look.file': 'Mengunduh berkas',
  'look.link': 'Menampilkan tautan jawaban rujukan',
  'look.search': 'Mencari warga',
  'look.export': 'Mengeluarkan data warga',
  'look.report': 'Mencetak riwayat untuk warga',
  'look.elsewhere': 'Bertanya apakah NIK dikenal di tempat lain',
  'access.case.open': 'Lihat semua dan cetak',
  'access.case.none': 'Belum ada petugas yang membuka kasus ini.',
  'access.panel': 'Siapa membuka data ini',
  'erasure-basis.retention': 'Masa simpan habis',
  'erasure-basis.request': 'Diminta oleh warga sendiri',
  'erasure.asked': '{name} meminta data kasus ini dihapus ({basis}, {date}). Orang lain yang berwenang memutuskan.',
  'erasure.asked.own': 'Anda meminta data kasus ini dihapus ({basis}, {date}). Orang lain yang berwenang memutuskan.',
  'erasure.done': 'Data kasus ini sudah dihapus. Yang tersisa hanya nomor, jenis, tempat, dan tanggalnya.',
  'case.form.ask-erasure.hint':
    'Setelah orang lain menyetujui, nama, isi, dan berkas kasus ini hilang untuk selamanya.',
  'case.form.ask-erasure.basis': 'Mengapa dihapus',
  'case.form.ask-erasure.basis.missing': 'Pilih mengapa data ini dihapus.',
  'case.form.ask-erasure.note': 'Penjelasan',
  'case.form.decline-erasure.hint': 'Data kasus ini tetap disimpan.',
  'case.form.decline-erasure.note': 'Mengapa belum dihapus',
  'case.form.erase.hint':
    'Nama, nomor, isi laporan, catatan, dan berkas dihapus untuk selamanya dan tidak dapat dikembalikan. Nomor kasus, tempat, dan tanggalnya tetap ada.',
} as const satisfies Record<PrivacyWord, string> & Record<string, string>

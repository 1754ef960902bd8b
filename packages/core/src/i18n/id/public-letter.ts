/** The public page behind a letter's QR code. */
export const publicLetterTexts = {
  'public.letter.valid': 'Surat ini berlaku',
  'public.letter.valid.what':
    'Surat ini diterbitkan oleh kantor di bawah ini. Cocokkan nomor, tanggal, dan nama dengan yang tertulis di surat.',
  'public.letter.revoked': 'Surat ini sudah dicabut',
  'public.letter.revoked.what':
    'Surat ini pernah diterbitkan, tetapi tidak berlaku lagi. Hubungi kantor penerbitnya untuk penjelasan.',
  'public.letter.replaced': 'Surat ini sudah diganti',
  'public.letter.replaced.what': 'Surat ini tidak berlaku lagi. Penggantinya adalah surat nomor {number}.',
  'public.letter.none': 'Surat tidak ditemukan',
  'public.letter.none.what':
    'Tidak ada surat dengan kode ini. Periksa kembali kodenya, atau tanyakan kepada kantor yang tertulis di surat.',
  'public.letter.kind': 'Jenis surat',
  'public.letter.number': 'Nomor',
  'public.letter.date': 'Tanggal terbit',
  'public.letter.office': 'Kantor penerbit',
  'public.letter.name': 'Nama',
} as const satisfies Record<string, string>

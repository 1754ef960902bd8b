/** The public page behind a letter's QR code. */
export const letterCheck = {
  'letter.check.valid': 'Surat ini berlaku',
  'letter.check.valid.what':
    'Surat ini diterbitkan oleh kantor di bawah ini. Cocokkan nomor, tanggal, dan nama dengan yang tertulis di surat.',
  'letter.check.revoked': 'Surat ini sudah dicabut',
  'letter.check.revoked.what':
    'Surat ini pernah diterbitkan, tetapi tidak berlaku lagi. Hubungi kantor penerbitnya untuk penjelasan.',
  'letter.check.replaced': 'Surat ini sudah diganti',
  'letter.check.replaced.what': 'Surat ini tidak berlaku lagi. Penggantinya adalah surat nomor {number}.',
  'letter.check.none': 'Surat tidak ditemukan',
  'letter.check.none.what':
    'Tidak ada surat dengan kode ini. Periksa kembali kodenya, atau tanyakan kepada kantor yang tertulis di surat.',
  'letter.check.kind': 'Jenis surat',
  'letter.check.number': 'Nomor',
  'letter.check.date': 'Tanggal terbit',
  'letter.check.office': 'Kantor penerbit',
  'letter.check.name': 'Nama',
} as const satisfies Record<string, string>

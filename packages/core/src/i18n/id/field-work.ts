/** What is done at the door on a phone besides asking and visiting; each part of it comes with its screens. */
export const fieldWork = {
  'work.match.open': 'Program yang cocok',
  'work.match.title': 'Program untuk {name}',
  'work.match.nameless': 'keluarga ini',
  'work.match.at': 'Dihitung di HP ini dari data {time}. Kuota bisa sudah berubah.',
  'work.match.ask': 'Tanyakan sekarang',
  'work.match.told': 'Catat apa yang diterima',
  'work.match.member': 'Tambah anggota keluarga',
  'work.match.answered': 'Jawaban Anda disimpan di HP ini.',
  'work.match.gives': '{owner} · {gives}',
  'work.match.decides': 'Yang memutuskan: {who}',
  'work.match.contact': 'Hubungi: {contact}',
  'work.match.back': 'Kembali ke keluarga',
} as const satisfies Record<string, string>

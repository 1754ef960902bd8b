import type { RowReason } from '../office/import/row-plan.ts'
import { officeKinds } from '../office/office.ts'
import { sayRefusal } from './refusal.ts'
import type { Lang } from './translate.ts'
import { translate } from './translate.ts'

type Said = Readonly<Record<Exclude<RowReason['code'], 'law'>, string>>

// Only the server says these, about the rows of a file: they are kept out of what the desk loads first.
const id: Said = {
  'place-missing': 'Wilayah belum diisi. Isi kode wilayah, atau nama desa, kecamatan, atau kabupatennya.',
  'place-unknown': 'Tidak ada wilayah “{said}” yang dilayani kantor Anda. Periksa ejaannya, atau isi kode wilayah.',
  'place-differs': '“{said}” tidak cocok dengan kode wilayahnya, yaitu {place}. Betulkan salah satunya.',
  'place-ambiguous': 'Ada beberapa “{said}”: {candidates}. Isi kode wilayah, atau lengkapi wilayah di atasnya.',
  'cell-missing': 'Belum diisi.',
  'cell-unreadable': 'Isi “{said}” tidak sesuai dengan kolom ini: terlalu panjang, atau tertukar dengan kolom lain.',
  'yes-or-no': 'Tulis ya atau tidak, bukan “{said}”.',
  'kind-unknown': '“{said}” bukan jenis kantor. Tulis salah satu: {kinds}.',
  'kind-there':
    'Wilayah itu sudah punya {kind}: “{office}”. Bila itu kantor yang sama, tulis namanya persis begitu; bila namanya berganti, isi kolom id. Kantor kedua dibuka di halaman Kantor.',
  'role-unknown': '“{said}” bukan peran. Tulis nama peran seperti di halaman Petugas.',
  'id-unknown': 'Tidak ada kantor dengan id ini. Kosongkan, atau salin id dari tabel yang diunduh.',
  'office-unknown': 'Kantor “{said}” belum ada di daftar kantor. Periksa ejaannya, atau muat kantornya lebih dahulu.',
  'office-ambiguous': 'Ada beberapa kantor “{said}”: {candidates}. Isi wilayahnya, atau id kantornya.',
  'staff-ambiguous': 'Ada beberapa orang bernama “{said}” di kantor ini: {candidates}. Isi kolom id.',
  'staff-unknown': 'Tidak ada petugas “{said}” yang Anda kelola di kantor ini. Periksa nama atau id-nya.',
  'taken-elsewhere':
    '“{said}” sudah tercatat di luar kantor yang Anda kelola, jadi tidak dimuat. Tambahkan sendiri di halaman Kantor atau Petugas.',
  twice: 'Sama dengan baris {line}. Hapus salah satunya.',
}
const en: Said = {
  'place-missing': 'No place is given. Fill in its code, or the name of its village, sub-district or district.',
  'place-unknown': 'Your office serves no place “{said}”. Check the spelling, or fill in its code.',
  'place-differs': '“{said}” does not fit the code of the place, which is {place}. Mend one of the two.',
  'place-ambiguous': 'There are several “{said}”: {candidates}. Fill in the code, or the places above it.',
  'cell-missing': 'This is empty.',
  'cell-unreadable': '“{said}” does not suit this column: it is too long, or belongs in another column.',
  'yes-or-no': 'Write yes or no, not “{said}”.',
  'kind-unknown': '“{said}” is no kind of office. Write one of: {kinds}.',
  'kind-there':
    'That place has a {kind} already: “{office}”. If it is the same office, spell its name like that; if its name changes, fill in the id. A second one is opened on the page of offices.',
  'role-unknown': '“{said}” is no role. Write the name of a role as the page of staff shows it.',
  'id-unknown': 'There is no office with this id. Leave it empty, or copy it from the table that was downloaded.',
  'office-unknown': 'There is no office “{said}” yet. Check the spelling, or load the offices first.',
  'office-ambiguous': 'There are several offices “{said}”: {candidates}. Fill in the place, or the id of the office.',
  'staff-ambiguous': 'There are several people called “{said}” at this office: {candidates}. Fill in the id.',
  'staff-unknown': 'You administer nobody called “{said}” at this office. Check the name or the id.',
  'taken-elsewhere':
    '“{said}” is recorded already outside the offices you administer, so it is not loaded. Add it yourself on the page of offices or staff.',
  twice: 'The same as line {line}. Take one of the two out.',
}

/** More than these are not read by anybody. */
const mostCandidates = 4

/** IMPORT-9 Why a row of a file can't be taken, and what to do about it. */
export function sayReason(lang: Lang, reason: RowReason): string {
  if (reason.code === 'law') return sayRefusal(lang, reason.refusal)
  const words = wordsOf(lang, reason)
  const text = (lang === 'en' ? en : id)[reason.code]
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole)
}

function wordsOf(lang: Lang, reason: Exclude<RowReason, { code: 'law' }>): Readonly<Record<string, string>> {
  if (reason.code === 'kind-there')
    return { kind: translate(lang, `office-kind.${reason.kind}`), office: reason.office }
  if (reason.code === 'kind-unknown')
    return { said: reason.said, kinds: officeKinds.map((kind) => translate(lang, `office-kind.${kind}`)).join(', ') }
  return Object.fromEntries(Object.entries(reason).map(([name, value]) => [name, sayValue(value)]))
}

function sayValue(value: string | number | readonly string[]): string {
  if (typeof value !== 'object') return String(value)
  const more = value.length > mostCandidates ? ' …' : ''
  return `${value.slice(0, mostCandidates).join('; ')}${more}`
}

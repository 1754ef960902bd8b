import type { CaseKind, relations } from '../case/case.ts'
import { keysOf } from '../kernel/keys.ts'
import type { Nearest, Spelled } from './alike.ts'
import { nearest, plain } from './alike.ts'
import type { Meant } from './report.ts'

type Relation = (typeof relations)[number]

const spelledBy = <Key extends string>(words: Readonly<Record<Key, string>>): readonly Spelled<Key>[] =>
  keysOf(words).flatMap((key) => words[key].split(',').map((spelling) => ({ key, spelling })))

const relationWords: readonly Spelled<Relation>[] = spelledBy({
  self: 'sendiri,diri sendiri,yang bersangkutan,bersangkutan,ybs,warga sendiri,pribadi,klien',
  family:
    'keluarga,anak,istri,suami,orang tua,ibu,bapak,ayah,saudara,adik,kakak,cucu,keponakan,menantu,mertua,paman,bibi,kerabat,kakek,nenek,sepupu',
  neighbour: 'tetangga,teman,warga sekitar',
  'rt-rw': 'rt,rw,ketua rt,ketua rw,pak rt,bu rt,kadus,dukuh,kepala dusun,perangkat desa,pamong,kaling,lurah',
  officer: 'fasilitator,petugas,puskesos,pendamping,pendamping pkh,pendamping sosial,tksk,petugas puskesos,bidan,guru',
  volunteer: 'relawan,kader,karang taruna,psm,pekerja sosial masyarakat,tagana,kader posyandu',
  other: 'lainnya,lain,lain lain',
})

const kindWords: readonly Spelled<CaseKind>[] = spelledBy({
  complaint: 'pengaduan,keluhan,aduan,komplain,laporan',
  question: 'pertanyaan,tanya,bertanya,informasi,konsultasi',
  suggestion: 'saran,masukan,kritik,usul',
  service: 'layanan,pelayanan,permohonan,permintaan,bantuan,rekomendasi,pengajuan,usulan,surat',
})

const urgencyWords: readonly Spelled<boolean>[] = spelledBy({
  yes: 'ya,iya,merah,darurat,mendesak,gawat,segera,urgent,kartu merah,penting',
  no: 'tidak,bukan,tdk,normal,biasa,hijau,kartu hijau,belum',
}).map(({ key, spelling }) => ({ key: key === 'yes', spelling }))

/** What the reporter is to the one in need. */
export const relationIn = (text: string): Meant<Relation> | null => wordIn(text, relationWords)
/** Complaint, question, suggestion or service. */
export const kindIn = (text: string): Meant<CaseKind> | null => wordIn(text, kindWords)
/** Whether it is said to be urgent. */
export const urgencyIn = (text: string): Meant<boolean> | null => wordIn(text, urgencyWords)

/** The whole of it, or else the one word of it that means something. */
function wordIn<Key>(text: string, spellings: readonly Spelled<Key>[]): Meant<Key> | null {
  const whole = nearest(text, spellings)
  if (whole) return { value: whole.key, sure: whole.sure }
  const words = plain(text)
    .split(' ')
    .flatMap((word) => nearest(word, spellings) ?? [])
  const best = words.reduce<Nearest<Key> | null>(
    (first, word) => (!first || word.sure > first.sure ? word : first),
    null,
  )
  if (!best) return null
  const clear = words.every(({ key }) => key === best.key)
  return { value: best.key, sure: best.sure * (clear ? 0.9 : 0.5) }
}

const nikLength = 16

/** INTAKE-13 A NIK or KK: its digits, whatever stands between them. Letters that look like digits are read as such, and doubted. */
export function numberIn(text: string): Meant<string> {
  const typed = text.replace(/\([^)]*\)/g, '').replace(/[\s.\-/']/g, '')
  const digits = typed.replace(/[Oo]/g, '0').replace(/[lI|]/g, '1')
  const whole = /^\d+$/.test(digits) && digits.length === nikLength
  if (!whole) return { value: text.trim(), sure: 0 }
  return { value: digits, sure: digits === typed ? 1 : 0.7 }
}

/** A phone number as people dial it: +62 and 62 become 0. The first of several is taken, and doubted. */
export function phoneIn(text: string): Meant<string> {
  const [first = '', ...more] = text.split(/[/,;]|\batau\b|\bdan\b/i).map((part) => part.trim())
  const dialled = first
    .replace(/\([^)]*[a-z][^)]*\)/gi, '')
    .replace(/[\s.()-]/g, '')
    .replace(/^(?:\+|00)?62/, '0')
    .replace(/^8/, '08')
  if (!/^0\d{7,13}$/.test(dialled)) return { value: text.trim(), sure: 0 }
  return { value: dialled, sure: more.some((part) => /\d{6}/.test(part)) ? 0.7 : 1 }
}

/** What is written where there is nothing to write. */
export const isNothing = (text: string): boolean =>
  /^(?:[-–—.\s]*|\(?\s*(?:kosong|tidak ada|tdk ada|belum ada|nihil|n\/a|isi)\s*\)?)$/i.test(text.trim())

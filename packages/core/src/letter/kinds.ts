import { z } from 'zod'

/** The kinds of letters that a case may hold (issue of letters, Indonesian practice of Dinas Sosial and Puskesos). */
export const letterKinds = [
  'registered',
  'recommendation',
  'pbi-reactivation',
  'hardship',
  'referral-slip',
  'visit-report',
] as const
export const letterKind = z.enum(letterKinds)
export type LetterKind = z.infer<typeof letterKind>

/** Something that is typed for a letter, because no case knows it. */
export type TypedField =
  | 'tempat-lahir'
  | 'tanggal-lahir'
  | 'desil'
  | 'tanggal-data'
  | 'berlaku-sampai'
  | 'kepada'
  | 'isi'
  | 'nomor-jkn'
  | 'tanggal-nonaktif'
  | 'alasan'
  | 'faskes'
  | 'nomor-surat-faskes'
  | 'tanggal-surat-faskes'
  | 'dasar'
  | 'kepala-keluarga'
  | 'pekerjaan'
  | 'sebab'
  | 'tujuan'
  | 'masalah'
  | 'layanan'
  | 'kontak'
  | 'tanggal-kunjungan'
  | 'petugas'
  | 'saksi'
  | 'hasil'
  | 'kesimpulan'

export interface FieldLaw {
  readonly type: 'text' | 'long' | 'day' | 'desil' | 'reason'
  readonly needed: boolean
}

export interface KindLaw {
  /** Whether it says what it is for: a purpose from the list, with its highest desil. */
  readonly purpose: boolean
  readonly fields: Readonly<Partial<Record<TypedField, FieldLaw>>>
}

const text = { type: 'text', needed: true } as const
const mayText = { type: 'text', needed: false } as const
const long = { type: 'long', needed: true } as const
const mayLong = { type: 'long', needed: false } as const
const day = { type: 'day', needed: true } as const
const mayDay = { type: 'day', needed: false } as const
const desil = { type: 'desil', needed: true } as const
const mayDesil = { type: 'desil', needed: false } as const

const born = { 'tempat-lahir': mayText, 'tanggal-lahir': mayDay } as const

/** LETTER-11 What each kind asks for beside what the case knows (domain: letters printed and their fields). */
export const kindLaws: Readonly<Record<LetterKind, KindLaw>> = {
  registered: { purpose: true, fields: { ...born, desil, 'tanggal-data': day, 'berlaku-sampai': mayDay } },
  recommendation: {
    purpose: true,
    fields: { ...born, kepada: text, isi: long, desil: mayDesil, 'tanggal-data': mayDay },
  },
  'pbi-reactivation': {
    purpose: false,
    fields: {
      ...born,
      kepada: text,
      'nomor-jkn': text,
      'tanggal-nonaktif': mayDay,
      alasan: { type: 'reason', needed: true },
      faskes: text,
      'nomor-surat-faskes': text,
      'tanggal-surat-faskes': mayDay,
      desil: mayDesil,
      'tanggal-data': mayDay,
      dasar: mayLong,
    },
  },
  hardship: {
    purpose: true,
    fields: {
      ...born,
      'kepala-keluarga': mayText,
      pekerjaan: mayText,
      desil: mayDesil,
      'tanggal-data': mayDay,
      sebab: long,
    },
  },
  'referral-slip': { purpose: false, fields: { ...born, tujuan: text, masalah: long, layanan: mayLong, kontak: text } },
  'visit-report': {
    purpose: false,
    fields: { ...born, 'tanggal-kunjungan': day, petugas: text, saksi: mayText, hasil: long, kesimpulan: long },
  },
}

/** The field's law in a kind, if the kind has it. */
export const fieldLaw = (kind: LetterKind, field: string): FieldLaw | undefined => {
  const fields: Readonly<Record<string, FieldLaw>> = kindLaws[kind].fields
  return Object.hasOwn(fields, field) ? fields[field] : undefined
}

/** Why somebody's PBI-JKN is asked to be active again; words as they stand in the letter. */
export const reactivationReasons = ['kronis', 'katastropik', 'darurat', 'bayi', 'lainnya'] as const

/** LETTER-11 What a template may use of any case, office and day. */
export const knownFields = [
  'nomor',
  'tanggal',
  'nama',
  'nik',
  'kk',
  'alamat',
  'telepon',
  'desa',
  'kecamatan',
  'kabupaten',
  'provinsi',
  'nomor-kasus',
  'uraian',
  'kantor',
  'alamat-kantor',
  'keperluan',
  'jabatan',
  'penanda-tangan',
] as const
export type KnownField = (typeof knownFields)[number]

/** Every field that a template of this kind may name: what the case knows, then what is typed. */
export const fieldsOf = (kind: LetterKind): readonly string[] => [...knownFields, ...Object.keys(kindLaws[kind].fields)]

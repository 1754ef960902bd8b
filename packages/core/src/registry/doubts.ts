import type { Day } from '../kernel/instant.ts'
import type { NumberDoubt } from './identity.ts'
import { kkDoubts, nikDoubts } from './identity.ts'
import type { Values } from './registry.ts'
import { ageOn, sexOfCode } from './said.ts'

/** What is unlikely of a person or family. Each is told beside its field; none of them stops anybody. */
export const doubtCodes = [
  'nik-place',
  'nik-date',
  'nik-birth',
  'nik-sex',
  'nik-serial',
  'nik-twice',
  'kk-place',
  'kk-date',
  'kk-serial',
  'kk-twice',
  'birth-ahead',
  'birth-old',
  'head-young',
  'married-young',
  'diploma-young',
  'pregnant-man',
  'no-head',
  'two-heads',
  'crowded',
  'many',
] as const
export type DoubtCode = (typeof doubtCodes)[number]

/** A doubt and the variable beside which it is told. */
export interface Doubt {
  readonly variable: string
  readonly code: DoubtCode
}

type KnowsRegion = ((code: string) => boolean) | null
type Rule = readonly [variable: string, code: DoubtCode, holds: (said: Values, age: number | null) => boolean]

const below = (years: number, age: number | null): boolean => age !== null && age < years
const above = (value: unknown, top: number): boolean => typeof value === 'number' && value > top

const ofPerson: readonly Rule[] = [
  ['tanggal_lahir', 'birth-old', (_, age) => age !== null && age > 110],
  ['status_hubungan_keluarga', 'head-young', (said, age) => said['status_hubungan_keluarga'] === '1' && below(15, age)],
  [
    'status_kawin',
    'married-young',
    (said, age) => ['2', '3', '4'].includes(textIn(said, 'status_kawin')) && below(16, age),
  ],
  [
    'ijazah_tertinggi',
    'diploma-young',
    (said, age) => Number(textIn(said, 'ijazah_tertinggi')) >= 12 && below(18, age),
  ],
  ['hamil', 'pregnant-man', (said) => said['hamil'] === true && said['jenis_kelamin'] === '1'],
]

/** More of one thing than any family that needs help would own, or of anything that a slip of a digit makes of two. */
const usualMost: Readonly<Record<string, number>> = {
  keluarga_dalam_rumah: 6,
  sepeda_motor: 8,
  mobil: 5,
  smartphone: 15,
  emas_perhiasan: 500,
  sawah_kebun: 25,
  lemari_es: 5,
  AC: 8,
  tv_datar: 8,
  ternak_besar: 50,
  ternak_kecil: 200,
}

/** REGISTRY-12 What is unlikely of a person. Without a register of places, a number's first digits are not judged. */
export function personDoubts(said: Values, day: Day, knowsRegion: KnowsRegion): readonly Doubt[] {
  const birthDate = textIn(said, 'tanggal_lahir') || null
  const age = ageOn(birthDate, day)
  const nik = textIn(said, 'nomor_induk_kependudukan')
  const sex = sexOfCode(said['jenis_kelamin'])
  return [
    ...told('nomor_induk_kependudukan', nik === '' ? [] : nikDoubts(nik, { birthDate, sex, knowsRegion })),
    ...(birthDate !== null && birthDate > day ? [{ variable: 'tanggal_lahir', code: 'birth-ahead' as const }] : []),
    ...ofPerson.filter(([, , holds]) => holds(said, age)).map(([variable, code]) => ({ variable, code })),
  ]
}

/** REGISTRY-12 What is unlikely of a family, with its members beside it. */
export function familyDoubts(said: Values, members: readonly Values[], knowsRegion: KnowsRegion): readonly Doubt[] {
  const kk = textIn(said, 'nomor_kartu_keluarga')
  const heads = members.filter((member) => member['status_hubungan_keluarga'] === '1').length
  return [
    ...told('nomor_kartu_keluarga', kk === '' ? [] : kkDoubts(kk, { knowsRegion })),
    ...(members.length > 0 && heads === 0 ? [{ variable: 'nama_kepala_keluarga', code: 'no-head' as const }] : []),
    ...(heads > 1 ? [{ variable: 'nama_kepala_keluarga', code: 'two-heads' as const }] : []),
    ...(isCrowded(said, members.length) ? [{ variable: 'luas_lantai', code: 'crowded' as const }] : []),
    ...Object.entries(usualMost)
      .filter(([name, top]) => above(said[name], top))
      .map(([variable]) => ({ variable, code: 'many' as const })),
  ]
}

// A house in which nobody could lie down: more likely a digit was lost.
const isCrowded = (said: Values, members: number): boolean => {
  const area = said['luas_lantai']
  return typeof area === 'number' && members > 0 && area / members < 1
}

const told = (variable: string, codes: readonly NumberDoubt[]): readonly Doubt[] =>
  codes.map((code) => ({ variable, code }))

const textIn = (said: Values, name: string): string => {
  const value = said[name]
  return typeof value === 'string' ? value : ''
}

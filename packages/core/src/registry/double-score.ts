import type { Day } from '../kernel/instant.ts'
import { nameAlike } from './name-alike.ts'
import { nearness } from './search-days.ts'

/** Why two people may be one, and why they may not. What speaks against it stands behind. */
export const doubleReasons = [
  'same-nik',
  'same-name',
  'like-name',
  'same-birth',
  'near-birth',
  'same-year',
  'same-village',
  'same-subdistrict',
  'same-kk',
  'same-phone',
  'other-nik',
  'other-birth',
  'other-sex',
] as const
export type DoubleReason = (typeof doubleReasons)[number]

/** What is compared of two people. Digests stand for sealed values. */
export interface Alike {
  readonly nik: string | null
  readonly kk: string | null
  readonly phone: string | null
  readonly name: string
  readonly birthDate: Day | null
  readonly sex: 'L' | 'P' | null
  readonly place: string | null
}

/** What each reason is worth, of a hundred: name, day of birth and village together are certainty enough to ask. */
const weights: Readonly<Record<DoubleReason, number>> = {
  'same-nik': 75,
  'same-name': 45,
  'like-name': 30,
  'same-birth': 35,
  'near-birth': 20,
  'same-year': 12,
  'same-village': 20,
  'same-subdistrict': 10,
  'same-kk': 10,
  'same-phone': 15,
  'other-nik': -25,
  'other-birth': -30,
  'other-sex': -25,
}
const likeEnough = 0.7

/** From here on whoever adds a person is asked first whether it is this one. */
export const worthAsking = 60
/** From here on two people stand on the list of likely doubles: twins, who differ in their NIK and a little in their names, do not. */
export const worthListing = 75

/**
 * DOUBLE-1 How likely two people are one, 0 to 100, and why. The same from both sides. One NIK is one person whatever else
 * was written: then nothing speaks against it.
 */
export function comparePersons(left: Alike, right: Alike): { score: number; reasons: readonly DoubleReason[] } {
  const holds = new Set<DoubleReason | null>([
    ...nikReasons(left, right),
    nameReason(left, right),
    birthReason(left, right),
    placeReason(left, right),
    same(left.kk, right.kk) ? 'same-kk' : null,
    same(left.phone, right.phone) ? 'same-phone' : null,
    differ(left.sex, right.sex) ? 'other-sex' : null,
  ])
  const oneNik = holds.has('same-nik')
  const reasons = doubleReasons.filter((reason) => holds.has(reason) && !(oneNik && weights[reason] < 0))
  const sum = reasons.reduce((total, reason) => total + weights[reason], 0)
  return { score: Math.min(100, Math.max(0, sum)), reasons }
}

const same = (left: string | null, right: string | null): boolean => left !== null && left !== '' && left === right
const differ = (left: string | null, right: string | null): boolean => left !== null && right !== null && left !== right

function nikReasons(left: Alike, right: Alike): readonly DoubleReason[] {
  if (same(left.nik, right.nik)) return ['same-nik']
  return differ(left.nik, right.nik) ? ['other-nik'] : []
}

function nameReason(left: Alike, right: Alike): DoubleReason | null {
  const alike = nameAlike(left.name, right.name)
  if (alike === 1) return 'same-name'
  return alike >= likeEnough ? 'like-name' : null
}

const birthReasons = { same: 'same-birth', near: 'near-birth', year: 'same-year', far: 'other-birth' } as const
const birthReason = (left: Alike, right: Alike): DoubleReason | null =>
  left.birthDate === null || right.birthDate === null ? null : birthReasons[nearness(left.birthDate, right.birthDate)]

function placeReason(left: Alike, right: Alike): DoubleReason | null {
  if (same(left.place, right.place)) return 'same-village'
  return same(left.place?.slice(0, 8) ?? null, right.place?.slice(0, 8) ?? null) ? 'same-subdistrict' : null
}

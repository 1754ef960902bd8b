import type { Alike } from './double-score.ts'
import { comparePersons, worthListing } from './double-score.ts'
import { nameAlike } from './name-alike.ts'
import type { PersonRow } from './registry.ts'

/** Why two families may be one, and why they may not. What speaks against it stands behind. */
export const familyReasons = [
  'same-card',
  'same-head',
  'like-head',
  'same-members',
  'some-members',
  'same-address',
  'one-village',
  'one-subdistrict',
  'other-card',
  'other-members',
] as const
export type FamilyReason = (typeof familyReasons)[number]

/** What `status_hubungan_keluarga` says of the head of a family. */
export const headCode = '1'

export const isHead = ({ values }: Pick<PersonRow, 'values'>): boolean =>
  values['status_hubungan_keluarga'] === headCode

/** Who belongs to a family, as the comparison reads them. */
export interface Member extends Alike {
  readonly isHead: boolean
}

/** What is compared of two families. A digest stands for the number of the card. */
export interface FamilyAlike {
  readonly kk: string | null
  readonly address: string
  readonly place: string
  readonly members: readonly Member[]
}

/**
 * What each reason is worth, of a hundred: one head, one village and somebody else in common are enough to ask, and so is a
 * card. Another card speaks little against it: a family that moved or divided its card stands twice for that very reason.
 */
const weights: Readonly<Record<FamilyReason, number>> = {
  'same-card': 75,
  'same-head': 45,
  'like-head': 30,
  'same-members': 25,
  'some-members': 15,
  'same-address': 10,
  'one-village': 20,
  'one-subdistrict': 10,
  'other-card': -10,
  'other-members': -20,
}

/**
 * DOUBLE-14 How likely two families are one, 0 to 100, and why. The same from both sides. One card is one family, whoever
 * was written on it.
 */
export function compareFamilies(
  left: FamilyAlike,
  right: FamilyAlike,
): { score: number; reasons: readonly FamilyReason[] } {
  const holds = new Set<FamilyReason | null>([
    cardReason(left, right),
    headReason(left, right),
    memberReason(left, right),
    sameWords(left.address, right.address) ? 'same-address' : null,
    placeReason(left.place, right.place),
  ])
  const oneCard = holds.has('same-card')
  const reasons = familyReasons.filter((reason) => holds.has(reason) && !(oneCard && weights[reason] < 0))
  const sum = reasons.reduce((total, reason) => total + weights[reason], 0)
  return { score: Math.min(100, Math.max(0, sum)), reasons }
}

function cardReason({ kk: left }: FamilyAlike, { kk: right }: FamilyAlike): FamilyReason | null {
  if (left === null || right === null) return null
  return left === right ? 'same-card' : 'other-card'
}

const likeEnough = 0.7
/** Two of whom a name is known and little else may be one; whom something tells apart may not. */
const mayBeOne = (one: Alike, other: Alike): boolean => {
  const { score, reasons } = comparePersons(one, other)
  if (score >= worthListing) return true
  return nameAlike(one.name, other.name) >= likeEnough && !reasons.some((reason) => apart.has(reason))
}
const apart: ReadonlySet<string> = new Set(['other-nik', 'other-birth', 'other-sex'])

function headReason(left: FamilyAlike, right: FamilyAlike): FamilyReason | null {
  const [one, other] = [headOf(left), headOf(right)]
  if (!one || !other || !mayBeOne(one, other)) return null
  const sure = comparePersons(one, other).reasons
  return sure.includes('same-nik') || sure.includes('same-name') ? 'same-head' : 'like-head'
}

/** Who is said to be the head, or is the only one there is. */
const headOf = ({ members }: FamilyAlike): Member | undefined =>
  members.find(({ isHead }) => isHead) ?? (members.length === 1 ? members[0] : undefined)

/** Of those beside the heads: whether half of the smaller family, or somebody, or nobody is in both. */
function memberReason(left: FamilyAlike, right: FamilyAlike): FamilyReason | null {
  const [mine, theirs] = [besideHead(left), besideHead(right)]
  const least = Math.min(mine.length, theirs.length)
  if (least === 0) return null
  const both = Math.min(countAlike(mine, theirs), countAlike(theirs, mine))
  if (both === 0) return 'other-members'
  return both * 2 >= least ? 'same-members' : 'some-members'
}
const besideHead = (family: FamilyAlike): readonly Member[] => {
  const head = headOf(family)
  return family.members.filter((one) => one !== head)
}
const countAlike = (some: readonly Member[], others: readonly Member[]): number =>
  some.filter((one) => others.some((other) => mayBeOne(one, other))).length

function placeReason(left: string, right: string): FamilyReason | null {
  if (left === right) return 'one-village'
  return left.slice(0, 8) === right.slice(0, 8) ? 'one-subdistrict' : null
}

const sameWords = (left: string, right: string): boolean => wordsOf(left) !== '' && wordsOf(left) === wordsOf(right)
const wordsOf = (address: string): string => address.toLowerCase().replace(/[^a-z0-9]/g, '')

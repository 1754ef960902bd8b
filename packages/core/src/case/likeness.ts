import { dayMs } from '../kernel/instant.ts'
import { likeness } from '../person/name-key.ts'

/** Reasons for which two cases may be about the same need. */
export const likeReasons = [
  'same-nik',
  'same-kk',
  'same-phone',
  'like-name',
  'same-category',
  'same-village',
  'recent',
] as const
export type LikeReason = (typeof likeReasons)[number]

/** What is compared: of the case that is being typed, and of one that is there. Digests stand for sealed values. */
export interface Comparable {
  readonly nik: string | null
  readonly kk: string | null
  readonly phone: string | null
  readonly name: string
  readonly category: string | null
  readonly place: string | null
}

const weights: Readonly<Record<LikeReason, number>> = {
  'same-nik': 60,
  'same-phone': 25,
  'same-kk': 25,
  'like-name': 25,
  'same-village': 10,
  'same-category': 15,
  recent: 5,
}
const likeEnough = 0.7
const recentDays = 90
/** Below this a case is not worth a person's look. */
export const worthShowing = 40

/** CASE-25 How likely an existing case is about the same need, 0 to 100 and more, with the reasons shown to the officer. */
export function compareCases(
  typed: Comparable,
  there: Comparable & { readonly registeredAt: number },
  now: number,
): { score: number; reasons: readonly LikeReason[] } {
  const same = (left: string | null, right: string | null): boolean => left !== null && left !== '' && left === right
  const holds: Readonly<Record<LikeReason, boolean>> = {
    'same-nik': same(typed.nik, there.nik),
    'same-kk': same(typed.kk, there.kk),
    'same-phone': same(typed.phone, there.phone),
    'like-name': typed.name !== '' && likeness(typed.name, there.name) >= likeEnough,
    'same-category': same(typed.category, there.category),
    'same-village': same(typed.place, there.place),
    recent: now - there.registeredAt < recentDays * dayMs,
  }
  const reasons = likeReasons.filter((reason) => holds[reason])
  return { score: reasons.reduce((sum, reason) => sum + weights[reason], 0), reasons }
}

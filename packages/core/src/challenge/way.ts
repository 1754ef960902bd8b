import type { OfficeId } from '../kernel/id.ts'
import type { OfficeLevel, OfficeRow, Offices } from '../office/office.ts'
import { officeLevels, officesAbove, receives } from '../office/office.ts'
import type { AskOf } from './challenge.ts'

const rank = (level: OfficeLevel): number => officeLevels.indexOf(level)

/**
 * CHALLENGE-4 The offices above one that could help, the nearest first: a level without one is skipped, and so is one where
 * nobody works who may answer. Where nobody does anywhere, all of them: somebody will be appointed there.
 */
export function wayUp(from: OfficeId, offices: Offices, staffed: ReadonlySet<OfficeId>): readonly OfficeRow[] {
  const above = [...officesAbove(from, offices)].filter(receives)
  const manned = above.filter(({ id }) => staffed.has(id))
  return manned.length > 0 ? manned : above
}

/** CHALLENGE-4 Where help is asked for: next above, or at the nearest office of that level or beyond it. */
export const officeAsked = (way: readonly OfficeRow[], asks: AskOf): OfficeRow | null =>
  way.find(({ level }) => asks === 'above' || rank(level) >= rank(asks)) ?? null

/** CHALLENGE-6 Where it goes from an office of a level: one step up on its way, or one down. */
export const nextUp = (way: readonly OfficeRow[], from: OfficeLevel): OfficeRow | null =>
  way.find(({ level }) => rank(level) > rank(from)) ?? null
export const nextDown = (way: readonly OfficeRow[], from: OfficeLevel): OfficeRow | null =>
  way.findLast(({ level }) => rank(level) < rank(from)) ?? null

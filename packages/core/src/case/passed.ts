import type { Actor } from '../access/actor.ts'
import type { CaseRow, Passed } from './case.ts'
import type { CaseAction } from './moves.ts'
import type { LawRefusal } from './refusal.ts'

/**
 * CASE-37 How a case stands that an officer passes up. What the clock passes up is nobody's mistake and is not taken back.
 */
export function passedBy(kase: CaseRow, actor: Actor): Passed | null {
  const { office, assignee, status, decision, hop } = kase
  const held = status === 'registered' || status === 'handling'
  return actor.kind === 'staff' && held ? { office, assignee, status, decision, hop } : null
}

/** CASE-37 Only the office that passed it up takes it back, and only until the office above has done something with it. */
export function passedStands({ passed }: CaseRow, action: CaseAction, actor: Actor): LawRefusal | null {
  if (action !== 'take-back') return null
  const own = actor.kind === 'staff' && passed?.office === actor.office
  return own ? null : { code: 'not-passed-up' }
}

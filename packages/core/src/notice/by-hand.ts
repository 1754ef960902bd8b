import type { Actor } from '../access/actor.ts'
import { lacksRight } from '../access/can.ts'
import type { CaseRow } from '../case/case.ts'
import type { LawRefusal } from '../case/refusal.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { Decision } from '../ledger/entry.ts'

/** What came of telling a citizen by mouth or by hand. */
export const tellResults = ['told', 'not-found', 'refused'] as const
export type TellResult = (typeof tellResults)[number]
/** How it was tried. */
export const tellWays = ['in-person', 'phone', 'whatsapp'] as const
export type TellWay = (typeof tellWays)[number]

export interface Telling {
  readonly result: TellResult
  readonly how: TellWay
  readonly note: string
}

/** States from which somebody may still go: whoever was not found is looked for again. */
export const stillToTell = ['waiting', 'not-found'] as const
const open: ReadonlySet<string> = new Set(stillToTell)

/** Why this actor may not say what came of telling; null where they may. */
export const mayTell = (kase: Pick<CaseRow, 'id'>, actor: Actor): LawRefusal | null =>
  lacksRight(actor, ['case.register', 'case.handle'], kase)

/** NOTICE-13 Decides that a citizen was told, not found, or would not hear: it is part of the case's way. */
export function decideTelling(
  kase: CaseRow,
  state: string,
  { result, how, note }: Telling,
  actor: Actor,
  day: string,
): Result<Decision, LawRefusal> {
  const lacking = mayTell(kase, actor)
  if (lacking) return no(lacking)
  if (!open.has(state)) return no({ code: 'already-so' })
  return ok({ action: 'tell', note, say: { result, how }, day, changes: [], jobs: [] })
}

import type { Actor } from '../access/actor.ts'
import type { InstrumentChange } from '../contract/independence.ts'
import type { IndependenceInstrumentId } from '../kernel/id.ts'
import type { Day } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { Decision } from '../ledger/entry.ts'
import { nation, nationPlace } from '../place/code.ts'
import type { Instrument } from './instrument.ts'
import type { IndependenceRefusal } from './refusal.ts'

/** INDEP-2 The nation says a whole new version, from a day to come that is later than every one that was said. */
export function decideInstrument(
  id: IndependenceInstrumentId,
  { data: { from, ...words } }: InstrumentChange,
  actor: Actor,
  { day, all }: { readonly day: Day; readonly all: readonly Pick<Instrument, 'from'>[] },
): Result<Decision, IndependenceRefusal> {
  const right = 'independence.change'
  if (actor.kind !== 'staff' || !actor.permissions.has(right)) return no({ code: 'not-permitted', needs: [right] })
  if (actor.place !== nationPlace) return no({ code: 'wrong-place' })
  if (from <= day || all.some((one) => one.from >= from)) return no({ code: 'instrument-day' })
  const set = { district: nation, holdsFrom: from, words }
  const changes = [{ table: 'independenceInstrument', id, base: 0, set }] as const
  return ok({ action: 'independence-change', note: '', say: {}, day, changes, jobs: [] })
}

import type { Actor, StaffActor } from '../access/actor.ts'
import type { FactAbout, NetworkMove, SaidFact } from '../contract/network.ts'
import { factAbouts, saidFact } from '../contract/network.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { Decision } from '../ledger/entry.ts'
import type { OfficeRow } from '../office/office.ts'
import { covers, isRegion, levelOf } from '../place/code.ts'
import { foundBy, keep } from './facts.ts'
import { isOfNetwork, yearsAhead } from './kinds.ts'
import type { NetworkAct } from './moves.ts'
import { networkActs, networkRule } from './moves.ts'
import type { NetworkFactRow, NetworkOfficeRow } from './network.ts'
import type { NetworkRefusal } from './refusal.ts'

/** What a decision about an office of the network looks at. */
export interface NetworkLook {
  readonly now: Instant
  /** Today, where the office is. */
  readonly day: Day
  readonly office: OfficeRow | null
  /** What is held of it; null where nobody said anything yet. */
  readonly row: NetworkOfficeRow | null
}
type Answer = Result<Decision, NetworkRefusal>
type Stands = Pick<NetworkOfficeRow, 'state' | 'stateOn'> | null

const isFact = (action: NetworkMove['action']): action is FactAbout => factAbouts.some((one) => one === action)
const isStep = (action: NetworkMove['action']): action is NetworkAct => networkActs.some((one) => one === action)

/** NETWORK-1 to NETWORK-6 Decides one act about an office of the network. Pure, resolved whole. */
export function decideNetwork(move: NetworkMove, actor: Actor, look: NetworkLook): Answer {
  if (actor.kind !== 'staff' || !actor.permissions.has('network.write'))
    return no({ code: 'not-permitted', needs: ['network.write'] })
  if (!look.office) return no({ code: 'network-unknown' })
  const refusal = isStep(move.action) ? mayStep(move.action, look.office, look.row, actor) : maySay(look.office, actor)
  if (refusal) return no(refusal)
  if (move.data.from > look.day) return no({ code: 'network-day' })
  return isStep(move.action) ? step(move.action, move, actor, look.office, look) : say(move, actor, look.office, look)
}

/** NETWORK-4 Why this actor may say no fact of the office; null where they may. From below a district each of its own alone. */
export function maySay(office: OfficeRow, actor: StaffActor): NetworkRefusal | null {
  if (!actor.permissions.has('network.write')) return { code: 'not-permitted', needs: ['network.write'] }
  if (!isOfNetwork(office.kind)) return { code: 'network-unknown' }
  const own = levelOf(actor.place) === 'district' ? covers(actor.place, office.place) : actor.office === office.id
  return own && !isRegion(actor.place) ? null : { code: 'wrong-place' }
}

/** NETWORK-3 Why this actor may not move the office so now; null where they may. */
export function mayStep(act: NetworkAct, office: OfficeRow, stands: Stands, actor: StaffActor): NetworkRefusal | null {
  if (!actor.permissions.has('network.write')) return { code: 'not-permitted', needs: ['network.write'] }
  if (!isOfNetwork(office.kind)) return { code: 'network-unknown' }
  if (!covers(actor.place, office.place)) return { code: 'wrong-place' }
  const { from, by } = networkRule(act)
  if (levelOf(actor.place) !== by[office.kind]) return { code: 'network-level' }
  const state = stands?.state ?? null
  return from.includes(state) ? null : { code: 'network-step', state, allowedFrom: from }
}

/** NETWORK-5 A move holds from a day that has come, and not before the one that the office stands by. */
function step(act: NetworkAct, move: NetworkMove, actor: StaffActor, office: OfficeRow, look: NetworkLook): Answer {
  const { data } = move
  const stateOn = look.row?.stateOn ?? null
  if (stateOn !== null && data.from < stateOn) return no({ code: 'network-day' })
  const { to: state } = networkRule(act)
  const reason = 'reason' in data ? data.reason : ''
  const fact = { about: 'state', said: null, state, reason } as const
  return decided(move, { ...fact, set: { state, stateOn: data.from } }, actor, office, look)
}

function say(move: NetworkMove, actor: StaffActor, office: OfficeRow, look: NetworkLook): Answer {
  const said = factOf(move)
  if (!said) return no({ code: 'network-unknown' })
  const refusal = unfit(said, look.day)
  if (refusal) return no(refusal)
  const facts = keep(look.row?.facts ?? [], { from: move.data.from, said })
  const fact = { about: said.about, said, state: null, reason: '' } as const
  return decided(move, { ...fact, set: { facts, ...foundBy(facts) } }, actor, office, look)
}

function factOf({ action, data: { fact: _fact, from: _from, ...words } }: NetworkMove): SaidFact | null {
  return isFact(action) ? saidFact.parse({ about: action, ...words }) : null
}

/** NETWORK-6 A paper is not of tomorrow, an office grew in a year that has begun, and nobody plans further than some years ahead. */
function unfit(said: SaidFact, day: Day): NetworkRefusal | null {
  const year = Number(day.slice(0, 4))
  switch (said.about) {
    case 'legal':
      return said.on > day ? { code: 'network-day' } : null
    case 'grown':
      return ungrown(said, day, year)
    case 'funding':
      return said.year > year + yearsAhead ? { code: 'network-year' } : null
    default:
      return null
  }
}

function ungrown(
  { on, year, cohort }: Extract<SaidFact, { about: 'grown' }>,
  day: Day,
  thisYear: number,
): NetworkRefusal | null {
  if (on !== null && on > day) return { code: 'network-day' }
  const belied = on !== null && !on.startsWith(`${year}-`)
  return belied || year > thisYear || (cohort ?? 0) > thisYear + yearsAhead ? { code: 'network-year' } : null
}

interface Saying extends Pick<NetworkFactRow, 'about' | 'said' | 'state' | 'reason'> {
  readonly set: Partial<Pick<NetworkOfficeRow, 'state' | 'stateOn' | 'facts'>>
}

function decided(
  move: NetworkMove,
  { set, ...fact }: Saying,
  actor: StaffActor,
  office: OfficeRow,
  { now, day, row }: NetworkLook,
): Answer {
  const { district } = office
  const unsaid = { district, state: null, stateOn: null, facts: [], ...foundBy([]) }
  const whole = row ? set : { ...unsaid, ...set }
  const said = { ...fact, district, office: office.id, fromDay: move.data.from, saidBy: actor.staff, saidAt: now }
  const changes = [
    { table: 'networkOffice', id: office.id, base: row?.version ?? 0, set: { ...whole, changedAt: now } },
    { table: 'networkFact', id: move.data.fact, base: 0, set: said },
  ] as const
  return ok({
    action: `network-${move.action}`,
    note: fact.reason,
    say: { office: office.name },
    day,
    changes,
    jobs: [],
  })
}

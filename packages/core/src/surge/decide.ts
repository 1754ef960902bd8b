import type { Actor, StaffActor } from '../access/actor.ts'
import type { Policy } from '../case/policy.ts'
import { onList } from '../case/policy.ts'
import type { SurgeData, SurgeMove, SurgeMoveOf } from '../contract/surge.ts'
import { addDays } from '../figures/period.ts'
import type { SurgeId } from '../kernel/id.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { Change, Decision } from '../ledger/entry.ts'
import { covers, ledgerOf } from '../place/code.ts'
import type { FamilyRow, PersonRow } from '../registry/registry.ts'
import type { AffectedStep, SurgeStep } from './moves.ts'
import { affectedRule, placed, standing, startedSurge, surgeRights, surgeRule, unplaced } from './moves.ts'
import { areRules } from './order.ts'
import type { SurgeRefusal } from './refusal.ts'
import type { Taken } from './slots.ts'
import { giveSlots, isStranded } from './slots.ts'
import type { AffectedRow, SurgeRow } from './surge.ts'
import { triage } from './triage.ts'

/** Whom a NIK names in the registry. */
export type Match = Pick<PersonRow, 'id' | 'birthDate' | 'values'> & { readonly family: FamilyRow['id'] | null }

/** What a decision about an affected list looks at beside it. */
export interface SurgeLook {
  readonly surge: SurgeRow | null
  /** The rows that the act is about; for slots, those who come next, in their order. */
  readonly rows: readonly AffectedRow[]
  /** Which of the rows that come in are on the list already. */
  readonly known: ReadonlySet<string>
  /** People of the registry by NIK. */
  readonly people: ReadonlyMap<string, Match>
  readonly taken: Taken
  /** Cases that are there. */
  readonly cases: ReadonlySet<string>
}
export const noSurge: SurgeLook = {
  surge: null,
  rows: [],
  known: new Set(),
  people: new Map(),
  taken: new Map(),
  cases: new Set(),
}
export type SurgeAnswer = Result<Decision, SurgeRefusal>

interface Scene {
  readonly look: SurgeLook
  readonly actor: StaffActor
  readonly policy: Policy
}

/** SURGE-1 to SURGE-8 Decides one act about an affected list. Pure, resolved whole. */
export function decideSurge(id: SurgeId, move: SurgeMove, actor: Actor, look: SurgeLook, policy: Policy): SurgeAnswer {
  const needs = surgeRights[move.action]
  if (actor.kind !== 'staff' || !needs.some((right) => actor.permissions.has(right)))
    return no({ code: 'not-permitted', needs })
  const scene = { look, actor, policy }
  if (move.action === 'start') return look.surge ? no({ code: 'already-so' }) : start(scene, id, move.data)
  const { surge } = look
  if (!surge) return no({ code: 'unknown-surge' })
  if (!surgeRule('change').from.includes(surge.status)) return no({ code: 'surge-closed' })
  return isOfOne(move) ? settle(scene, surge, move) : runEvent(scene, surge, move)
}

const isOfOne = (move: SurgeMove): move is SurgeMoveOf<AffectedStep> => 'row' in move.data

function runEvent(scene: Scene, surge: SurgeRow, move: SurgeMoveOf<SurgeStep>): SurgeAnswer {
  if (!covers(scene.actor.place, surge.place)) return no({ code: 'not-here', office: surge.office })
  switch (move.action) {
    case 'change': {
      const refusal = unfitSlots(scene, move.data, surge.place, surge.days)
      return refusal
        ? no(refusal)
        : moved(scene, surge, 'change', { ...slotsOf(move.data), edition: surge.edition + 1 })
    }
    case 'close':
      return moved(scene, surge, 'close', { note: move.data.note })
    case 'list':
      return list(scene, surge, move.data)
    case 'arrange':
      return arrange(scene, surge)
    case 'open':
      return open(scene)
  }
}

/** SURGE-1 An event has a place under the one who starts it, an order of classes, offices and days that receive people. */
function start(scene: Scene, id: SurgeId, data: SurgeData['start']): SurgeAnswer {
  const { actor, policy } = scene
  const refusal = unfitStart(scene, data) ?? unfitSlots(scene, data, data.place)
  if (refusal) return no(refusal)
  const set: Omit<SurgeRow, 'id' | 'version'> = {
    district: ledgerOf(data.place),
    kind: data.kind,
    place: data.place,
    day: data.day,
    category: data.category,
    rules: data.rules,
    ...slotsOf(data),
    office: actor.office,
    status: startedSurge,
    edition: 1,
    numbered: 0,
    note: null,
    startedBy: actor.staff,
    startedAt: policy.now,
    changedAt: policy.now,
  }
  return ok(decision(policy, 'surge-start', '', [{ table: 'surge', id, base: 0, set }]))
}

function unfitStart({ actor, policy }: Scene, data: SurgeData['start']): SurgeRefusal | null {
  if (!covers(actor.place, data.place)) return { code: 'surge-elsewhere' }
  if (!onList(policy, 'surge-kind', data.kind)) return { code: 'unknown-reason' }
  if (!policy.categories.has(data.category)) return { code: 'unknown-category' }
  return areRules(data.rules) ? null : { code: 'surge-rules' }
}

/** Days that are over all of them help nobody, but a list that stays as it was may still get another name. */
function unfitSlots(
  { policy }: Scene,
  data: SurgeData['change'],
  place: SurgeRow['place'],
  before: readonly string[] = [],
): SurgeRefusal | null {
  for (const id of data.offices) {
    const office = policy.offices.get(id)
    if (!office) return { code: 'unknown-office' }
    if (!office.active) return { code: 'office-not-active' }
    if (!covers(office.place, place) && !covers(place, office.place)) return { code: 'surge-elsewhere' }
  }
  const isOver = data.days.every((day) => day < policy.day) && data.days.some((day) => !before.includes(day))
  return isOver ? { code: 'surge-slots' } : null
}

const slotsOf = ({ name, offices, days, perDay, isPublic }: SurgeData['change']) => ({
  name,
  offices: [...new Set(offices)],
  days: [...new Set(days)].toSorted(),
  perDay,
  isPublic,
})

/** SURGE-3 Rows of a file come on the list, each once, matched by NIK, with the class that puts them first. */
function list({ look, policy }: Scene, surge: SurgeRow, { rows }: SurgeData['list']): SurgeAnswer {
  const fresh = [...new Map(rows.filter(({ id }) => !look.known.has(id)).map((row) => [row.id, row])).values()]
  if (fresh.some(({ place }) => !covers(surge.place, place))) return no({ code: 'surge-elsewhere' })
  if (fresh.length === 0) return no({ code: 'already-so' })
  const changes = fresh.map((row): Change => {
    const match = (row.nik && look.people.get(row.nik)) || null
    const birthDate = row.birthDate ?? match?.birthDate ?? null
    const set: Omit<AffectedRow, 'id' | 'version'> = {
      district: surge.district,
      surge: surge.id,
      place: row.place,
      name: row.name,
      nik: row.nik,
      phone: row.phone,
      address: row.address,
      birthDate,
      person: match?.id ?? null,
      family: match?.family ?? null,
      ...triage({ facts: row.facts, values: match?.values ?? null, birthDate }, surge.rules, surge.day),
      line: row.line,
      number: null,
      office: null,
      slotDay: null,
      slotNth: null,
      status: unplaced,
      caseId: row.case,
      openedAt: null,
      note: null,
      settledBy: null,
      settledAt: null,
      listedAt: policy.now,
      changedAt: policy.now,
    }
    return { table: 'affected', id: row.id, base: 0, set }
  })
  return ok(decision(policy, 'surge-list', '', changes))
}

/**
 * SURGE-5 Those who come next get a number and a slot; who has a number keeps it. SURGE-12 What the event no longer has is
 * given back before: whoever had it comes in their order, among those who wait.
 */
function arrange(scene: Scene, surge: SurgeRow): SurgeAnswer {
  const { look, policy } = scene
  const stranded = look.rows.filter((row) => isStranded(row, surge, policy.day))
  if (stranded.length > 0)
    return moved(
      scene,
      surge,
      'arrange',
      {},
      stranded.map((row) => givenBack(row, policy)),
    )
  const offices = surge.offices.flatMap((id) => policy.offices.get(id) ?? [])
  // Whoever had a slot before is not at the door: they are to be told first, and come another day.
  const tomorrow = addDays(policy.day, 1)
  const people = look.rows.map(({ place, number }) => ({ place, from: number === null ? policy.day : tomorrow }))
  const slots = giveSlots(people, { ...surge, offices }, look.taken)
  let { numbered } = surge
  const changes = look.rows.flatMap((row, at): Change[] => {
    const slot = slots[at]
    if (!slot) return []
    const number = row.number ?? ++numbered
    const set = { number, office: slot.office, slotDay: slot.day, slotNth: slot.nth, status: placed }
    return [{ table: 'affected', id: row.id, base: row.version, set: { ...set, changedAt: policy.now } }]
  })
  if (look.rows.length === 0) return no({ code: 'already-so' })
  return changes.length === 0 ? no({ code: 'surge-full' }) : moved(scene, surge, 'arrange', { numbered }, changes)
}

const noSlot = { slotDay: null, slotNth: null }
const givenBack = ({ id, version }: AffectedRow, { now }: Policy): Change => ({
  table: 'affected',
  id,
  base: version,
  set: { ...noSlot, status: unplaced, changedAt: now },
})

/** SURGE-6 Cases that are there are noted with their people. */
function open({ look, policy }: Scene): SurgeAnswer {
  const opened = look.rows.filter(
    (row) => row.openedAt === null && standing.includes(row.status) && look.cases.has(row.caseId),
  )
  if (opened.length === 0) return no({ code: 'already-so' })
  const changes = opened.map(
    (row): Change => ({
      table: 'affected',
      id: row.id,
      base: row.version,
      set: { openedAt: policy.now, changedAt: policy.now },
    }),
  )
  return ok(decision(policy, 'surge-open', '', changes))
}

/** SURGE-7 Somebody was helped, did not come, gets another slot, or is taken off: said where they are received. */
function settle({ look, actor, policy }: Scene, surge: SurgeRow, move: SurgeMoveOf<AffectedStep>): SurgeAnswer {
  const row = look.rows.find(({ id }) => id === move.data.row)
  if (!row) return no({ code: 'unknown-affected' })
  if (!mayReceive(row, surge, actor)) return no({ code: 'not-here', office: row.office ?? surge.office })
  const { from, to } = affectedRule(move.action)
  if (!from.includes(row.status)) return no({ code: 'affected-step' })
  // SURGE-12 Their slot is another's; until the next one is given, the office that received them keeps sight of them.
  const freed = to === unplaced || !standing.includes(to) ? noSlot : {}
  const set = {
    status: to,
    ...freed,
    note: move.data.note || null,
    settledBy: actor.staff,
    settledAt: policy.now,
    changedAt: policy.now,
  }
  return ok(decision(policy, `surge-${move.action}`, '', [{ table: 'affected', id: row.id, base: row.version, set }]))
}

/** SURGE-7 Whoever works where somebody is received, or runs the event over that place. */
export const mayReceive = (
  row: Pick<AffectedRow, 'office'>,
  surge: Pick<SurgeRow, 'place'>,
  actor: StaffActor,
): boolean =>
  (row.office !== null && row.office === actor.office) ||
  (actor.permissions.has('surge.manage') && covers(actor.place, surge.place))

function moved(
  { policy }: Pick<Scene, 'policy'>,
  surge: SurgeRow,
  step: SurgeStep,
  set: Partial<SurgeRow>,
  more: readonly Change[] = [],
): SurgeAnswer {
  const { id: _id, version: _version, ...fields } = set
  const own: Change = {
    table: 'surge',
    id: surge.id,
    base: surge.version,
    set: { ...fields, status: surgeRule(step).to, changedAt: policy.now },
  }
  return ok(decision(policy, `surge-${step}`, '', [own, ...more]))
}

const decision = (policy: Policy, action: string, note: string, changes: readonly Change[]): Decision => ({
  action,
  note,
  say: {},
  day: policy.day,
  changes,
  jobs: [],
})

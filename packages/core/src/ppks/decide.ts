import type { Actor, StaffActor } from '../access/actor.ts'
import type { PpksCommand, PpksCommandData } from '../contract/ppks.ts'
import { ppksCommandData } from '../contract/ppks.ts'
import { ppksId } from '../kernel/id.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import { canonical } from '../kernel/json.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { Change, Decision } from '../ledger/entry.ts'
import type { Offices } from '../office/office.ts'
import { covers, ledgerOf } from '../place/code.ts'
import type { PersonRow } from '../registry/registry.ts'
import type { PpksStepName, ServiceStep } from './moves.ts'
import { owedService, plannedService, ppksRule, receivedPpks, serviceRule } from './moves.ts'
import type { PpksRow, PpksServiceRow } from './ppks.ts'
import { courseOf } from './ppks.ts'
import type { PpksRefusal } from './refusal.ts'
import type { PpksType } from './types.ts'

export type PpksMove = {
  [Kind in PpksCommand]: { readonly kind: Kind; readonly subject: string; readonly data: PpksCommandData[Kind] }
}[PpksCommand]
type Of<Kind extends PpksCommand> = Extract<PpksMove, { kind: Kind }>
type Answer = Result<Decision, PpksRefusal>

/** What a decision about a PPKS looks at. */
export interface PpksLook {
  readonly now: Instant
  readonly day: Day
  readonly offices: Offices
  readonly ppks: PpksRow | null
  readonly services: readonly PpksServiceRow[]
  /** A type as its list says it today; null where it is not on it. */
  readonly type: (code: string) => PpksType | null
  readonly risks: ReadonlySet<string>
  readonly endings: ReadonlySet<string>
  readonly knowsVillage: boolean
  /** Whether the family and the case that are named are there for whoever names them. */
  readonly knows: { readonly family: boolean; readonly case: boolean }
  /** Who was picked out of the registry, as far as they are there for whoever picks them. */
  readonly person: Pick<PersonRow, 'name' | 'nik' | 'family' | 'mergedInto'> | null
  /** Whether they are looked after as one of this type already. */
  readonly twin: boolean
  /** Whom that case is about: it is they, where nobody else is named. */
  readonly client: { readonly name: string; readonly nik: string | null } | null
}

interface Scene {
  readonly look: PpksLook
  readonly actor: StaffActor
}

/** PPKS-2 to PPKS-8 Decides one command about a PPKS. Pure, resolved whole. */
export function decidePpks(move: PpksMove, actor: Actor, look: PpksLook): Answer {
  const { right } = ppksCommandData[move.kind]
  if (actor.kind !== 'staff' || !actor.permissions.has(right)) return no({ code: 'not-permitted', needs: [right] })
  const scene = { look, actor }
  if (move.kind === 'ppks.receive') return receive(scene, move)
  if (!look.ppks) return no({ code: 'ppks-unknown' })
  return mayStep(scene, look.ppks, move) ?? step(scene, look.ppks, move)
}

const stepOf = ({ kind }: Exclude<PpksMove, { kind: 'ppks.receive' }>) => kind.slice('ppks.'.length) as PpksStepName

function mayStep({ actor }: Scene, ppks: PpksRow, move: Exclude<PpksMove, { kind: 'ppks.receive' }>): Answer | null {
  const { from, note } = ppksRule(stepOf(move))
  if (!covers(actor.place, ppks.place)) return no({ code: 'ppks-unknown' })
  if (!from.includes(ppks.status)) return no({ code: 'ppks-step', status: ppks.status, allowedFrom: from })
  return note && 'note' in move.data && move.data.note === '' ? no({ code: 'note-missing' }) : null
}

function step(scene: Scene, ppks: PpksRow, move: Exclude<PpksMove, { kind: 'ppks.receive' }>): Answer {
  switch (move.kind) {
    case 'ppks.correct':
      return correct(scene, ppks, move)
    case 'ppks.assess':
      return assess(scene, ppks, move)
    case 'ppks.plan':
      return plan(scene, ppks, move)
    case 'ppks.add-service':
      return addService(scene, ppks, move)
    case 'ppks.monitor':
      return monitor(scene, ppks, move)
    case 'ppks.end':
      return end(scene, ppks, move)
    case 'ppks.begin-service':
    case 'ppks.finish-service':
    case 'ppks.stop-service':
      return stepService(scene, ppks, move)
    default:
      return moved(scene, ppks, stepOf(move), { note: move.data.note, set: backTo })
  }
}

/** Who is looked at anew has no end any more. */
const backTo = { outcome: null, endedOn: null } as const

/** PPKS-3 Somebody is taken down: of a type of the list, in a village of the office, by their own name or the registry's. */
function receive({ look, actor }: Scene, { subject, data }: Of<'ppks.receive'>): Answer {
  if (look.ppks) return no({ code: 'already-so' })
  const said = wordsOf({ look, actor }, namedIn(data, look))
  if (!said.ok) return said
  const refusal = mayName(data, look)
  if (refusal) return no(refusal)
  const set = {
    ...said.value,
    district: ledgerOf(data.village),
    office: actor.office,
    person: data.person,
    family: data.family ?? look.person?.family ?? null,
    caseId: data.case,
    status: receivedPpks,
    findings: null,
    risks: [],
    assessedBy: null,
    assessedOn: null,
    course: canonical([{ act: 'receive', at: look.now, by: actor.staff, on: data.since, note: '' }]),
    outcome: null,
    endedOn: null,
    addedAt: look.now,
    changedAt: look.now,
  }
  return decided('ppks-receive', look, '', [{ table: 'ppks', id: subject, base: 0, set }])
}

/** Whoever writes no name means the person that they picked, or the citizen of the case: nobody types a NIK again. */
function namedIn(data: PpksCommandData['ppks.receive'], { person, client }: PpksLook): PpksCommandData['ppks.receive'] {
  const whom = person ?? client
  return data.name === '' && whom ? { ...data, name: whom.name, nik: whom.nik } : data
}

function mayName(data: PpksCommandData['ppks.receive'], { knows, person, twin }: PpksLook): PpksRefusal | null {
  // Whoever was merged into another stands under that one's name.
  const isThere = data.person === null || (person !== null && person.mergedInto === null)
  if (!isThere || (data.family !== null && !knows.family)) return { code: 'ppks-who' }
  if (data.case !== null && !knows.case) return { code: 'ppks-case' }
  return twin ? { code: 'ppks-twice' } : null
}

type Said = Pick<PpksRow, 'place' | 'name' | 'nik' | 'type' | 'restricted' | 'since'>

/** PPKS-4 Of a restricted type only those write whose role names it: nobody writes what they may not read. */
function wordsOf(
  { look, actor }: Scene,
  data: PpksCommandData['ppks.correct' | 'ppks.receive'],
): Result<Said, PpksRefusal> {
  const { type, since, village, name, nik } = data
  const known = look.type(type)
  if (!known) return no({ code: 'ppks-type' })
  if (known.restricted !== null && !actor.restricted.has(known.restricted)) return no({ code: 'ppks-restricted' })
  if (!covers(actor.place, village) || !look.knowsVillage) return no({ code: 'village-elsewhere' })
  if (name === '') return no({ code: 'ppks-who' })
  if (since > look.day) return no({ code: 'ppks-day' })
  return ok({ place: village, name, nik, type, restricted: known.restricted, since })
}

function correct(scene: Scene, ppks: PpksRow, { data }: Of<'ppks.correct'>): Answer {
  const said = wordsOf(scene, data)
  if (!said.ok) return said
  return ledgerOf(data.village) === ppks.district
    ? moved(scene, ppks, 'correct', { note: data.note, set: said.value })
    : no({ code: 'village-elsewhere' })
}

function assess(scene: Scene, ppks: PpksRow, { data: { findings, risks, on } }: Of<'ppks.assess'>): Answer {
  const { look, actor } = scene
  if (risks.some((risk) => !look.risks.has(risk))) return no({ code: 'ppks-risk' })
  if (on > look.day || on < ppks.since) return no({ code: 'ppks-day' })
  const set = { findings, risks, assessedBy: actor.staff, assessedOn: on }
  return moved(scene, ppks, 'assess', { note: findings, on, set })
}

/** PPKS-5 A plan has at least one service that is still owed; those of an earlier plan count. */
function plan(scene: Scene, ppks: PpksRow, { data: { services } }: Of<'ppks.plan'>): Answer {
  const made = services.map((service) => newService(scene, ppks, service))
  const refused = made.find((one) => !one.ok)
  if (refused && !refused.ok) return refused
  if (services.length === 0 && owed(scene.look) === 0) return no({ code: 'ppks-no-service' })
  const changes = made.flatMap((one) => (one.ok ? [one.value] : []))
  return moved(scene, ppks, 'plan', { note: services.map(({ what }) => what).join(', '), changes })
}

function addService(scene: Scene, ppks: PpksRow, { data }: Of<'ppks.add-service'>): Answer {
  const made = newService(scene, ppks, data)
  return made.ok ? moved(scene, ppks, 'add-service', { note: data.what, changes: [made.value] }) : made
}

function newService(
  { look }: Scene,
  { id, district }: PpksRow,
  { service, what, office, provider, from, until }: PpksCommandData['ppks.add-service'],
): Result<Change, PpksRefusal> {
  if (office === null ? provider === '' : !look.offices.has(office)) return no({ code: 'unknown-office' })
  if (until !== null && until < from) return no({ code: 'ppks-day' })
  const set = {
    district,
    ppks: ppksId.parse(id),
    what,
    office,
    provider: (office === null ? undefined : look.offices.get(office)?.name) ?? provider,
    fromDay: from,
    untilDay: until,
    status: plannedService,
    note: null,
    changedAt: look.now,
  }
  return ok({ table: 'ppksService', id: service, base: 0, set })
}

type ServiceMove = Of<'ppks.begin-service' | 'ppks.finish-service' | 'ppks.stop-service'>

function stepService(scene: Scene, ppks: PpksRow, move: ServiceMove): Answer {
  const { look } = scene
  const name = move.kind.slice('ppks.'.length) as ServiceStep
  const service = look.services.find(({ id }) => id === move.data.service)
  const rule = serviceRule(name)
  if (!service || !rule.from.includes(service.status)) return no({ code: 'ppks-service' })
  const { note } = move.data
  const set = { status: rule.to, note: note || service.note, changedAt: look.now }
  const own: Change = { table: 'ppksService', id: service.id, base: service.version, set }
  return moved(scene, ppks, name, { note: [service.what, note].filter(Boolean).join(': '), changes: [own] })
}

function monitor(scene: Scene, ppks: PpksRow, { data: { note, on } }: Of<'ppks.monitor'>): Answer {
  return on > scene.look.day || on < ppks.since ? no({ code: 'ppks-day' }) : moved(scene, ppks, 'monitor', { note, on })
}

/** PPKS-6 It ends with what came of it, and with nothing that is still owed. */
function end(scene: Scene, ppks: PpksRow, { data: { outcome, note } }: Of<'ppks.end'>): Answer {
  const { look } = scene
  if (!look.endings.has(outcome)) return no({ code: 'unknown-outcome' })
  const count = owed(look)
  if (count > 0) return no({ code: 'ppks-owed', count })
  return moved(scene, ppks, 'end', { note, on: look.day, set: { outcome, endedOn: look.day } })
}

const owed = ({ services }: PpksLook): number => services.filter(({ status }) => owedService.includes(status)).length

interface Moved {
  readonly note: string
  readonly on?: Day
  readonly set?: Partial<PpksRow>
  readonly changes?: readonly Change[]
}

function moved({ look, actor }: Scene, ppks: PpksRow, act: PpksStepName, { note, on, set, changes }: Moved): Answer {
  const { to } = ppksRule(act)
  const done = { act, at: look.now, by: actor.staff, on: on ?? null, note }
  const { id: _id, version: _version, ...fields } = set ?? {}
  const own: Change = {
    table: 'ppks',
    id: ppks.id,
    base: ppks.version,
    set: {
      ...fields,
      status: to === 'same' ? ppks.status : to,
      course: canonical([...courseOf(ppks), done]),
      changedAt: look.now,
    },
  }
  return decided(`ppks-${act}`, look, note, [own, ...(changes ?? [])])
}

const decided = (action: string, { day }: PpksLook, note: string, changes: readonly Change[]): Answer =>
  ok({ action, note, say: {}, day, changes, jobs: [] })

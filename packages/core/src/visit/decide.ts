import type { Actor, StaffActor } from '../access/actor.ts'
import type { CaseRow } from '../case/case.ts'
import type { Policy } from '../case/policy.ts'
import { onList } from '../case/policy.ts'
import type { ExpectedPhoto, VisitData, VisitMove, VisitMoveOf } from '../contract/visit.ts'
import type { OfficeId, StaffId, VisitId } from '../kernel/id.ts'
import type { Day } from '../kernel/instant.ts'
import { dayMs, instantOf, startOfDay } from '../kernel/instant.ts'
import type { JsonObject } from '../kernel/json.ts'
import { canonical } from '../kernel/json.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { Change, Decision } from '../ledger/entry.ts'
import { covers, ledgerOf } from '../place/code.ts'
import type { VisitAct, VisitStep } from './moves.ts'
import { openVisit, plannedVisit, visitRights, visitRule } from './moves.ts'
import type { VisitRefusal } from './refusal.ts'
import type { VisitRow } from './visit.ts'

/** What a decision about a visit looks at beside it. */
export interface VisitLook {
  readonly visit: VisitRow | null
  /** The case that a visit is planned for, where whoever plans it sees it. */
  readonly kase: Pick<CaseRow, 'id' | 'number' | 'place'> | null
  /** Who may make visits at the office that is to go. */
  readonly visitors: ReadonlySet<StaffId>
  /** A picture that was sent before. */
  readonly blob: { readonly type: string; readonly size: number } | null
}
export const noVisit: VisitLook = { visit: null, kase: null, visitors: new Set(), blob: null }
export type VisitAnswer = Result<Decision, VisitRefusal>

interface Scene {
  readonly look: VisitLook
  readonly actor: StaffActor
  readonly policy: Policy
}

/** How far ahead a visit may be planned: a follow-up after 90 days, and what is due next year. */
const longestDays = 400

/** VISIT-1 to VISIT-7 Decides one act of a visit. Pure, resolved whole. */
export function decideVisit(id: VisitId, move: VisitMove, actor: Actor, look: VisitLook, policy: Policy): VisitAnswer {
  const needs = visitRights[move.action]
  if (actor.kind !== 'staff' || !needs.some((right) => actor.permissions.has(right)))
    return no({ code: 'not-permitted', needs })
  const scene = { look, actor, policy }
  if (move.action === 'plan') return look.visit ? no({ code: 'already-so' }) : plan(scene, id, move.data)
  if (!look.visit) return no({ code: 'unknown-visit' })
  const refusal = mayVisit(look.visit, move.action, actor)
  return refusal ? no(refusal) : step(scene, look.visit, move)
}

/** VISIT-2 Why this actor may not do that with a visit now; null where they may. */
export function mayVisit(
  visit: Pick<VisitRow, 'status' | 'office' | 'assignee' | 'place'>,
  act: VisitAct,
  actor: StaffActor,
): VisitRefusal | null {
  const { from } = visitRule(act)
  const needs = visitRights[act]
  if (!needs.some((right) => actor.permissions.has(right))) return { code: 'not-permitted', needs }
  const isOurs = visit.office === actor.office || visit.assignee === actor.staff
  const plans = needs.includes('visit.plan') && actor.permissions.has('visit.plan') && covers(actor.place, visit.place)
  if (!isOurs && !plans) return { code: 'not-here', office: visit.office }
  return from.includes(visit.status) ? null : { code: 'wrong-visit-status', status: visit.status, allowedFrom: from }
}

function step(scene: Scene, visit: VisitRow, move: VisitMoveOf<VisitAct>): VisitAnswer {
  switch (move.action) {
    case 'assign':
      return assign(scene, visit, move.data)
    case 'replan':
      return replan(scene, visit, move.data)
    case 'done':
      return done(scene, visit, move.data)
    case 'miss':
      return miss(scene, visit, move.data)
    case 'cancel':
      return moved(scene, visit, 'cancel', { note: move.data.note })
    case 'photo':
      return photo(scene, visit, move.data)
  }
}

/** VISIT-1 A visit goes to somebody in a village, for a reason, on a day, by an office that serves it. */
function plan(scene: Scene, id: VisitId, data: VisitData['plan']): VisitAnswer {
  const { actor, policy, look } = scene
  const refusal = unfitPlan(scene, data) ?? unfitGiven(scene, data) ?? unfitDay(data.day, policy)
  if (refusal) return no(refusal)
  const set: Omit<VisitRow, 'id' | 'version'> = {
    district: ledgerOf(data.place),
    place: data.place,
    caseId: look.kase?.id ?? null,
    caseNumber: look.kase?.number ?? null,
    family: data.family,
    person: data.person,
    whom: canonical(data.whom),
    trigger: data.trigger,
    ask: data.ask,
    proposal: data.proposal,
    ...dueOn(data.day, policy),
    office: data.office,
    assignee: data.assignee,
    status: plannedVisit,
    result: null,
    fit: null,
    report: null,
    spot: null,
    visitor: null,
    capturedAt: null,
    receivedAt: null,
    reason: null,
    note: null,
    tries: 1,
    plannedBy: actor.staff,
    plannedAt: policy.now,
    changedAt: policy.now,
  }
  return ok(decision(policy, 'visit-plan', '', { trigger: data.trigger }, [{ table: 'visit', id, base: 0, set }]))
}

function unfitPlan({ actor, policy, look }: Scene, data: VisitData['plan']): VisitRefusal | null {
  if (!covers(actor.place, data.place)) return { code: 'visit-elsewhere' }
  if (!onList(policy, 'visit-trigger', data.trigger)) return { code: 'unknown-reason' }
  if (data.case !== null && look.kase?.id !== data.case) return { code: 'visit-case' }
  return data.whom.name === '' && data.whom.address === '' ? { code: 'visit-nobody' } : null
}

/** VISIT-3 Whoever is sent works at an office that serves the village, and may make visits there. */
function unfitGiven(
  { look, policy }: Scene,
  { office: asked, assignee, place }: { office: OfficeId; assignee: StaffId | null; place: VisitRow['place'] },
): VisitRefusal | null {
  const office = policy.offices.get(asked)
  if (!office) return { code: 'unknown-office' }
  if (!office.active) return { code: 'office-not-active' }
  if (!covers(office.place, place)) return { code: 'visit-elsewhere' }
  return assignee !== null && !look.visitors.has(assignee) ? { code: 'assignee-not-here' } : null
}

const unfitDay = (day: Day, { day: today }: Policy): VisitRefusal | null =>
  day < today || Date.parse(day) > Date.parse(today) + longestDays * dayMs ? { code: 'visit-day' } : null

/** A visit of a day is late when the day is over where it is made. */
const dueOn = (day: Day, { calendar }: Policy): Pick<VisitRow, 'plannedFor' | 'dueAt' | 'overdueSince'> => ({
  plannedFor: day,
  dueAt: startOfDay(calendar.zone, day) + dayMs,
  overdueSince: null,
})

function assign(scene: Scene, visit: VisitRow, { office, assignee, note }: VisitData['assign']): VisitAnswer {
  if (visit.office === office && visit.assignee === assignee) return no({ code: 'already-so' })
  const refusal = unfitGiven(scene, { office, assignee, place: visit.place })
  return refusal ? no(refusal) : moved(scene, visit, 'assign', { office, assignee, note: note || null })
}

/** VISIT-4 Another day: as long as nobody was met. */
function replan(scene: Scene, visit: VisitRow, { day, note }: VisitData['replan']): VisitAnswer {
  const refusal = unfitDay(day, scene.policy)
  if (refusal) return no(refusal)
  const again = visit.status === plannedVisit ? {} : { reason: null, tries: visit.tries + 1 }
  return moved(scene, visit, 'replan', { ...dueOn(day, scene.policy), ...again, note: note || null })
}

/** VISIT-5 What was found, where and when; it came in now. */
function done(scene: Scene, visit: VisitRow, data: VisitData['done']): VisitAnswer {
  if (!onList(scene.policy, 'visit-result', data.result)) return no({ code: 'unknown-reason' })
  const { met, words, papers, agencies, followUp, photos = [], signer, unsigned } = data
  const refusal = unfitFiles(photos) ?? unfitSigned(data)
  if (refusal) return no(refusal)
  const signed = { ...(signer ? { signer } : {}), ...(unsigned ? { unsigned } : {}) }
  const set = {
    ...wasThere(scene, data),
    result: data.result,
    fit: data.fit,
    report: canonical({ met, words, papers: [...new Set(papers)], agencies, followUp, ...signed }),
    reason: null,
  }
  return moved(
    scene,
    visit,
    'done',
    set,
    photos.map((one) => expectedPhoto(scene, visit, one)),
  )
}

/** FIELD-15 Each file has a number of its own. */
const unfitFiles = (files: readonly ExpectedPhoto[]): VisitRefusal | null =>
  new Set(files.map(({ id }) => id)).size < files.length ? { code: 'unknown-file' } : null

/** FIELD-16 A signature is somebody's: one, with a name, and then nobody says that there is none. */
function unfitSigned({ photos = [], signer = '', unsigned = '' }: VisitData['done']): VisitRefusal | null {
  const drawn = photos.filter(({ kind }) => kind === 'signature').length
  const fits = drawn === 0 ? signer === '' : drawn === 1 && signer !== '' && unsigned === ''
  return fits ? null : { code: 'visit-signer' }
}

/** FIELD-14 A picture that the phone still has: what it will be is known already, and proved when it comes. */
function expectedPhoto({ policy }: Scene, visit: VisitRow, photo: ExpectedPhoto): Change {
  const { id, kind, sha256, type, size, capturedAt } = photo
  const shown = { kind, sha256, type, size, capturedAt: instantOf(capturedAt) }
  const set = { district: visit.district, visit: visit.id, ...shown, addedAt: policy.now }
  return { table: 'visitPhoto', id, base: 0, set }
}

/** VISIT-6 Nobody was met, for a reason of the list. */
function miss(scene: Scene, visit: VisitRow, data: VisitData['miss']): VisitAnswer {
  if (!onList(scene.policy, 'visit-missed', data.reason)) return no({ code: 'unknown-reason' })
  return moved(scene, visit, 'miss', { ...wasThere(scene, data), reason: data.reason, note: data.note || null })
}

const wasThere = ({ actor, policy }: Scene, data: Pick<VisitData['done'], 'spot' | 'capturedAt'>) => ({
  visitor: actor.staff,
  spot: data.spot && canonical(data.spot),
  capturedAt: instantOf(data.capturedAt),
  receivedAt: policy.now,
})

/** VISIT-7 A picture that was sent before becomes one of the visit's. */
function photo(scene: Scene, visit: VisitRow, data: VisitData['photo']): VisitAnswer {
  const { look, policy } = scene
  if (!look.blob?.type.startsWith('image/')) return no({ code: 'unknown-file' })
  const set = {
    district: visit.district,
    visit: visit.id,
    kind: data.kind,
    sha256: data.sha256,
    type: look.blob.type,
    size: look.blob.size,
    capturedAt: instantOf(data.capturedAt),
    addedAt: policy.now,
  }
  return moved(scene, visit, 'photo', {}, [{ table: 'visitPhoto', id: data.photo, base: 0, set }])
}

/** VISIT-9 Whether time has something to say of a visit: its day is over, and nobody knows yet. */
export const isLateNow = (
  { status, dueAt, overdueSince }: Pick<VisitRow, 'status' | 'dueAt' | 'overdueSince'>,
  now: number,
): boolean => openVisit.includes(status) && overdueSince === null && dueAt <= now

/** VISIT-9 The clock says once that a visit is late. */
export function decideVisitAsClock(visit: VisitRow, policy: Policy): VisitAnswer {
  return isLateNow(visit, policy.now)
    ? moved({ policy }, visit, 'overdue', { overdueSince: policy.now })
    : no({ code: 'already-so' })
}

function moved(
  { policy }: Pick<Scene, 'policy'>,
  visit: VisitRow,
  act: VisitStep,
  set: Partial<VisitRow>,
  more: readonly Change[] = [],
): VisitAnswer {
  const { id: _id, version: _version, ...fields } = set
  const { to } = visitRule(act)
  const status = to === 'same' ? visit.status : to
  const own: Change = {
    table: 'visit',
    id: visit.id,
    base: visit.version,
    set: { ...fields, status, changedAt: policy.now },
  }
  return ok(decision(policy, `visit-${act}`, set.note ?? '', {}, [own, ...more]))
}

const decision = (
  policy: Policy,
  action: string,
  note: string,
  say: JsonObject,
  changes: readonly Change[],
): Decision => ({ action, note, say, day: policy.day, changes, jobs: [] })

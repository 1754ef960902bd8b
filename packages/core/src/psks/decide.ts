import type { Actor, StaffActor } from '../access/actor.ts'
import type { PsksCommand, PsksCommandData } from '../contract/psks.ts'
import { psksCommandData } from '../contract/psks.ts'
import { monthOf } from '../figures/month.ts'
import { psksId } from '../kernel/id.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import { canonical } from '../kernel/json.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { Change, Decision } from '../ledger/entry.ts'
import type { PlaceCode } from '../place/code.ts'
import { covers, ledgerOf, levelOf } from '../place/code.ts'
import { wrongField } from './fields.ts'
import type { PsksKind } from './kinds.ts'
import type { PsksStep } from './moves.ts'
import { psksRule, registeredPsks, reportRule, sentReport } from './moves.ts'
import type { PsksPostingRow, PsksReportRow, PsksRow } from './psks.ts'
import type { PsksRefusal } from './refusal.ts'

export type PsksMove = {
  [Kind in PsksCommand]: { readonly kind: Kind; readonly subject: string; readonly data: PsksCommandData[Kind] }
}[PsksCommand]
type Later = Exclude<PsksMove, { kind: 'psks.register' }>
type Of<Kind extends PsksCommand> = Extract<PsksMove, { kind: Kind }>
type Answer = Result<Decision, PsksRefusal>

/** What a decision about a PSKS looks at. */
export interface PsksLook {
  readonly now: Instant
  readonly day: Day
  readonly psks: PsksRow | null
  /** Its reports, and its postings that have not ended. */
  readonly reports: readonly PsksReportRow[]
  readonly postings: readonly PsksPostingRow[]
  /** A kind as its list says it today; null where it is not on it. */
  readonly kind: (code: string) => PsksKind | null
  readonly knowsPlace: (place: PlaceCode) => boolean
  /** The number of the case that it is to look after, where the actor sees that case. */
  readonly caseNumber: string | null
  /** Whether the actor sees the visit that it is to go on, or be of use for. */
  readonly knowsVisit: boolean
  /** Whether whoever is named works at an office of the district. */
  readonly knowsStaff: boolean
}

interface Scene {
  readonly look: PsksLook
  readonly actor: StaffActor
}

/** PSKS-2 to PSKS-8 Decides one command about a PSKS. Pure, resolved whole. */
export function decidePsks(move: PsksMove, actor: Actor, look: PsksLook): Answer {
  const { right } = psksCommandData[move.kind]
  if (actor.kind !== 'staff' || !actor.permissions.has(right)) return no({ code: 'not-permitted', needs: [right] })
  const scene = { look, actor }
  if (move.kind === 'psks.register') return register(scene, move)
  const { psks } = look
  if (!psks) return no({ code: 'psks-unknown' })
  const refusal = mayNot(scene, psks, move)
  return refusal ? no(refusal) : step(scene, psks, move)
}

const stepOf = ({ kind }: Later) => kind.slice('psks.'.length) as PsksStep

function mayNot({ actor }: Scene, psks: PsksRow, move: Later): PsksRefusal | null {
  const { from, note, by } = psksRule(stepOf(move))
  if (!from.includes(psks.status)) return { code: 'psks-step', status: psks.status, allowedFrom: from }
  if (note && 'note' in move.data && move.data.note === '') return { code: 'note-missing' }
  if (by === 'anybody') return null
  if (!covers(actor.place, psks.place)) return { code: 'wrong-place' }
  if (by === 'home') return null
  if (!judges(actor)) return { code: 'psks-district' }
  return actor.staff === psks.registeredBy ? { code: 'psks-own' } : null
}

/** PSKS-3 A PSKS is verified from the district, or above it. */
const judges = ({ place }: StaffActor): boolean => !['village', 'subdistrict'].includes(levelOf(place))

function step(scene: Scene, psks: PsksRow, move: Later): Answer {
  const { look, actor } = scene
  switch (move.kind) {
    case 'psks.change':
      return change(scene, psks, move)
    case 'psks.verify':
      return moved(scene, psks, 'verify', { set: { verifiedBy: actor.staff, checkedOn: look.day, note: null } })
    case 'psks.renew':
      return moved(scene, psks, 'renew', { set: { checkedOn: look.day } })
    case 'psks.report':
      return report(scene, psks, move)
    case 'psks.accept-report':
    case 'psks.return-report':
      return judgeReport(scene, psks, move)
    case 'psks.add-event':
      return addEvent(scene, psks, move)
    case 'psks.set-user':
      return setUser(scene, psks, move)
    case 'psks.post':
      return post(scene, psks, move)
    case 'psks.end-posting':
      return endPosting(scene, psks, move)
    default:
      return moved(scene, psks, stepOf(move), { note: move.data.note, set: { note: move.data.note } })
  }
}

function register(scene: Scene, { subject, data }: Of<'psks.register'>): Answer {
  const { look, actor } = scene
  if (look.psks) return no({ code: 'already-so' })
  const said = wordsOf(scene, data)
  if (!said.ok) return said
  const set = {
    ...said.value,
    district: ledgerOf(data.place),
    office: actor.office,
    staff: null,
    status: registeredPsks,
    note: null,
    registeredBy: actor.staff,
    verifiedBy: null,
    checkedOn: null,
    registeredAt: look.now,
    changedAt: look.now,
  }
  return decided('psks-register', look, '', [{ table: 'psks', id: subject, base: 0, set }])
}

type Said = Pick<
  PsksRow,
  'kind' | 'who' | 'place' | 'serves' | 'name' | 'nik' | 'phone' | 'email' | 'address' | 'fields'
>

/** PSKS-4 What is said of a PSKS: a kind of the list and its fields, in and for places of whoever says it, by a name. */
function wordsOf({ look, actor }: Scene, data: PsksCommandData['psks.register']): Result<Said, PsksRefusal> {
  const { kind: code, place, serves, name, nik, phone, email, address, fields } = data
  const kind = look.kind(code)
  if (!kind) return no({ code: 'psks-kind' })
  if (levelOf(place) === 'province' || levelOf(place) === 'nation') return no({ code: 'wrong-place' })
  if (!covers(actor.place, place) || !look.knowsPlace(place)) return no({ code: 'wrong-place' })
  const within = (served: PlaceCode): boolean =>
    ledgerOf(served) === ledgerOf(place) && covers(actor.place, served) && look.knowsPlace(served)
  if (!serves.every(within)) return no({ code: 'psks-serves' })
  if (name.length < 3) return no({ code: 'psks-name' })
  const wrong = wrongField(kind, fields)
  if (wrong !== null) return no({ code: 'psks-field', field: wrong })
  const own = { place, serves: [...new Set(serves)], name, phone, email, address: address || null }
  // A body has no NIK; one that stands there belongs to somebody else.
  const number = kind.who === 'person' ? nik : null
  return ok({ ...own, kind: code, who: kind.who, nik: number, fields: canonical(fields) })
}

/** Whoever changes what is said has it verified by somebody else. */
function change(scene: Scene, psks: PsksRow, { data }: Of<'psks.change'>): Answer {
  const said = wordsOf(scene, data)
  if (!said.ok) return said
  if (ledgerOf(data.place) !== psks.district) return no({ code: 'wrong-place' })
  // A NIK is shown masked: whoever changes the rest says none, and it stays.
  const nik = said.value.who === 'person' ? (said.value.nik ?? psks.nik) : null
  const set = { ...said.value, nik, registeredBy: scene.actor.staff, verifiedBy: null, note: null }
  return moved(scene, psks, 'change', { set })
}

function report(scene: Scene, psks: PsksRow, { data }: Of<'psks.report'>): Answer {
  const { look, actor } = scene
  const { report: id, month, activities, days, people } = data
  if (month > monthOf(look.day)) return no({ code: 'psks-month' })
  const former = look.reports.find((one) => one.month === month)
  const again = former?.id === id && reportRule('report').from.includes(former.status)
  if ((former && !again) || (!former && look.reports.some((one) => one.id === id))) return no({ code: 'psks-report' })
  const set = {
    ...of(psks),
    month,
    activities,
    days,
    people,
    status: sentReport,
    note: null,
    sentBy: actor.staff,
    sentAt: look.now,
    judgedBy: null,
    judgedAt: null,
  }
  return touched(scene, psks, 'report', '', [{ table: 'psksReport', id, base: former?.version ?? 0, set }])
}

/** PSKS-5 Nobody accepts the report that they sent themselves: it is what a payment rests on. */
function judgeReport(scene: Scene, psks: PsksRow, move: Of<'psks.accept-report' | 'psks.return-report'>): Answer {
  const { look, actor } = scene
  const name = move.kind === 'psks.accept-report' ? 'accept-report' : 'return-report'
  const rule = reportRule(name)
  const sent = look.reports.find(({ id }) => id === move.data.report)
  if (!sent || !rule.from.includes(sent.status)) return no({ code: 'psks-report' })
  if (sent.sentBy === actor.staff) return no({ code: 'psks-own' })
  const note = 'note' in move.data ? move.data.note : null
  const set = { status: rule.to, note, judgedBy: actor.staff, judgedAt: look.now }
  return touched(scene, psks, name, note ?? '', [{ table: 'psksReport', id: sent.id, base: sent.version, set }])
}

function addEvent(scene: Scene, psks: PsksRow, { data }: Of<'psks.add-event'>): Answer {
  const { event, ...said } = data
  if (said.onDay > scene.look.day) return no({ code: 'psks-day' })
  const set = { ...of(psks), ...said, addedAt: scene.look.now }
  return touched(scene, psks, 'add-event', said.title, [{ table: 'psksEvent', id: event, base: 0, set }])
}

/** PSKS-13 Who has an account hears of their tasks themselves; one account is one PSKS's. */
function setUser(scene: Scene, psks: PsksRow, { data: { staff } }: Of<'psks.set-user'>): Answer {
  if (staff === psks.staff) return no({ code: 'already-so' })
  if (staff !== null && (psks.who !== 'person' || !scene.look.knowsStaff)) return no({ code: 'psks-user' })
  return moved(scene, psks, 'set-user', { set: { staff } })
}

/**
 * PSKS-7 A posting names the one thing that it is about, which whoever posts sees: a village only within what somebody
 * serves and their own office covers. Of one task that still runs there is one posting.
 */
function post(scene: Scene, psks: PsksRow, { data }: Of<'psks.post'>): Answer {
  const { look, actor } = scene
  const { posting, target, case: caseId, visit, village, task, from, until } = data
  const refusal = mayPost(scene, psks, data)
  if (refusal) return no(refusal)
  const set = {
    ...of(psks),
    target,
    caseId,
    caseNumber: target === 'case' ? look.caseNumber : null,
    visit,
    village,
    office: actor.office,
    task,
    fromDay: from,
    untilDay: until,
    endedOn: null,
    result: null,
    madeAt: look.now,
  }
  return touched(scene, psks, 'post', task, [{ table: 'psksPosting', id: posting, base: 0, set }])
}

function mayPost({ look, actor }: Scene, psks: PsksRow, data: PsksCommandData['psks.post']): PsksRefusal | null {
  const { target, case: caseId, visit, village, from, until } = data
  const named = { case: caseId, visit, village }
  const others = Object.entries(named).filter(([kind, said]) => kind !== target && said !== null)
  const isThere = { case: look.caseNumber !== null, visit: look.knowsVisit, village: true }[target]
  if (named[target] === null || others.length > 0 || !isThere) return { code: 'psks-posting' }
  if (village !== null && !mayServe({ look, actor }, psks, village)) return { code: 'psks-serves' }
  if (until !== null && until < from) return { code: 'psks-day' }
  return look.postings.some((one) => runsFor(one, named)) ? { code: 'psks-posted' } : null
}

const mayServe = ({ look, actor }: Scene, { serves }: PsksRow, village: PlaceCode): boolean =>
  serves.some((served) => covers(served, village)) && covers(actor.place, village) && look.knowsPlace(village)

const runsFor = (
  posting: PsksPostingRow,
  {
    case: caseId,
    visit,
    village,
  }: { readonly case: string | null; readonly visit: string | null; readonly village: string | null },
): boolean =>
  posting.endedOn === null && posting.caseId === caseId && posting.visit === visit && posting.village === village

function endPosting(scene: Scene, psks: PsksRow, { data: { posting, note } }: Of<'psks.end-posting'>): Answer {
  const { look } = scene
  const known = look.postings.find(({ id }) => id === posting)
  if (!known || known.endedOn !== null) return no({ code: 'psks-posting' })
  const set = { endedOn: look.day, result: note }
  return touched(scene, psks, 'end-posting', note, [{ table: 'psksPosting', id: posting, base: known.version, set }])
}

const of = ({ id, district }: PsksRow) => ({ psks: psksId.parse(id), district })

const touched = (scene: Scene, psks: PsksRow, act: PsksStep, note: string, changes: readonly Change[]): Answer =>
  moved(scene, psks, act, { note, changes })

interface Moved {
  readonly note?: string
  readonly set?: Partial<PsksRow>
  readonly changes?: readonly Change[]
}

function moved({ look }: Scene, psks: PsksRow, act: PsksStep, { note = '', set, changes = [] }: Moved): Answer {
  const { to } = psksRule(act)
  const { id: _id, version: _version, ...fields } = set ?? {}
  const status = to === 'same' ? psks.status : to
  const own: Change = {
    table: 'psks',
    id: psks.id,
    base: psks.version,
    set: { ...fields, status, changedAt: look.now },
  }
  return decided(`psks-${act}`, look, note, [own, ...changes])
}

const decided = (action: string, { day }: PsksLook, note: string, changes: readonly Change[]): Answer =>
  ok({ action, note, say: {}, day, changes, jobs: [] })

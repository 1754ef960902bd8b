import type { Actor } from '../access/actor.ts'
import { lacksRight } from '../access/can.ts'
import type { BlankRefusal, BlankRow } from '../blank/blank.ts'
import { blankRule, mayBeTyped } from '../blank/moves.ts'
import type { RegisterData } from '../contract/case.ts'
import type { CaseId, OfficeId } from '../kernel/id.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { Change, Decision } from '../ledger/entry.ts'
import type { OfficeRow, Offices } from '../office/office.ts'
import { receives, receptionFor } from '../office/office.ts'
import { ledgerOf } from '../place/code.ts'
import { lacksConsentWords } from '../referral/consent.ts'
import type { CaseRow } from './case.ts'
import { startClock } from './clock.ts'
import type { Surroundings } from './effects.ts'
import { registerRights } from './moves.ts'
import type { Policy } from './policy.ts'
import { hopTime, onList, totalLimit } from './policy.ts'
import { stepDueAt } from './pressing.ts'
import type { LawRefusal } from './refusal.ts'
import { reviewAtArrival } from './review.ts'

/** Hashes of the two secrets that open a case to its citizen; made outside, because core knows no keys. */
export interface Door {
  readonly short: string
  readonly long: string
}

/** The paper form that a case is typed from: null where its number is none of this district's. */
export interface Typed {
  readonly form?: BlankRow | null
}

/** Where somebody works now, and who is on duty for red cards, among the offices that a new case may come to. */
export type Arrival = Partial<Pick<Surroundings, 'staffed' | 'duty'>>

/**
 * CASE-0 Registers a case: at a desk it lies with the office that took it in, from home with the lowest office that
 * serves the place; OPEN-1 so does what an asked office brings. The first clock of the office and the clock from end to
 * end start now.
 */
export function registerCase(
  id: CaseId,
  data: RegisterData,
  actor: Actor,
  door: Door & Arrival & Typed,
  policy: Policy,
): Result<Decision, LawRefusal> {
  const lacking = lacksRight(actor, registerRights, { id })
  if (lacking) return no(lacking)
  const opener = openerOf(actor, policy.offices)
  const office = firstOffice(data, actor, policy, door.staffed)
  if (!office) return no({ code: 'wrong-place' })
  const unfit = unfitIn(data, actor, policy) ?? (opener ? unagreed(data) : null)
  if (unfit) return no(unfit)
  const typed = typedFrom(id, data, door, policy)
  if (!typed.ok) return typed
  const { receipt, changes } = typed.value
  const opened = opener ? openedBy(opener, data) : null
  const set = {
    ...newCase(data, office, receipt, policy, door.duty),
    ...reviewAtArrival(data, actor, policy),
    ...opened,
  }
  return ok({
    action: 'register',
    note: opened?.consentWords ?? '',
    say: saidOf(office, data, opened?.consent ?? null),
    day: policy.day,
    changes: [{ table: 'case', id, base: 0, set }, ...changes, ...filesOf(id, set, data)],
    jobs: [],
  })
}

/** FIELD-14 Pictures that the phone still has: the card shows since when they are on their way. */
const filesOf = (
  caseId: CaseId,
  { district, registeredAt }: NewCase,
  { files = [] }: RegisterData,
): readonly Change[] =>
  files.map(({ id, ...file }) => ({
    table: 'attachment',
    id,
    base: 0,
    set: { district, caseId, ...file, addedBy: 'staff', addedAt: registeredAt },
  }))

/** FIELD-15 Only a phone of staff keeps what is to come, and each file has a number of its own. */
function unfitPictures({ files = [] }: RegisterData, actor: Actor): LawRefusal | null {
  const numbers = new Set(files.map(({ id }) => id))
  return numbers.size < files.length || (files.length > 0 && actor.kind !== 'staff') ? { code: 'unknown-file' } : null
}

const saidOf = (
  office: OfficeRow,
  { form }: RegisterData,
  consent: string | null,
): Readonly<Record<string, string>> => ({
  office: office.name,
  ...(consent ? { consent } : {}),
  ...(form ? { form } : {}),
})

/** OPEN-1 The office that brings what it takes in to others: one that answers referrals keeps no case of its own. */
export function openerOf(actor: Actor, offices: Offices): OfficeRow | null {
  const office = actor.kind === 'staff' ? offices.get(actor.office) : undefined
  return office?.active && !receives(office) ? office : null
}

function unfitIn(data: RegisterData, actor: Actor, policy: Policy): LawRefusal | null {
  const category = policy.categories.get(data.category)
  if (!category) return { code: 'unknown-category' }
  if (!category.kinds.includes(data.kind)) return { code: 'wrong-kind', kind: data.kind, allowed: category.kinds }
  if (!onList(policy, 'channel', data.channel)) return { code: 'unknown-channel' }
  return !data.reporter.anonymous && data.client.name === '' ? { code: 'client-missing' } : unfitPictures(data, actor)
}

// OPEN-2 At a desk citizens speak for themselves; another office says by what right it tells of them.
const unagreed = ({ consent }: RegisterData): LawRefusal | null =>
  consent ? lacksConsentWords(consent) : { code: 'consent-missing' }

const openedBy = ({ id }: OfficeRow, { consent }: RegisterData) =>
  ({ openedBy: id, consent: consent?.basis ?? null, consentWords: consent?.words ?? null }) as const

/** BLANK-3 The receipt that the citizen holds already, where the case is typed from a paper form; and the form's own end. */
function typedFrom(
  id: CaseId,
  data: RegisterData,
  door: Door & Typed,
  { now }: Policy,
): Result<{ readonly receipt: Door; readonly changes: readonly Change[] }, BlankRefusal> {
  if (data.form === undefined) return ok({ receipt: door, changes: [] })
  const { form } = door
  if (!form) return no({ code: 'unknown-form' })
  if (!mayBeTyped(form.status)) return no({ code: 'wrong-form-status', status: form.status })
  const set = { status: blankRule('type').to, caseId: id, changedAt: now }
  const receipt = { short: form.doorShort, long: form.doorLong }
  return ok({ receipt, changes: [{ table: 'blank', id: form.id, base: form.version, set }] })
}

function firstOffice(
  data: RegisterData,
  actor: Actor,
  policy: Policy,
  staffed: ReadonlySet<OfficeId> | undefined,
): OfficeRow | null {
  if (actor.kind === 'citizen' || openerOf(actor, policy.offices))
    return receptionFor(data.place, policy.officesFor(data.place), {
      restricted: data.restricted !== null,
      ...(staffed ? { staffed } : {}),
    })
  const office = actor.kind === 'staff' ? policy.offices.get(actor.office) : undefined
  const served = office?.active && ledgerOf(office.place) === ledgerOf(data.place)
  return served ? office : null
}

/** What a registration says of a case. The rest comes with what is done to it, and is nothing until then. */
type NewCase = Omit<
  CaseRow,
  | 'id'
  | 'version'
  | 'openedBy'
  | 'consent'
  | 'consentWords'
  | 'number'
  | 'passed'
  | 'review'
  | 'sentBy'
  | 'remindedAt'
  | 'overdueSince'
  | 'nudges'
  | 'firstMinutes'
  | 'visitAt'
  | 'visits'
  | 'became'
  | 'becameAt'
  | 'erasureAskedBy'
  | 'erasureAskedAt'
  | 'erasureBasis'
>

function newCase(data: RegisterData, office: OfficeRow, door: Door, policy: Policy, duty: Arrival['duty']): NewCase {
  const { now, calendar } = policy
  const priority = data.red ? 'red' : 'normal'
  const { calendar: own, limit } = hopTime(policy, { category: data.category, priority }, office.level)
  const hop = startClock(own, now, limit)
  const promised = totalLimit(policy, data.category)
  return {
    district: ledgerOf(data.place),
    kind: data.kind,
    category: data.category,
    channel: data.channel,
    priority,
    place: data.place,
    office: office.id,
    registeredOffice: office.id,
    assignee: data.red ? (duty?.get(office.id) ?? null) : null,
    status: 'registered',
    statusBefore: null,
    decision: null,
    summary: data.summary,
    story: data.story,
    ...peopleOf(data),
    contactVia: data.contactVia,
    contactCare: data.contactCare ?? null,
    restricted: data.restricted,
    missing: null,
    outcome: null,
    result: null,
    closure: null,
    satisfaction: null,
    duplicateOf: null,
    appeals: [],
    openReferrals: 0,
    waitingOffice: null,
    hop,
    remindAt: stepDueAt('registered', { category: data.category, priority }, hop, office.level, policy),
    total: startClock(calendar, now, promised),
    promised,
    registeredAt: now,
    changedAt: now,
    answeredAt: null,
    closedAt: null,
    doorShort: door.short,
    doorLong: door.long,
  }
}

// Who reports for another without giving a name hides themselves, not the one in need.
function peopleOf({ client, reporter }: RegisterData) {
  const hidden = reporter.anonymous && reporter.relation === 'self'
  const known = hidden ? { name: '', nik: null, kk: null, phone: null, address: '' } : client
  return {
    clientName: known.name,
    clientNik: known.nik,
    clientKk: known.kk,
    clientPhone: known.phone,
    clientAddress: known.address,
    reporterName: reporter.anonymous ? null : reporter.name,
    reporterPhone: reporter.anonymous ? null : reporter.phone,
    reporterRelation: reporter.relation,
    anonymous: reporter.anonymous,
  }
}

import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { CaseRow, Clock, GrantField, GrantRow } from '@openslrt/core/case/case.ts'
import { grantFields } from '@openslrt/core/case/case.ts'
import { openMoves } from '@openslrt/core/case/decide.ts'
import { isAsked } from '@openslrt/core/case/erasure.ts'
import type { CaseAction } from '@openslrt/core/case/moves.ts'
import { hopTime, totalLimit } from '@openslrt/core/case/policy.ts'
import { outlookOf, stepOf } from '@openslrt/core/case/pressing.ts'
import { turnMinutes } from '@openslrt/core/case/review.ts'
import type { CaseCard, GrantLine, Offer } from '@openslrt/core/contract/case-queries.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { sayRefusal } from '@openslrt/core/i18n/refusal.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import type { Calendar } from '@openslrt/core/kernel/calendar.ts'
import { minutesOfDay, workingBetween } from '@openslrt/core/kernel/calendar.ts'
import { caseId } from '@openslrt/core/kernel/id.ts'
import { isBelow, type Offices, officeAbove } from '@openslrt/core/office/office.ts'
import { maskNumber, maskPhone } from '@openslrt/core/person/mask.ts'
import { covers } from '@openslrt/core/place/code.ts'
import { mayAsk, referralOffers } from '@openslrt/core/referral/decide.ts'
import type { ReferralRow } from '@openslrt/core/referral/referral.ts'
import type { PoolClient } from 'pg'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import type { Reference } from '../reference/index.ts'
import { withApplications } from './application-steps.ts'
import { lineOf } from './lines.ts'
import { filesOf, findCase, grantsOf, referralsOf } from './load.ts'
import { selectHistory, selectLine, selectMerged } from './queries.ts'
import { staffName } from './queries-erase.ts'
import { referralLineOf } from './referral-lines.ts'
import { shortWord } from './short-word.ts'
import { stepsOf } from './steps.ts'

interface Reader {
  readonly client: PoolClient
  readonly actor: StaffActor
  readonly keys: DistrictKeys
  readonly reference: Reference
  readonly lang: Lang
  readonly now: number
}

/** The case card, as far as this reader may see it; null when they may not see the case at all. */
export async function findCard(reader: Reader, district: string, id: string): Promise<CaseCard | null> {
  const { client, actor, keys } = reader
  const kase = await findCase(client, actor, district, id, keys)
  const [row] = kase ? await selectLine(client, actor, district, id) : []
  if (!kase || !row) return null
  const line = lineOf(row)
  const grants = await grantsOf(client, district, id, keys)
  const fields = fieldsFor(kase, actor, grants, reader.now)
  const referrals = await referralsOf(client, district, id, keys)
  const shown = fields.all ? referrals : referrals.filter(concerns(actor.office))
  const history = fields.has('history') ? await selectHistory(client, district, id) : []
  const steps = stepsOf(history, keys)
  const files = fields.has('files') ? await filesOf(client, district, id, keys) : []
  const merged = fields.all ? await selectMerged(client, district, id, kase.duplicateOf) : []
  const erasure = fields.all ? await erasureOf(client, kase, actor) : null
  return {
    line,
    sees: fields.all ? 'all' : 'grant',
    ...visible(kase, fields),
    ...resultOf(kase, fields.all),
    sentBy: await sentByOf(client, kase, fields),
    duplicateOf: merged.map(numbered).find((row) => row.id === kase.duplicateOf) ?? null,
    merged: merged.filter((row) => row.duplicate_of === kase.id).map(numbered),
    ...clocksOf(kase, reader),
    short: shortWord({ kase, line, steps, whole: fields.all }, reader),
    history: await withApplications(steps, kase, reader, fields.all),
    referrals: shown.map((row) => referralLineOf(row, kase, reader.reference)),
    attachments: files.map(({ id: file, name, type, size, addedAt, arrived }) => ({
      id: file,
      name,
      type,
      size,
      addedAt,
      arrived,
    })),
    grants: fields.all ? grantLinesOf(grants, reader.reference) : [],
    erasure,
    offers: offersOf(kase, reader),
    referralOffers: offersOfReferrals(kase, shown, reader),
  }
}

const concerns =
  (office: StaffActor['office']) =>
  ({ toOffice, fromOffice }: ReferralRow): boolean =>
    toOffice === office || fromOffice === office

/** SUPER-6 Who answers for what was sent into a review. */
async function sentByOf(client: PoolClient, { sentBy: id }: CaseRow, { all }: Fields): Promise<CaseCard['sentBy']> {
  return id === null || !all ? null : { id, name: await staffName(client, id) }
}

/** Whether somebody asked for this case to be erased, and nobody decided yet. */
async function erasureOf(client: PoolClient, kase: CaseRow, actor: StaffActor): Promise<CaseCard['erasure']> {
  const { erasureAskedBy: by, erasureAskedAt: at, erasureBasis: basis } = kase
  if (!isAsked(kase) || by === null || at === null || basis === null) return null
  return { byName: await staffName(client, by), own: by === actor.staff, at, basis }
}

/** Who else may see it, for those who see it whole: what was withdrawn is over, what ran out can be given again. */
function grantLinesOf(grants: readonly GrantRow[], reference: Reference): GrantLine[] {
  return grants
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .map(({ id, office, referral, fields, until }) => ({
      id,
      office,
      officeName: reference.offices().get(office)?.name ?? '',
      referral,
      fields: [...fields],
      until,
    }))
}

/** What the law leaves open, less what has nowhere to go: nothing rises above the top or is handed down from the ground. */
function offersOf(kase: CaseRow, { actor, reference, lang }: Reader): Offer[] {
  const offices = reference.offices()
  const nowhere = (action: CaseAction): Refusal | null => {
    if (action === 'escalate' || action === 'appeal')
      return officeAbove(kase.office, offices) ? null : { code: 'no-office-above' }
    if (action !== 'hand-down') return null
    return hasBelow(kase, offices) ? null : { code: 'not-below' }
  }
  return openMoves(kase, actor).map(({ action, refusal }) => offerOf(action, refusal ?? nowhere(action), lang))
}

function hasBelow({ office: from, place }: CaseRow, offices: Offices): boolean {
  for (const office of offices.values()) if (isBelow(office, from, place, offices)) return true
  return false
}

const numbered = ({ id, number }: { id: string; number: string }) => ({ id: caseId.parse(id), number })

export interface Fields {
  readonly all: boolean
  has(field: GrantField): boolean
}

/** ACCESS-7 Staff of the place or the office see the whole case; an office with a grant sees the fields that it names. */
export function fieldsFor(kase: CaseRow, actor: StaffActor, grants: readonly GrantRow[], now: number): Fields {
  const own = kase.office === actor.office || (actor.sees === 'place' && covers(actor.place, kase.place))
  const cleared = kase.restricted === null || actor.restricted.has(kase.restricted)
  if (own && cleared) return { all: true, has: () => true }
  const granted = new Set(
    grants
      .filter(({ office, withdrawnAt, until }) => office === actor.office && withdrawnAt === null && until > now)
      .flatMap(({ fields }) => fields),
  )
  return { all: false, has: (field) => grantFields.includes(field) && granted.has(field) }
}

/** Whether staff see a case whole, and not only what a grant names. */
export const seesWhole = (kase: CaseRow, actor: StaffActor, grants: readonly GrantRow[]): boolean =>
  fieldsFor(kase, actor, grants, Date.now()).all

function visible(
  kase: CaseRow,
  fields: Fields,
): Pick<CaseCard, 'channel' | 'story' | 'client' | 'reporter' | 'contactVia' | 'contactCare' | 'restricted'> {
  const identity = fields.has('identity')
  const contact = fields.has('contact')
  const client = {
    name: kase.clientName,
    nikMasked: identity ? maskNumber(kase.clientNik) : null,
    kkMasked: identity ? maskNumber(kase.clientKk) : null,
    phoneMasked: contact ? maskPhone(kase.clientPhone) : null,
    address: contact ? kase.clientAddress : '',
  }
  return {
    channel: kase.channel,
    story: fields.has('story') ? kase.story : null,
    client: fields.has('client') ? client : null,
    reporter: fields.all
      ? { name: kase.reporterName, relation: kase.reporterRelation, anonymous: kase.anonymous }
      : null,
    contactVia: contact ? kase.contactVia : null,
    contactCare: contact ? [...(kase.contactCare ?? [])] : [],
    restricted: kase.restricted,
  }
}

function resultOf(
  kase: CaseRow,
  all: boolean,
): Pick<
  CaseCard,
  | 'decision'
  | 'missing'
  | 'outcome'
  | 'result'
  | 'satisfaction'
  | 'answeredAt'
  | 'closedAt'
  | 'visitAt'
  | 'became'
  | 'becameAt'
> {
  const { decision, missing, outcome, result, satisfaction, answeredAt, closedAt, visitAt, became, becameAt } = kase
  return all
    ? { decision, missing, outcome, result, satisfaction, answeredAt, closedAt, visitAt, became, becameAt }
    : {
        decision,
        missing: null,
        outcome: null,
        result: null,
        satisfaction: null,
        answeredAt: null,
        closedAt: null,
        visitAt: null,
        became: null,
        becameAt: null,
      }
}

function clocksOf(
  kase: CaseRow,
  { reference, now }: Reader,
): Pick<
  CaseCard,
  | 'hop'
  | 'total'
  | 'hopLimit'
  | 'totalLimit'
  | 'dayMinutes'
  | 'hopDayMinutes'
  | 'stepDueAt'
  | 'outlook'
  | 'overdueSince'
> {
  const policy = reference.policyFor(kase.district, now, now)
  const level = policy.offices.get(kase.office)?.level ?? 'village'
  const own = hopTime(policy, kase, level)
  const counted = (clock: Clock, calendar: Calendar): Clock =>
    clock.dueAt === null ? clock : { ...clock, left: Math.round(workingBetween(calendar, now, clock.dueAt)) }
  return {
    hop: counted(kase.hop, own.calendar),
    total: counted(kase.total, policy.calendar),
    hopLimit: kase.review ? turnMinutes(policy) : own.limit,
    totalLimit: totalLimit(policy, kase.category),
    dayMinutes: minutesOfDay(policy.calendar),
    hopDayMinutes: minutesOfDay(own.calendar),
    stepDueAt: stepOf(kase, level, policy),
    outlook: outlookOf(kase, level, policy),
    overdueSince: kase.overdueSince,
  }
}

function offersOfReferrals(
  kase: CaseRow,
  shown: readonly ReferralRow[],
  { actor, lang }: Reader,
): CaseCard['referralOffers'] {
  const byReferral = shown.map((row) => [
    row.id,
    referralOffers(kase, row, actor).map(({ action, refusal }) => offerOf(action, refusal, lang)),
  ])
  return { ...Object.fromEntries(byReferral), new: [offerOf('request', mayAsk(kase, actor), lang)] }
}

const offerOf = (action: string, refusal: Refusal | null, lang: Lang): Offer => ({
  action,
  refusal,
  message: refusal ? sayRefusal(lang, refusal) : null,
})

import type { Permission } from '../access/permission.ts'
import type { Clock, ReviewState } from '../case/case.ts'
import type { CaseAction } from '../case/moves.ts'
import type { Windows } from '../case/policy.ts'
import type { OfficeId, StaffId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import { dayMs } from '../kernel/instant.ts'
import type { Payload } from '../ledger/entry.ts'
import type { ReferralStep } from '../referral/moves.ts'
import type { ReferralRow, ReferralStatus } from '../referral/referral.ts'
import type { StaffWord } from './staff-words.ts'
import type { CitizenWord } from './words.ts'

/** Whom something is told: the citizen, one officer, whoever has one of these rights at an office or over the place. */
export type Whom =
  | { readonly kind: 'citizen' }
  | { readonly kind: 'staff'; readonly staff: StaffId }
  | {
      readonly kind: 'office'
      readonly office: OfficeId
      readonly rights: readonly Permission[]
      /** Who is told otherwise. */
      readonly but?: StaffId
    }
  | { readonly kind: 'over'; readonly rights: readonly Permission[] }

/** What it says, as facts: words are found when somebody reads it. */
export interface Says {
  readonly office: OfficeId | null
  /** The day of the next step, where one is known. */
  readonly until: Instant | null
  readonly step: ReferralStatus | null
  /** What the citizen did. */
  readonly act: string | null
}

export type Notice =
  | { readonly whom: Extract<Whom, { kind: 'citizen' }>; readonly what: CitizenWord; readonly says: Says }
  | { readonly whom: Exclude<Whom, { kind: 'citizen' }>; readonly what: StaffWord; readonly says: Says }

/** How a case stands as far as notices need it, folded from its entries. */
export interface Standing {
  readonly office: OfficeId | null
  readonly assignee: StaffId | null
  readonly red: boolean
  readonly hop: Clock | null
  readonly total: Clock | null
  readonly askedBy: StaffId | null
  /** Whose turn a review is, and who answers for what was sent into it. */
  readonly review: ReviewState | null
  readonly sentBy: StaffId | null
  readonly referrals: ReadonlyMap<string, Pick<ReferralRow, 'fromOffice' | 'toOffice' | 'status'>>
}

export const nowhere: Standing = {
  office: null,
  assignee: null,
  red: false,
  hop: null,
  total: null,
  askedBy: null,
  review: null,
  sentBy: null,
  referrals: new Map(),
}

/** An entry as notices read it. `actor` is the ledger's name of who did it, `office` the one they acted from. */
export interface Told {
  readonly kind: string
  readonly actor: string
  readonly office: OfficeId | null
  readonly at: Instant
  readonly payload: Payload
}

/** Reads one entry of a case into how it stands. */
export function standingAfter(before: Standing, { changes }: Payload): Standing {
  let after = before
  for (const change of changes) {
    if (change.table === 'case') {
      const { office, assignee, priority, hop, total, erasureAskedBy, review, sentBy } = change.set
      after = {
        ...after,
        ...(office === undefined ? {} : { office }),
        ...(assignee === undefined ? {} : { assignee }),
        ...(priority === undefined ? {} : { red: priority === 'red' }),
        ...(hop === undefined ? {} : { hop }),
        ...(total === undefined ? {} : { total }),
        ...(review === undefined ? {} : { review }),
        ...(sentBy === undefined ? {} : { sentBy }),
        ...(erasureAskedBy === undefined ? {} : { askedBy: erasureAskedBy }),
      }
    }
    if (change.table === 'referral') after = { ...after, referrals: withReferral(after.referrals, change) }
  }
  return after
}

type ReferralChange = Extract<Payload['changes'][number], { table: 'referral' }>

function withReferral(known: Standing['referrals'], { id, set }: ReferralChange): Standing['referrals'] {
  const { fromOffice = known.get(id)?.fromOffice, toOffice = known.get(id)?.toOffice } = set
  const status = set.status ?? known.get(id)?.status
  return fromOffice && toOffice && status ? new Map([...known, [id, { fromOffice, toOffice, status }]]) : known
}

/** NOTICE-1 What is told to the citizen of each move: everything that their page shows. Null is nothing. */
const toCitizen: Readonly<Record<`case.${CaseAction}` | 'case.register', CitizenWord | null>> = {
  'case.register': 'received',
  'case.settle': 'settled',
  'case.take': 'taken',
  'case.assign': null,
  'case.return': 'returned',
  'case.complete': 'completed',
  'case.expire': 'expired',
  'case.recommend': 'recommended',
  'case.approve': 'approved',
  'case.send-back': 'checked-again',
  'case.reject': 'answered',
  'case.escalate': 'moved',
  'case.hand-down': 'moved',
  'case.take-back': 'moved',
  // Officers among themselves: the citizen is told what becomes of the case.
  'case.review-pass': null,
  'case.review-return': null,
  'case.review-mend': null,
  'case.review-hand': null,
  'case.review-lapse': null,
  // Somebody was there and spoke with them.
  'case.visit': null,
  'case.remind': null,
  'case.overdue': 'late',
  'case.set-red': null,
  'case.answer': 'answered',
  'case.confirm': 'closed',
  'case.dispute': 'reopened',
  'case.lapse': 'closed',
  'case.appeal': 'moved',
  'case.reopen': 'reopened',
  'case.merge': 'merged',
  'case.unmerge': 'unmerged',
  'case.cancel': 'cancelled',
  'case.note': null,
  'case.attach': null,
  'case.share': null,
  'case.restrict': null,
  'case.set-contact': null,
  'case.renew-secret': 'secret-renewed',
  'case.ask-erasure': 'erasure-asked',
  'case.decline-erasure': 'erasure-declined',
  // Nobody is left who could be told.
  'case.erase': null,
}

const referralWords: Readonly<Record<`referral.${ReferralStep | 'request' | 'redirect'}`, CitizenWord>> = {
  'referral.request': 'referred',
  'referral.redirect': 'referred',
  'referral.accept': 'referral',
  'referral.reject': 'referral',
  'referral.start': 'referral',
  'referral.hold': 'referral',
  'referral.supply': 'referral',
  'referral.complete': 'referral',
  'referral.fail': 'referral',
  'referral.cancel': 'referral',
  'referral.mark-error': 'referral',
}

const wordsByKind: ReadonlyMap<string, CitizenWord | null> = new Map(Object.entries({ ...toCitizen, ...referralWords }))

/** What a citizen is told of an entry of this kind; null where they are told nothing. */
export const citizenWordOf = (kind: string): CitizenWord | null => wordsByKind.get(kind) ?? null

/** NOTICE-1, NOTICE-2 Whom one entry tells what. Nobody is told what they did themselves. */
export function noticesOf(entry: Told, before: Standing, windows: Windows): readonly Notice[] {
  const after = standingAfter(before, entry.payload)
  const told = [...citizenNotice(entry, after, windows), ...staffNotices(entry, before, after)]
  return told.filter(({ whom }) => !(whom.kind === 'staff' && entry.actor === `staff:${whom.staff}`))
}

const plainly: Says = { office: null, until: null, step: null, act: null }
const byCitizen = ({ actor }: Told): boolean => actor.startsWith('citizen:')

function citizenNotice(entry: Told, after: Standing, windows: Windows): readonly Notice[] {
  const what = citizenWordOf(entry.kind)
  if (what === null || byCitizen(entry)) return []
  const referral = referralIn(entry, after)
  const says: Says = {
    ...plainly,
    office: referral?.toOffice ?? after.office,
    until: untilOf(what, entry.at, after, windows),
    step: referral?.status ?? null,
  }
  return [{ whom: { kind: 'citizen' }, what, says }]
}

function untilOf(what: CitizenWord, at: Instant, after: Standing, windows: Windows): Instant | null {
  if (what === 'returned') return at + windows.completeDays * dayMs
  if (what === 'answered') return at + windows.wordDays * dayMs
  return after.total?.dueAt ?? null
}

function referralIn({ payload }: Told, after: Standing) {
  const ids = payload.changes.filter(({ table }) => table === 'referral').map(({ id }) => id)
  // A redirect ends one and begins the next: the newest is told of.
  return after.referrals.get(ids.at(-1) ?? '')
}

const handlers: readonly Permission[] = ['case.handle', 'case.assign']

/** Whoever has a case in hand, or where nobody has, whoever at its office could take it. */
const holders = ({
  assignee,
  office,
}: Pick<Standing, 'assignee' | 'office'>): readonly Exclude<Whom, { kind: 'citizen' }>[] => {
  if (assignee) return [{ kind: 'staff', staff: assignee }]
  return office ? [{ kind: 'office', office, rights: handlers }] : []
}

function staffNotices(entry: Told, before: Standing, after: Standing): readonly Notice[] {
  return [
    ...reviews(before, after),
    ...arrivals(entry, before, after),
    ...leavings(entry, before, after),
    ...handings(before, after),
    ...deeds(entry, before, after),
    ...referralNotices(entry, after),
  ]
}

/** SUPER-8 Whoever has the turn of a review learns it: those who look, or the one who is to mend. */
function reviews(before: Standing, after: Standing): readonly Notice[] {
  const { review, sentBy, office, hop } = after
  if (!review || (review === before.review && sentBy === before.sentBy)) return []
  const says = { ...plainly, office, until: hop?.dueAt ?? null }
  if (review === 'returned') return sentBy ? [told({ kind: 'staff', staff: sentBy }, 'review-returned', says)] : []
  return review === before.review ? [] : [told({ kind: 'over', rights: ['case.review'] }, 'to-review', says)]
}

/** An office learns of a case when it may do something with it: not while it is under review. */
function arrivals({ kind }: Told, before: Standing, after: Standing): readonly Notice[] {
  const isReviewed = before.review !== null && after.review === null && kind !== 'case.cancel'
  const reached = after.office !== before.office || isReviewed
  if (after.office === null || !reached || after.review) return []
  const urgent = redCards(before, after)
  const but = urgent.length > 0 && after.assignee ? { but: after.assignee } : {}
  const whom = { kind: 'office', office: after.office, rights: handlers, ...but } as const
  return [told(whom, 'arrived', { ...plainly, office: before.office }), ...urgent]
}

/** NOTICE-19 Who is to answer a red card learns that it is theirs now, and until when. */
function redCards(before: Standing, after: Standing): readonly Notice[] {
  const { red, assignee, office, hop } = after
  const known = before.red && before.assignee === assignee && before.office === office
  if (!red || assignee === null || known) return []
  return [told({ kind: 'staff', staff: assignee }, 'red-card', { ...plainly, office, until: hop?.dueAt ?? null })]
}

/** Whoever had it learns that it went elsewhere; who sent it away from their own desk knows. */
function leavings(entry: Told, before: Standing, after: Standing): readonly Notice[] {
  if (before.office === null || after.office === before.office) return []
  const own = before.assignee === null && entry.office === before.office
  const says = { ...plainly, office: after.office }
  return own ? [] : holders(before).map((whom): Notice => told(whom, 'taken-away', says))
}

function handings(before: Standing, after: Standing): readonly Notice[] {
  if (after.office !== before.office) return []
  const urgent = redCards(before, after)
  if (after.assignee === before.assignee) return urgent
  const to =
    after.assignee && urgent.length === 0
      ? [told({ kind: 'staff', staff: after.assignee }, 'handed', { ...plainly, office: after.office })]
      : []
  const from = before.assignee ? [told({ kind: 'staff', staff: before.assignee }, 'taken-away', plainly)] : []
  return [...urgent, ...to, ...from]
}

const told = (whom: Exclude<Whom, { kind: 'citizen' }>, what: StaffWord, says: Says): Notice => ({ whom, what, says })

// The citizen's word, also where an officer at the desk passes it on.
const spoken: ReadonlySet<string> = new Set(['case.complete', 'case.confirm', 'case.dispute'])
/** An officer who does these decides; only the citizen's own are a word of theirs. */
const spokenAlone: ReadonlySet<string> = new Set(['case.reopen', 'case.cancel'])
const decided: ReadonlySet<string> = new Set(['case.approve', 'case.send-back', 'case.reject'])

/** Who hands work over: whoever can do something about a case that nobody came to in time. */
const chiefs = { kind: 'over', rights: ['case.assign'] } as const satisfies Whom

/** NOTICE-8 What the clock said of a case. */
function presses(kind: 'case.remind' | 'case.overdue', after: Standing): readonly Notice[] {
  const until = after.hop?.dueAt ?? null
  return kind === 'case.remind'
    ? holders(after).map((whom) => told(whom, 'due-soon', { ...plainly, until }))
    : [...holders(after), chiefs].map((whom) => told(whom, 'overdue', { ...plainly, office: after.office }))
}

/** What somebody else did with a case that an officer waits for. */
function deeds(entry: Told, before: Standing, after: Standing): readonly Notice[] {
  const { kind } = entry
  const act = kind.slice('case.'.length)
  if (spoken.has(kind) || (byCitizen(entry) && spokenAlone.has(kind)))
    return holders(after).map((whom) => told(whom, 'citizen-spoke', { ...plainly, act }))
  if (kind === 'case.remind' || kind === 'case.overdue') return presses(kind, after)
  if (kind === 'case.recommend' && after.office)
    return [told({ kind: 'office', office: after.office, rights: ['case.decide'] }, 'to-decide', plainly)]
  if (decided.has(kind) && after.assignee)
    return [told({ kind: 'staff', staff: after.assignee }, 'decided', { ...plainly, act })]
  return erasures(kind, before)
}

function erasures(kind: string, { askedBy }: Standing): readonly Notice[] {
  if (kind === 'case.ask-erasure') return [told({ kind: 'over', rights: ['case.erase'] }, 'erasure-asked', plainly)]
  if (kind === 'case.decline-erasure' && askedBy)
    return [told({ kind: 'staff', staff: askedBy }, 'erasure-declined', plainly)]
  return []
}

const answers: readonly Permission[] = ['referral.answer']
const askedAnew: ReadonlySet<string> = new Set(['referral.request', 'referral.redirect'])
const byRequester: ReadonlySet<string> = new Set(['referral.supply', 'referral.cancel', 'referral.mark-error'])

/** A link is handed out by whoever makes it; what is done with it is told. */
const silentLinks: ReadonlySet<string> = new Set(['referral.give-link', 'referral.revoke-link'])

function referralNotices(entry: Told, after: Standing): readonly Notice[] {
  const referral = referralIn(entry, after)
  if (!referral || !entry.kind.startsWith('referral.')) return []
  const says = { ...plainly, step: referral.status }
  const asked = { kind: 'office', office: referral.toOffice, rights: answers } as const
  if (askedAnew.has(entry.kind)) return [told(asked, 'referral-asked', { ...says, office: referral.fromOffice })]
  if (byRequester.has(entry.kind)) return [told(asked, 'referral-moved', { ...says, office: referral.fromOffice })]
  if (entry.kind === 'referral.remind') return [told(asked, 'due-soon', says)]
  if (entry.kind === 'referral.overdue')
    return [asked, ...holders(after)].map((whom) => told(whom, 'overdue', { ...says, office: referral.toOffice }))
  if (silentLinks.has(entry.kind)) return []
  return holders(after).map((whom) => told(whom, 'referral-answered', { ...says, office: referral.toOffice }))
}

// Somebody walks there, or types a message by hand: only for what asks something of the citizen, or ends the matter.
const worthAVisit: ReadonlySet<string> = new Set<CitizenWord>([
  'returned',
  'expired',
  'answered',
  'closed',
  'merged',
  'cancelled',
  'referred',
  'erasure-asked',
  'erasure-declined',
  'proposal-rejected',
  'programme',
])

/** NOTICE-13 Whether a citizen is told this by mouth or by hand, where no message reaches them by itself. */
export const isWorthAVisit = (what: string): boolean => worthAVisit.has(what)

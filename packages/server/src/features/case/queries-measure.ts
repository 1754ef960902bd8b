import type { CaseMeasure } from '@openslrt/core/case/measures.ts'
import { activeStatuses, withdrawnStatuses } from '@openslrt/core/case/moves.ts'
import { referralsThat } from '@openslrt/core/referral/moves.ts'
import type { ReferralStatus } from '@openslrt/core/referral/referral.ts'
import type { Fragment } from '../../platform/db/sql.ts'
import { sql } from '../../platform/db/sql.ts'

/** Days of a district's zone; an end that is left open is open. */
export interface Span {
  readonly from: string | undefined
  readonly to: string | undefined
  readonly zone: string
  /** What "now" is for measures that hold at this moment. */
  readonly now: number
  /** Before which moment a case must have changed last to be standing still now. */
  readonly stale: number
}

/**
 * What a figure counts, as a condition on cases. Dashboards count with these and lists open with these: a figure and
 * the list behind it can't disagree. Each says what the message `measure.<name>.what` says, no more and no less.
 */
export const measureCondition = (measure: CaseMeasure, span: Span): Fragment => conditions[measure](span)

// What is active is open: said too, so that the index of what is open serves it.
const active = sql`(c.closed_at is null and c.status = any(${[...activeStatuses]}::text[]))`
const answered = (span: Span): Fragment =>
  sql`${within(sql`c.answered_at`, span)} and c.status <> all(${[...withdrawnStatuses]}::text[])`

/** Measures of what may happen to a case more than once: it is read from these entries. */
export const entryKinds = {
  disputed: ['case.dispute'],
  escalated: ['case.escalate', 'case.appeal'],
  returned: ['case.return'],
  reopened: ['case.dispute', 'case.appeal', 'case.reopen'],
} as const satisfies { readonly [Measure in CaseMeasure]?: readonly string[] }

const conditions: Readonly<Record<CaseMeasure, (span: Span) => Fragment>> = {
  registered: (span) => within(sql`c.registered_at`, span),
  responded: (span) => sql`${within(sql`c.registered_at`, span)} and c.first_minutes is not null`,
  // An answer that the citizen disputed is taken back (`answered_at` is null again): only one that stands counts.
  handled: answered,
  // A clock keeps what was left of it when the answer was given; below zero it was late.
  'on-time': (span) => sql`${answered(span)} and c.total_left >= 0`,
  answered: (span) => sql`${answered(span)} and c.closure is distinct from 'settled'`,
  settled: (span) => closed('settled', span),
  confirmed: (span) => closed('confirmed', span),
  'no-word': (span) => closed('no-word', span),
  disputed: (span) => happened(entryKinds.disputed, span),
  escalated: (span) => happened(entryKinds.escalated, span),
  returned: (span) => happened(entryKinds.returned, span),
  reopened: (span) => happened(entryKinds.reopened, span),
  referred: (span) => referred(referralsThat.stand, span),
  'referral-accepted': (span) => referred(referralsThat['were-taken'], span),
  'referral-completed': (span) => referred(referralsThat['were-done'], span),
  'referral-declined': (span) => referred(referralsThat['were-declined'], span),
  satisfied: (span) => sql`${closed('confirmed', span)} and c.satisfaction >= 4`,
  visited: (span) => within(sql`c.became_at`, span),
  better: (span) => sql`${within(sql`c.became_at`, span)} and c.became = any(${['better', 'needs-more']}::text[])`,
  open: () => active,
  'visit-late': ({ now }) => sql`c.visit_at < ${new Date(now)}::timestamptz`,
  late: ({ now }) => sql`${active} and least(c.hop_due_at, c.total_due_at) < ${new Date(now)}::timestamptz`,
  // As `outlookOf` in core tells it: the clock has reminded of this step, or is about to; or the office may take longer than
  // was promised.
  'at-risk': ({ now }) => {
    const at = sql`${new Date(now)}::timestamptz`
    return sql`${active} and least(c.hop_due_at, c.total_due_at) > ${at} and c.hop_due_at is not null
      and (c.reminded_at is not null or c.remind_at <= ${at} or c.hop_due_at > c.total_due_at)`
  },
  stale: ({ stale }) => sql`${active} and c.hop_due_at is not null and c.changed_at < ${new Date(stale)}::timestamptz`,
}

const closed = (closure: string, span: Span): Fragment =>
  sql`${within(sql`c.closed_at`, span)} and c.closure = ${closure}`

// What may happen to a case more than once, or is gone from its row, is read from its ledger.
const happened = (kinds: readonly string[], span: Span): Fragment =>
  sql`exists (select 1 from ledger l where l.district = c.district and l.subject = c.id and l.kind = any(${[...kinds]}::text[]) and ${within(sql`l.received_at`, span)})`

const referred = (statuses: readonly ReferralStatus[], span: Span): Fragment =>
  sql`exists (select 1 from referral r where r.district = c.district and r.case_id = c.id and r.status = any(${[...statuses]}::text[]) and ${within(sql`r.requested_at`, span)})`

/** Whether a moment lies in the days of a span. */
export function within(column: Fragment, { from, to, zone }: Span): Fragment {
  const start = from ? sql`${column} >= (${from}::date)::timestamp at time zone ${zone}` : sql`${column} is not null`
  return to ? sql`${start} and ${column} < (${to}::date + 1)::timestamp at time zone ${zone}` : start
}

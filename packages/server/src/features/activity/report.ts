import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { mayPay } from '@openslrt/core/activity/decide.ts'
import { payActs, payRule } from '@openslrt/core/activity/moves.ts'
import type { ActivityCount, ActivityReport } from '@openslrt/core/contract/activity.ts'
import { activityReport } from '@openslrt/core/contract/activity.ts'
import type { Month } from '@openslrt/core/figures/month.ts'
import { monthOf } from '@openslrt/core/figures/month.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { shortName } from '@openslrt/core/person/short-name.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import { openVisit } from '@openslrt/core/visit/moves.ts'
import { whomOf } from '@openslrt/core/visit/visit.ts'
import type { PoolClient } from 'pg'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { namesOn, placeOf, todayIn } from '../reference/index.ts'
import type { LineRow, Look, VisitOfMonthRow } from './queries.ts'
import { selectCasesOf, selectVisitsOf } from './queries.ts'
import { selectPayOf } from './queries-pay.ts'

/** SUPER-14 All that the figures of one line count, row by row. */
export async function reportOf(
  parts: CaseParts,
  client: PoolClient,
  look: Look,
  row: LineRow,
): Promise<ActivityReport> {
  const { reader, now, period } = look
  const visits: ReturnType<typeof visitOf>[] = []
  for (const visit of await selectVisitsOf(client, look, row.staff))
    visits.push(visitOf(parts, now, visit, await parts.ledger.keys.forDistrict(visit.district)))
  const pay = await payOf(client, look, row.staff)
  const cases = await selectCasesOf(client, look, row.staff)
  return activityReport.parse({
    staff: row.staff,
    name: row.name,
    offices: row.offices,
    placeName: (await placeOf(client, reader.place))?.name ?? reader.place,
    district: ledgerOf(reader.place),
    month: monthOf(period.from),
    at: now,
    counts: countsOf(row),
    visits,
    cases: cases.map(({ place_name, category, ...kase }) => ({
      ...kase,
      placeName: place_name,
      categoryNames: namesOn(
        parts.reference,
        'category',
        kase.district,
        todayIn(parts.reference, kase.district),
        category,
      ),
    })),
    ...pay,
  })
}

/** SUPER-19 Where the payment stands, and what the reader may do about it. */
async function payOf(client: PoolClient, { reader, period, zone, now }: Look, staff: string) {
  const month = monthOf(period.from)
  const row = await selectPayOf(client, reader, { district: ledgerOf(reader.place), staff, month })
  if (!row) return { pay: null, acts: maySend(reader, staff, month, monthOf(dayIn(zone, now))) ? ['send'] : [] }
  const pay = rowOf('activityPay', row, null)
  const acts = payActs.filter((act) => mayPay(pay, act, reader) === null)
  return { pay: { ...pay, judgedByName: row.judged_by_name }, acts }
}

const maySend = (reader: StaffActor, staff: string, month: Month, present: Month): boolean =>
  staff === reader.staff && reader.permissions.has(payRule('send').by) && month <= present

type Keys = Parameters<typeof rowOf>[2]

function visitOf({ reference }: CaseParts, now: number, row: VisitOfMonthRow, keys: Keys) {
  const visit = rowOf('visit', row, keys)
  const { id, district, status, trigger, result, dueAt } = visit
  const today = todayIn(reference, district)
  return {
    id,
    district,
    day: row.day,
    placeName: row.place_name,
    name: shortName(whomOf(visit).name),
    triggerNames: namesOn(reference, 'visit-trigger', district, today, trigger),
    status,
    late: openVisit.includes(status) && dueAt <= now,
    resultNames: result === null ? null : namesOn(reference, 'visit-result', district, today, result),
  }
}

/** The figures of a line alone. */
export const countsOf = (row: LineRow): Record<ActivityCount, number> => {
  const { done, missed, due, late, families, people, cases, closed, returned } = row
  return { done, missed, due, late, families, people, cases, closed, returned }
}

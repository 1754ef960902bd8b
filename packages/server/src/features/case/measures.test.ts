import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { CaseMeasure } from '@openslrt/core/case/measures.ts'
import { caseMeasures, isStanding } from '@openslrt/core/case/measures.ts'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import type { Period } from '@openslrt/core/figures/period.ts'
import { addDays } from '@openslrt/core/figures/period.ts'
import { minutesOfDay, workingBetween } from '@openslrt/core/kernel/calendar.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { aCalendar } from '@openslrt/core/testing/a-policy.ts'
import { seed } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { makeDemo } from '../../demo/make-demo.ts'
import type { Client } from '../../testing/client.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'

/** What a case, its referrals and its ledger say, as their tables have it: moments in milliseconds. */
interface Seen {
  readonly id: string
  readonly status: string
  readonly closure: string | null
  readonly registered: number
  readonly answered: number | null
  readonly closed: number | null
  readonly left: number | null
  readonly first: number | null
  readonly satisfaction: number | null
  readonly became: string | null
  readonly becameAt: number | null
  readonly visit: number | null
  readonly due: number | null
  readonly hop: number | null
  readonly total: number | null
  readonly remind: number | null
  readonly reminded: number | null
  readonly changed: number
  readonly entries: readonly { readonly kind: string; readonly at: number }[]
  readonly referrals: readonly { readonly status: string; readonly at: number }[]
}

const today = dayIn('Asia/Jakarta', Date.now())
let house: TestHouse
let manager: Client
let seen: readonly Seen[]

before(async () => {
  house = await startTestHouse({ logLevel: 'silent' })
  const wish = { say: () => undefined, signal: new AbortController().signal, onMarked: async () => undefined }
  await makeDemo(house.parts, house.ownerUrl, { cases: 160, ...wish })
  await scatter()
  const [post] = await house.owner<{ staff: string; office: string }>(
    "select p.staff, p.office from post p join credential c on c.staff = p.staff where c.name = 'manajer.slrt'",
  )
  assert.ok(post)
  manager = await house.signIn(post.staff, post.office)
  const visible = new Set(await listed({}))
  seen = (await readCases()).filter(({ id }) => visible.has(id))
})
after(() => house.close())

/** What a year seldom brings: an answer in a case that was merged or cancelled later, on the edge of a day, or to the minute. */
async function scatter(): Promise<void> {
  await house.owner(
    `update cases c set satisfaction = 1 + n % 5, became = ($1::text[])[1 + n % 4],
       became_at = case when n % 3 = 0 then null else coalesce(closed_at, registered_at) end,
       visit_at = case n % 4 when 0 then null when 1 then now() + interval '1 day' else now() - interval '1 day' end
     from (select id, row_number() over (order by number)::int as n from cases) x where x.id = c.id`,
    [['better', 'same', 'needs-more', 'died']],
  )
  await house.owner(
    `update cases c set
       status = case n % 11 when 0 then 'duplicate' when 1 then 'cancelled' else status end,
       total_left = case when answered_at is null then total_left when n % 3 = 0 then 0 when n % 3 = 1 then -1 else 1 end,
       answered_at = case when n % 5 < 2 then (answered_at at time zone 'Asia/Jakarta')::date at time zone 'Asia/Jakarta' - (n % 5) * interval '1 millisecond' else answered_at end,
       registered_at = case when n % 7 < 2 then (registered_at at time zone 'Asia/Jakarta')::date at time zone 'Asia/Jakarta' - (n % 7) * interval '1 millisecond' else registered_at end
     from (select id, row_number() over (order by number)::int as n from cases) x where x.id = c.id`,
  )
  await house.owner(
    `update referral r set status = ($1::text[])[1 + n % 8]
     from (select id, row_number() over (order by id)::int as n from referral) x where x.id = r.id`,
    [['requested', 'accepted', 'rejected', 'in-progress', 'on-hold', 'completed', 'failed', 'entered-in-error']],
  )
}

async function readCases(): Promise<readonly Seen[]> {
  const ms = (column: string): string => `floor(extract(epoch from ${column}) * 1000)::float8`
  return house.owner<Seen & { [key: string]: unknown }>(
    `select id, status, closure, satisfaction, became, ${ms('became_at')} as "becameAt", ${ms('visit_at')} as visit, ${ms('registered_at')} as registered, ${ms('answered_at')} as answered, ${ms('closed_at')} as closed,
       total_left::float8 as left, first_minutes::float8 as first, ${ms('least(hop_due_at, total_due_at)')} as due, ${ms('hop_due_at')} as hop, ${ms('total_due_at')} as total, ${ms('remind_at')} as remind,
       ${ms('reminded_at')} as reminded, ${ms('changed_at')} as changed,
       coalesce((select json_agg(json_build_object('kind', l.kind, 'at', ${ms('l.received_at')})) from ledger l where l.subject = c.id), '[]') as entries,
       coalesce((select json_agg(json_build_object('status', r.status, 'at', ${ms('r.requested_at')})) from referral r where r.case_id = c.id), '[]') as referrals
     from cases c`,
  )
}

async function listed(query: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const ids: string[] = []
  for (let page = 1; ; page++) {
    const asked = { queue: 'all', ...query, page: String(page) }
    const { items, total, size } = await manager.read(caseRoutes.queue, { query: asked })
    ids.push(...items.map(({ id }) => id))
    if (page * size >= total) return ids.toSorted()
  }
}

type Told = (kase: Seen, isIn: (at: number | null) => boolean) => boolean
const handled: Told = ({ status, answered }, isIn) => isIn(answered) && status !== 'duplicate' && status !== 'cancelled'
const closedAs =
  (closure: string): Told =>
  (kase, isIn) =>
    isIn(kase.closed) && kase.closure === closure
const happened =
  (...kinds: readonly string[]): Told =>
  ({ entries }, isIn) =>
    entries.some(({ kind, at }) => kinds.includes(kind) && isIn(at))
const referred =
  (...statuses: readonly string[]): Told =>
  ({ referrals }, isIn) =>
    referrals.some(({ status, at }) => statuses.includes(status) && isIn(at))
const isOpen: Told = ({ status }) => ['registered', 'handling', 'returned', 'recommended'].includes(status)

/** Each measure once more, as its sentence on the screen says it, over what the tables hold. */
const spec: Readonly<Record<CaseMeasure, Told>> = {
  registered: ({ registered }, isIn) => isIn(registered),
  responded: ({ registered, first }, isIn) => isIn(registered) && first !== null,
  handled,
  'on-time': (kase, isIn) => handled(kase, isIn) && kase.left !== null && kase.left >= 0,
  answered: (kase, isIn) => handled(kase, isIn) && kase.closure !== 'settled',
  settled: closedAs('settled'),
  confirmed: closedAs('confirmed'),
  'no-word': closedAs('no-word'),
  disputed: happened('case.dispute'),
  escalated: happened('case.escalate', 'case.appeal'),
  returned: happened('case.return'),
  reopened: happened('case.dispute', 'case.appeal', 'case.reopen'),
  referred: referred('requested', 'accepted', 'rejected', 'in-progress', 'on-hold', 'completed', 'failed', 'cancelled'),
  'referral-accepted': referred('accepted', 'in-progress', 'completed', 'failed'),
  'referral-completed': referred('completed'),
  'referral-declined': referred('rejected'),
  satisfied: (kase, isIn) => closedAs('confirmed')(kase, isIn) && (kase.satisfaction ?? 0) >= 4,
  visited: ({ becameAt }, isIn) => isIn(becameAt),
  better: ({ became, becameAt }, isIn) => isIn(becameAt) && ['better', 'needs-more'].includes(became ?? ''),
  'visit-late': ({ visit }) => visit !== null && visit < Date.now(),
  open: isOpen,
  late: (kase, isIn) => isOpen(kase, isIn) && kase.due !== null && kase.due < Date.now(),
  'at-risk': (kase, isIn) =>
    isOpen(kase, isIn) &&
    kase.hop !== null &&
    Math.min(kase.hop, kase.total ?? kase.hop) > Date.now() &&
    (kase.reminded !== null ||
      (kase.remind !== null && kase.remind <= Date.now()) ||
      (kase.total !== null && kase.hop > kase.total)),
  stale: (kase, isIn) =>
    isOpen(kase, isIn) &&
    kase.hop !== null &&
    workingBetween(aCalendar(), kase.changed, Date.now()) > 5 * minutesOfDay(aCalendar()),
}

const toldBy = (measure: CaseMeasure, { from, to }: Period): readonly string[] => {
  const isIn = (at: number | null): boolean => {
    const day = at === null ? '' : dayIn('Asia/Jakarta', at)
    return day >= from && day <= to
  }
  return seen
    .filter((kase) => spec[measure](kase, isIn))
    .map(({ id }) => id)
    .toSorted()
}

const wholeYear: Period = { from: addDays(today, -366), to: today }

for (const measure of caseMeasures) {
  test(`FIG-12 "${measure}" lists what its sentence says, over a year and on single days`, async () => {
    const year = toldBy(measure, wholeYear)
    assert.deepEqual(await listed({ measure, ...wholeYear }), year)
    assert.ok(year.length > 0, 'the year has one')
    assert.ok(measure === 'registered' || year.length < seen.length, 'and not all are')
  })
}

test('FIG-12 whatever days are asked for, every measure lists exactly the cases of those days', async (context) => {
  context.diagnostic(`FC_SEED=${seed}`)
  const moments = seen.flatMap(({ registered, answered }) =>
    answered === null ? [registered] : [registered, answered],
  )
  const someDay = fc.constantFrom(...new Set(moments.map((at) => dayIn('Asia/Jakarta', at))))
  const some = fc.constantFrom(...caseMeasures.filter((measure) => !isStanding(measure)))
  const holds = fc.asyncProperty(some, someDay, fc.nat({ max: 40 }), async (measure, from, days) => {
    const period = { from, to: addDays(from, days) }
    assert.deepEqual(await listed({ measure, ...period }), toldBy(measure, period))
  })
  await fc.assert(holds, { seed, numRuns: 60 })
})

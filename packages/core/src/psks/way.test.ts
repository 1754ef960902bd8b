import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { StaffActor } from '../access/actor.ts'
import { shippedRoles } from '../access/shipped-roles.ts'
import { caseId, psksEventId, psksPostingId, psksReportId, visitId } from '../kernel/id.ts'
import { dayMs } from '../kernel/instant.ts'
import { keysOf } from '../kernel/keys.ts'
import { changed } from '../ledger/evolve.ts'
import { shippedLists } from '../lists/shipped.ts'
import { placeCode, villageCode } from '../place/code.ts'
import { monday } from '../testing/a-policy.ts'
import { aPosting, aPsks, aReport, psksData, welfareNth } from '../testing/a-welfare.ts'
import { almighty, staff } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { property } from '../testing/property.ts'
import type { PsksLook, PsksMove } from './decide.ts'
import { decidePsks } from './decide.ts'
import { psksKindData } from './kinds.ts'
import { openPsks, psksRule, psksSteps } from './moves.ts'
import type { PsksEventRow, PsksPostingRow, PsksReportRow, PsksRow } from './psks.ts'

const day = '2026-11-02'
const kinds = new Map(
  shippedLists.items
    .filter(({ list }) => list === 'psks-kind')
    .map(({ code, data }) => [code, psksKindData.parse(data)]),
)
const village = villageCode.parse('34.04.07.2001')
const other = villageCode.parse('34.04.07.2002')

/** A PSKS with everything that hangs on it, as decisions make it, one after the other. */
interface Life {
  psks: PsksRow | null
  reports: Map<string, PsksReportRow>
  postings: Map<string, PsksPostingRow>
  events: Map<string, PsksEventRow>
  now: number
}
const birth = (): Life => ({ psks: null, reports: new Map(), postings: new Map(), events: new Map(), now: monday })
const lookAt = (life: Life): PsksLook => ({
  now: life.now,
  day,
  psks: life.psks,
  reports: [...life.reports.values()],
  postings: [...life.postings.values()],
  kind: (code) => kinds.get(code) ?? null,
  knowsPlace: () => true,
  caseNumber: '3404-26-000001',
  knowsVisit: true,
  knowsStaff: true,
})

/** Decides, and applies what was decided: gives the refusal, or null. */
function live(life: Life, move: PsksMove, by: StaffActor): string | null {
  const decided = decidePsks(move, by, lookAt(life))
  if (!decided.ok) return decided.error.code
  for (const change of decided.value.changes) {
    const rows = { psksReport: life.reports, psksPosting: life.postings, psksEvent: life.events }
    if (change.table === 'psks') {
      assert.equal(change.base, life.psks?.version ?? 0)
      life.psks = changed(life.psks, change) as PsksRow
    } else if (change.table in rows) {
      const own = rows[change.table as keyof typeof rows] as Map<string, { version: number }>
      const before = own.get(change.id) ?? null
      if (before && change.base === 0) return 'id-taken'
      assert.equal(change.base, before?.version ?? 0)
      own.set(change.id, changed(before as never, change) as never)
    } else assert.fail(`a PSKS changes no ${change.table}`)
  }
  life.now += dayMs
  return null
}

const actors = {
  operator: staff('village-operator', offices.village, 8),
  judge: almighty(offices.district, 9),
  colleague: almighty(offices.district, 7),
}
const wish = fc.record({
  kind: fc.constantFrom(...keysOf(psksData)),
  by: fc.constantFrom(...keysOf(actors)),
  nth: fc.nat(2),
  month: fc.constantFrom('2026-09', '2026-10', '2026-11'),
})
type Wish = typeof wish extends fc.Arbitrary<infer One> ? One : never

function moveOf({ kind, nth, month }: Wish): PsksMove {
  const own: object =
    {
      'psks.report': { report: psksReportId.parse(welfareNth(40 + nth)), month },
      'psks.accept-report': { report: psksReportId.parse(welfareNth(40 + nth)) },
      'psks.return-report': { report: psksReportId.parse(welfareNth(40 + nth)) },
      'psks.post': { posting: psksPostingId.parse(welfareNth(50 + nth)) },
      'psks.end-posting': { posting: psksPostingId.parse(welfareNth(50 + nth)) },
      'psks.add-event': { event: psksEventId.parse(welfareNth(60 + nth)) },
      'psks.set-user': { staff: nth === 0 ? null : ids.staff(nth) },
    }[String(kind)] ?? {}
  return { kind, subject: aPsks().id, data: { ...psksData[kind], ...own } } as PsksMove
}

property(
  'PSKS-2, PSKS-3, PSKS-5, PSKS-7 whatever is asked in whatever order by whomever, what stands was come to by the law',
  fc.array(wish, { maxLength: 40 }),
  (wishes) => {
    const life = birth()
    for (const one of wishes) {
      const before = life.psks
      const by = actors[one.by]
      const refused = live(life, moveOf(one), by)
      const { psks } = life
      if (refused !== null) {
        if (refused !== 'id-taken') assert.deepEqual(psks, before, 'a refusal changes nothing')
        continue
      }
      assert.ok(psks)
      assertJudged(psks, before, one, by)
      assertParts(life)
    }
  },
  300,
)

/** Who is verified was verified from the district by somebody else than whoever wrote it last. */
function assertJudged(psks: PsksRow, before: PsksRow | null, { kind }: Wish, by: StaffActor): void {
  if (kind === 'psks.register' || kind === 'psks.change') {
    assert.deepEqual([psks.status, psks.verifiedBy, psks.registeredBy], ['registered', null, by.staff])
  }
  if (kind === 'psks.verify') {
    assert.notEqual(by.staff, before?.registeredBy)
    assert.deepEqual([psks.verifiedBy, psks.checkedOn], [by.staff, day])
  }
  assertKept(psks, before, kind)
}

function assertKept(psks: PsksRow, before: PsksRow | null, kind: Wish['kind']): void {
  assert.ok(psks.status !== 'verified' || (psks.verifiedBy !== null && psks.checkedOn !== null))
  assert.equal(psks.version, (before?.version ?? 0) + 1)
  assert.equal(
    psks.staff ?? null,
    kind === 'psks.set-user' ? psks.staff : (before?.staff ?? null),
    'nothing else links it',
  )
}

function assertParts({ reports, postings }: Life): void {
  const months = [...reports.values()].map(({ month }) => month)
  assert.equal(new Set(months).size, months.length, 'one report of a month')
  for (const { status, judgedBy, sentBy } of reports.values())
    assert.ok(status === 'sent' ? judgedBy === null : judgedBy !== sentBy, 'nobody judges their own')
  const running = [...postings.values()].filter(({ endedOn }) => endedOn === null)
  const targets = running.map(({ caseId, visit, village: at }) => `${caseId} ${visit} ${at}`)
  assert.equal(new Set(targets).size, targets.length, 'one task runs once')
}

for (const role of shippedRoles)
  test(`PSKS-10 a ${role.code} ${role.permissions.includes('psks.manage') ? 'may' : 'may not'} look after PSKS`, () => {
    const move: PsksMove = { kind: 'psks.renew', subject: aPsks().id, data: {} }
    const decided = decidePsks(move, staff(role.code, offices.village), { ...lookAt(birth()), psks: aPsks() })
    assert.equal(decided.ok, role.permissions.includes('psks.manage'))
    if (!decided.ok) assert.deepEqual(decided.error, { code: 'not-permitted', needs: ['psks.manage'] })
  })

const neighbour = staff('village-operator', { ...offices.village, place: placeCode.parse(other) }, 6)
for (const step of psksSteps)
  test(`PSKS-10 ${step} by the next village is ${psksRule(step).by === 'anybody' ? 'for whom they serve too' : 'refused'}`, () => {
    const kind = `psks.${step}` as const
    const [from] = psksRule(step).from
    const psks = aPsks({ status: from ?? 'verified', serves: [placeCode.parse('34.04.07')] })
    const data = step === 'post' ? { ...psksData['psks.post'], village: other } : psksData[kind]
    const seen = { ...lookAt(birth()), psks, postings: step === 'post' ? [] : [aPosting()], reports: [aReport()] }
    const decided = decidePsks({ kind, subject: psks.id, data } as PsksMove, neighbour, seen)
    assert.equal(decided.ok ? 'yes' : decided.error.code, psksRule(step).by === 'anybody' ? 'yes' : 'wrong-place')
  })

const post = (own: object, seen: Partial<PsksLook> = {}, by: StaffActor = actors.judge): string => {
  const nothing = { case: null, visit: null, village: null }
  const data = { ...psksData['psks.post'], ...nothing, ...own }
  const look = { ...lookAt(birth()), psks: aPsks({ serves: [placeCode.parse('34.04.07')] }), ...seen }
  const decided = decidePsks({ kind: 'psks.post', subject: aPsks().id, data } as PsksMove, by, look)
  return decided.ok ? 'yes' : decided.error.code
}
const kase = caseId.parse(welfareNth(81))
const visit = visitId.parse(welfareNth(82))
const posts: readonly (readonly [own: object, seen: Partial<PsksLook>, code: string])[] = [
  [{ target: 'case', case: kase }, {}, 'yes'],
  [{ target: 'case', case: kase }, { caseNumber: null }, 'psks-posting'],
  [{ target: 'case' }, {}, 'psks-posting'],
  [{ target: 'case', case: kase, visit }, {}, 'psks-posting'],
  [{ target: 'visit', visit }, {}, 'yes'],
  [{ target: 'visit', visit }, { knowsVisit: false }, 'psks-posting'],
  [{ target: 'visit' }, {}, 'psks-posting'],
  [{ target: 'visit', case: kase }, {}, 'psks-posting'],
  [{ target: 'village', village }, {}, 'yes'],
  [{ target: 'village', village: other }, {}, 'yes'],
  [{ target: 'village', village }, { knowsPlace: () => false }, 'psks-serves'],
  [{ target: 'village', village: villageCode.parse('34.04.08.2001') }, {}, 'psks-serves'],
  [{ target: 'village', visit }, {}, 'psks-posting'],
  [{ target: 'village', village, from: day, until: day }, {}, 'yes'],
  [{ target: 'village', village, from: day, until: '2026-11-01' }, {}, 'psks-day'],
  [{ target: 'village', village }, { postings: [aPosting()] }, 'psks-posted'],
  [{ target: 'village', village }, { postings: [aPosting({ endedOn: day })] }, 'yes'],
  [{ target: 'village', village: other }, { postings: [aPosting()] }, 'yes'],
  [{ target: 'visit', visit }, { postings: [aPosting({ target: 'visit', village: null, visit })] }, 'psks-posted'],
  [
    { target: 'case', case: kase },
    { postings: [aPosting({ target: 'case', village: null, caseId: kase })] },
    'psks-posted',
  ],
  [{ target: 'case', case: kase }, { psks: aPsks({ status: 'registered' }) }, 'psks-step'],
]
for (const [own, seen, code] of posts)
  test(`PSKS-7 a task with ${JSON.stringify(own)} beside ${Object.keys(seen).join() || 'nothing'}: ${code}`, () => {
    assert.equal(post(own, seen), code)
  })

test('PSKS-7 an office gives tasks in villages of its own', () => {
  assert.equal(post({ target: 'village', village }, {}, actors.operator), 'yes')
  assert.equal(post({ target: 'village', village: other }, {}, actors.operator), 'psks-serves')
})

const user = (psks: PsksRow, to: string | null, knowsStaff = true): string => {
  const move = { kind: 'psks.set-user', subject: psks.id, data: { staff: to } } as PsksMove
  const decided = decidePsks(move, actors.operator, { ...lookAt(birth()), psks, knowsStaff })
  return decided.ok ? 'yes' : decided.error.code
}
test('PSKS-13 an account is linked to a person, by whoever works with them, and is taken away by anybody who may', () => {
  const [free, linked] = [aPsks(), aPsks({ staff: ids.staff(4) })]
  assert.equal(user(free, ids.staff(4)), 'yes')
  assert.equal(user(free, ids.staff(4), false), 'psks-user')
  assert.equal(user(aPsks({ who: 'institution' }), ids.staff(4)), 'psks-user')
  assert.equal(user(free, null), 'already-so')
  assert.equal(user(linked, ids.staff(4)), 'already-so')
  assert.equal(user(linked, null, false), 'yes')
  assert.equal(user(linked, ids.staff(5)), 'yes')
  assert.equal(user(aPsks({ status: 'ended' }), ids.staff(4)), 'psks-step')
})

/** The way as people walk it: who does what, and where that leads. */
const ways: readonly (readonly [
  name: string,
  steps: readonly (readonly [keyof typeof actors, PsksMove['kind'], string])[],
])[] = [
  [
    'registered, verified, renewed, ended and back',
    [
      ['operator', 'psks.register', 'registered'],
      ['judge', 'psks.verify', 'verified'],
      ['operator', 'psks.renew', 'verified'],
      ['operator', 'psks.end', 'ended'],
      ['operator', 'psks.reopen', 'registered'],
      ['judge', 'psks.verify', 'verified'],
    ],
  ],
  [
    'sent back, put right and verified',
    [
      ['operator', 'psks.register', 'registered'],
      ['judge', 'psks.send-back', 'returned'],
      ['operator', 'psks.change', 'registered'],
      ['judge', 'psks.verify', 'verified'],
    ],
  ],
  [
    'written at the district, verified by a colleague, changed and verified anew',
    [
      ['judge', 'psks.register', 'registered'],
      ['colleague', 'psks.verify', 'verified'],
      ['colleague', 'psks.change', 'registered'],
      ['judge', 'psks.verify', 'verified'],
    ],
  ],
  [
    'reports, trainings and a task, all the while verified',
    [
      ['operator', 'psks.register', 'registered'],
      ['judge', 'psks.verify', 'verified'],
      ['operator', 'psks.report', 'verified'],
      ['judge', 'psks.return-report', 'verified'],
      ['operator', 'psks.report', 'verified'],
      ['judge', 'psks.accept-report', 'verified'],
      ['operator', 'psks.add-event', 'verified'],
      ['operator', 'psks.post', 'verified'],
      ['operator', 'psks.end-posting', 'verified'],
    ],
  ],
]
for (const [name, steps] of ways)
  test(`PSKS-2 ${name}`, () => {
    const life = birth()
    for (const [who, kind, status] of steps) {
      const move = { kind, subject: aPsks().id, data: psksData[kind] } as PsksMove
      assert.equal(live(life, move, actors[who]), null, kind)
      assert.equal(life.psks?.status, status, kind)
    }
  })

const months: readonly (readonly [month: string, code: string])[] = [
  ['2026-11', 'yes'],
  ['2026-12', 'psks-month'],
  ['2027-01', 'psks-month'],
  ['2020-01', 'yes'],
]
for (const [month, code] of months)
  test(`PSKS-5 in November 2026 a report of ${month}: ${code}`, () => {
    const move = { kind: 'psks.report', subject: aPsks().id, data: { ...psksData['psks.report'], month } } as PsksMove
    const decided = decidePsks(move, actors.operator, { ...lookAt(birth()), psks: aPsks() })
    assert.equal(decided.ok ? 'yes' : decided.error.code, code)
  })

test('PSKS-5 a report that was sent again is judged anew, by its own words', () => {
  const returned = aReport({ status: 'returned', note: 'Sebutkan desanya.', judgedBy: ids.staff(9), judgedAt: monday })
  const move = { kind: 'psks.report', subject: aPsks().id, data: { ...psksData['psks.report'], people: 8 } } as PsksMove
  const decided = decidePsks(move, actors.operator, { ...lookAt(birth()), psks: aPsks(), reports: [returned] })
  assert.ok(decided.ok)
  const change = decided.value.changes[1]
  assert.ok(change?.table === 'psksReport')
  const { status, note, judgedBy, judgedAt, people, sentBy } = change.set
  assert.deepEqual([change.base, status, note, judgedBy, judgedAt, people], [1, 'sent', null, null, null, 8])
  assert.equal(sentBy, actors.operator.staff)
})

test('PSKS-2 who is still kept can be ended, and who was ended is not', () => {
  for (const status of openPsks) assert.ok(psksRule('end').from.includes(status))
  assert.ok(!openPsks.includes('ended'))
})

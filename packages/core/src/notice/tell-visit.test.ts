import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { StaffId } from '../kernel/id.ts'
import { minuteMs } from '../kernel/instant.ts'
import type { Payload } from '../ledger/entry.ts'
import { monday } from '../testing/a-policy.ts'
import { aVisit } from '../testing/a-visit.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { property } from '../testing/property.ts'
import type { VisitRow } from '../visit/visit.ts'
import type { Told } from './tell.ts'
import type { VisitStanding } from './tell-visit.ts'
import { tellsOfVisits, unplanned, visitAfter, visitNoticesOf } from './tell-visit.ts'

const { village, district } = offices
const [rini, budi, sari] = [ids.staff(11), ids.staff(12), ids.staff(13)]
const dueAt = aVisit().dueAt
const standing = (assignee: StaffId | null, own: Partial<VisitStanding> = {}): VisitStanding => ({
  office: village.id,
  assignee,
  plannedBy: sari,
  dueAt,
  ...own,
})
const payloadOf = (set: Partial<VisitRow>): Payload => ({
  v: 1,
  action: 'x',
  note: '',
  say: {},
  day: '2026-11-02',
  changes: [{ table: 'visit', id: ids.visit(1), base: 1, set }],
})
const entry = (kind: string, set: Partial<VisitRow> = {}, actor = `staff:${sari}`): Told => ({
  kind,
  actor,
  office: district.id,
  at: monday,
  payload: payloadOf(set),
})
/** Who hears what: a person, or an office, with who of it does not. */
const hears = (told: Told, before: VisitStanding) =>
  visitNoticesOf(told, before).map(({ whom, what }) => {
    if (whom.kind === 'staff') return `${whom.staff} ${what}`
    return whom.kind === 'office' ? `${whom.office}${whom.but ? ` but ${whom.but}` : ''} ${what}` : whom.kind
  })

/** An entry, how the visit stood before it, and who hears of it. */
const spec: readonly (readonly [name: string, told: Told, before: VisitStanding, heard: readonly string[]])[] = [
  [
    'planned for somebody',
    entry('visit.plan', { office: village.id, assignee: rini, plannedBy: sari, dueAt }),
    unplanned,
    [`${rini} visit-given`],
  ],
  [
    'planned for whoever goes',
    entry('visit.plan', { office: village.id, assignee: null, plannedBy: sari, dueAt }),
    unplanned,
    [`${village.id} visit-given`],
  ],
  ['planned for oneself', entry('visit.plan', { office: village.id, assignee: sari, plannedBy: sari }), unplanned, []],
  [
    'handed from one to another',
    entry('visit.assign', { office: village.id, assignee: budi }),
    standing(rini),
    [`${budi} visit-given`, `${rini} visit-taken`],
  ],
  [
    'handed to another office',
    entry('visit.assign', { office: district.id, assignee: null }),
    standing(rini),
    [`${district.id} but ${rini} visit-given`, `${rini} visit-taken`],
  ],
  [
    'given to somebody where whoever was free would have gone',
    entry('visit.assign', { assignee: rini }),
    standing(null),
    [`${rini} visit-given`, `${village.id} but ${rini} visit-taken`],
  ],
  ['handed to whom it was', entry('visit.assign', { assignee: rini }), standing(rini), []],
  [
    'handed over by whoever had it',
    entry('visit.assign', { assignee: budi }, `staff:${rini}`),
    standing(rini),
    [`${budi} visit-given`],
  ],
  ['taken over', entry('visit.assign', { assignee: budi }, `staff:${budi}`), standing(rini), [`${rini} visit-taken`]],
  ['moved to another day', entry('visit.replan', { dueAt: dueAt + 1 }), standing(rini), [`${rini} visit-moved`]],
  ['moved by who goes', entry('visit.replan', {}, `staff:${rini}`), standing(rini), []],
  ['cancelled', entry('visit.cancel', { status: 'cancelled' }), standing(rini), [`${rini} visit-cancelled`]],
  ['cancelled, nobody sent', entry('visit.cancel'), standing(null), [`${village.id} visit-cancelled`]],
  ['late', entry('visit.overdue', {}, 'clock'), standing(rini), [`${rini} visit-late`, `${sari} visit-late`]],
  [
    'late, nobody sent',
    entry('visit.overdue', {}, 'clock'),
    standing(null),
    [`${village.id} but ${sari} visit-late`, `${sari} visit-late`],
  ],
  ['late, planned for oneself', entry('visit.overdue', {}, 'clock'), standing(sari), [`${sari} visit-late`]],
  [
    'late, nobody knows who planned it',
    entry('visit.overdue', {}, 'clock'),
    standing(rini, { plannedBy: null }),
    [`${rini} visit-late`],
  ],
  ['made', entry('visit.done', { status: 'done' }), standing(rini), []],
  ['missed', entry('visit.miss', { status: 'missed' }), standing(rini), []],
  ['photographed', entry('visit.photo'), standing(rini), []],
  ['of nothing known', entry('visit.cancel'), unplanned, []],
]
for (const [name, told, before, heard] of spec)
  test(`VISIT-14 of a visit ${name} hear ${heard.length === 0 ? 'none' : heard.length}`, () => {
    assert.deepEqual(hears(told, before), heard)
  })

test('VISIT-14 what is told names who sends, and the last minute of the day; late ones the office that is late', () => {
  const [given] = visitNoticesOf(entry('visit.replan', { dueAt: dueAt + 5 * minuteMs }), standing(rini))
  assert.deepEqual(given?.says, { office: district.id, until: dueAt + 4 * minuteMs, step: null, act: null })
  const [late] = visitNoticesOf(entry('visit.overdue', {}, 'clock'), standing(rini))
  assert.deepEqual(late?.says, { office: village.id, until: dueAt - minuteMs, step: null, act: null })
  const [bare] = visitNoticesOf(entry('visit.cancel'), standing(rini, { dueAt: null }))
  assert.equal(bare?.says.until, null)
})

test('VISIT-14 only an office’s own visitors are told, never whoever else works there', () => {
  const [told] = visitNoticesOf(entry('visit.replan'), standing(null))
  assert.deepEqual(told?.whom, { kind: 'office', office: village.id, rights: ['visit.do'] })
})

test('VISIT-14 entries of visits are told of, and no others', () => {
  assert.ok(['visit.plan', 'visit.assign', 'visit.overdue'].every(tellsOfVisits))
  assert.ok(!['case.visit', 'meeting.call', 'visits', ''].some(tellsOfVisits))
})

const someone = fc.constantFrom<StaffId | null>(rini, budi, sari, null)
property(
  'VISIT-14 however a visit is handed on, nobody hears of their own deed, and nobody twice of one entry',
  fc.array(
    fc.tuple(fc.constantFrom('visit.assign', 'visit.replan', 'visit.cancel', 'visit.overdue'), someone, someone),
    {
      maxLength: 8,
    },
  ),
  (walk) => {
    let now = standing(null)
    for (const [kind, assignee, by] of walk) {
      const set = kind === 'visit.assign' ? { assignee } : {}
      const told = entry(kind, set, by ? `staff:${by}` : 'clock')
      const notices = visitNoticesOf(told, now)
      const people = notices.flatMap(({ whom }) => (whom.kind === 'staff' ? [whom.staff] : []))
      assert.ok(!people.some((one) => told.actor === `staff:${one}`))
      assert.equal(new Set(people).size, people.length)
      const after = visitAfter(now, told.payload)
      if (kind === 'visit.assign' && after.assignee && after.assignee !== now.assignee && by !== after.assignee)
        assert.ok(
          notices.some(({ what, whom }) => what === 'visit-given' && whom.kind === 'staff'),
          'they must know',
        )
      now = after
    }
  },
)

test('VISIT-14 what other tables say changes nothing of how a visit stands', () => {
  const payload: Payload = { ...payloadOf({}), changes: [{ table: 'case', id: ids.case(1), base: 1, set: {} }] }
  assert.deepEqual(visitAfter(standing(rini), payload), standing(rini))
})

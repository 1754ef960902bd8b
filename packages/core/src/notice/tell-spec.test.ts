import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayMs } from '../kernel/instant.ts'
import type { Payload } from '../ledger/entry.ts'
import { aReferral } from '../testing/a-case.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { property } from '../testing/property.ts'
import type { Standing, Told } from './tell.ts'
import { noticesOf, nowhere, standingAfter } from './tell.ts'

const { windows } = aPolicy()
const [sari, budi] = [ids.staff(1), ids.staff(2)]
const total = { startedAt: monday, dueAt: monday + 9 * dayMs, left: null }
const held = { startedAt: monday, dueAt: null, left: 600 }
const empty: Payload = { v: 1, action: 'x', note: '', say: {}, day: '2026-11-02', changes: [] }
const entry = (kind: string, actor = 'clock', changes: Payload['changes'] = []): Told => ({
  kind,
  actor,
  office: null,
  at: monday,
  payload: { ...empty, changes },
})
const here: Standing = { ...nowhere, office: offices.village.id, assignee: sari, total, hop: total }

const [answer, bring, word] = [total.dueAt, monday + windows.completeDays * dayMs, monday + windows.wordDays * dayMs]
/** By when, after each move: for an answer, for what is missing, or for a word on the answer. */
const until: Readonly<Record<string, number>> = {
  'case.register': answer,
  'case.take': answer,
  'case.complete': answer,
  'case.recommend': answer,
  'case.approve': answer,
  'case.send-back': answer,
  'case.escalate': answer,
  'case.hand-down': answer,
  'case.take-back': answer,
  'case.overdue': answer,
  'case.dispute': answer,
  'case.appeal': answer,
  'case.reopen': answer,
  'case.return': bring,
  'case.answer': word,
  'case.reject': word,
}
for (const [kind, at] of Object.entries(until)) {
  const dayOf = (before: Standing) =>
    noticesOf(entry(kind), before, windows).find(({ whom }) => whom.kind === 'citizen')?.says.until

  test(`NOTICE-1 after ${kind} the citizen is told the day of the next step`, () => assert.equal(dayOf(here), at))

  test(`NOTICE-1 after ${kind} under a clock that stands, only the citizen's own time has a day`, () => {
    assert.equal(dayOf({ ...here, total: held }), at === answer ? null : at)
  })
}

/** Rights by which somebody is told, where nobody has the case: whoever could do something about it. */
const rights: readonly (readonly [kind: string, actor: string, told: string, rights: readonly string[]])[] = [
  ['case.remind', 'clock', 'due-soon', ['case.handle', 'case.assign']],
  ['case.overdue', 'clock', 'overdue', ['case.handle', 'case.assign']],
  ['case.confirm', `citizen:${ids.case(1)}`, 'citizen-spoke', ['case.handle', 'case.assign']],
  ['case.recommend', `staff:${budi}`, 'to-decide', ['case.decide']],
]
for (const [kind, actor, what, held] of rights)
  test(`NOTICE-2 after ${kind} of a case that nobody has, "${what}" goes to those at its office who can act`, () => {
    const notices = noticesOf(entry(kind, actor), { ...here, assignee: null }, windows)
    const toOffice = notices.find((notice) => notice.what === what && notice.whom.kind === 'office')
    assert.deepEqual(toOffice?.whom, { kind: 'office', office: offices.village.id, rights: held })
  })

test('NOTICE-2 of what is told over the place, only who may act on it is told', () => {
  const over = (kind: string) =>
    noticesOf(entry(kind), here, windows).flatMap(({ whom }) => (whom.kind === 'over' ? [whom.rights] : []))
  assert.deepEqual(over('case.overdue'), [['case.assign']])
  assert.deepEqual(over('case.ask-erasure'), [['case.erase']])
  assert.deepEqual(over('case.remind'), [])
})

test('NOTICE-2 an entry that is of no case tells nobody anything', () => {
  for (const kind of ['office.open', 'staff.add', 'list.add', 'letter.sign', '', 'case.', 'case.made-up'])
    assert.deepEqual(noticesOf(entry(kind), here, windows), [], kind)
})

const kinds = fc.constantFrom(...Object.keys(until), 'case.assign', 'case.note', 'case.merge', 'case.ask-erasure')
const assignee = fc.constantFrom(null, sari, budi)
const office = fc.constantFrom(offices.village.id, offices.district.id)
const moved = fc.tuple(kinds, fc.constantFrom(sari, budi), assignee, assignee, office)

property(
  'NOTICE-2 whatever is done, nobody is told what they did themselves, and nothing is said to one person twice',
  moved,
  ([kind, actor, had, has, to]) => {
    const set = { office: to, assignee: has }
    const changes = [{ table: 'case' as const, id: ids.case(1), base: 1, set }]
    const notices = noticesOf(entry(kind, `staff:${actor}`, changes), { ...here, assignee: had }, windows)
    for (const { whom } of notices) assert.ok(whom.kind !== 'staff' || whom.staff !== actor)
    const said = notices.map(({ whom, what }) => JSON.stringify([whom, what]))
    assert.equal(new Set(said).size, said.length)
    assert.ok(notices.filter(({ whom }) => whom.kind === 'citizen').length <= 1)
  },
)

property(
  'NOTICE-7 folding entries one by one or joined gives the same standing',
  fc.array(fc.tuple(office, assignee)),
  (all) => {
    const changes = all.map(([to, has], at) => ({
      table: 'case' as const,
      id: ids.case(1),
      base: at,
      set: { office: to, assignee: has },
    }))
    const { id, version: _version, ...set } = aReferral()
    const asked = { table: 'referral' as const, id, base: 0, set }
    const joined = standingAfter(nowhere, { ...empty, changes: [...changes, asked] })
    const oneByOne = [...changes, asked].reduce(
      (standing, change) => standingAfter(standing, { ...empty, changes: [change] }),
      nowhere,
    )
    assert.deepEqual(oneByOne, joined)
    assert.deepEqual([joined.office, joined.assignee], [all.at(-1)?.[0] ?? null, all.at(-1)?.[1] ?? null])
  },
)

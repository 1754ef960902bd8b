import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ListCommandData } from '../contract/lists.ts'
import { itemWords } from '../contract/lists.ts'
import { addDays } from '../figures/period.ts'
import { noLetters } from '../letter/unfit.ts'
import { ledgerCode } from '../place/code.ts'
import { setup, staff } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { listData } from '../testing/list-data.ts'
import { property } from '../testing/property.ts'
import type { ListLook, ListMove } from './decide.ts'
import { decideList } from './decide.ts'
import type { Said } from './on-day.ts'
import { itemOn } from './on-day.ts'
import type { ListItemRow } from './rows.ts'

const today = '2026-11-22'
const district = ledgerCode.parse('34.04')
const shipped: Said = {
  list: 'category',
  code: 'pip',
  place: '00',
  names: { id: 'PIP / KIP', en: 'School aid' },
  data: {},
  from: '2016-01-01',
  says: 'holds',
}
const look = (own: Partial<ListLook> = {}): ListLook => ({
  place: district,
  today,
  day: today,
  said: [shipped],
  own: [],
  knowsSector: (code) => code === 'education',
  ownDay: null,
  closedAs: null,
  ownHours: null,
  roles: { said: new Map(), heldHere: [] },
  letters: noLetters,
  ...own,
})
const admin = staff('admin', offices.district)
const move = <Kind extends ListMove['kind']>(kind: Kind, own: object = {}): ListMove =>
  ({ kind, subject: ids.case(1), data: { ...listData[kind], ...own } }) as unknown as ListMove
const codeOf = (asked: ListMove, by = admin, own: Partial<ListLook> = {}): string => {
  const decided = decideList(asked, by, look(own))
  return decided.ok ? 'ok' : decided.error.code
}

test('LISTS-11 whoever holds the right changes the lists of their own place and of those under it, and no others', () => {
  const change = move('list.change')
  assert.equal(codeOf(change), 'ok')
  assert.equal(codeOf(change, staff('manager', offices.district)), 'not-permitted')
  assert.equal(codeOf(change, staff('admin', offices.village)), 'not-your-lists')
  assert.equal(codeOf(change, admin, { place: ledgerCode.parse('00') }), 'not-your-lists')
  assert.equal(codeOf(change, admin, { place: ledgerCode.parse('34.02') }), 'not-your-lists')
  assert.equal(decideList(change, setup, look()).ok, true)
})

test('LISTS-12 nothing is said for a day that has gone by: today is the first', () => {
  for (const kind of ['list.change', 'list.end', 'hours.set'] as const) {
    assert.equal(codeOf(move(kind, { from: '2026-11-21' })), 'day-past', kind)
    assert.equal(codeOf(move(kind, { from: today })), 'ok', kind)
  }
  assert.equal(codeOf(move('calendar.close', { day: '2026-11-21' })), 'day-past')
  assert.equal(codeOf(move('calendar.close', { day: today })), 'ok')
})

const sector = { list: 'sector', code: 'education', data: {} }
const refused: readonly (readonly [string, ListMove, Partial<ListLook>, string])[] = [
  ['a bidang in a district', move('list.change', sector), {}, 'nation-only'],
  ['a window more', move('list.add', { list: 'window', code: 'wordDays', data: {} }), { said: [] }, 'list-fixed'],
  ['a code that is there', move('list.add', { code: 'pip' }), {}, 'code-taken'],
  [
    'a code that a district has, by the nation',
    move('list.add'),
    { said: [{ ...shipped, place: '00' }] },
    'code-taken',
  ],
  ['an item that nobody has', move('list.change'), { said: [] }, 'unknown-item'],
  ['an end of what nobody has', move('list.end'), { said: [] }, 'unknown-item'],
  ['an end of what the law writes', move('list.end', { list: 'channel', code: 'web' }), {}, 'item-needed'],
  ['a bidang that is none', move('list.change', { data: { ...sectorOf(), sector: 'x' } }), {}, 'unknown-sector'],
  ['a hop longer than the whole', move('list.change', { data: { ...sectorOf(), totalDays: 4 } }), {}, 'limits-crossed'],
  [
    'the same words again',
    move('list.change', { names: shipped.names, data: sectorOf() }),
    { said: [{ ...shipped, data: sectorOf() }] },
    'already-so',
  ],
  ['a closed day once more', move('calendar.close'), { closedAs: 'Hari jadi' }, 'already-so'],
  ['a day that is open', move('calendar.open', { day: '2026-12-25' }), {}, 'already-so'],
  [
    'what only the place itself said',
    move('list.end', { above: true }),
    { said: [{ ...shipped, place: '34.04' }] },
    'unknown-item',
  ],
]
function sectorOf(): ListCommandData['list.change']['data'] & object {
  return listData['list.change'].data
}
for (const [what, asked, own, code] of refused) {
  test(`LISTS-13 ${what} is refused: ${code}`, () => assert.equal(codeOf(asked, admin, own), code))
}

test('LISTS-13 whatever a list says in its own fields is read before it is decided', () => {
  const bad = [
    { list: 'window', code: 'apa-saja', data: { days: 3, basis: '' } },
    { list: 'window', code: 'wordDays', data: { days: 0, basis: '' } },
    { list: 'channel', data: { days: 3 } },
    { names: { id: 'Saja' } },
    { from: '2026-02-30' },
  ]
  for (const own of bad) assert.equal(itemWords.safeParse({ ...listData['list.add'], ...own }).success, false)
})

test('LISTS-14 a closed day can be opened again under the same row, and closed under another name', () => {
  const ownDay = { id: ids.case(5), district, version: 3, day: '2026-12-25', closed: true, name: 'Natal', basis: '' }
  const opened = decideList(move('calendar.open'), admin, look({ ownDay, closedAs: 'Natal' }))
  assert.ok(opened.ok)
  assert.deepEqual(opened.value.changes, [
    { table: 'calendarDay', id: ownDay.id, base: 3, set: { name: 'Natal', closed: false, basis: 'SK Bupati' } },
  ])
  assert.equal(codeOf(move('calendar.close', { day: '2026-12-25' }), admin, { ownDay, closedAs: 'Natal' }), 'ok')
})

test('LISTS-14 hours set twice from one day are one row, and the same hours are nothing new', () => {
  const { from, week, basis } = listData['hours.set']
  const ownHours = { id: ids.case(6), district, version: 2, from, week, basis }
  assert.equal(codeOf(move('hours.set'), admin, { ownHours }), 'already-so')
  const set = decideList(move('hours.set', { basis: 'Perbup 3' }), admin, look({ ownHours }))
  assert.ok(set.ok)
  assert.deepEqual(set.value.changes, [
    { table: 'officeHours', id: ownHours.id, base: 2, set: { week, basis: 'Perbup 3' } },
  ])
})

const kinds = ['list.change', 'list.end', 'list.take-back'] as const
interface Step {
  readonly kind: (typeof kinds)[number]
  readonly after: number
  readonly name: string
  readonly above: boolean
}
const steps = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    after: fc.nat({ max: 6 }),
    name: fc.constantFrom('A', 'B'),
    above: fc.boolean(),
  }),
  { maxLength: 12 },
)
const week = Array.from({ length: 8 }, (_, n) => addDays(today, n))

/** The rows of a place after a decision, by applying its changes. */
function applied(rows: readonly ListItemRow[], asked: ListMove): readonly ListItemRow[] | null {
  const said = [shipped, ...rows.map((row) => ({ ...row, place: row.district }))]
  const decided = decideList(asked, admin, look({ said, own: rows }))
  if (!decided.ok) return null
  const next = new Map(rows.map((row) => [row.id, row]))
  for (const { id, base, set } of decided.value.changes)
    next.set(id, { ...next.get(id), ...set, id, district, version: base + 1 } as ListItemRow)
  return [...next.values()]
}

/** How an item is called on each day; what nobody offers is null. */
const namedOn = (rows: readonly ListItemRow[]): readonly (string | null)[] => {
  const said = [shipped, ...rows.map((row) => ({ ...row, place: row.district }))]
  return week.map((day) => itemOn(said, district, day)?.names.id ?? null)
}

/** The same by a plain table of days: from its day on a word stands until the next that was planned; an end has none. */
function expected(
  before: readonly (string | null)[],
  { kind, after, name, above }: Step,
  planned: ReadonlySet<number>,
) {
  if (kind === 'list.take-back') {
    const next = after + 1 + before.slice(after + 1).findIndex((_, nth) => planned.has(after + 1 + nth))
    const until = next > after ? next : week.length
    return before.map((was, day) => (day >= after && day < until ? (before[after - 1] ?? null) : was))
  }
  const next = [...planned].filter((day) => day > after).toSorted((one, other) => one - other)[0] ?? week.length
  const left = above ? shipped.names.id : null
  if (kind === 'list.end') return before.map((was, day) => (day < after ? was : left))
  return before.map((was, day) => (day < after || day >= next ? was : name))
}

property(
  'LISTS-14 whatever is changed and ended in whatever order, each day shows what was last said for it',
  steps,
  (all) => {
    let rows: readonly ListItemRow[] = []
    let planned = new Set<number>()
    for (const [nth, step] of all.entries()) {
      const from = week[step.after] ?? today
      const words = { from, names: { id: step.name, en: step.name } }
      const data = { 'list.change': words, 'list.end': { from, above: step.above }, 'list.take-back': { from } }[
        step.kind
      ]
      const asked = { ...move(step.kind, data), subject: ids.case(nth + 1) }
      const next = applied(rows, asked)
      if (next === null) continue
      assert.deepEqual(namedOn(next), expected(namedOn(rows), step, planned))
      const left = [...planned].filter((day) => step.kind !== 'list.end' || day < step.after)
      planned = new Set(
        step.kind === 'list.take-back' ? left.filter((day) => day !== step.after) : [...left, step.after],
      )
      rows = next
    }
  },
)

test('LISTS-14 only a plan is taken back: what has begun today, or was never said here, is not', () => {
  const row: ListItemRow = { ...shipped, id: ids.case(7), district, version: 1, from: today }
  const at = (from: string) =>
    codeOf(move('list.take-back', { from }), admin, { own: [row, { ...row, from: '2026-12-01' }] })
  assert.deepEqual(['2026-12-01', today, '2026-12-02'].map(at), ['ok', 'day-past', 'unknown-item'])
  const gone = { ...row, from: '2026-12-01', says: 'taken-back' as const }
  assert.equal(codeOf(move('list.take-back', { from: '2026-12-01' }), admin, { own: [gone] }), 'already-so')
})

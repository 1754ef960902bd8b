import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../../access/actor.ts'
import { ledgerCode, levelOf, placeCode } from '../../place/code.ts'
import { monday } from '../../testing/a-policy.ts'
import { setup, staff } from '../../testing/actors.ts'
import { importLook, importRow } from '../../testing/an-import.ts'
import { anOffice, offices } from '../../testing/an-office.ts'
import { ids } from '../../testing/ids.ts'
import { runThrough } from '../../testing/run-through.ts'
import type { OfficeRow } from '../office.ts'
import type { ImportColumn } from './columns.ts'
import type { KnownPerson } from './plan-staff.ts'
import { planStaff } from './plan-staff.ts'
import type { RowPlan } from './row-plan.ts'

type Cells = Readonly<Partial<Record<ImportColumn, string>>>
const district = ledgerCode.parse('34.04')
const siti = (n: number, role = 'fo', office: OfficeRow = offices.village): KnownPerson => ({
  staff: { id: ids.staff(n), district, version: 3, name: 'Siti Aminah', active: true },
  posts: [
    {
      id: ids.post(n),
      district,
      version: 2,
      staff: ids.staff(n),
      office: office.id,
      role,
      from: monday - 9,
      until: null,
    },
  ],
})
interface Given {
  readonly people?: readonly KnownPerson[]
  readonly actor?: Actor
  readonly more?: readonly OfficeRow[]
}
const plan = (rows: readonly Cells[], { people = [], actor, more }: Given = {}): readonly RowPlan[] =>
  runThrough(
    planStaff(
      rows.map((cells, nth) => importRow(cells, nth + 2)),
      { ...importLook(actor, more), people },
    ),
  )
const one = (cells: Cells, given: Given = {}): RowPlan => {
  const [only] = plan([cells], given)
  assert.ok(only)
  return only
}
const rina: Cells = { name: 'Rina Astuti', role: 'fo', office: 'Puskesos Caturtunggal' }
const sitiRow: Cells = { name: 'SITI AMINAH', role: 'Petugas depan (FO)', office: 'Puskesos Caturtunggal' }

test('IMPORT-7 somebody new comes with their first role, in one command', () => {
  const { what, asks, changes, turn } = one(rina)
  assert.deepEqual([what, turn, asks.length], ['new', 0, 1])
  const [asked] = asks
  assert.ok(asked?.kind === 'staff.add')
  assert.deepEqual(
    { ...asked.data, post: '' },
    { name: 'Rina Astuti', post: '', office: offices.village.id, role: 'fo' },
  )
  assert.deepEqual(changes, [{ column: 'role', from: '', to: 'Petugas depan (FO), Puskesos Caturtunggal' }])
  assert.equal(one(rina).asks[0]?.subject, asked.subject, 'the same row is the same person')
})

test('IMPORT-7 one who holds the role is the same; a further role is given; a second row of somebody new too', () => {
  const given = { people: [siti(5)] }
  assert.deepEqual([one(sitiRow, given).what, one(sitiRow, given).asks], ['same', []])
  const further = one({ ...sitiRow, role: 'BO' }, given)
  assert.deepEqual([further.what, further.asks[0]?.kind], ['change', 'post.give'])
  const [added, second] = plan([rina, { ...rina, role: 'bo' }])
  assert.ok(second?.asks[0]?.kind === 'post.give')
  assert.equal(second.asks[0].data.staff, added?.asks[0]?.subject)
  assert.ok(second.turn > (added?.turn ?? 9), 'the person comes first')
})

test('IMPORT-7 a role that the file says is over ends; one that is over already stays so', () => {
  const over = { ...sitiRow, ends: 'ya' }
  const [asked] = one(over, { people: [siti(5)] }).asks
  assert.deepEqual([asked?.kind, asked?.subject, asked?.base], ['post.end', ids.post(5), 2])
  const person = siti(5)
  const ended = { ...person, posts: person.posts.map((post) => ({ ...post, until: monday - 1 })) }
  assert.equal(one(over, { people: [ended] }).what, 'same')
  assert.equal(one(over).problem?.reason.code, 'staff-unknown')
  const again = one(sitiRow, { people: [ended] })
  assert.deepEqual([again.what, again.asks[0]?.kind], ['change', 'post.give'])
})

test('IMPORT-8 a name is changed by the id only', () => {
  const given = { people: [siti(5)] }
  const { asks, changes } = one({ ...sitiRow, id: ids.staff(5), name: 'Siti Aminah, S.Sos' }, given)
  assert.deepEqual([asks[0]?.kind, asks[0]?.base], ['staff.change', 3])
  assert.deepEqual(changes, [{ column: 'name', from: 'Siti Aminah', to: 'Siti Aminah, S.Sos' }])
  assert.equal(one({ ...sitiRow, id: ids.staff(8) }, given).problem?.reason.code, 'staff-unknown')
})

test('IMPORT-8 of two people of one name at one office the id says which', () => {
  const given = { people: [siti(5), siti(6, 'bo')] }
  const { problem } = one(sitiRow, given)
  assert.ok(problem?.reason.code === 'staff-ambiguous' && problem.reason.candidates.length === 2)
  assert.equal(one({ ...sitiRow, name: 'Siti Aminah', id: ids.staff(5) }, given).what, 'same')
})

test('IMPORT-8 somebody of that name at another office is another person', () => {
  const given = { people: [siti(5, 'fo', offices.otherVillage)] }
  assert.equal(one(sitiRow, given).what, 'new')
})

test('IMPORT-8 somebody elsewhere who was given the id of a row is not given its role', () => {
  const look = { ...importLook(), idOf: () => ids.staff(5) }
  const planned = (person: KnownPerson): RowPlan | undefined =>
    runThrough(planStaff([importRow(rina)], { ...look, people: [person] }))[0]
  const taken = planned(siti(5, 'fo', offices.otherVillage))
  assert.deepEqual([taken?.what, taken?.asks, taken?.problem?.reason.code], ['wrong', [], 'taken-elsewhere'])
  assert.ok(!JSON.stringify(taken?.problem).includes('Siti'))
  assert.equal(planned(siti(5))?.name, 'Siti Aminah', 'whom a file added and somebody renamed since')
})

test('IMPORT-8 whoever is out of reach is told like nobody, before anybody is looked for', () => {
  const actor = staff('admin', { ...offices.district, id: ids.office(3), place: offices.otherVillage.place })
  const known = one(sitiRow, { people: [siti(5)], actor })
  const nobody = one(sitiRow, { actor })
  assert.deepEqual(known.problem, nobody.problem)
  const byId = one(
    { ...rina, office: 'Puskesos Maguwoharjo', id: ids.staff(5) },
    { people: [siti(5, 'fo', offices.province)] },
  )
  assert.equal(byId.problem?.reason.code, 'staff-unknown')
})

test('IMPORT-3 an office is named by its name, its place, or its id', () => {
  const officeIn = (cells: Cells, given: Given = {}): unknown =>
    Reflect.get(one({ name: 'Rina', role: 'fo', ...cells }, given).asks[0]?.data ?? {}, 'office')
  assert.equal(officeIn({ office: 'puskesos  caturtunggal' }), offices.village.id)
  assert.equal(officeIn({ village: 'Maguwoharjo' }), offices.otherVillage.id)
  assert.equal(officeIn({ office: offices.village.id }), offices.village.id)
  const twin = anOffice({ id: ids.office(30), name: 'Puskesos Maguwoharjo', place: offices.village.place })
  const given = { more: [twin] }
  const { problem } = one({ ...rina, office: 'Puskesos Maguwoharjo' }, given)
  assert.ok(problem?.reason.code === 'office-ambiguous' && problem.reason.candidates.length === 2)
  assert.equal(officeIn({ office: 'Puskesos Maguwoharjo', village: 'Caturtunggal' }, given), twin.id)
})

const wrongs: readonly (readonly [string, Cells, ImportColumn | null, string])[] = [
  ['no office', { name: 'Rina', role: 'fo' }, 'office', 'cell-missing'],
  ['an office that is not there', { ...rina, office: 'Puskesos X' }, 'office', 'office-unknown'],
  ['an id of no office', { ...rina, office: ids.office(99) }, 'office', 'office-unknown'],
  ['a place that is not there', { ...rina, village: 'Tidakada' }, 'village', 'place-unknown'],
  ['no role', { ...rina, role: '' }, 'role', 'cell-missing'],
  ['a role that is none', { ...rina, role: 'satpam' }, 'role', 'role-unknown'],
  ['a role that is not held there', { ...rina, role: 'manager' }, 'role', 'law'],
  [
    'a role that is not the reader’s to give',
    { ...rina, role: 'ministry', office: 'Sekretariat Nasional' },
    'code',
    'law',
  ],
  ['no name', { ...rina, name: ' ' }, 'name', 'cell-missing'],
  ['neither yes nor no', { ...rina, ends: 'nanti' }, 'ends', 'yes-or-no'],
  ['an office elsewhere', { ...rina, office: 'Dinas Sosial DIY', role: 'leader' }, 'code', 'law'],
]
for (const [what, cells, column, code] of wrongs)
  test(`IMPORT-9 a row of staff with ${what} is told at its column`, () => {
    const { problem, asks } = one(cells)
    assert.deepEqual([problem?.column, problem?.reason.code, asks], [column, code, []])
  })

test('IMPORT-9 the same person in the same role twice is told with the line of the first', () => {
  const [, second] = plan([rina, { ...rina, name: 'rina astuti' }])
  assert.deepEqual(second?.problem?.reason, { code: 'twice', line: 2 })
})

test('IMPORT-12 the set-up, too, gives roles only where they are held', () => {
  assert.equal(one({ ...rina, role: 'manager' }, { actor: setup }).problem?.column, 'role')
  assert.equal(one({ name: 'Rina', role: 'ministry', office: 'Sekretariat Nasional' }, { actor: setup }).what, 'new')
})

test('IMPORT-12 nobody gives a role to themself by a file', () => {
  const own = siti(1)
  const { problem } = one({ ...sitiRow, role: 'bo' }, { people: [own] })
  assert.deepEqual(problem?.reason, { code: 'law', refusal: { code: 'own-post' } })
})

test('IMPORT-7 whoever is known is told by the name that they have, whatever is done to their roles', () => {
  const given = { people: [siti(5)] }
  const rows: readonly (readonly [Cells, RowPlan['what'], RowPlan['changes']])[] = [
    [sitiRow, 'same', []],
    [{ ...sitiRow, role: 'bo', ends: 'ya' }, 'same', []],
    [
      { ...sitiRow, ends: 'ya' },
      'change',
      [{ column: 'role', from: 'Petugas depan (FO), Puskesos Caturtunggal', to: '' }],
    ],
    [
      { ...sitiRow, role: 'bo' },
      'change',
      [{ column: 'role', from: '', to: 'Petugas belakang (BO), Puskesos Caturtunggal' }],
    ],
    [
      { ...sitiRow, name: 'Siti Aminah, S.Sos', id: ids.staff(5) },
      'change',
      [{ column: 'name', from: 'Siti Aminah', to: 'Siti Aminah, S.Sos' }],
    ],
  ]
  for (const [cells, what, changes] of rows) {
    const told = one(cells, given)
    assert.deepEqual([told.what, told.changes, told.name], [what, changes, 'Siti Aminah'], JSON.stringify(cells))
  }
})

test('IMPORT-7 a role that was held before and ended is given anew, as a post of its own', () => {
  const person = siti(5)
  const over = { ...person, posts: person.posts.map((post) => ({ ...post, until: monday - 1 })) }
  const first = one({ ...sitiRow, role: 'bo' }, { people: [person] }).asks[0]?.subject
  const again = one(sitiRow, { people: [over] })
  assert.deepEqual([again.what, again.asks.map(({ kind }) => kind)], ['change', ['post.give']])
  assert.ok(again.asks[0]?.subject !== ids.post(5) && again.asks[0]?.subject !== first)
  const twice = { ...over, posts: [...over.posts, ...over.posts.map((post) => ({ ...post, id: ids.post(6) }))] }
  assert.notEqual(one(sitiRow, { people: [twice] }).asks[0]?.subject, again.asks[0]?.subject)
})

test('IMPORT-7 a post that ends at this very moment is over, and one that ends later is held', () => {
  const person = siti(5)
  const until = (end: number): KnownPerson => ({
    ...person,
    posts: person.posts.map((post) => ({ ...post, until: end })),
  })
  assert.equal(one(sitiRow, { people: [until(monday)] }).what, 'change')
  assert.equal(one(sitiRow, { people: [until(monday + 1)] }).what, 'same')
})

test('IMPORT-3 of offices of one name the place of the row says which, its own before those under it', () => {
  const at = (n: number, place: string, kind: OfficeRow['kind'] = 'agency') =>
    anOffice({
      id: ids.office(n),
      name: 'Posko',
      kind,
      level: levelOf(placeCode.parse(place)),
      place: placeCode.parse(place),
    })
  const more = [at(30, '34.04'), at(31, '34.04.07'), at(32, '34.04.06'), at(33, '34')]
  const officeIn = (cells: Cells): unknown => {
    const { asks, problem } = one({ name: 'Rina', role: 'provider', office: 'POSKO', ...cells }, { more })
    return problem?.reason.code ?? Reflect.get(asks[0]?.data ?? {}, 'office')
  }
  assert.equal(officeIn({ subdistrict: 'Depok' }), ids.office(31))
  assert.equal(officeIn({ code: '340406' }), ids.office(32))
  assert.equal(officeIn({ district: 'Sleman' }), ids.office(30), 'there, and not those under it')
  assert.equal(officeIn({}), 'office-ambiguous')
  assert.equal(officeIn({ village: 'Sinduadi' }), 'office-unknown', 'none in the village')
})

test('IMPORT-8 of ten thousand at one office each is looked up by name, not through all others', () => {
  const rows = Array.from({ length: 10_000 }, (_, nth) => ({ ...rina, name: `Rina Astuti ${nth}` }))
  let looks = 0
  const people = rows.map(({ name }, nth): KnownPerson => {
    const person = siti(nth + 1)
    const staff = Object.defineProperty({ ...person.staff }, 'name', { get: () => (looks++, name), enumerable: true })
    return { ...person, staff }
  })
  const plans = plan(rows, { people })
  assert.ok(plans.every(({ what }) => what === 'same'))
  assert.ok(looks < 100_000, `${looks}`)
})

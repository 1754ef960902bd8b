import assert from 'node:assert/strict'
import fc from 'fast-check'
import { shippedRoles } from '../../access/shipped-roles.ts'
import type { OfficeId } from '../../kernel/id.ts'
import { levelOf, placeCode } from '../../place/code.ts'
import { monday } from '../../testing/a-policy.ts'
import { importLook, importRow } from '../../testing/an-import.ts'
import { offices } from '../../testing/an-office.ts'
import { property } from '../../testing/property.ts'
import { runThrough } from '../../testing/run-through.ts'
import type { OfficeRow } from '../office.ts'
import { levelsOf, officeKinds } from '../office.ts'
import { indexOver, standingOffices } from './office-index.ts'
import { planOffices } from './plan-offices.ts'
import type { KnownPerson } from './plan-staff.ts'
import { planStaff } from './plan-staff.ts'
import type { RowAsks, RowPlan } from './row-plan.ts'

const inTurns = (plans: readonly RowPlan[]): readonly RowAsks[] =>
  plans.toSorted((one, other) => one.turn - other.turn).flatMap(({ asks }) => asks)

/** Offices as they stand after commands were given. */
function officesAfter(before: ReadonlyMap<OfficeId, OfficeRow>, asks: readonly RowAsks[]): Map<OfficeId, OfficeRow> {
  const after = new Map(before)
  for (const { kind, subject, data, district } of asks) {
    const old = [...after.values()].find(({ id }) => id === subject)
    if (kind === 'office.change' && old) after.set(old.id, { ...old, ...data, version: old.version + 1 })
    if (kind !== 'office.open') continue
    assert.equal(old, undefined, 'an office is opened once')
    const id = subject as OfficeId
    after.set(id, { ...data, id, district, version: 1, active: true, openedAt: monday })
  }
  return after
}

const isTwice = ({ problem }: RowPlan): boolean => problem?.reason.code === 'twice'

const look = (standing: ReadonlyMap<OfficeId, OfficeRow>) => ({
  ...importLook(),
  offices: standing,
  index: indexOver(standingOffices(standing)),
})

const somePlaces = ['34.04', '34.04.06', '34.04.06.2001', '34.04.07.2001', '34.04.07.2003', '34.02'].map((code) =>
  placeCode.parse(code),
)
const anOfficeRow = fc.record({
  name: fc.constantFrom(
    'Puskesos Caturtunggal',
    'PUSKESOS condong catur',
    'Pos Mlati',
    'RSUD Sleman',
    'Dinas Baru',
    '',
  ),
  kind: fc.constantFrom(...officeKinds, 'toko'),
  code: fc.constantFrom(...somePlaces, '', '99'),
  parent: fc.constantFrom('', '', '-', 'Sekretariat SLRT Sleman', 'Pos Mlati', 'Tidak ada'),
  address: fc.constantFrom('', '-', 'Jl. A', 'Jl. B'),
  phone: fc.constantFrom('', '0274 555123', 'x'),
  active: fc.constantFrom('', 'ya', 'tidak'),
  id: fc.constantFrom('', '', '', offices.village.id, offices.hospital.id),
})

property(
  'IMPORT-12 whatever a file of offices holds: after its commands were given, it asks for nothing more',
  fc.array(anOfficeRow, { maxLength: 8 }),
  (cells) => {
    const rows = cells.map((one, nth) => importRow(one, nth + 2))
    const first = runThrough(planOffices(rows, look(importLook().offices)))
    // A file that renames an office by its id in one row and names it as before in another contradicts itself, and says so.
    fc.pre(!first.some(isTwice) || cells.every(({ id }) => id === ''))
    const standing = officesAfter(importLook().offices, inTurns(first))
    const again = runThrough(planOffices(rows, look(standing)))
    assert.deepEqual(inTurns(again), [])
    for (const [nth, { what, line }] of first.entries()) {
      assert.equal(line, nth + 2, 'in the order of the file')
      assert.equal(again[nth]?.what, what === 'wrong' ? again[nth]?.what : 'same')
    }
  },
  300,
)

property(
  'OFFICE-9 whatever a file of offices holds: what it opens stands at the level of its place, under an office that holds it',
  fc.array(anOfficeRow, { maxLength: 8 }),
  (cells) => {
    const plans = runThrough(
      planOffices(
        cells.map((one, nth) => importRow(one, nth + 2)),
        look(importLook().offices),
      ),
    )
    const standing = officesAfter(importLook().offices, inTurns(plans))
    for (const asked of inTurns(plans)) {
      assert.ok(asked.kind === 'office.open' || asked.kind === 'office.change')
      const { place, level, kind, parent } = asked.data
      assert.equal(level, levelOf(place))
      assert.ok(levelsOf[kind].includes(level))
      assert.ok(parent === null || standing.has(parent))
      assert.ok(place.startsWith('34.04'), 'nothing outside the reader’s place')
    }
  },
  300,
)

/** People as they are after commands were given. */
function peopleAfter(before: readonly KnownPerson[], asks: readonly RowAsks[]): readonly KnownPerson[] {
  const people = new Map(before.map((person) => [person.staff.id as string, person]))
  const posted = (person: KnownPerson, id: string, office: OfficeId, role: string): KnownPerson => {
    const held = { id: id as KnownPerson['posts'][number]['id'], district: person.staff.district, version: 1 }
    const post = { ...held, staff: person.staff.id, office, role, from: monday - 1, until: null }
    assert.ok(!person.posts.some((one) => one.id === id), 'a post is given once')
    return { ...person, posts: [...person.posts, post] }
  }
  for (const asked of asks) {
    if (asked.kind === 'staff.add') {
      assert.ok(!people.has(asked.subject), 'a person is added once')
      const id = asked.subject as KnownPerson['staff']['id']
      const staff = { id, district: asked.district, version: 1, name: asked.data.name, active: true }
      people.set(id, posted({ staff, posts: [] }, asked.data.post, asked.data.office, asked.data.role))
    }
    const given = asked.kind === 'post.give' ? people.get(asked.data.staff) : undefined
    if (asked.kind === 'post.give' && given)
      people.set(asked.data.staff, posted(given, asked.subject, asked.data.office, asked.data.role))
    if (asked.kind === 'post.end')
      for (const [id, person] of people)
        people.set(id, {
          ...person,
          posts: person.posts.map((post) => (post.id === asked.subject ? { ...post, until: monday - 1 } : post)),
        })
  }
  return [...people.values()]
}

const aStaffRow = fc.record({
  name: fc.constantFrom('Rina Astuti', 'RINA  ASTUTI', 'Budi Santoso', 'R', ''),
  role: fc.constantFrom(...shippedRoles.map(({ code }) => code), 'satpam'),
  office: fc.constantFrom(
    'Puskesos Caturtunggal',
    'Sekretariat SLRT Sleman',
    'RSUD Sleman',
    'Dinas Sosial DIY',
    'Tidak ada',
  ),
  ends: fc.constantFrom('', '', 'tidak', 'ya'),
})

property(
  'IMPORT-12 whatever a file of staff holds: after its commands were given, it asks for nothing more',
  fc.array(aStaffRow, { maxLength: 10 }),
  (cells) => {
    const rows = cells.map((one, nth) => importRow(one, nth + 2))
    const first = runThrough(planStaff(rows, { ...importLook(), people: [] }))
    const people = peopleAfter([], inTurns(first))
    const again = runThrough(planStaff(rows, { ...importLook(), people }))
    assert.deepEqual(inTurns(again), [])
    const names = people.map(
      ({ staff, posts }) => `${staff.name.replaceAll(/\s/g, '').toLowerCase()} ${posts[0]?.office}`,
    )
    assert.equal(new Set(names).size, names.length, 'nobody is there twice')
  },
  300,
)

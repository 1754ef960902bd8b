import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedRoles } from '../access/shipped-roles.ts'
import type { OfficeId } from '../kernel/id.ts'
import type { Json } from '../kernel/json.ts'
import { keysOf } from '../kernel/keys.ts'
import type { Change } from '../ledger/entry.ts'
import { ledgerCode, placeCode } from '../place/code.ts'
import { monday } from '../testing/a-policy.ts'
import { citizen, clock, setup, staff } from '../testing/actors.ts'
import { anOffice, offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import * as wire from '../testing/wire-words.ts'
import type { Administration, OfficeMove } from './decide.ts'
import { decideOffice, noPostBeside } from './decide.ts'
import type { OfficeRow } from './office.ts'
import { levelsOf, officeAbove, officeKinds, officeLevels, officesAbove, receives, receptionFor } from './office.ts'

const rolesByCode = new Map(shippedRoles.map((role) => [role.code, role]))

const sleman = ledgerCode.parse('34.04')
const admin = staff('admin', offices.district)
const village = offices.village.id
const look: Administration = {
  now: monday,
  day: '2026-11-02',
  offices: new Map<OfficeId, OfficeRow>(Object.values(offices).map((office) => [office.id, office])),
  roles: () => rolesByCode,
  knowsPlace: () => true,
  staff: { id: ids.staff(5), district: sleman, version: 3, name: 'Siti', active: true },
  post: {
    id: ids.post(1),
    district: sleman,
    version: 2,
    staff: ids.staff(5),
    office: village,
    role: 'bo',
    from: monday - 1,
    until: null,
  },
  posts: [{ place: offices.village.place, role: 'bo', from: monday - 1, until: null }],
  zone: 'Asia/Jakarta',
  ...noPostBeside,
}
const data = {
  name: 'Puskesos Condongcatur',
  kind: 'puskesos',
  level: 'village',
  place: placeCode.parse('34.04.07.2003'),
  parent: offices.district.id,
  address: 'Jl. Kaliurang',
  phone: '0274 555',
} as const
const changedData = { ...data, place: offices.village.place, active: false }
const post = { district: sleman, office: village, from: monday, until: null }

/** What each command of administration writes and tells: all of it, and nothing else. */
const facts: Readonly<
  Record<
    Exclude<OfficeMove['kind'], 'leave.give' | 'leave.end' | 'post.serve'>,
    { move: OfficeMove; action: string; says: { readonly [fact: string]: Json }; changes: readonly Change[] }
  >
> = {
  'office.open': {
    move: { kind: 'office.open', subject: ids.office(20), data },
    action: 'open',
    says: { office: 'Puskesos Condongcatur' },
    changes: [
      {
        table: 'office',
        id: ids.office(20),
        base: 0,
        set: { ...data, district: sleman, active: true, openedAt: monday },
      },
    ],
  },
  'office.change': {
    move: { kind: 'office.change', subject: village, data: changedData },
    action: 'change',
    says: { office: 'Puskesos Condongcatur' },
    changes: [{ table: 'office', id: village, base: 1, set: changedData }],
  },
  'office.hours': {
    move: {
      kind: 'office.hours',
      subject: ids.case(7),
      data: { office: village, from: '2026-11-03', week: [null, [480, 720], null, null, null, null, null] },
    },
    action: 'office-hours',
    says: { office: 'Puskesos Caturtunggal', from: '2026-11-03' },
    changes: [
      {
        table: 'officeWeek',
        id: ids.case(7),
        base: 0,
        set: {
          district: sleman,
          office: village,
          from: '2026-11-03',
          week: [null, [480, 720], null, null, null, null, null],
        },
      },
    ],
  },
  'staff.add': {
    move: {
      kind: 'staff.add',
      subject: ids.staff(6),
      data: { name: 'Rina', post: ids.post(2), office: village, role: 'fo' },
    },
    action: 'add',
    says: { office: 'Puskesos Caturtunggal', role: 'fo', staff: 'Rina' },
    changes: [
      { table: 'staff', id: ids.staff(6), base: 0, set: { district: sleman, name: 'Rina', active: true } },
      { table: 'post', id: ids.post(2), base: 0, set: { ...post, staff: ids.staff(6), role: 'fo' } },
    ],
  },
  'staff.change': {
    move: { kind: 'staff.change', subject: ids.staff(5), data: { name: 'Siti A.', active: false } },
    action: 'change',
    says: { staff: 'Siti A.' },
    changes: [{ table: 'staff', id: ids.staff(5), base: 3, set: { name: 'Siti A.', active: false } }],
  },
  'post.give': {
    move: { kind: 'post.give', subject: ids.post(3), data: { staff: ids.staff(5), office: village, role: 'bo' } },
    action: 'give',
    says: { office: 'Puskesos Caturtunggal', role: 'bo', staff: 'Siti' },
    changes: [{ table: 'post', id: ids.post(3), base: 0, set: { ...post, staff: ids.staff(5), role: 'bo' } }],
  },
  'post.end': {
    move: { kind: 'post.end', subject: ids.post(1), data: {} },
    action: 'end',
    says: { office: 'Puskesos Caturtunggal', role: 'bo' },
    changes: [{ table: 'post', id: ids.post(1), base: 2, set: { until: monday } }],
  },
}

for (const kind of keysOf(facts)) {
  const { move, action, says, changes } = facts[kind]

  test(`OFFICE-6 ${kind} writes what it is for, and nothing else`, () => {
    const decided = decideOffice(move, admin, look)
    assert.ok(decided.ok, JSON.stringify(decided))
    assert.deepEqual(decided.value.changes, changes)
  })

  test(`OFFICE-6 ${kind} tells its history what was done, where and to whom`, () => {
    const decided = decideOffice(move, admin, look)
    assert.ok(decided.ok)
    const { changes: _changes, ...rest } = decided.value
    assert.deepEqual(rest, { action, note: '', say: says, day: '2026-11-02', jobs: [] })
  })

  test(`ACCESS-11 ${kind} is given by nobody who is no staff, but for the set-up`, () => {
    for (const actor of [citizen(), clock]) {
      const decided = decideOffice(move, actor, look)
      assert.equal(decided.ok ? null : decided.error.code, 'not-permitted')
    }
    assert.equal(decideOffice(move, setup, look).ok, true)
  })

  // People are judged by the place from which the actor acts, everything else by the row of the office.
  if (kind === 'staff.change') continue
  test(`ACCESS-11 ${kind} is not given from an office that is no more`, () => {
    const gone = { ...look, offices: new Map([...look.offices].filter(([id]) => id !== offices.district.id)) }
    const decided = decideOffice(move, admin, gone)
    assert.equal(decided.ok ? null : decided.error.code, 'wrong-place')
  })
}

test('OFFICE-1 a ring further up ends the search as well: whoever begins outside it is not sent round for ever', () => {
  const closed = (n: number, parent: number) =>
    anOffice({ id: ids.office(n), parent: ids.office(parent), active: false })
  const ring = new Map([closed(1, 2), closed(2, 3), closed(3, 4), closed(4, 2)].map((office) => [office.id, office]))
  assert.equal(officeAbove(ids.office(1), ring), null)
  assert.deepEqual(
    [...officesAbove(ids.office(1), ring)].map(({ id }) => id),
    [ids.office(2), ids.office(3), ids.office(4)],
  )
})

test('OFFICE-3 of two offices of one level that serve a place, the first that is known takes its citizens', () => {
  const second = anOffice({ id: ids.office(40), name: 'Puskesos kedua' })
  assert.equal(receptionFor(offices.village.place, [offices.village, second])?.id, offices.village.id)
  assert.equal(receptionFor(offices.village.place, [second, offices.village])?.id, second.id)
})

test('OFFICE-3 a restricted report goes to the district itself, not past it', () => {
  const all = Object.values(offices)
  assert.equal(receptionFor(offices.village.place, all, { restricted: true })?.level, 'district')
  const withoutDistrict = all.filter(({ level }) => level !== 'district')
  assert.equal(receptionFor(offices.village.place, withoutDistrict, { restricted: true })?.level, 'province')
})

test('OFFICE-9 kinds and levels are those that are written down, and each kind stands where it belongs', () => {
  assert.equal(officeKinds.join('|'), wire.officeKinds)
  assert.equal(officeLevels.join('|'), wire.levels)
  assert.deepEqual(
    officeKinds.filter((kind) => receives(anOffice({ kind }))),
    ['puskesos', 'subdistrict-post', 'secretariat', 'province-office', 'national-office'],
  )
  assert.deepEqual(
    officeKinds.map((kind) => levelsOf[kind].join(' ')),
    ['village', 'subdistrict', 'district', 'province', 'nation', officeLevels.join(' '), officeLevels.join(' ')],
  )
})

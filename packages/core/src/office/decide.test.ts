import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../access/actor.ts'
import { shippedRoles } from '../access/shipped-roles.ts'
import type { OfficeCommandData } from '../contract/office.ts'
import type { OfficeId } from '../kernel/id.ts'
import { keysOf } from '../kernel/keys.ts'
import type { Decision } from '../ledger/entry.ts'
import { ledgerCode, placeCode } from '../place/code.ts'
import { monday } from '../testing/a-policy.ts'
import { citizen, clock, setup, staff } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import type { Administration, OfficeMove, OfficeRefusal } from './decide.ts'
import { decideOffice, noPostBeside } from './decide.ts'
import type { OfficeRow, PostRow, StaffRow } from './office.ts'
import type { PlacedPost } from './reach.ts'

const rolesByCode = new Map(shippedRoles.map((role) => [role.code, role]))

const admin = staff('admin', offices.district)
const nationalAdmin = staff('admin', offices.nation)
const villageAdmin = staff('admin', offices.village)

const sleman = ledgerCode.parse('34.04')
const person: StaffRow = { id: ids.staff(5), district: sleman, version: 3, name: 'Siti', active: true }
const post: PostRow = {
  id: ids.post(1),
  district: sleman,
  version: 2,
  staff: ids.staff(5),
  office: offices.village.id,
  role: 'bo',
  from: monday,
  until: null,
}
const home: PlacedPost = { place: offices.village.place, role: 'bo', from: monday, until: null }
const look = (own: Partial<Administration> = {}): Administration => ({
  now: monday,
  day: '2026-11-02',
  offices: new Map<OfficeId, OfficeRow>(Object.values(offices).map((office) => [office.id, office])),
  roles: () => rolesByCode,
  knowsPlace: (code) => code !== '34.04.99',
  staff: person,
  post,
  posts: [home],
  zone: 'Asia/Jakarta',
  ...noPostBeside,
  ...own,
})

const newOffice: OfficeCommandData['office.open'] = {
  name: 'Puskesos Condongcatur',
  kind: 'puskesos',
  level: 'village',
  place: placeCode.parse('34.04.07.2003'),
  parent: offices.district.id,
  address: '',
  phone: '',
}
const { id: village, district: _district, version: _version, openedAt: _openedAt, ...villageData } = offices.village

/** One command of each kind that the law has nothing against. */
const moves: Readonly<Record<Exclude<OfficeMove['kind'], 'leave.give' | 'leave.end' | 'post.serve'>, OfficeMove>> = {
  'office.open': { kind: 'office.open', subject: ids.office(20), data: newOffice },
  'office.change': { kind: 'office.change', subject: village, data: { ...villageData, name: 'Puskesos Baru' } },
  'office.hours': {
    kind: 'office.hours',
    subject: ids.case(7),
    data: { office: village, from: '2026-11-03', week: [null, [480, 720], null, null, null, null, null] },
  },
  'staff.add': {
    kind: 'staff.add',
    subject: ids.staff(6),
    data: { name: 'Rina', post: ids.post(2), office: village, role: 'fo' },
  },
  'staff.change': { kind: 'staff.change', subject: person.id, data: { name: 'Siti A.', active: false } },
  'post.give': { kind: 'post.give', subject: ids.post(3), data: { staff: person.id, office: village, role: 'bo' } },
  'post.end': { kind: 'post.end', subject: post.id, data: {} },
}

function yes(move: OfficeMove, actor: Actor = admin, at = look()): Decision {
  const decided = decideOffice(move, actor, at)
  assert.ok(decided.ok, JSON.stringify(decided))
  return decided.value
}
function no(move: OfficeMove, actor: Actor = admin, at = look()): OfficeRefusal {
  const decided = decideOffice(move, actor, at)
  assert.ok(!decided.ok, 'it was allowed')
  return decided.error
}
const open = (own: Partial<typeof newOffice>): OfficeMove => ({
  kind: 'office.open',
  subject: ids.office(20),
  data: { ...newOffice, ...own },
})
const change = (own: Partial<OfficeCommandData['office.change']>, subject: string = village): OfficeMove => ({
  kind: 'office.change',
  subject,
  data: { ...villageData, ...own },
})

for (const kind of keysOf(moves)) {
  test(`ACCESS-11 ${kind} takes the right to administer`, () => {
    const needs = [kind.startsWith('office') ? 'office.manage' : 'staff.manage']
    for (const actor of [staff('manager', offices.district), staff('leader', offices.district), citizen(), clock])
      assert.deepEqual(no(moves[kind], actor), { code: 'not-permitted', needs })
    assert.ok(yes(moves[kind], setup))
    assert.ok(yes(moves[kind], admin))
  })

  test(`ACCESS-11 ${kind} reaches what lies under the administrator's own office, and no further`, () => {
    assert.ok(yes(moves[kind], nationalAdmin))
    const elsewhere = staff('admin', { ...offices.district, id: ids.office(50), place: placeCode.parse('34.02') })
    const at = look({
      offices: new Map([
        ...look().offices,
        [ids.office(50), { ...offices.district, id: ids.office(50), place: placeCode.parse('34.02') }],
      ]),
    })
    assert.deepEqual(no(moves[kind], elsewhere, at), { code: 'wrong-place' })
  })
}

test('OFFICE-4 a new office is open from now on, and written in the ledger of its district', () => {
  const decision = yes(moves['office.open'])
  const [made] = decision.changes
  assert.ok(made?.table === 'office' && made.base === 0 && made.id === ids.office(20))
  assert.deepEqual(made.set, { ...newOffice, district: '34.04', active: true, openedAt: monday })
  assert.deepEqual([decision.action, decision.say], ['open', { office: 'Puskesos Condongcatur' }])
})

test('OFFICE-4 a changed office keeps its version chain', () => {
  const [changed] = yes(change({ active: false }), admin, look()).changes
  assert.ok(changed?.table === 'office')
  assert.deepEqual([changed.base, changed.set.active], [1, false])
})

test('OFFICE-4 an office lies in a place that exists, and never leaves its district', () => {
  assert.deepEqual(no(open({ place: placeCode.parse('34.04.99') })), { code: 'unknown-place' })
  assert.deepEqual(no(change({ place: placeCode.parse('34.02.01.2001') }), nationalAdmin), { code: 'wrong-place' })
  assert.deepEqual(no(change({}, ids.office(99))), { code: 'unknown-office' })
})

const depok = placeCode.parse('34.04.07')

test('OFFICE-9 the level of an office is that of its place, and its kind stands at that level', () => {
  const wrong = { code: 'wrong-level', kind: 'puskesos', levels: ['village'] }
  assert.deepEqual(no(open({ level: 'district' })), wrong)
  assert.deepEqual(no(open({ place: depok })), wrong)
  assert.deepEqual(no(open({ place: depok, level: 'subdistrict' })), wrong)
  assert.deepEqual(no(change({ level: 'nation' })), wrong)
  assert.deepEqual(no(change({ level: 'nation' }), setup), wrong, 'not even by the set-up')
  assert.deepEqual(no(change({ kind: 'secretariat' })), {
    code: 'wrong-level',
    kind: 'secretariat',
    levels: ['district'],
  })
  assert.ok(yes(open({ kind: 'agency', level: 'subdistrict', place: depok })))
})

test('OFFICE-4 the office above exists, is not lower, and its place holds this one', () => {
  const wrong = { code: 'wrong-parent' }
  assert.deepEqual(no(open({ parent: ids.office(99) })), wrong)
  assert.deepEqual(no(open({ parent: offices.village.id, kind: 'agency', level: 'subdistrict', place: depok })), wrong)
  assert.deepEqual(no(open({ parent: offices.subdistrict.id, place: placeCode.parse('34.04.08.2001') })), wrong)
  assert.ok(yes(open({ parent: null })))
})

test('OFFICE-4 an office is never put under itself, nor under one of its own', () => {
  assert.deepEqual(no(change({ parent: village })), { code: 'wrong-parent' })
  const { id, district: _d, version: _v, openedAt: _o, ...data } = offices.district
  const peer = { ...offices.district, id: ids.office(30), parent: id }
  const at = look({ offices: new Map([...look().offices, [peer.id, peer]]) })
  const under = { kind: 'office.change', subject: id, data: { ...data, parent: peer.id } } as const
  assert.deepEqual(no(under, admin, at), { code: 'wrong-parent' })
})

test('OFFICE-6 new staff get a person and a first post in one entry', () => {
  const decision = yes(moves['staff.add'])
  const [made, first] = decision.changes
  assert.ok(made?.table === 'staff' && first?.table === 'post')
  assert.deepEqual([made.id, made.set], [ids.staff(6), { district: '34.04', name: 'Rina', active: true }])
  assert.deepEqual([first.id, first.base], [ids.post(2), 0])
  assert.deepEqual(first.set, {
    district: '34.04',
    staff: ids.staff(6),
    office: village,
    role: 'fo',
    from: monday,
    until: null,
  })
})

test('OFFICE-6 a post is at an office that exists, in a role that exists, for a person who exists', () => {
  const give = (own: Partial<OfficeCommandData['post.give']>): OfficeMove => ({
    kind: 'post.give',
    subject: ids.post(3),
    data: { staff: person.id, office: village, role: 'bo', ...own },
  })
  assert.deepEqual(no(give({ office: ids.office(99) })), { code: 'unknown-office' })
  assert.deepEqual(no(give({ role: 'king' })), { code: 'unknown-role' })
  assert.deepEqual(no(give({}), admin, look({ staff: null })), { code: 'unknown-staff' })
  const add = {
    ...moves['staff.add'],
    kind: 'staff.add',
    data: { name: 'X', post: ids.post(2), office: ids.office(99), role: 'fo' },
  } as const
  assert.deepEqual(no(add), { code: 'unknown-office' })
  assert.deepEqual(yes(give({})).say, { office: 'Puskesos Caturtunggal', role: 'bo', staff: 'Siti' })
})

test('OFFICE-10 nobody gives a post to themself', () => {
  const own = { staff: nationalAdmin.staff, office: village, role: 'fo' }
  const give = { kind: 'post.give', subject: ids.post(3), data: own } as const
  assert.deepEqual(no(give, nationalAdmin), { code: 'own-post' })
})

test('OFFICE-10 a role is given from the levels that it names, whichever command gives it; the set-up gives any', () => {
  const give = {
    kind: 'post.give',
    subject: ids.post(3),
    data: { staff: person.id, office: village, role: 'coordinator' },
  } as const
  const add = {
    ...moves['staff.add'],
    kind: 'staff.add',
    data: { name: 'X', post: ids.post(2), office: village, role: 'manager' },
  } as const
  assert.deepEqual(no(give, villageAdmin), { code: 'role-not-yours', givenFrom: ['district', 'province', 'nation'] })
  assert.deepEqual(no(add, nationalAdmin), { code: 'role-not-here', heldAt: ['secretariat'] })
  assert.ok(yes(give, admin))
  for (const move of [give, add]) assert.ok(yes(move, setup))
})

test('OFFICE-11 a post is given to those whom one administers', () => {
  const away = look({ posts: [{ ...home, place: placeCode.parse('34.02') }] })
  assert.deepEqual(no(moves['post.give'], admin, away), { code: 'wrong-place' })
  assert.ok(yes(moves['post.give'], nationalAdmin, away))
  assert.ok(yes(moves['post.give'], setup, look({ posts: [] })))
})

test('OFFICE-11 a person is changed by whoever administers them', () => {
  const [changed] = yes(moves['staff.change'], villageAdmin).changes
  assert.ok(changed?.table === 'staff')
  assert.deepEqual([changed.base, changed.set], [3, { name: 'Siti A.', active: false }])
  const promoted = look({ posts: [home, { ...home, place: placeCode.parse('34') }] })
  assert.deepEqual(no(moves['staff.change'], admin, promoted), { code: 'posts-elsewhere', office: 'Dinas Sosial DIY' })
  assert.deepEqual(no(moves['staff.change'], admin, look({ staff: null })), { code: 'unknown-staff' })
})

test('OFFICE-12 who may not give a role may not end a post of it', () => {
  const led = look({ post: { ...post, role: 'coordinator' } })
  const givenFrom = ['district', 'province', 'nation']
  assert.deepEqual(no(moves['post.end'], villageAdmin, led), { code: 'role-not-yours', givenFrom })
  assert.ok(yes(moves['post.end'], admin, led))
  assert.ok(yes(moves['post.end'], villageAdmin), 'a role that a village gives')
  assert.ok(yes(moves['post.end'], villageAdmin, look({ post: { ...post, role: 'tukang-ketik' } })), 'a role of old')
})

test('OFFICE-6 a post ends now, and once', () => {
  const [ended] = yes(moves['post.end']).changes
  assert.ok(ended?.table === 'post')
  assert.deepEqual([ended.base, ended.set], [2, { until: monday }])
  assert.deepEqual(no(moves['post.end'], admin, look({ post: { ...post, until: monday - 1 } })), { code: 'already-so' })
  assert.ok(yes(moves['post.end'], admin, look({ post: { ...post, until: monday + 1 } })), 'one that was to end later')
  assert.deepEqual(no(moves['post.end'], admin, look({ post: null })), { code: 'unknown-staff' })
  const unknown = look({ post: { ...post, office: ids.office(99) } })
  assert.deepEqual(no(moves['post.end'], nationalAdmin, unknown), { code: 'unknown-office' })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { placeCode } from '../place/code.ts'
import { citizen, clock, setup, staff, staffLacking, staffWith } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { property } from '../testing/property.ts'
import { actorName, officeOf } from './actor.ts'
import type { Seen } from './can.ts'
import { holds, isElsewhere, lacksRight, sees } from './can.ts'
import type { Right } from './permission.ts'
import { permissions, restrictedKinds, sights } from './permission.ts'

const here: Seen = {
  id: ids.case(1),
  place: placeCode.parse('34.04.07.2001'),
  office: offices.village.id,
  restricted: null,
}
const nobody = new Set<Seen['office']>()

test('ACCESS-1 nobody holds anything unless it was given to them', () => {
  const rights: readonly Right[] = [...permissions, 'citizen', 'clock']
  const actors = { staff: staffLacking(permissions), citizen: citizen(), clock, setup }
  const held = Object.entries(actors).map(([who, actor]) => [
    who,
    rights.filter((right) => lacksRight(actor, [right], here) === null),
  ])
  assert.deepEqual(held, [
    ['staff', []],
    ['citizen', ['citizen']],
    ['clock', ['clock']],
    ['setup', []],
  ])
})

test('ACCESS-1 each permission opens what asks for it, and nothing else', () => {
  for (const held of permissions) {
    const actor = staffWith({ permissions: [held], restricted: [], sees: 'place' })
    const open = permissions.filter((asked) => lacksRight(actor, [asked], here) === null)
    assert.deepEqual(open, [held])
  }
})

test('ACCESS-1 one of several rights is enough, and a no names them all', () => {
  const rights: readonly Right[] = ['citizen', 'case.register']
  assert.equal(lacksRight(staff('fo'), rights, here), null)
  assert.equal(lacksRight(citizen(), rights, here), null)
  assert.deepEqual(lacksRight(staff('provider'), rights, here), { code: 'not-permitted', needs: rights })
})

test('ACCESS-1 a citizen holds rights over their own case only', () => {
  assert.equal(lacksRight(citizen(ids.case(2)), ['citizen'], here)?.code, 'not-permitted')
})

test('ACCESS-1 the set-up may do administration, and no case work', () => {
  assert.ok(holds(setup, 'office.manage'))
  assert.equal(lacksRight(setup, ['case.handle'], here)?.code, 'not-permitted')
  assert.equal(holds(staff('admin'), 'staff.manage'), true)
  assert.equal(holds(staff('bo'), 'staff.manage'), false)
  assert.equal(holds(citizen(), 'office.manage'), false)
  assert.equal(holds(clock, 'office.manage'), false)
})

test('ACCESS-3 work on a case is done where it lies; citizens and clocks know no office', () => {
  assert.equal(isElsewhere(staff('bo'), here), null)
  assert.equal(isElsewhere(citizen(), here), null)
  assert.equal(isElsewhere(clock, here), null)
  const error = { code: 'not-here', office: offices.village.id }
  assert.deepEqual(isElsewhere(staff('bo', offices.otherVillage), here), error)
  assert.deepEqual(isElsewhere(staff('manager', offices.district), here), error)
})

test('ACCESS-4 staff see what lies under their place, or at their office', () => {
  assert.ok(sees(staff('bo'), here, nobody))
  assert.ok(sees(staff('manager', offices.district), here, nobody))
  assert.equal(sees(staff('bo', offices.otherVillage), here, nobody), false)
  const visiting = { ...here, place: placeCode.parse('34.04.08.2001') }
  assert.ok(sees(staff('bo'), visiting, nobody), 'a neighbour who came to this desk')
})

test('ACCESS-4 province and nation see what was escalated to them, and no other case of their area', () => {
  const province = staff('province', offices.province)
  assert.equal(sees(province, here, nobody), false)
  assert.ok(sees(province, { ...here, office: offices.province.id }, nobody))
})

test('ACCESS-4 a provider sees what was granted to its office', () => {
  const provider = staff('provider', offices.hospital)
  assert.equal(sees(provider, here, nobody), false)
  assert.equal(sees(provider, here, new Set([offices.health.id])), false)
  assert.ok(sees(provider, here, new Set([offices.hospital.id])))
})

test('ACCESS-4 leaders and administrators see no case', () => {
  for (const role of ['leader', 'admin'] as const)
    assert.equal(sees(staff(role, offices.district), here, new Set([offices.district.id])), false, role)
})

test('ACCESS-12 a restricted case is seen only by a role that names its kind, or by grant', () => {
  const restricted = { ...here, restricted: 'hiv' } as const
  assert.equal(sees(staff('bo'), restricted, nobody), false)
  assert.equal(sees(staff('coordinator'), restricted, nobody), false)
  assert.ok(sees(staff('coordinator'), { ...here, restricted: 'violence' }, nobody))
  assert.ok(sees(staff('manager'), restricted, nobody))
  assert.ok(sees(staff('provider', offices.hospital), restricted, new Set([offices.hospital.id])))
})

const someStaff = fc.record({
  office: fc.constantFrom(...Object.values(offices)),
  permissions: fc.subarray([...permissions]),
  restricted: fc.subarray([...restrictedKinds]),
  sees: fc.constantFrom(...sights),
})
const someCase = fc.record({
  id: fc.constant(ids.case(1)),
  place: fc
    .constantFrom('34.04.07.2001', '34.04.07.2002', '34.04.08.2001', '34.71.01.1001')
    .map((code) => placeCode.parse(code)),
  office: fc.constantFrom(...Object.values(offices)).map(({ id }) => id),
  restricted: fc.constantFrom(null, ...restrictedKinds),
})

property(
  'ACCESS-4 who sees a case may read cases, and more rights never show less',
  fc.record({ who: someStaff, subject: someCase }),
  ({ who, subject }) => {
    const actor = staffWith(who, who.office)
    const seen = sees(actor, subject, nobody)
    if (seen) assert.ok(actor.permissions.has('case.read') && actor.sees !== 'none')
    const more = staffWith({ permissions, restricted: restrictedKinds, sees: 'place' }, who.office)
    if (seen) assert.ok(sees(more, subject, nobody))
    if (seen && subject.restricted) assert.ok(actor.restricted.has(subject.restricted))
  },
  1000,
)

test('LEDGER-10 the ledger names who acted, and from which office', () => {
  assert.equal(actorName(staff('bo')), `staff:${ids.staff(1)}`)
  assert.equal(actorName(citizen()), `citizen:${ids.case(1)}`)
  assert.deepEqual([actorName(clock), actorName(setup)], ['clock', 'setup'])
  assert.equal(officeOf(staff('bo')), offices.village.id)
  assert.equal(officeOf(citizen()), null)
})

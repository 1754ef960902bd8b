import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RoleCode } from '../access/shipped-roles.ts'
import { shippedRoles } from '../access/shipped-roles.ts'
import type { OfficeId } from '../kernel/id.ts'
import { placeCode } from '../place/code.ts'
import { staff } from '../testing/actors.ts'
import { anOffice, offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import type { OfficeKind, OfficeLevel, OfficeRow } from './office.ts'
import { levelsOf, officeKinds, officeLevels } from './office.ts'
import type { PlacedPost } from './reach.ts'
import { cannotGive, cannotHandOut, outOfCare } from './reach.ts'

const now = 1_000
const tree = new Map<OfficeId, OfficeRow>(Object.values(offices).map((office) => [office.id, office]))
const byCode = new Map(shippedRoles.map((role) => [role.code as string, role]))
const roles = () => byCode
const roleNamed = (code: RoleCode) => {
  const role = byCode.get(code)
  assert.ok(role, code)
  return role
}
const post = (place: string, own: Partial<PlacedPost> = {}): PlacedPost => ({
  place: placeCode.parse(place),
  role: 'fo',
  from: 0,
  until: null,
  ...own,
})
const village = '34.04.07.2001'
const care = (own: OfficeRow, ...posts: readonly PlacedPost[]) => outOfCare(own.place, posts, now, tree)
const wrong = { code: 'wrong-place' }
const elsewhere = (office: string | null) => ({ code: 'posts-elsewhere', office })

test('OFFICE-9 every kind of office has its level, and those who are asked stand anywhere', () => {
  const fixed = officeKinds.filter((kind) => levelsOf[kind].length === 1)
  assert.deepEqual(
    fixed.flatMap((kind) => levelsOf[kind]),
    officeLevels,
  )
  for (const kind of ['agency', 'provider'] as const) assert.deepEqual(levelsOf[kind], officeLevels)
})

/** Who gives what where, written a second time: from the level of the giver's office, at a kind of office, these roles. */
const deskRoles = 'surveyor fo bo'
const villageRoles = `village-operator ${deskRoles}`
const fromDistrict: Partial<Readonly<Record<OfficeKind, string>>> = {
  puskesos: `facilitator ${villageRoles} coordinator leader admin`,
  'subdistrict-post': `facilitator ${deskRoles} coordinator supervisor verifier leader admin`,
  secretariat: `facilitator ${deskRoles} supervisor manager section-head agency-head verifier approver leader admin`,
  'province-office': 'leader planner admin',
  'national-office': 'leader partner admin',
  agency: 'provider leader planner partner',
  provider: 'provider leader partner',
}
const gives: Readonly<Record<OfficeLevel, Partial<Readonly<Record<OfficeKind, string>>>>> = {
  village: { puskesos: villageRoles, 'subdistrict-post': deskRoles, secretariat: deskRoles },
  subdistrict: { puskesos: villageRoles, 'subdistrict-post': deskRoles, secretariat: deskRoles },
  district: fromDistrict,
  province: { ...fromDistrict, 'province-office': 'leader planner province admin' },
  nation: {
    ...fromDistrict,
    'province-office': 'leader planner province admin',
    'national-office': 'leader partner ministry national admin',
  },
}

// What lies above the giver is kept from them by its place (OFFICE-4), not by this table.
test('OFFICE-10 the shipped roles are given from the levels, and at the kinds of offices, that are specified', () => {
  for (const from of officeLevels)
    for (const kind of officeKinds) {
      const given = shippedRoles.filter((role) => cannotGive(role, kind, from) === null)
      assert.equal(given.map(({ code }) => code).join(' '), gives[from][kind] ?? '', `${from} at ${kind}`)
    }
})

test('OFFICE-10 a refusal says where the role is held, or who gives it', () => {
  assert.deepEqual(cannotGive(roleNamed('manager'), 'puskesos', 'nation'), {
    code: 'role-not-here',
    heldAt: ['secretariat'],
  })
  assert.deepEqual(cannotGive(roleNamed('coordinator'), 'puskesos', 'village'), {
    code: 'role-not-yours',
    givenFrom: ['district', 'province', 'nation'],
  })
})

test('OFFICE-11 an office administers those whose home it covers', () => {
  for (const own of [offices.village, offices.district, offices.province, offices.nation])
    assert.equal(care(own, post(village)), null, own.name)
  assert.deepEqual(care(offices.otherVillage, post(village)), wrong)
  assert.deepEqual(care(offices.village, post('34.04')), wrong)
  assert.deepEqual(care(offices.nation), wrong, 'somebody of whom no post is known')
})

test('OFFICE-11 a post beside takes nobody away from their home, and gives nobody to the other place', () => {
  const lent = [post(village), post('34.02', { from: 5 })]
  assert.equal(care(offices.village, ...lent), null)
  assert.equal(care(offices.district, ...lent.toReversed()), null, 'in whatever order')
  const bantul = anOffice({ place: placeCode.parse('34.02'), level: 'district' })
  assert.deepEqual(care(bantul, ...lent), elsewhere('Puskesos Caturtunggal'))
})

test('OFFICE-11 a post above takes a person out of reach of those below it', () => {
  const promoted = [post(village), post('34.04', { from: 5 })]
  assert.deepEqual(care(offices.village, ...promoted), elsewhere('Sekretariat SLRT Sleman'))
  assert.equal(care(offices.district, ...promoted), null)
  const higher = [...promoted, post('34', { from: 6 })]
  assert.deepEqual(care(offices.district, ...higher), elsewhere('Dinas Sosial DIY'))
  assert.equal(care(offices.province, ...higher), null)
})

test('OFFICE-11 home is the oldest post that is held; of who holds none, the one that ended last', () => {
  const left = post(village, { until: now })
  const bantul = anOffice({ place: placeCode.parse('34.02'), level: 'district' })
  assert.equal(care(bantul, left, post('34.02', { from: 5 })), null)
  assert.deepEqual(care(offices.district, left, post('34.02', { from: 5 })), wrong)
  assert.equal(care(offices.village, left, post('34.02', { from: 5, until: now - 1 })), null)
  assert.deepEqual(care(bantul, left, post('34.02', { from: 5, until: now - 1 })), wrong)
  assert.equal(care(offices.village, post(village, { until: now + 1 }), post('34.02', { from: 5 })), null)
})

test('ACCOUNT-2 a link takes an office over all posts that are held; whoever has less is told which office has', () => {
  const giver = staff('admin', offices.district)
  const give = (...posts: readonly PlacedPost[]) =>
    cannotHandOut(giver, ids.staff(9), posts, { now, offices: tree, roles })
  assert.equal(give(post(village), post('34.04')), null)
  assert.equal(give(post(village), post('34.02', { until: now })), null)
  assert.deepEqual(give(post(village), post('34.02')), elsewhere('Dinas Sosial DIY'))
  assert.deepEqual(give(post(village), post('12.01')), elsewhere('Sekretariat Nasional'))
  assert.deepEqual(give(post('34.02')), wrong)
  const nobodyAbove = { now, offices: new Map([[giver.office, offices.district]]), roles }
  assert.deepEqual(cannotHandOut(giver, ids.staff(9), [post(village), post('12.01')], nobodyAbove), elsewhere(null))
})

test('ACCOUNT-2 a link to an account takes the right to give its roles; one’s own account is one’s own', () => {
  const giver = staff('admin', offices.village)
  const look = { now, offices: tree, roles }
  const posts = [post(village), post(village, { role: 'coordinator' })]
  const refused = { code: 'role-not-yours', givenFrom: ['district', 'province', 'nation'] }
  assert.deepEqual(cannotHandOut(giver, ids.staff(9), posts, look), refused)
  assert.equal(cannotHandOut(giver, giver.staff, posts, look), null)
  assert.equal(cannotHandOut(staff('admin', offices.district), ids.staff(9), posts, look), null)
  assert.equal(
    cannotHandOut(giver, ids.staff(9), [post(village, { role: 'ended' })], look),
    null,
    'a role without rights',
  )
})

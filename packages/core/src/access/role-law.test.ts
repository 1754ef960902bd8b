import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { roleData } from '../contract/lists.ts'
import { isMessageKey } from '../i18n/known-key.ts'
import { keysOf } from '../kernel/keys.ts'
import { officeKinds, officeLevels } from '../office/office.ts'
import { property } from '../testing/property.ts'
import type { Permission } from './permission.ts'
import { permissionGroups, permissions, restrictedKinds, sights } from './permission.ts'
import type { Bundle } from './role-law.ts'
import { administers, administration, beyondRoles, bundleFault, heldBack } from './role-law.ts'
import { shippedRoles } from './shipped-roles.ts'

const bundle = (own: Partial<Bundle> = {}): Bundle => ({
  permissions: ['case.read', 'case.register'],
  restricted: [],
  sees: 'place',
  heldAt: ['puskesos'],
  givenFrom: ['district'],
  secondFactor: false,
  ...own,
})
const faultOf = (own: Partial<Bundle>) => bundleFault(bundle(own))?.code ?? 'ok'

test('ROLE-3 every right stands in one group, and both have words', () => {
  const grouped = keysOf(permissionGroups).flatMap((group) => [...permissionGroups[group]])
  assert.deepEqual(grouped.toSorted(), [...permissions].toSorted())
  for (const group of keysOf(permissionGroups)) assert.ok(isMessageKey(`permission-group.${group}`), group)
  for (const right of permissions) assert.ok(isMessageKey(`permission.${right}`), right)
  for (const sight of sights) assert.ok(isMessageKey(`sight.${sight}`), sight)
})

for (const role of shippedRoles)
  test(`ROLE-4 the role ${role.code} as shipped is one that the law lets be`, () => {
    assert.equal(bundleFault(role), null)
    const { code: _, ...said } = role
    assert.equal(roleData.safeParse(said).success, true)
  })

const faults: readonly (readonly [what: string, own: Partial<Bundle>, code: string])[] = [
  ['a desk that registers', {}, 'ok'],
  ['figures and nothing else', { permissions: ['figures.read'], sees: 'none' }, 'ok'],
  ['staff beside cases', { permissions: ['case.read', 'staff.manage'], secondFactor: true }, 'role-apart'],
  ['offices beside identity numbers', { permissions: ['case.read', 'person.reveal', 'office.manage'] }, 'role-apart'],
  [
    'lists beside cases, as the national officer has',
    { permissions: ['case.read', 'lists.manage'], secondFactor: true },
    'ok',
  ],
  [
    'who looks at looks may manage staff',
    { permissions: ['access.review', 'staff.manage'], sees: 'none', secondFactor: true },
    'ok',
  ],
  ['asking and answering', { permissions: ['case.read', 'referral.request', 'referral.answer'] }, 'role-apart'],
  ['handling what is not seen', { permissions: ['case.handle'], sees: 'none' }, 'role-lacks'],
  ['revealing what is not seen', { permissions: ['person.reveal'], sees: 'none' }, 'role-lacks'],
  ['reading no case at all', { sees: 'none' }, 'role-sight'],
  ['seeing without reading', { permissions: ['figures.read'], sees: 'office' }, 'role-sight'],
  [
    'restricted kinds without reading',
    { permissions: ['figures.read'], sees: 'none', restricted: ['hiv'] },
    'role-sight',
  ],
  ['a whole place from a hospital', { heldAt: ['puskesos', 'provider'] }, 'role-too-wide'],
  ['a whole province', { heldAt: ['province-office'] }, 'role-too-wide'],
  ['only their own from a hospital', { heldAt: ['provider'], sees: 'office' }, 'ok'],
  ...administration.map(
    (right) => [`${right} by password alone`, { permissions: [right], sees: 'none' }, 'role-factor'] as const,
  ),
]
for (const [what, own, code] of faults) test(`ROLE-4 ROLE-5 ${what}: ${code}`, () => assert.equal(faultOf(own), code))

test('ROLE-4 a no names the two rights that stay apart, and what a right is of no use without', () => {
  assert.deepEqual(bundleFault(bundle({ permissions: ['case.read', 'staff.manage'] })), {
    code: 'role-apart',
    permissions: ['staff.manage', 'case.read'],
  })
  assert.deepEqual(bundleFault(bundle({ permissions: ['case.answer'] })), {
    code: 'role-lacks',
    permission: 'case.answer',
    needs: 'case.read',
  })
})

test('ROLE-7 of administration only what the giver holds is passed on; work on cases is no administration', () => {
  const holding = (...held: readonly Permission[]) => ({ permissions: new Set(held) })
  assert.deepEqual(heldBack(['staff.manage', 'lists.manage', 'case.read'], holding('staff.manage')), ['lists.manage'])
  assert.deepEqual(heldBack(['case.read', 'person.reveal'], holding()), [])
  assert.deepEqual(
    permissions.filter((one) => administers([one])),
    ['office.manage', 'staff.manage', 'lists.manage'],
  )
})

test('ROLE-6 a copy of a role from above holds no more than it; one right more, or another office, is named', () => {
  for (const role of shippedRoles) assert.equal(beyondRoles(role, shippedRoles), null, role.code)
  const desk = bundle({ givenFrom: ['village'], permissions: ['case.read', 'case.settle'] })
  assert.equal(beyondRoles(desk, shippedRoles), null)
  // Whoever decides is given from the district up.
  assert.deepEqual(beyondRoles({ ...desk, permissions: ['case.read', 'case.decide'] }, shippedRoles), {
    permissions: ['case.decide'],
    restricted: [],
    sees: null,
  })
  const clinic = bundle({ heldAt: ['provider'], sees: 'place', restricted: ['hiv'] })
  assert.deepEqual(beyondRoles(clinic, shippedRoles), {
    permissions: ['case.register'],
    restricted: ['hiv'],
    sees: 'place',
  })
})

const anyBundle: fc.Arbitrary<Bundle> = fc.record({
  permissions: fc.subarray([...permissions], { minLength: 1 }),
  restricted: fc.subarray([...restrictedKinds]),
  sees: fc.constantFrom(...sights),
  heldAt: fc.subarray([...officeKinds], { minLength: 1 }),
  givenFrom: fc.subarray([...officeLevels], { minLength: 1 }),
  secondFactor: fc.boolean(),
})

property(
  'ROLE-6 whoever holds a made role at an office could have been given as much by posts of roles from above',
  fc.record({ made: anyBundle, above: fc.array(anyBundle, { maxLength: 4 }) }),
  ({ made, above }) => {
    const beyond = beyondRoles(made, above)
    const isMore = made.heldAt.some((kind) =>
      made.givenFrom.some((level) => {
        const posts = above.filter(({ heldAt, givenFrom }) => heldAt.includes(kind) && givenFrom.includes(level))
        const rights = new Set<string>(posts.flatMap((role) => [...role.permissions, ...role.restricted]))
        const widest = Math.min(...posts.map(({ sees }) => sights.indexOf(sees)), sights.length)
        return (
          [...made.permissions, ...made.restricted].some((one) => !rights.has(one)) ||
          widest > sights.indexOf(made.sees)
        )
      }),
    )
    assert.equal(beyond !== null, isMore)
  },
)

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedRoles } from '@openslrt/core/access/shipped-roles.ts'
import { anOffice, offices } from '@openslrt/core/testing/an-office.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { aReference } from '../../testing/a-reference.ts'
import { staffActor } from './index.ts'

const reference = aReference()
const at = (posts: readonly (readonly [office: string, role: string])[], office: string | null, look = reference) =>
  staffActor(look, { staff: ids.staff(1), posts: posts.map(([of, role]) => ({ office: of, role })) }, office)

const { village, district, hospital } = offices

test('ACCESS-6 a person with one post acts from there, named or not', () => {
  for (const named of [village.id, null]) {
    const actor = at([[village.id, 'bo']], named)
    assert.deepEqual(
      [actor?.office, actor?.place, actor?.level, actor?.sees],
      [village.id, village.place, 'village', 'place'],
    )
    assert.deepEqual(actor?.permissions, new Set(shippedRoles.find(({ code }) => code === 'bo')?.permissions))
  }
})

test('ACCESS-6 a person without a post, at an office without one, or under a role that is no more, acts nowhere', () => {
  assert.equal(at([], null), null)
  assert.equal(at([], village.id), null)
  assert.equal(at([[village.id, 'bo']], district.id), null)
  assert.equal(at([[village.id, 'king']], village.id), null)
  assert.equal(at([[ids.office(99), 'bo']], ids.office(99)), null)
})

test('ACCESS-6 an office that was closed gives no rights, whatever posts are held there', () => {
  assert.equal(at([[offices.subdistrict.id, 'coordinator']], offices.subdistrict.id), null)
  const closed = anOffice({ active: false })
  const look = aReference({ offices: () => new Map([[closed.id, closed]]) })
  assert.equal(at([[closed.id, 'manager']], closed.id, look), null)
})

test('ACCESS-6 two roles at one office are joined, a role elsewhere gives nothing here', () => {
  const actor = at(
    [
      [village.id, 'fo'],
      [village.id, 'coordinator'],
      [district.id, 'admin'],
    ],
    village.id,
  )
  assert.ok(actor)
  assert.ok(actor.permissions.has('case.settle') && actor.permissions.has('case.decide'))
  assert.equal(actor.permissions.has('staff.manage'), false)
  assert.deepEqual([...actor.restricted].toSorted(), ['child-protection', 'violence'])
})

test('ACCESS-6 a person sees as far as the widest of their roles at the office', () => {
  const sight = (...roles: readonly string[]) =>
    at(
      roles.map((role) => [district.id, role] as const),
      district.id,
    )?.sees
  assert.equal(sight('leader'), 'none')
  assert.equal(sight('leader', 'provider'), 'office')
  assert.equal(sight('provider', 'leader', 'fo'), 'place')
  assert.equal(at([[hospital.id, 'provider']], null)?.sees, 'office')
})

property(
  'ACCESS-6 nobody has a right at an office that no role of theirs at that office gives',
  fc.record({
    posts: fc.array(
      fc.tuple(fc.constantFrom(...Object.values(offices)), fc.constantFrom(...shippedRoles.map(({ code }) => code))),
      { maxLength: 4 },
    ),
    from: fc.constantFrom(...Object.values(offices)),
  }),
  ({ posts, from }) => {
    const actor = at(
      posts.map(([office, role]) => [office.id, role] as const),
      from.id,
    )
    const roles = posts.filter(([office]) => office.id === from.id).map(([, role]) => role)
    const given = new Set(
      shippedRoles.filter(({ code }) => roles.includes(code)).flatMap(({ permissions }) => permissions),
    )
    if (!from.active || roles.length === 0) return assert.equal(actor, null)
    assert.deepEqual(new Set(actor?.permissions), given)
    return assert.equal(actor?.office, from.id)
  },
  500,
)

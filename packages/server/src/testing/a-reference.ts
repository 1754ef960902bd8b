import { shippedRoles } from '@openslrt/core/access/shipped-roles.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import type { NamedRole } from '@openslrt/core/lists/role-words.ts'
import { shippedRoleNames } from '@openslrt/core/lists/role-words.ts'
import { shippedLists } from '@openslrt/core/lists/shipped.ts'
import { aPolicy } from '@openslrt/core/testing/a-policy.ts'
import { offices } from '@openslrt/core/testing/an-office.ts'
import type { Reference } from '../features/reference/index.ts'

type Item = ReturnType<Reference['list']>[number]

/** The shipped lists as the table of lists holds them. */
export const shippedItems: readonly Item[] = shippedLists.items.map(({ list, code, names, data, from }) => ({
  list,
  code,
  names,
  data,
  from,
  place: '00',
  says: 'holds',
}))

const roles = new Map<string, NamedRole>(
  shippedRoles.map((role) => [role.code, { ...role, names: shippedRoleNames(role.code), place: '00' }]),
)

/** Shipped lists, roles and the offices of core's tests, without a database: for code that only looks things up. */
export const aReference = (own: Partial<Reference> = {}): Reference => ({
  list: (name) => shippedItems.filter(({ list }) => list === name),
  past: () => [],
  said: () => new Map(),
  closures: () => new Map(),
  weeks: () => [],
  offices: () => new Map(Object.values(offices).map((office) => [office.id, office])),
  serving: () => Object.values(offices),
  ownWeeks: () => [],
  below: () => ({ all: 0, inactive: 0 }),
  hostAt: () => null,
  officesTold: () => 0,
  role: (code) => roles.get(code),
  roles: () => roles,
  zoneOf: () => 'Asia/Jakarta',
  placeName: (code) => code,
  knowsVillage: async () => true,
  policyFor: (_district, now) => aPolicy(now, { day: dayIn('Asia/Jakarta', now) }),
  seq: () => 1,
  refresh: async () => undefined,
  close: () => undefined,
  ...own,
})

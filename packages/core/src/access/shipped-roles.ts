import type { Permission, RestrictedKind, Sight } from './permission.ts'
import { restrictedKinds } from './permission.ts'

/** A bundle of permissions. Offices may hold others; these are what a new installation starts with. */
export interface Role {
  readonly code: string
  readonly permissions: readonly Permission[]
  readonly restricted: readonly RestrictedKind[]
  readonly sees: Sight
}

const handling: readonly Permission[] = [
  'case.read',
  'case.register',
  'case.settle',
  'case.handle',
  'case.recommend',
  'case.answer',
  'case.escalate',
  'referral.request',
  'figures.read',
]
const deciding: readonly Permission[] = [...handling, 'case.assign', 'case.decide', 'person.reveal']

const roles = [
  {
    code: 'fo',
    permissions: ['case.read', 'case.register', 'case.settle', 'figures.read'],
    restricted: [],
    sees: 'place',
  },
  { code: 'bo', permissions: [...handling, 'person.reveal'], restricted: [], sees: 'place' },
  { code: 'coordinator', permissions: deciding, restricted: ['child-protection', 'violence'], sees: 'place' },
  { code: 'manager', permissions: deciding, restricted: restrictedKinds, sees: 'place' },
  // What a provider may reveal ends where its grant ends: the phone of a patient it has to call, with the reason on record.
  { code: 'provider', permissions: ['case.read', 'referral.answer', 'person.reveal'], restricted: [], sees: 'office' },
  { code: 'leader', permissions: ['figures.read'], restricted: [], sees: 'none' },
  { code: 'province', permissions: [...deciding], restricted: [], sees: 'office' },
  { code: 'national', permissions: [...deciding], restricted: [], sees: 'office' },
  { code: 'admin', permissions: ['office.manage', 'staff.manage', 'figures.read'], restricted: [], sees: 'none' },
] as const satisfies readonly Role[]

export type RoleCode = (typeof roles)[number]['code']

/** Roles of the main job, loaded as data dated from the first day. Names are message keys `role.<code>`. */
export const shippedRoles: readonly (Role & { readonly code: RoleCode })[] = roles

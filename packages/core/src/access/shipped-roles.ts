import type { OfficeKind, OfficeLevel } from '../office/office.ts'
import { officeLevels } from '../office/office.ts'
import type { Permission, RestrictedKind, Sight } from './permission.ts'
import { restrictedKinds } from './permission.ts'

/** A bundle of permissions. Offices may hold others; these are what a new installation starts with. */
export interface Role {
  readonly code: string
  readonly permissions: readonly Permission[]
  readonly restricted: readonly RestrictedKind[]
  readonly sees: Sight
  /** OFFICE-10 The kinds of offices at which it is held, and the levels of those from which it is given. */
  readonly heldAt: readonly OfficeKind[]
  readonly givenFrom: readonly OfficeLevel[]
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

// Whoever sees all cases of a place may do so up to the district: above it, only what was passed up is seen.
const desks: readonly OfficeKind[] = ['puskesos', 'subdistrict-post', 'secretariat']
const offices: readonly OfficeKind[] = [...desks, 'province-office', 'national-office']
const asked: readonly OfficeKind[] = ['agency', 'provider']
const districtUp: readonly OfficeLevel[] = ['district', 'province', 'nation']

const roles = [
  {
    code: 'fo',
    permissions: ['case.read', 'case.register', 'case.settle', 'figures.read'],
    restricted: [],
    sees: 'place',
    heldAt: desks,
    givenFrom: officeLevels,
  },
  {
    code: 'bo',
    permissions: [...handling, 'person.reveal'],
    restricted: [],
    sees: 'place',
    heldAt: desks,
    givenFrom: officeLevels,
  },
  {
    code: 'coordinator',
    permissions: deciding,
    restricted: ['child-protection', 'violence'],
    sees: 'place',
    heldAt: ['puskesos', 'subdistrict-post'],
    givenFrom: districtUp,
  },
  {
    code: 'manager',
    permissions: deciding,
    restricted: restrictedKinds,
    sees: 'place',
    heldAt: ['secretariat'],
    givenFrom: districtUp,
  },
  // What a provider may reveal ends where its grant ends: the phone of a patient it has to call, with the reason on record.
  {
    code: 'provider',
    permissions: ['case.read', 'referral.answer', 'person.reveal'],
    restricted: [],
    sees: 'office',
    heldAt: asked,
    givenFrom: districtUp,
  },
  {
    code: 'leader',
    permissions: ['figures.read'],
    restricted: [],
    sees: 'none',
    heldAt: [...offices, ...asked],
    givenFrom: districtUp,
  },
  {
    code: 'province',
    permissions: [...deciding],
    restricted: [],
    sees: 'office',
    heldAt: ['province-office'],
    givenFrom: ['province', 'nation'],
  },
  {
    code: 'national',
    permissions: [...deciding],
    restricted: [],
    sees: 'office',
    heldAt: ['national-office'],
    givenFrom: ['nation'],
  },
  // An administrator reaches the whole place of their office: at a hospital that would be the district.
  {
    code: 'admin',
    permissions: ['office.manage', 'staff.manage', 'figures.read'],
    restricted: [],
    sees: 'none',
    heldAt: offices,
    givenFrom: districtUp,
  },
] as const satisfies readonly Role[]

export type RoleCode = (typeof roles)[number]['code']

/** Roles of the main job, loaded as data dated from the first day. Names are message keys `role.<code>`. */
export const shippedRoles: readonly (Role & { readonly code: RoleCode })[] = roles

import type { OfficeKind } from '../office/office.ts'
import type { Permission, Sight } from './permission.ts'
import { permissionGroups, sights } from './permission.ts'
import type { Role } from './shipped-roles.ts'

/** What a role says beside its code and names. */
export type Bundle = Omit<Role, 'code'>

export type BundleRefusal =
  | { readonly code: 'role-apart'; readonly permissions: readonly Permission[] }
  | { readonly code: 'role-lacks'; readonly permission: Permission; readonly needs: Permission }
  | { readonly code: 'role-sight' }
  | { readonly code: 'role-too-wide'; readonly heldAt: readonly OfficeKind[] }
  | { readonly code: 'role-factor' }

/** Permissions with which somebody decides who may do what: only who holds them passes them on, with a second factor. */
export const administration: readonly Permission[] = permissionGroups.administration

const work: readonly Permission[] = [
  ...permissionGroups.intake,
  ...permissionGroups.handling,
  ...permissionGroups.deciding,
  ...permissionGroups.referral,
  ...permissionGroups.letter,
  'person.reveal',
  'person.export',
]

/** Work on people and families: whoever says who may read them reads none. */
const registry: readonly Permission[] = [
  ...permissionGroups.registry,
  ...permissionGroups.proposal,
  ...permissionGroups.visit,
  'ppks.handle',
  'surge.manage',
]

/**
 * ROLE-4 What no role holds together. Who says who may read cases reads none; who asks for help is not who answers for
 * it. A person may still hold two posts: then two entries of the ledger say so, by a second person's hand.
 */
const apart: readonly (readonly [one: readonly Permission[], other: readonly Permission[]])[] = [
  [
    ['office.manage', 'staff.manage'],
    [...work, ...registry],
  ],
  [['referral.request'], ['referral.answer']],
  [['independence.assess'], ['independence.verify', 'independence.sign']],
  [['independence.verify'], ['independence.sign']],
]

/** ROLE-4 What nobody can do without another right: all work on cases begins with seeing them. */
const needs: ReadonlyMap<Permission, Permission> = new Map<Permission, Permission>([
  ...work.filter((one) => one !== 'case.read').map((one) => [one, 'case.read'] as const),
  ['joint.lead', 'joint.join'],
  ...permissionGroups.independence.map((one) => [one, 'figures.read'] as const),
  // Whoever reports or answers challenges reads the figures of their place beside them.
  ['challenge.report', 'figures.read'],
  ['challenge.answer', 'figures.read'],
  ['network.write', 'figures.read'],
  ['network.target', 'figures.read'],
  ...(
    [
      'registry.edit',
      'registry.merge',
      'registry.load',
      'proposal.make',
      'proposal.verify',
      'proposal.approve',
    ] as const
  ).map((one) => [one, 'registry.read'] as const),
])

/** Where the work on citizens' cases is done: only there a whole place may be seen. */
const desks: readonly OfficeKind[] = ['puskesos', 'subdistrict-post', 'secretariat']

/** ROLE-4 Why a bundle can't be a role anywhere, whoever makes it. */
export function bundleFault(bundle: Bundle): BundleRefusal | null {
  return joined(bundle) ?? lacking(bundle) ?? sightFault(bundle) ?? factorFault(bundle)
}

function joined({ permissions }: Bundle): BundleRefusal | null {
  for (const [one, other] of apart) {
    const [first, second] = [one, other].map((side) => permissions.find((held) => side.includes(held)))
    if (first && second) return { code: 'role-apart', permissions: [first, second] }
  }
  return null
}

function lacking({ permissions }: Bundle): BundleRefusal | null {
  for (const permission of permissions) {
    const needed = needs.get(permission)
    if (needed && !permissions.includes(needed)) return { code: 'role-lacks', permission, needs: needed }
  }
  return null
}

function sightFault({ permissions, restricted, sees, heldAt }: Bundle): BundleRefusal | null {
  const reads = permissions.includes('case.read')
  if (reads !== (sees !== 'none') || (restricted.length > 0 && !reads)) return { code: 'role-sight' }
  const wide = sees === 'place' && heldAt.some((kind) => !desks.includes(kind))
  return wide ? { code: 'role-too-wide', heldAt: desks } : null
}

function factorFault({ permissions, secondFactor }: Bundle): BundleRefusal | null {
  return !secondFactor && administers(permissions) ? { code: 'role-factor' } : null
}

/** ROLE-5 Whether a bundle lets its holder say who may do what: then a second factor is asked for, whatever it says itself. */
export const administers = (permissions: readonly Permission[]): boolean =>
  permissions.some((one) => administration.includes(one))

/** What a bundle holds that its maker can't give by any role from above. */
export interface Beyond {
  readonly permissions: readonly Permission[]
  readonly restricted: Role['restricted']
  readonly sees: Sight | null
}

/**
 * ROLE-6 What a bundle gives beyond what the roles from above give, at each kind of office and from each level that it
 * names. Administrators read no case and appoint those who do (ADR 18): so not what they hold themselves is the bound,
 * but what they could give anyway by several posts, whose rights join.
 */
export function beyondRoles(bundle: Bundle, above: readonly Bundle[]): Beyond | null {
  const pairs = bundle.heldAt.flatMap((kind) => bundle.givenFrom.map((level) => ({ kind, level })))
  const given = pairs.map(({ kind, level }) =>
    above.filter(({ heldAt, givenFrom }) => heldAt.includes(kind) && givenFrom.includes(level)),
  )
  const lacks = (holds: (role: Bundle) => boolean): boolean => given.some((roles) => !roles.some(holds))
  const permissions = bundle.permissions.filter((one) => lacks((role) => role.permissions.includes(one)))
  const restricted = bundle.restricted.filter((one) => lacks((role) => role.restricted.includes(one)))
  const sees = lacks((role) => sights.indexOf(role.sees) <= sights.indexOf(bundle.sees)) ? bundle.sees : null
  return permissions.length + restricted.length > 0 || sees ? { permissions, restricted, sees } : null
}

/** ROLE-7 Permissions of administration in a bundle that its giver does not hold. */
export const heldBack = (
  permissions: readonly Permission[],
  { permissions: own }: { readonly permissions: ReadonlySet<Permission> },
): readonly Permission[] => permissions.filter((one) => administration.includes(one) && !own.has(one))

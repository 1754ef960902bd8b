import { z } from 'zod'

/** What a person may be allowed to do. Fixed here; which role holds which is data with dates (architecture section 6). */
export const permissions = [
  'case.read',
  'case.register',
  'case.open',
  'case.settle',
  'case.handle',
  'case.assign',
  'case.recommend',
  'case.decide',
  'case.answer',
  'case.escalate',
  'case.review',
  'referral.request',
  'referral.answer',
  'case.erase',
  'letter.draft',
  'letter.initial',
  'letter.sign',
  'meeting.attend',
  'person.reveal',
  'person.export',
  'access.review',
  'figures.read',
  'office.manage',
  'staff.manage',
  'lists.manage',
  'joint.join',
  'joint.lead',
  'challenge.report',
  'challenge.answer',
  'registry.read',
  'registry.edit',
  'registry.merge',
  'registry.load',
  'programme.manage',
  'programme.decide',
  'proposal.make',
  'proposal.verify',
  'proposal.approve',
  'visit.plan',
  'visit.do',
  'ppks.handle',
  'psks.manage',
  'surge.manage',
  'independence.assess',
  'independence.verify',
  'independence.sign',
  'independence.change',
  'network.write',
  'network.target',
] as const
export const permission = z.enum(permissions)
export type Permission = z.infer<typeof permission>

/** ROLE-3 The same, as an administrator thinks of them: every permission stands in one group, named `permission-group.<group>`. */
export const permissionGroups = {
  intake: ['case.read', 'case.register', 'case.open', 'case.settle'],
  handling: ['case.handle', 'case.recommend', 'case.answer', 'case.escalate'],
  deciding: ['case.assign', 'case.review', 'case.decide', 'case.erase'],
  referral: ['referral.request', 'referral.answer'],
  letter: ['letter.draft', 'letter.initial', 'letter.sign'],
  meeting: ['meeting.attend'],
  personal: ['person.reveal', 'person.export', 'access.review'],
  figures: ['figures.read'],
  network: ['network.write', 'network.target'],
  joint: ['joint.join', 'joint.lead'],
  challenge: ['challenge.report', 'challenge.answer'],
  registry: ['registry.read', 'registry.edit', 'registry.merge', 'registry.load'],
  programme: ['programme.manage', 'programme.decide'],
  proposal: ['proposal.make', 'proposal.verify', 'proposal.approve'],
  visit: ['visit.plan', 'visit.do'],
  welfare: ['ppks.handle', 'psks.manage', 'surge.manage'],
  independence: ['independence.assess', 'independence.verify', 'independence.sign', 'independence.change'],
  administration: ['office.manage', 'staff.manage', 'lists.manage'],
} as const satisfies Readonly<Record<string, readonly Permission[]>>
export type PermissionGroup = keyof typeof permissionGroups

/** What a rule of law may ask for: a permission, or being the citizen whose case it is, or being the clock. */
export type Right = Permission | 'citizen' | 'clock'

/** Kinds of cases that only roles naming them may see (children, violence, HIV, ...: PPKS types 3, 6, 7, 10, 14-19). */
export const restrictedKinds = [
  'child-in-law',
  'child-violence',
  'child-protection',
  'sex-work',
  'minority',
  'former-inmate',
  'hiv',
  'narcotics',
  'trafficking',
  'violence',
] as const
export const restrictedKind = z.enum(restrictedKinds)
export type RestrictedKind = z.infer<typeof restrictedKind>

/** What a role lets its holder see: all under the office's place, only what the office holds or was granted, or no case. */
export const sights = ['place', 'office', 'none'] as const
export type Sight = (typeof sights)[number]

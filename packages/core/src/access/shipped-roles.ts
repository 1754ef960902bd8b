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
  /** ACCOUNT-15 Held only in a session that passed a second factor. */
  readonly secondFactor: boolean
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
  'meeting.attend',
  'figures.read',
  'registry.read',
  'registry.edit',
  'proposal.make',
  'visit.plan',
  'visit.do',
  'ppks.handle',
]
// Who drafts a letter, who initials it and who signs it are different people: the law of letters asks for that.
const drafting: readonly Permission[] = [...handling, 'letter.draft']
const deciding: readonly Permission[] = [
  ...drafting,
  'letter.initial',
  'case.assign',
  'case.decide',
  'person.reveal',
  'person.export',
  'access.review',
  'registry.merge',
  'programme.manage',
  'programme.decide',
  'psks.manage',
]
/** Says what hinders the own office, and answers those below: a coordinator's may be that of a sub-district. */
const hindered: readonly Permission[] = ['challenge.report', 'challenge.answer']
/** Begins a programme that several offices carry, and says who does what in it; others take part. */
const leading: readonly Permission[] = ['joint.join', 'joint.lead']
// Whoever asks for a case to be erased is another person: the last word is the manager's.
// Extracts of the registry and waves of affected people are the secretariat's.
const erasing: readonly Permission[] = [
  ...deciding,
  ...leading,
  'case.review',
  'case.erase',
  'registry.load',
  'surge.manage',
  ...hindered,
  'independence.assess',
]
/** A coordinator, a province's and the nation's officers sign what their own office issues. */
const signing: readonly Permission[] = [...deciding, ...leading, 'letter.sign']

// Whoever sees all cases of a place may do so up to the district: above it, only what was passed up is seen.
const desks: readonly OfficeKind[] = ['puskesos', 'subdistrict-post', 'secretariat']
const offices: readonly OfficeKind[] = [...desks, 'province-office', 'national-office']
const asked: readonly OfficeKind[] = ['agency', 'provider']
const districtUp: readonly OfficeLevel[] = ['district', 'province', 'nation']

/** Who meets citizens away from a desk: takes in what they hear, and sees how it goes. */
const meeting: readonly Permission[] = [
  'case.read',
  'case.register',
  'meeting.attend',
  'figures.read',
  'registry.read',
  'registry.edit',
  'proposal.make',
  'visit.do',
]

const roles = [
  {
    code: 'facilitator',
    permissions: meeting,
    restricted: [],
    sees: 'place',
    heldAt: desks,
    givenFrom: districtUp,
    secondFactor: false,
  },
  {
    code: 'village-operator',
    permissions: [...meeting, 'visit.plan', 'psks.manage'],
    restricted: [],
    sees: 'place',
    heldAt: ['puskesos'],
    givenFrom: officeLevels,
    secondFactor: false,
  },
  // Comes for one family and knows no other case than those of their office.
  {
    code: 'surveyor',
    permissions: ['case.read', 'visit.do'],
    restricted: [],
    sees: 'office',
    heldAt: desks,
    givenFrom: officeLevels,
    secondFactor: false,
  },
  {
    code: 'fo',
    permissions: [
      'case.read',
      'case.register',
      'case.settle',
      'meeting.attend',
      'figures.read',
      'registry.read',
      'registry.edit',
      'proposal.make',
    ],
    restricted: [],
    sees: 'place',
    heldAt: desks,
    givenFrom: officeLevels,
    secondFactor: false,
  },
  {
    code: 'bo',
    permissions: [...drafting, 'person.reveal'],
    restricted: [],
    sees: 'place',
    heldAt: desks,
    givenFrom: officeLevels,
    secondFactor: false,
  },
  {
    code: 'coordinator',
    permissions: [...signing, ...hindered, 'network.write'],
    restricted: ['child-protection', 'violence'],
    sees: 'place',
    heldAt: ['puskesos', 'subdistrict-post'],
    givenFrom: districtUp,
    secondFactor: false,
  },
  {
    code: 'supervisor',
    permissions: [...drafting, 'case.assign', 'case.review', 'person.reveal', 'joint.join'],
    restricted: [],
    sees: 'place',
    heldAt: ['subdistrict-post', 'secretariat'],
    givenFrom: districtUp,
    secondFactor: false,
  },
  {
    code: 'manager',
    permissions: [...erasing, 'network.write'],
    restricted: restrictedKinds,
    sees: 'place',
    heldAt: ['secretariat'],
    givenFrom: districtUp,
    secondFactor: false,
  },
  // Who signs at the social agency: a head of section recommends, the head of the agency decides; the work is others'.
  {
    code: 'section-head',
    permissions: [
      'case.read',
      'case.recommend',
      'case.assign',
      'letter.initial',
      'meeting.attend',
      'figures.read',
      'registry.read',
      'programme.manage',
      'programme.decide',
      'surge.manage',
      ...leading,
    ],
    restricted: [],
    sees: 'place',
    heldAt: ['secretariat'],
    givenFrom: districtUp,
    secondFactor: false,
  },
  {
    code: 'agency-head',
    permissions: [
      'case.read',
      'case.decide',
      'letter.sign',
      'meeting.attend',
      'access.review',
      'figures.read',
      'registry.read',
      'proposal.approve',
      'independence.sign',
    ],
    restricted: [],
    sees: 'place',
    heldAt: ['secretariat'],
    givenFrom: districtUp,
    secondFactor: false,
  },
  // Proposals to the registry are looked at by one person and approved by another.
  {
    code: 'verifier',
    permissions: ['case.read', 'meeting.attend', 'figures.read', 'registry.read', 'registry.merge', 'proposal.verify'],
    restricted: [],
    sees: 'place',
    heldAt: ['subdistrict-post', 'secretariat'],
    givenFrom: districtUp,
    secondFactor: false,
  },
  {
    code: 'approver',
    permissions: ['case.read', 'meeting.attend', 'figures.read', 'registry.read', 'proposal.approve'],
    restricted: [],
    sees: 'place',
    heldAt: ['secretariat'],
    givenFrom: districtUp,
    secondFactor: false,
  },
  // Whoever answers referrals also meets people who need more than they can give, and brings them to the door (OPEN-1).
  // What a provider may reveal ends where its grant ends: the phone of a patient it has to call, with the reason on record.
  {
    code: 'provider',
    permissions: [
      'case.read',
      'case.open',
      'referral.answer',
      'meeting.attend',
      'person.reveal',
      'joint.join',
      'programme.manage',
      'programme.decide',
    ],
    restricted: [],
    sees: 'office',
    heldAt: asked,
    givenFrom: districtUp,
    secondFactor: false,
  },
  {
    code: 'leader',
    permissions: ['figures.read'],
    restricted: [],
    sees: 'none',
    heldAt: [...offices, ...asked],
    givenFrom: districtUp,
    secondFactor: false,
  },
  // Plans and budgets by figures: never a name.
  {
    code: 'planner',
    permissions: ['meeting.attend', 'figures.read', 'programme.manage', ...leading],
    restricted: [],
    sees: 'none',
    heldAt: ['agency', 'province-office'],
    givenFrom: districtUp,
    secondFactor: false,
  },
  {
    code: 'partner',
    permissions: ['figures.read', 'joint.join'],
    restricted: [],
    sees: 'none',
    heldAt: ['agency', 'provider', 'national-office'],
    givenFrom: districtUp,
    secondFactor: false,
  },
  {
    code: 'ministry',
    permissions: ['figures.read', 'network.target', ...leading],
    restricted: [],
    sees: 'none',
    heldAt: ['national-office'],
    givenFrom: ['nation'],
    secondFactor: false,
  },
  {
    code: 'province',
    permissions: [...signing, 'challenge.answer', 'independence.verify', 'network.write', 'network.target'],
    restricted: [],
    sees: 'office',
    heldAt: ['province-office'],
    givenFrom: ['province', 'nation'],
    secondFactor: false,
  },
  {
    code: 'national',
    permissions: [...signing, 'challenge.answer', 'lists.manage', 'independence.change', 'network.target'],
    restricted: [],
    sees: 'office',
    heldAt: ['national-office'],
    givenFrom: ['nation'],
    secondFactor: true,
  },
  // An administrator reaches the whole place of their office: at a hospital that would be the district.
  {
    code: 'admin',
    permissions: ['office.manage', 'staff.manage', 'lists.manage', 'figures.read'],
    restricted: [],
    sees: 'none',
    heldAt: offices,
    givenFrom: districtUp,
    secondFactor: true,
  },
] as const satisfies readonly Role[]

export type RoleCode = (typeof roles)[number]['code']

/** Roles of the main job, loaded as data dated from the first day. Names are message keys `role.<code>`. */
export const shippedRoles: readonly (Role & { readonly code: RoleCode })[] = roles

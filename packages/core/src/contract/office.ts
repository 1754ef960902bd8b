import { z } from 'zod'
import type { Permission } from '../access/permission.ts'
import { officeId, postId, staffId } from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import { officeKinds, officeLevels } from '../office/office.ts'
import { placeCode, villageCode } from '../place/code.ts'
import { code, phoneText, shortText, text } from './case.ts'
import { week } from './week.ts'

/** A sign-in name: lower case, as people type it on a phone. */
export const signInName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,39}$/)

const office = {
  name: shortText.min(3),
  kind: z.enum(officeKinds),
  level: z.enum(officeLevels),
  place: placeCode,
  parent: officeId.nullable(),
  address: text(300),
  phone: phoneText.or(z.literal('')),
}

/** Commands of administration. Each stands in the ledger of the office's district like any other change. */
export const officeCommandData = {
  'office.open': { path: '/api/offices', right: 'office.manage', data: z.strictObject(office) },
  'office.change': {
    path: '/api/offices/change',
    right: 'office.manage',
    data: z.strictObject({ ...office, active: z.boolean() }),
  },
  // The subject is what is said of the hours; without a week the district's hold again.
  'office.hours': {
    path: '/api/offices/hours',
    right: 'office.manage',
    data: z.strictObject({ office: officeId, from: wireDay, week: week.nullable() }),
  },
  'staff.add': {
    path: '/api/staff',
    right: 'staff.manage',
    data: z.strictObject({ name: shortText.min(2), post: postId, office: officeId, role: code }),
  },
  'staff.change': {
    path: '/api/staff/change',
    right: 'staff.manage',
    data: z.strictObject({ name: shortText.min(2), active: z.boolean() }),
  },
  'post.give': {
    path: '/api/posts',
    right: 'staff.manage',
    data: z.strictObject({ staff: staffId, office: officeId, role: code }),
  },
  'post.serve': {
    path: '/api/posts/serve',
    right: 'staff.manage',
    data: z.strictObject({ villages: z.array(villageCode).max(200) }),
  },
  // The subject is the leave; who stands in gets a post of their own under the id that is named here.
  'leave.give': {
    path: '/api/leaves',
    right: 'staff.manage',
    data: z.strictObject({
      post: postId,
      from: wireDay,
      until: wireDay,
      standIn: staffId.nullable(),
      standInPost: postId,
    }),
  },
  'leave.end': { path: '/api/leaves/end', right: 'staff.manage', data: z.strictObject({}) },
  'post.end': { path: '/api/posts/end', right: 'staff.manage', data: z.strictObject({}) },
} as const satisfies Record<string, { path: string; right: Permission; data: z.ZodType }>

export type OfficeCommand = keyof typeof officeCommandData
export type OfficeCommandData = { readonly [Kind in OfficeCommand]: z.infer<(typeof officeCommandData)[Kind]['data']> }

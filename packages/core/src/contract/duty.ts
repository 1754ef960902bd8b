import { z } from 'zod'
import type { Permission } from '../access/permission.ts'
import { officeId, staffId } from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'

/** Whoever hands work over at the office, or administers its people. */
export const dutyRights = ['case.assign', 'staff.manage'] as const satisfies readonly Permission[]

/** Who answers for the red cards of an office. The subject is the turn. */
export const dutyCommandData = {
  'duty.name': {
    path: '/api/duties',
    rights: dutyRights,
    data: z.strictObject({ office: officeId, staff: staffId, from: wireDay, until: wireDay }),
  },
  'duty.end': { path: '/api/duties/end', rights: dutyRights, data: z.strictObject({}) },
} as const satisfies Record<string, { path: string; rights: readonly Permission[]; data: z.ZodType }>

export type DutyCommand = keyof typeof dutyCommandData
export type DutyCommandData = { readonly [Kind in DutyCommand]: z.infer<(typeof dutyCommandData)[Kind]['data']> }

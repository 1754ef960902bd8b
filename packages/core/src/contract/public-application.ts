import { z } from 'zod'
import { wireDay } from '../kernel/instant.ts'
import { applicationStatus } from '../need/need.ts'

const instant = z.int()

/** All that a citizen's page reads of an application that came of their case: what the function `public_applications` gives. */
export const publicApplication = z.strictObject({
  programmeName: z.string(),
  status: applicationStatus,
  /** Who asks for them, and who decides. */
  fromName: z.string(),
  officeName: z.string(),
  draftedAt: instant,
  sentAt: instant.nullable(),
  dueDay: wireDay.nullable(),
  decidedAt: instant.nullable(),
  /** The reason of a refusal, by its code. */
  why: z.string().nullable(),
  changedAt: instant,
})
export type PublicApplication = z.infer<typeof publicApplication>
export const publicApplications = z.array(publicApplication)

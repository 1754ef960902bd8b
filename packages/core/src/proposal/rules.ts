import { z } from 'zod'
import { proposalKind, proposalKinds } from './kinds.ts'

/** The list of systems that are typed into: dated data, because their forms change. */
export const targetList = 'proposal-target'

const once = (all: readonly string[]): boolean => new Set(all).size === all.length
/** PROPOSAL-10 Which proposals a system takes, and its fields in the order in which it asks for them. */
export const targetData = z.strictObject({
  takes: z.array(proposalKind).min(1).max(proposalKinds.length).refine(once),
  fields: z
    .array(z.string().regex(/^[A-Za-z][A-Za-z_]{1,59}$/))
    .min(1)
    .max(80)
    .refine(once),
})
export type Target = z.infer<typeof targetData>

import { z } from 'zod'
import { wireDay } from '../kernel/instant.ts'
import { month } from '../proposal/cut-off.ts'
import { proposalKind } from '../proposal/kinds.ts'
import { proposalStatus } from '../proposal/proposal.ts'

const instant = z.int()

/** All that a citizen's page reads of a proposal that came of their case: what the function `public_proposals` gives. */
export const publicProposal = z.strictObject({
  kind: proposalKind,
  status: proposalStatus,
  officeName: z.string(),
  draftedAt: instant,
  verifiedAt: instant.nullable(),
  sentAt: instant.nullable(),
  month: month.nullable(),
  answeredOn: wireDay.nullable(),
  /** The reason of an answer, by its code. */
  why: z.string().nullable(),
  changedAt: instant,
})
export type PublicProposal = z.infer<typeof publicProposal>
export const publicProposals = z.array(publicProposal)

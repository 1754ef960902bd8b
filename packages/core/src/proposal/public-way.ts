import type { PublicProposal } from '../contract/public-proposal.ts'
import type { Instant } from '../kernel/instant.ts'
import { endedProposal, proposalRule } from './moves.ts'

/** The steps of a proposal as its citizen follows them. */
export const publicSteps = ['received', 'verified', 'sent', 'accepted', 'rejected', 'ended'] as const
export type PublicProposalStep = (typeof publicSteps)[number]

export interface PublicWayStep {
  readonly step: PublicProposalStep
  readonly state: 'past' | 'current' | 'coming'
  readonly at: Instant | null
}

/**
 * PROPOSAL-31 How a proposal stands, for the citizen of its case: received by the village, verified, sent, answered. What officers
 * send each other to and fro is no step of theirs.
 */
export function publicWay(proposal: PublicProposal): readonly PublicWayStep[] {
  const { status, draftedAt, verifiedAt, sentAt, changedAt } = proposal
  const done: { readonly step: PublicProposalStep; readonly at: Instant | null }[] = [
    { step: 'received', at: draftedAt },
    ...(verifiedAt === null ? [] : [{ step: 'verified', at: verifiedAt } as const]),
    ...(sentAt === null ? [] : [{ step: 'sent', at: sentAt } as const]),
  ]
  if (endedProposal.includes(status)) {
    const past = done.map((one) => ({ ...one, state: 'past' as const }))
    return [...past, { step: endOf(proposal), state: 'current', at: answeredAt(proposal) ?? changedAt }]
  }
  const next = coming.slice(done.length)
  return [
    ...done.map((one, nth) => ({ ...one, state: nth === done.length - 1 ? ('current' as const) : ('past' as const) })),
    ...next.map((step) => ({ step, state: 'coming' as const, at: null })),
  ]
}

/** What is still to come when nothing comes between; what the centre says, nobody knows before. */
const coming: readonly PublicProposalStep[] = ['received', 'verified', 'sent']

function endOf({ status }: PublicProposal): PublicProposalStep {
  if (status === proposalRule('accept').to) return 'accepted'
  return status === proposalRule('reject').to ? 'rejected' : 'ended'
}

const answeredAt = ({ answeredOn }: PublicProposal): Instant | null =>
  answeredOn === null ? null : Date.parse(`${answeredOn}T05:00:00Z`)

import type { MinutesStatus, ProposalStatus } from '@openslrt/core/proposal/proposal.ts'
import type { Tone } from '../../ui/status-tag.tsx'

/** How each status looks beside its word. */
export const proposalTone: Readonly<Record<ProposalStatus, Tone>> = {
  drafted: 'new',
  backed: 'active',
  verified: 'active',
  approved: 'active',
  exported: 'waiting',
  accepted: 'done',
  rejected: 'urgent',
  returned: 'attention',
  withdrawn: 'stopped',
}
export const minutesTone: Readonly<Record<MinutesStatus, Tone>> = {
  open: 'active',
  signed: 'done',
  'called-off': 'stopped',
}

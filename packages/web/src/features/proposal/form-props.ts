import type { ProposalCard } from '@openslrt/core/contract/proposal-queries.ts'

/** What each form of an act is given. */
export interface FormProps {
  readonly card: ProposalCard
  readonly onClose: () => void
}

/** The proposal as it was seen when a form was sent. */
export const targetOf = ({ district, id, version }: Pick<ProposalCard, 'district' | 'id' | 'version'>) => ({
  district,
  subject: id,
  base: version,
})

import './texts.ts'
import { proposalRoutes } from '@openslrt/core/contract/proposal-queries.ts'
import { proposalId } from '@openslrt/core/kernel/id.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { Unread } from '../../platform/lists/unread.tsx'
import { NoProposal } from './no-proposal.tsx'
import { ProposalView } from './proposal-view.tsx'
import './proposal.css'

interface ScreenProps {
  readonly params: Readonly<Record<string, string | undefined>>
}

/** One proposal: `/usulan/:district/:id`. */
export function Screen({ params }: ScreenProps) {
  const district = ledgerCode.safeParse(params['district'])
  const id = proposalId.safeParse(params['id'])
  return district.success && id.success ? <Read query={{ district: district.data, id: id.data }} /> : <NoProposal />
}

function Read({ query }: { query: { readonly district: string; readonly id: string } }) {
  const t = useText()
  const asked = useAsk(proposalRoutes.one, { query }, { refetchInterval: 60_000 })
  if (asked.data) return <ProposalView card={asked.data} />
  return <Unread asked={asked} title={t('proposal.failed')} none={<NoProposal />} rows={10} />
}

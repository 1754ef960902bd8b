import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { proposalRoutes } from '@openslrt/core/contract/proposal-queries.ts'
import { proposalId } from '@openslrt/core/kernel/id.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Loading } from '../../ui/loading.tsx'
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
  const { data, problem, refetch } = useAsk(proposalRoutes.one, { query }, { refetchInterval: 60_000 })
  if (data) return <ProposalView card={data} />
  if (!problem) return <Loading label={t('shell.loading')} rows={10} />
  if (problem.code === 'not-found' || problem.code === 'wrong-district') return <NoProposal />
  return (
    <ErrorState
      level={1}
      title={t('proposal.failed')}
      text={problem.message}
      action={<Button onClick={refetch}>{t('failed.action')}</Button>}
    />
  )
}

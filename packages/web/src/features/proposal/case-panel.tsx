import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { proposalRoutes } from '@openslrt/core/contract/proposal-queries.ts'
import { Link } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useActing } from '../../platform/session/use-session.ts'
import { ProposalRows } from './proposal-rows.tsx'
import './proposal.css'

/** Proposals to the registry that came of a case, and the way to the next. */
export function Panel({ card }: { card: CaseCard }) {
  const t = useText()
  const { can } = useActing()
  const { district, id } = card.line
  const { data } = useAsk(proposalRoutes.ofCase, { query: { district, id } })
  return (
    <>
      {data && data.items.length > 0 && <ProposalRows rows={data.items} />}
      {data?.items.length === 0 && <p className="proposal__aside">{t('proposal.of-case.none')}</p>}
      {can('proposal.make') && (
        <Button as={Link} href={`/usulkan?kasus=${district}/${id}`} size="small" variant="secondary">
          {t('proposal.new')}
        </Button>
      )}
    </>
  )
}

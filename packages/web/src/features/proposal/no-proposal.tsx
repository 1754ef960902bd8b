import { Button } from '@navikt/ds-react/Button'
import { Link } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'

/** Nothing to be seen here, and the way back. */
export function NoProposal() {
  const t = useText()
  return (
    <EmptyState
      level={1}
      title={t('proposal.none.title')}
      text={t('proposal.none.text')}
      action={
        <Button as={Link} href="/usulan" variant="secondary">
          {t('proposal.back')}
        </Button>
      }
    />
  )
}

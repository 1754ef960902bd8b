import { Button } from '@navikt/ds-react/Button'
import type { CaseFilter } from '@openslrt/core/contract/case-queries.ts'
import { Link } from 'wouter'
import { useText } from '../../../platform/i18n/use-text.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { withoutFilters } from './queue-address.ts'

interface QueueEmptyProps {
  readonly queue: CaseFilter['queue']
  readonly narrowed: boolean
  readonly href: (changes: Record<string, string | undefined>) => string
}

/** Nothing in this tab: whether that is good news, and where there may be more. */
export function QueueEmpty({ queue, narrowed, href }: QueueEmptyProps) {
  const t = useText()
  if (narrowed)
    return (
      <EmptyState
        title={t('case.queue.none.title')}
        text={t('case.queue.none.text')}
        action={<LinkButton href={href(withoutFilters)}>{t('case.filter.clear')}</LinkButton>}
      />
    )
  const elsewhere = queue === 'office' ? 'all' : undefined
  return (
    <EmptyState
      title={t(`case.queue.empty.${queue}.title`)}
      text={t(`case.queue.empty.${queue}.text`)}
      action={
        queue === 'all' ? null : (
          <LinkButton href={href({ queue: elsewhere })}>
            {t(elsewhere ? 'case.queue.to-all' : 'case.queue.to-office')}
          </LinkButton>
        )
      }
    />
  )
}

function LinkButton({ href, children }: { href: string; children: string }) {
  return (
    <Button as={Link} href={href} variant="secondary">
      {children}
    </Button>
  )
}

import { Button } from '@navikt/ds-react/Button'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Asked } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { figuresPath } from './figures-address.ts'
import './texts.ts'
import './figures.css'

/** The address names a place that this office does not look after, or that is none. */
const elsewhere: ReadonlySet<string> = new Set(['wrong-place', 'unknown-place'])

interface BoardProps {
  readonly asked: Pick<Asked<unknown>, 'problem' | 'refetch' | 'isPlaceholderData' | 'data'>
  readonly children: ReactNode
}

/** Figures with all their states: coming, failed, of a place that is not this office's. */
export function Board({ asked, children }: BoardProps) {
  const t = useText()
  const { problem } = asked
  if (problem && elsewhere.has(problem.code))
    return (
      <EmptyState
        level={1}
        title={t('figures.elsewhere.title')}
        text={t('figures.elsewhere.text')}
        action={
          <Button as={Link} href={figuresPath}>
            {t('figures.elsewhere.action')}
          </Button>
        }
      />
    )
  if (problem && !asked.data)
    return (
      <ErrorState
        level={1}
        title={t('figures.failed')}
        text={problem.message}
        reference={problem.requestId ? t('failed.request', { id: problem.requestId }) : undefined}
        action={<Button onClick={asked.refetch}>{t('failed.action')}</Button>}
      />
    )
  if (!asked.data) return <Loading label={t('figures.loading')} rows={8} />
  return (
    <div className="board" aria-busy={asked.isPlaceholderData}>
      {children}
    </div>
  )
}

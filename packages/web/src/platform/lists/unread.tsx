import { Button } from '@navikt/ds-react/Button'
import type { ReactNode } from 'react'
import { ErrorState } from '../../ui/error-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import type { Asked } from '../api/use-ask.ts'
import { useText } from '../i18n/use-text.ts'

interface UnreadProps {
  readonly asked: Pick<Asked<unknown>, 'problem' | 'refetch'>
  /** What is said where there is no such thing, or none for this reader. */
  readonly none: ReactNode
  /** How tall it will be, in lines. */
  readonly rows: number
}

/** A page about one thing that can't be shown yet: it is coming, it is not there, or it can't be had now and may be tried again. */
export function Unread({ asked: { problem, refetch }, none, rows }: UnreadProps) {
  const t = useText()
  if (!problem) return <Loading label={t('shell.loading')} rows={rows} />
  if (isNowhere(problem.code)) return none
  return (
    <ErrorState
      level={1}
      title={t('shell.failed.title')}
      text={problem.message}
      reference={problem.requestId ? t('failed.request', { id: problem.requestId }) : undefined}
      action={<Button onClick={refetch}>{t('failed.action')}</Button>}
    />
  )
}

const isNowhere = (code: string): boolean => code === 'not-found' || code === 'wrong-district'

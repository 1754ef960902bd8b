import { Button } from '@navikt/ds-react/Button'
import type { ReactNode } from 'react'
import { ErrorState } from '../../ui/error-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import type { Asked } from '../api/use-ask.ts'
import { useText } from '../i18n/use-text.ts'

interface UnreadPartProps {
  readonly asked: Pick<Asked<unknown>, 'problem' | 'refetch'>
  /** What could not be shown. */
  readonly title?: string | undefined
  /** How tall it will be, in lines. */
  readonly rows: number
  /** 1 where nothing else heads the page. */
  readonly level?: 1 | 2
}

/** What can't be shown yet: it is coming, or it can't be had now and may be tried again. */
export function UnreadPart({ asked: { problem, refetch }, title, rows, level = 2 }: UnreadPartProps) {
  const t = useText()
  if (!problem) return <Loading label={t('shell.loading')} rows={rows} />
  return (
    <ErrorState
      level={level}
      title={title ?? t('shell.failed.title')}
      text={problem.message}
      reference={problem.requestId ? t('failed.request', { id: problem.requestId }) : undefined}
      action={<Button onClick={refetch}>{t('failed.action')}</Button>}
    />
  )
}

interface UnreadProps extends Omit<UnreadPartProps, 'level'> {
  /** What is said where there is no such thing, or none for this reader. */
  readonly none: ReactNode
}

/** A page about one thing that can't be shown yet, or that is not there at all. */
export function Unread({ none, ...part }: UnreadProps) {
  const { problem } = part.asked
  return problem && isNowhere(problem.code) ? none : <UnreadPart level={1} {...part} />
}

const isNowhere = (code: string): boolean => code === 'not-found' || code === 'wrong-district'

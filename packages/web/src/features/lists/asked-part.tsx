import { Button } from '@navikt/ds-react/Button'
import type { ReactNode } from 'react'
import type { Asked } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Loading } from '../../ui/loading.tsx'

interface AskedPartProps<Reply> {
  readonly asked: Asked<Reply>
  readonly children: (data: Reply) => ReactNode
}

/** What was asked for, while it comes, when it failed, and when it is there. */
export function AskedPart<Reply>({ asked, children }: AskedPartProps<Reply>) {
  const t = useText()
  const { data, problem } = asked
  if (data !== undefined) return <div aria-busy={asked.isPlaceholderData}>{children(data)}</div>
  if (!problem) return <Loading label={t('shell.loading')} rows={8} />
  return (
    <ErrorState
      title={t('lists.failed.title')}
      text={problem.message}
      reference={problem.requestId ? t('failed.request', { id: problem.requestId }) : undefined}
      action={<Button onClick={asked.refetch}>{t('failed.action')}</Button>}
    />
  )
}

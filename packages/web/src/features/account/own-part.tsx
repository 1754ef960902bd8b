import { Button } from '@navikt/ds-react/Button'
import type { ReactNode } from 'react'
import type { Asked } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Loading } from '../../ui/loading.tsx'

interface OwnPartProps<Data> {
  readonly title: string
  readonly asked: Asked<Data>
  readonly children: (data: Data) => ReactNode
}

/** One part of the own account, in all its states. */
export function OwnPart<Data>({ title, asked, children }: OwnPartProps<Data>) {
  const t = useText()
  const { data, problem } = asked
  return (
    <section className="own-part">
      <h2>{title}</h2>
      {data && children(data)}
      {!data && !problem && <Loading label={t('shell.loading')} rows={3} />}
      {!data && problem && (
        <ErrorState
          title={t('own.failed.title')}
          text={problem.message}
          action={<Button onClick={asked.refetch}>{t('failed.action')}</Button>}
        />
      )}
    </section>
  )
}

import type { ReactNode } from 'react'
import type { Asked } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { UnreadPart } from '../../platform/lists/unread.tsx'

interface OwnPartProps<Data> {
  readonly title: string
  readonly asked: Asked<Data>
  readonly children: (data: Data) => ReactNode
}

/** One part of the own account, in all its states. */
export function OwnPart<Data>({ title, asked, children }: OwnPartProps<Data>) {
  const t = useText()
  const { data } = asked
  return (
    <section className="own-part">
      <h2>{title}</h2>
      {data ? children(data) : <UnreadPart asked={asked} title={t('own.failed.title')} rows={3} />}
    </section>
  )
}

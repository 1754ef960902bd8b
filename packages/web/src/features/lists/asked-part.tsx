import type { ReactNode } from 'react'
import type { Asked } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { UnreadPart } from '../../platform/lists/unread.tsx'

interface AskedPartProps<Reply> {
  readonly asked: Asked<Reply>
  readonly children: (data: Reply) => ReactNode
}

/** What was asked for, while it comes, when it failed, and when it is there. */
export function AskedPart<Reply>({ asked, children }: AskedPartProps<Reply>) {
  const t = useText()
  const { data } = asked
  if (data !== undefined) return <div aria-busy={asked.isPlaceholderData}>{children(data)}</div>
  return <UnreadPart asked={asked} title={t('lists.failed.title')} rows={8} />
}

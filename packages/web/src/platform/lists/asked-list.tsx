import type { ReactNode } from 'react'
import { Redirect } from 'wouter'
import { Pager } from '../../ui/pager.tsx'
import type { Asked } from '../api/use-ask.ts'
import { useText } from '../i18n/use-text.ts'
import { UnreadPart } from './unread.tsx'

/** One part of a list, as the server gives it. */
export interface AskedPage<Item> {
  readonly items: readonly Item[]
  readonly total: number
  readonly more?: boolean | undefined
  readonly page: number
  readonly size: number
}

interface AskedListProps<Item> {
  readonly asked: Asked<AskedPage<Item>>
  readonly failedTitle: string
  readonly hrefOf: (page: number) => string
  readonly empty: ReactNode
  readonly children: (items: readonly Item[]) => ReactNode
}

/** A page of a list with all its states: coming, failed, none, and which part of how many. */
export function AskedList<Item>({ asked, failedTitle, hrefOf, empty, children }: AskedListProps<Item>) {
  const t = useText()
  const { data } = asked
  if (!data) return <UnreadPart asked={asked} title={failedTitle} rows={8} />
  if (data.total === 0) return empty
  const from = (data.page - 1) * data.size
  const pageCount = Math.ceil(data.total / data.size)
  // The list has become shorter since this address was made: its last page is what is left of this one.
  if (data.items.length === 0 && data.page > pageCount) return <Redirect href={hrefOf(pageCount)} replace />
  return (
    <div aria-busy={asked.isPlaceholderData}>
      {children(data.items)}
      <Pager
        label={t('list.pages')}
        text={t(data.more ? 'list.range.more' : 'list.range', {
          from: from + 1,
          to: from + data.items.length,
          total: data.total,
        })}
        page={data.page}
        pageCount={pageCount}
        hrefOf={hrefOf}
      />
    </div>
  )
}

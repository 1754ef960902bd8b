import { type ForgetLine, forgetRoutes } from '@openslrt/core/contract/retention.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen, type When } from '../../platform/i18n/use-when.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { type Column, DataRows } from '../../ui/data-rows.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'

/** PRIVACY-11 What the clock forgets soon: whoever must keep one of these opens it and writes it down with a family or a case. */
export function Soon({ page, hrefOf }: { readonly page: number; readonly hrefOf: (page: number) => string }) {
  const t = useText()
  const when = useWhen()
  const asked = useAsk(forgetRoutes.soon, { query: { page } }, { keepPrevious: true })
  return (
    <AskedList
      asked={asked}
      failedTitle={t('retention.failed')}
      hrefOf={hrefOf}
      empty={<EmptyState title={t('retention.empty.soon.title')} text={t('retention.empty.soon.text')} />}
    >
      {(items) => (
        <DataRows
          caption={t('retention.soon')}
          columns={columnsIn(t, when)}
          rows={items}
          keyOf={({ subject }) => subject}
          hrefOf={({ of, district, subject }) => `${pageOf[of]}/${district}/${subject}`}
        />
      )}
    </AskedList>
  )
}

const pageOf = {
  ppks: '/ppks',
  visit: '/kunjungan',
  psks: '/ppks/psks',
  affected: '/terdampak',
} as const satisfies Record<ForgetLine['of'], string>

const columnsIn = (t: Say, when: When): readonly Column<ForgetLine>[] => [
  {
    key: 'what',
    header: t('retention.column.what'),
    place: 'title',
    cell: ({ of, count }) => t(`retention.of.${of}`, { count }),
    detail: ({ placeName }) => placeName,
  },
  {
    key: 'until',
    header: t('retention.column.until'),
    place: 'text',
    cell: ({ keptUntil }) => t('retention.until', { date: when.date(keptUntil) }),
  },
  {
    key: 'forgets',
    header: t('retention.column.forgets'),
    place: 'text',
    cell: ({ forgetsAt }) => <time dateTime={when.iso(forgetsAt)}>{when.date(forgetsAt)}</time>,
  },
]

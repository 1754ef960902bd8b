import { type ErasureLine, erasureRoutes } from '@openslrt/core/contract/erasure.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen, type When } from '../../platform/i18n/use-when.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { type Column, DataRows } from '../../ui/data-rows.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'

/** PRIVACY-3 People and families whom somebody asked to erase; it is decided on their own page. */
export function Wishes({ page, hrefOf }: { readonly page: number; readonly hrefOf: (page: number) => string }) {
  const t = useText()
  const when = useWhen()
  const asked = useAsk(erasureRoutes.erasures, { query: { page } }, { keepPrevious: true })
  return (
    <AskedList
      asked={asked}
      failedTitle={t('retention.failed')}
      hrefOf={hrefOf}
      empty={<EmptyState title={t('retention.empty.asked.title')} text={t('retention.empty.asked.text')} />}
    >
      {(items) => (
        <DataRows
          caption={t('retention.people')}
          columns={columnsIn(t, when)}
          rows={items}
          keyOf={({ id }) => id}
          hrefOf={({ of, district, holder }) => `/${of === 'family' ? 'keluarga' : 'anggota'}/${district}/${holder}`}
        />
      )}
    </AskedList>
  )
}

const columnsIn = (t: Say, when: When): readonly Column<ErasureLine>[] => [
  {
    key: 'who',
    header: t('retention.column.who'),
    place: 'title',
    cell: ({ of, name }) => (of === 'family' ? t('retention.family', { name }) : name),
    detail: ({ placeName }) => placeName,
  },
  {
    key: 'why',
    header: t('retention.column.why'),
    place: 'text',
    cell: ({ basis }) => t(`erasure-basis.${basis}`),
    detail: ({ words }) => words,
  },
  {
    key: 'asked',
    header: t('retention.column.asked'),
    place: 'text',
    cell: ({ own, byName, at }) =>
      own ? t('retention.by-you', { date: when.date(at) }) : t('retention.by', { name: byName, date: when.date(at) }),
  },
]

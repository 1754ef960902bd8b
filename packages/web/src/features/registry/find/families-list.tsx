import { doubleRoutes, type FamilyDoubleLine } from '@openslrt/core/contract/doubles.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { AskedList } from '../../../platform/lists/asked-list.tsx'
import { type Column, DataRows } from '../../../ui/data-rows.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { addressWith } from '../../../ui/list-address.ts'
import { calledIn } from './merge-fields.tsx'
import { doublesPath, mergePath } from './person-path.ts'
import { reasonsText } from './reasons-text.ts'

/** Families that may stand in the registry twice, the likeliest first, called by their heads. */
export function FamiliesList({ page }: { readonly page: number }) {
  const t = useText()
  const asked = useAsk(doubleRoutes.families, { query: { page } }, { keepPrevious: true })
  return (
    <AskedList
      asked={asked}
      failedTitle={t('double.failed')}
      hrefOf={(nth) => addressWith(doublesPath, '', { lihat: 'families', halaman: nth })}
      empty={<EmptyState title={t('double.none.title')} text={t('double.none.text')} />}
    >
      {(items) => (
        <DataRows
          caption={t('double.show.families')}
          columns={columnsIn(t)}
          rows={items}
          keyOf={({ id }) => id}
          hrefOf={({ district, first, second }) => mergePath(district, first.id, second.id, 'family')}
        />
      )}
    </AskedList>
  )
}

const about = (t: Say, { members, address, placeName }: FamilyDoubleLine['first']): string =>
  [t('double.members', { n: members }), address, placeName].filter((words) => words !== '').join(' · ')

const columnsIn = (t: Say): readonly Column<FamilyDoubleLine>[] => [
  {
    key: 'two',
    header: t('double.column.families'),
    place: 'title',
    width: 'minmax(0, 2fr)',
    cell: ({ first, second }) => `${calledIn(t, 'family', first.name)} – ${calledIn(t, 'family', second.name)}`,
    detail: ({ first, second }) =>
      about(t, first) === about(t, second) ? about(t, first) : `${about(t, first)} – ${about(t, second)}`,
  },
  {
    key: 'why',
    header: t('double.column.why'),
    place: 'text',
    width: 'minmax(0, 1.4fr)',
    cell: ({ reasons }) => reasonsText(t, reasons),
  },
  {
    key: 'sure',
    header: t('double.column.sure'),
    place: 'aside',
    width: '120px',
    cell: ({ score }) => t('double.sure', { n: score }),
  },
]

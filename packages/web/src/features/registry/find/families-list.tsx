import { doubleRoutes, type FamilyDoubleLine } from '@openslrt/core/contract/doubles.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { AskedList } from '../../../platform/lists/asked-list.tsx'
import { DataRows } from '../../../ui/data-rows.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { addressWith } from '../../../ui/list-address.ts'
import { calledIn } from './merge-fields.tsx'
import { pairColumns } from './pair-columns.ts'
import { doublesPath, mergePath } from './person-path.ts'

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

const columnsIn = (t: Say) =>
  pairColumns<FamilyDoubleLine['first'], FamilyDoubleLine>(t, {
    header: t('double.column.families'),
    nameOf: ({ name }) => calledIn(t, 'family', name),
    aboutOf: (one) => about(t, one),
  })

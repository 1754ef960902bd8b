import './texts.ts'
import { type DoubleLine, doubleRoutes } from '@openslrt/core/contract/doubles.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { useSearch } from 'wouter'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { dayText } from '../../../platform/hours/day-text.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { AskedList } from '../../../platform/lists/asked-list.tsx'
import { DataRows } from '../../../ui/data-rows.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FilterTabs } from '../../../ui/filter-tabs.tsx'
import { addressWith, pageOf } from '../../../ui/list-address.ts'
import { PageHead } from '../../../ui/page-shell.tsx'
import { AskedList as Asked } from './asked-list.tsx'
import { FamiliesList } from './families-list.tsx'
import { MergedList } from './merged-list.tsx'
import { pairColumns } from './pair-columns.ts'
import { doublesPath, mergePath } from './person-path.ts'
import './find.css'

const shows = ['likely', 'families', 'merged', 'asked'] as const
const showIn = (search: string) => shows.find((show) => show === new URLSearchParams(search).get('lihat')) ?? shows[0]

/** People and families that may stand in the registry twice, the likeliest first; and who was merged, to part them again. */
export function Screen() {
  const t = useText()
  const search = useSearch()
  const shown = showIn(search)
  return (
    <>
      <PageHead title={t('double.title')} />
      <p className="find__read">{t('double.lead')}</p>
      <FilterTabs
        label={t('list.filters')}
        tabs={shows.map((show) => ({
          key: show,
          label: t(`double.show.${show}`),
          href: addressWith(doublesPath, '', { lihat: show === 'likely' ? undefined : show }),
          current: show === shown,
        }))}
      />
      {shown === 'likely' && <LikelyList page={pageOf(search)} />}
      {shown === 'families' && <FamiliesList page={pageOf(search)} />}
      {shown === 'merged' && <MergedList page={pageOf(search)} />}
      {shown === 'asked' && <Asked />}
    </>
  )
}

function LikelyList({ page }: { readonly page: number }) {
  const t = useText()
  const asked = useAsk(doubleRoutes.list, { query: { page } }, { keepPrevious: true })
  return (
    <AskedList
      asked={asked}
      failedTitle={t('double.failed')}
      hrefOf={(nth) => addressWith(doublesPath, '', { halaman: nth })}
      empty={<EmptyState title={t('double.none.title')} text={t('double.none.text')} />}
    >
      {(items) => (
        <DataRows
          caption={t('double.show.likely')}
          columns={columnsIn(t)}
          rows={items}
          keyOf={({ id }) => id}
          hrefOf={({ first, second }) => mergePath(first.district, first.id, second.id)}
        />
      )}
    </AskedList>
  )
}

const about = (t: Say, { birthDate, placeName }: DoubleLine['first']): string =>
  [birthDate === null ? t('find.born.none') : dayText(birthDate), placeName].join(' · ')

const columnsIn = (t: Say) =>
  pairColumns<DoubleLine['first'], DoubleLine>(t, {
    header: t('double.column.two'),
    nameOf: ({ name }) => name,
    aboutOf: (one) => about(t, one),
  })

import './texts.ts'
import './network.css'
import { type NetworkLine, networkRoutes, networkShows } from '@openslrt/core/contract/network-queries.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import type { Lang, Say } from '@openslrt/core/i18n/translate.ts'
import { levelOf, placeCode } from '@openslrt/core/place/code.ts'
import { useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useDay } from '../../platform/hours/use-day.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { type Column, DataRows } from '../../ui/data-rows.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterTabs } from '../../ui/filter-tabs.tsx'
import { addressWith, type Changes } from '../../ui/list-address.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { Filters } from './filters.tsx'
import { cardPath, listPath, queryOf } from './network-address.ts'
import { NetworkPages } from './network-pages.tsx'
import { SaveList } from './save-list.tsx'
import { StateTag } from './state-look.tsx'

/** NETWORK-7 Secretariats and Puskesos of the acting office's place, with how many there are of each state. */
export function Screen() {
  const [t, lang, day] = [useText(), useLanguage(), useDay()]
  const search = useSearch()
  const query = queryOf(search)
  const asked = useAsk(networkRoutes.list, { query }, { keepPrevious: true })
  const { data } = asked
  const href = (changes: Changes): string => addressWith(listPath, search, changes)
  const bare = search === ''
  return (
    <>
      <PageHead
        title={t('network.title')}
        action={data && data.total > 0 && <SaveList query={query} place={data.place} />}
      />
      <NetworkPages current="list" />
      {data && <p className="network__lead">{t('network.lead', { place: data.placeName })}</p>}
      {data && <States counts={data.counts} current={query.show} href={href} lang={lang} />}
      {data && levelOf(placeCode.parse(data.place)) !== 'village' && (
        <Filters search={search} placeName={data.placeName} />
      )}
      <AskedList
        asked={asked}
        failedTitle={t('network.failed')}
        hrefOf={(halaman) => href({ halaman })}
        empty={
          <EmptyState
            title={t(bare ? 'network.empty.title' : 'network.none.title')}
            text={t(bare ? 'network.empty.text' : 'network.none.text')}
          />
        }
      >
        {(items) => (
          <DataRows
            caption={t('network.title')}
            columns={columnsIn(t, day)}
            rows={items}
            keyOf={({ id }) => id}
            hrefOf={cardPath}
          />
        )}
      </AskedList>
    </>
  )
}

interface StatesProps {
  readonly counts: Readonly<Record<(typeof networkShows)[number], number>>
  readonly current: (typeof networkShows)[number] | undefined
  readonly href: (changes: Changes) => string
  readonly lang: Lang
}

/** How many there are of each state; each opens its list. */
function States({ counts, current, href, lang }: StatesProps) {
  const t = useText()
  const all = networkShows.reduce((sum, show) => sum + counts[show], 0)
  const tabs = [
    { key: 'all', label: t('network.all'), href: href({ keadaan: undefined }), current: current === undefined, n: all },
    ...networkShows
      .filter((show) => counts[show] > 0 || show === current)
      .map((show) => ({
        key: show,
        label: t(`network-state.${show}`),
        href: href({ keadaan: show }),
        current: current === show,
        n: counts[show],
      })),
  ]
  return (
    <FilterTabs
      label={t('network.states')}
      tabs={tabs.map(({ n, ...tab }) => ({ ...tab, count: sayNumber(n, lang) }))}
    />
  )
}

/** By cohort, where one is on record; else by year. */
function sayGrowth({ cohort, grownYear }: NetworkLine, t: Say): string | null {
  if (cohort !== null) return t('network.cohort', { year: cohort })
  return grownYear === null ? null : t('network.grown.in', { year: grownYear })
}

const columnsIn = (t: Say, day: (day: string) => string): readonly Column<NetworkLine>[] => [
  {
    key: 'name',
    header: t('network.column.name'),
    place: 'title',
    width: 'minmax(0, 1.6fr)',
    cell: ({ name }) => name,
    detail: ({ placeName, within }) => (within === '' ? placeName : `${placeName}, ${within}`),
  },
  {
    key: 'grown',
    header: t('network-about.grown'),
    place: 'text',
    cell: (line) => sayGrowth(line, t) ?? <span className="network__quiet">{t('network.grown.none')}</span>,
    detail: ({ initiator }) => initiator && t(`network-initiator.${initiator}`),
  },
  {
    key: 'connection',
    header: t('network-about.connection'),
    place: 'text',
    cell: ({ connection }) =>
      connection === null ? (
        <span className="network__quiet">{t('network.connection.none')}</span>
      ) : (
        t(`network-connection.${connection}`)
      ),
  },
  {
    key: 'state',
    header: t('network.column.state'),
    place: 'aside',
    width: '180px',
    cell: ({ state }) => <StateTag small state={state} />,
    detail: ({ stateOn }) => stateOn && t('network.since', { day: day(stateOn) }),
  },
]

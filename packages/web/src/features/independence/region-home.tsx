import { Select } from '@navikt/ds-react/Select'
import type { PlaceLine } from '@openslrt/core/contract/independence-queries.ts'
import { independenceRoutes, placeShows } from '@openslrt/core/contract/independence-queries.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { Link, useLocation, useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { useZone } from '../../platform/session/use-session.ts'
import { type Column, DataRows } from '../../ui/data-rows.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterTabs } from '../../ui/filter-tabs.tsx'
import { addressWith } from '../../ui/list-address.ts'
import { ListSearch } from '../../ui/list-search.tsx'
import { homePath, placesIn, resultPath } from './independence-address.ts'
import { sayShare } from './share-text.ts'
import { StandTag } from './status-look.tsx'

const firstYear = 2016

/** INDEP-16 Districts below a region, by place name: what stands where, and where help is needed. */
export function RegionHome() {
  const [t, lang, search] = [useText(), useLanguage(), useSearch()]
  const present = Number(dayIn(useZone(), useWhen().now).slice(0, 4))
  const filter = placesIn(search, present)
  const asked = useAsk(independenceRoutes.places, { query: filter }, { keepPrevious: true })
  const columns = useColumns()
  const to = (changes: Record<string, string | undefined>): string => addressWith(homePath, search, changes)
  const counts = asked.data?.counts
  return (
    <>
      <Filters filter={filter} present={present} />
      {counts && counts.all > 0 && (
        <p>
          {t('independence.share', {
            n: sayNumber(counts.signed, lang),
            all: sayNumber(counts.all, lang),
            year: filter.year,
            share: sayShare(Math.round((counts.signed * 10_000) / counts.all), lang),
          })}
        </p>
      )}
      <FilterTabs
        label={t('independence.shows')}
        tabs={placeShows.map((show) => ({
          key: show,
          label: t(`independence.show.${show}`),
          href: to({ lihat: show === 'all' ? undefined : show, halaman: undefined }),
          current: show === filter.show,
          count: counts && sayNumber(counts[show], lang),
        }))}
      />
      <AskedList
        asked={asked}
        failedTitle={t('independence.failed')}
        hrefOf={(page) => addressWith(homePath, search, { halaman: page })}
        empty={<EmptyState title={t('independence.empty.title')} text={t('independence.empty.text')} />}
      >
        {(items) => (
          <DataRows
            caption={t('independence.title')}
            columns={columns}
            rows={items}
            keyOf={({ district }) => district}
            edgeOf={({ status }) => (status === 'submitted' ? 'attention' : undefined)}
          />
        )}
      </AskedList>
    </>
  )
}

interface FiltersProps {
  readonly filter: ReturnType<typeof placesIn>
  readonly present: number
}

function Filters({ filter, present }: FiltersProps) {
  const t = useText()
  const search = useSearch()
  const [, go] = useLocation()
  const to = (changes: Record<string, string | undefined>): string => addressWith(homePath, search, changes)
  return (
    <div className="independence__filters">
      <Select
        size="small"
        label={t('independence.year')}
        value={String(filter.year)}
        onChange={(event) => go(to({ tahun: event.target.value, halaman: undefined }))}
      >
        {Array.from({ length: present - firstYear + 1 }, (_, nth) => present - nth).map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
      </Select>
      <ListSearch
        label={t('independence.search')}
        value={filter.q}
        onSearch={(cari) => go(to({ cari: cari.slice(0, 60) }), { replace: true })}
      />
    </div>
  )
}

function useColumns(): readonly Column<PlaceLine>[] {
  const [t, lang, when] = [useText(), useLanguage(), useWhen()]
  return [
    {
      key: 'place',
      header: t('independence.place'),
      place: 'title',
      cell: ({ district, id, name }) => (id === null ? name : <Link href={resultPath(district, id)}>{name}</Link>),
      detail: ({ provinceName }) => provinceName,
    },
    {
      key: 'state',
      header: t('independence.state'),
      place: 'aside',
      cell: ({ status }) => <StandTag status={status} />,
      detail: ({ submittedAt }) => submittedAt && when.date(submittedAt),
    },
    {
      key: 'score',
      header: t('independence.score'),
      place: 'text',
      cell: ({ score }) =>
        score === null ? t('independence.score.none') : t('independence.score.percent', { n: sayShare(score, lang) }),
      detail: ({ categoryNames }) => categoryNames?.[lang],
    },
    {
      key: 'weakest',
      header: t('independence.weakest'),
      place: 'text',
      cell: ({ weakest }) => weakest && t(`independence.dimension.${weakest}`),
    },
  ]
}

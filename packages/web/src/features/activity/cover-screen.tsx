import { Select } from '@navikt/ds-react/Select'
import { activityRoutes, type CoverageLine, coverageMonths, coverageShows } from '@openslrt/core/contract/activity.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import type { Lang, Say } from '@openslrt/core/i18n/translate.ts'
import { Link, useLocation, useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useDay } from '../../platform/hours/use-day.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { type Column, DataRows } from '../../ui/data-rows.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterTabs } from '../../ui/filter-tabs.tsx'
import { addressWith } from '../../ui/list-address.ts'
import { ListSearch } from '../../ui/list-search.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { coverIn, coverPath } from './activity-address.ts'
import { OfRegions, Pages, useIsRegion } from './activity-parts.tsx'

/** SUPER-12, SUPER-13 Villages without a facilitator, and villages that nobody visited of late. */
export function Screen() {
  const t = useText()
  return (
    <>
      <PageHead title={t('activity.title')} />
      {useIsRegion() ? <OfRegions /> : <Villages />}
    </>
  )
}

function Villages() {
  const [t, lang, day, search] = [useText(), useLanguage(), useDay(), useSearch()]
  const query = coverIn(search)
  const asked = useAsk(activityRoutes.coverage, { query }, { keepPrevious: true })
  const href = (changes: Record<string, string | number | undefined>): string => addressWith(coverPath, search, changes)
  return (
    <>
      <Pages current="cover" />
      <p className="activity__lead">{t('activity.cover.lead')}</p>
      <FilterTabs
        label={t('list.filters')}
        tabs={coverageShows.toReversed().map((show) => ({
          key: show,
          label: t(`activity.cover.show.${show}`),
          href: href({ lihat: show }),
          current: show === query.show,
          count: asked.data && sayNumber(asked.data[show], lang),
        }))}
      />
      <Filters query={query} href={href} />
      <AskedList
        asked={asked}
        failedTitle={t('activity.cover.failed')}
        hrefOf={(page) => href({ halaman: page })}
        empty={<Empty query={query} />}
      >
        {(items) => (
          <DataRows
            caption={t('activity.page.cover')}
            columns={columnsIn({ t, lang, day, sort: query.sort, href })}
            rows={items}
            keyOf={({ code }) => code}
            edgeOf={({ facilitators }) => (facilitators === 0 ? 'attention' : undefined)}
          />
        )}
      </AskedList>
    </>
  )
}

type Query = ReturnType<typeof coverIn>
type Href = (changes: Record<string, string | number | undefined>) => string

function Empty({ query: { show, q } }: { readonly query: Query }) {
  const t = useText()
  if (q !== '') return <EmptyState title={t('activity.cover.empty.found')} />
  return <EmptyState title={t(`activity.cover.empty.${show}`)} text={t('activity.cover.empty.text')} />
}

function Filters({ query, href }: { readonly query: Query; readonly href: Href }) {
  const t = useText()
  const [, go] = useLocation()
  return (
    <div className="activity__filters">
      <ListSearch
        label={t('activity.cover.search')}
        value={query.q}
        onSearch={(cari) => go(href({ cari: cari.slice(0, 60) }), { replace: true })}
      />
      {query.show === 'unvisited' && (
        <Select
          size="small"
          label={t('activity.cover.months')}
          value={query.months}
          onChange={(event) => go(href({ selama: event.target.value }))}
        >
          {coverageMonths.map((months) => (
            <option key={months} value={months}>
              {t(`activity.cover.months.${months}`)}
            </option>
          ))}
        </Select>
      )}
    </div>
  )
}

interface Showing {
  readonly t: Say
  readonly lang: Lang
  readonly day: (day: string) => string
  readonly sort: Query['sort']
  readonly href: Href
}

const columnsIn = ({ t, lang, day, sort, href }: Showing): readonly Column<CoverageLine>[] => {
  const by = (key: Query['sort']) =>
    ({ href: href({ urut: key }), direction: sort === key ? 'ascending' : 'none' }) as const
  return [
    {
      key: 'name',
      header: t('activity.cover.village'),
      place: 'title',
      sort: by('name'),
      cell: ({ name }) => name,
      detail: ({ within }) => within,
    },
    {
      key: 'last',
      header: t('activity.cover.last'),
      place: 'text',
      sort: by('last'),
      cell: ({ lastVisit }) =>
        lastVisit === null ? (
          t('activity.cover.never')
        ) : (
          <time dateTime={lastVisit}>{t('activity.cover.last.on', { day: day(lastVisit) })}</time>
        ),
    },
    {
      key: 'people',
      header: t('activity.cover.people'),
      place: 'text',
      cell: ({ facilitators }) =>
        facilitators === 0
          ? t('activity.cover.people.none')
          : t('activity.cover.people.some', { n: sayNumber(facilitators, lang) }),
    },
    {
      key: 'families',
      header: t('activity.cover.families'),
      place: 'text',
      cell: ({ families }) => t('activity.cover.families.some', { n: sayNumber(families, lang) }),
    },
    {
      key: 'plan',
      header: t('activity.cover.act'),
      place: 'text',
      width: 'max-content',
      cell: (village) => <Plan village={village} label={t('visit.act.plan')} />,
    },
  ]
}

/** The next act: somebody goes there. The form begins with the village. */
function Plan({ village: { code, name }, label }: { readonly village: CoverageLine; readonly label: string }) {
  const about = { case: null, family: null, person: null }
  const values = { place: { code, label: name }, name: '', address: '' }
  return (
    <Link className="activity__act" href="/rencana" state={{ about, values }} aria-label={`${label}: ${name}`}>
      {label}
    </Link>
  )
}

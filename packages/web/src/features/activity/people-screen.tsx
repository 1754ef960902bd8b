import { type ActivityLine, activityRoutes } from '@openslrt/core/contract/activity.ts'
import type { Month } from '@openslrt/core/figures/month.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import type { Lang, Say } from '@openslrt/core/i18n/translate.ts'
import { useLocation, useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useWhen, type When } from '../../platform/i18n/use-when.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { PlacePicker } from '../../platform/places/place-picker.tsx'
import { useActing, useZone } from '../../platform/session/use-session.ts'
import { type Column, DataRows } from '../../ui/data-rows.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { addressWith } from '../../ui/list-address.ts'
import { ListSearch } from '../../ui/list-search.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { listPath, monthIn, peopleIn } from './activity-address.ts'
import { MonthStep, OfRegions, Pages, useIsRegion } from './activity-parts.tsx'
import { PayTag } from './pay-panel.tsx'

/** SUPER-10 Facilitators of the place with what each did in a month. */
export function Screen() {
  const t = useText()
  return (
    <>
      <PageHead title={t('activity.title')} />
      {useIsRegion() ? <OfRegions /> : <People />}
    </>
  )
}

function People() {
  const [t, lang, when, search] = [useText(), useLanguage(), useWhen(), useSearch()]
  const month = monthIn(search, useZone(), when.now)
  const filter = peopleIn(search)
  const asked = useAsk(activityRoutes.list, { query: { month, ...filter } }, { keepPrevious: true })
  const { can } = useActing()
  const narrowed = filter.q !== '' || filter.village !== undefined
  return (
    <>
      <Pages current="people" />
      <p className="activity__lead">{t('activity.lead')}</p>
      <MonthStep path={listPath} month={month} />
      <Filters />
      <AskedList
        asked={asked}
        failedTitle={t('activity.failed')}
        hrefOf={(page) => addressWith(listPath, search, { halaman: page })}
        empty={
          <EmptyState
            title={t('activity.empty.title')}
            text={t(narrowed ? 'activity.empty.found' : 'activity.empty.text')}
          />
        }
      >
        {(items) => (
          <DataRows
            caption={t('activity.title')}
            columns={[...columnsIn({ t, lang, when }), ...(can('case.assign') ? [payColumn(t)] : [])]}
            rows={items}
            keyOf={({ staff }) => staff}
            hrefOf={({ staff }) => reportHref(staff, month)}
            edgeOf={({ counts }) => (counts.late > 0 ? 'attention' : undefined)}
          />
        )}
      </AskedList>
    </>
  )
}

const reportHref = (staff: string, month: Month): string => `${listPath}/${staff}?bulan=${month}`

function Filters() {
  const t = useText()
  const search = useSearch()
  const [, go] = useLocation()
  const { post } = useActing()
  const params = new URLSearchParams(search)
  const code = params.get('desa')
  const to = (changes: Record<string, string | undefined>): string => addressWith(listPath, search, changes)
  return (
    <div className="activity__filters">
      <ListSearch
        label={t('activity.search')}
        value={params.get('cari') ?? ''}
        onSearch={(cari) => go(to({ cari: cari.slice(0, 60) }), { replace: true })}
      />
      {post && post.level !== 'village' && (
        <PlacePicker
          size="small"
          label={t('activity.village')}
          level="village"
          under={post.place}
          value={code === null ? null : { code, label: params.get('nama') ?? code }}
          onChange={(place) => go(to({ desa: place?.code, nama: place?.label }))}
        />
      )}
    </div>
  )
}

interface Showing {
  readonly t: Say
  readonly lang: Lang
  readonly when: When
}

const columnsIn = ({ t, lang, when }: Showing): readonly Column<ActivityLine>[] => {
  const n = (count: number) => ({ n: sayNumber(count, lang) })
  const some = (...said: readonly (readonly [count: number, key: Rest])[]): string =>
    said.flatMap(([count, key]) => (count > 0 ? [t(key, n(count))] : [])).join(', ')
  return [
    {
      key: 'who',
      header: t('activity.who'),
      place: 'title',
      cell: ({ name }) => name,
      detail: ({ offices }) => offices,
    },
    {
      key: 'visits',
      header: t('activity.visits'),
      place: 'text',
      cell: ({ counts }) => t('activity.visits.done', n(counts.done)),
      detail: ({ counts: { missed, due, late } }) =>
        some([late, 'activity.visits.late'], [missed, 'activity.visits.missed'], [due, 'activity.visits.due']),
    },
    {
      key: 'asked',
      header: t('activity.asked'),
      place: 'text',
      cell: ({ counts: { families, people } }) =>
        t('activity.asked.some', { families: sayNumber(families, lang), people: sayNumber(people, lang) }),
    },
    {
      key: 'cases',
      header: t('activity.cases'),
      place: 'text',
      cell: ({ counts }) => t('activity.cases.some', n(counts.cases)),
      detail: ({ counts: { closed, returned } }) =>
        some([closed, 'activity.cases.closed'], [returned, 'activity.cases.returned']),
    },
    {
      key: 'phone',
      header: t('activity.phone'),
      place: 'text',
      cell: ({ syncedAt }) =>
        syncedAt === null ? (
          t('activity.phone.none')
        ) : (
          <time dateTime={when.iso(syncedAt)}>{t('activity.phone.at', { when: when.moment(syncedAt) })}</time>
        ),
    },
  ]
}

const payColumn = (t: Say): Column<ActivityLine> => ({
  key: 'pay',
  header: t('activity.pay'),
  place: 'text',
  width: 'max-content',
  cell: ({ pay }) => <PayTag status={pay} />,
})

type Rest = `activity.visits.${'late' | 'missed' | 'due'}` | `activity.cases.${'closed' | 'returned'}`

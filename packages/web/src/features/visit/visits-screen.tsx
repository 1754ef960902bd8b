import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { type VisitLine, visitRoutes, visitShows } from '@openslrt/core/contract/visit-queries.ts'
import type { Lang, Say } from '@openslrt/core/i18n/translate.ts'
import { villageCode } from '@openslrt/core/place/code.ts'
import { Link, useLocation, useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useDay } from '../../platform/hours/use-day.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { PlacePicker } from '../../platform/places/place-picker.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import { type Column, DataRows } from '../../ui/data-rows.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterTabs } from '../../ui/filter-tabs.tsx'
import { rememberList } from '../../ui/last-list.ts'
import { addressWith, pageOf } from '../../ui/list-address.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { visitTone } from './status-look.ts'
import './visit.css'

const path = '/kunjungan'

/** Visits: one's own, the office's, the late ones and those that are over; of one village where it is chosen. */
export function Screen() {
  const t = useText()
  const { can } = useActing()
  const search = useSearch()
  const params = new URLSearchParams(search)
  const show = visitShows.find((one) => one === params.get('lihat')) ?? visitShows[0]
  const village = villageCode.safeParse(params.get('desa')).data
  const query = { show, page: pageOf(search), ...(village ? { village } : {}) }
  const asked = useAsk(visitRoutes.list, { query }, { keepPrevious: true, refetchInterval: 60_000 })
  const href = (page: number): string => addressWith(path, search, { halaman: page })
  rememberList(href(query.page))
  return (
    <>
      <PageHead title={t('visit.title')} action={can('visit.plan') ? <PlanButton /> : <MonthLink />} />
      <FilterTabs
        label={t('list.filters')}
        tabs={visitShows.map((one) => ({
          key: one,
          label: t(`visit.tab.${one}`),
          href: addressWith(path, search, { lihat: one, halaman: undefined }),
          current: one === show,
          count: countOf(one, show, asked.data),
        }))}
      />
      <VillageFilter chosen={village ?? null} name={params.get('nama')} search={search} />
      <AskedList
        asked={asked}
        failedTitle={t('visit.failed')}
        hrefOf={href}
        empty={<EmptyState title={t(`visit.empty.${show}.title`)} text={t(`visit.empty.${show}.text`)} />}
      >
        {(items) => <VisitRows rows={items} />}
      </AskedList>
    </>
  )
}

function countOf(
  tab: string,
  current: string,
  data: { readonly total: number; readonly late: number } | undefined,
): number | undefined {
  if (tab === 'late' && data && data.late > 0) return data.late
  return tab === current ? data?.total : undefined
}

function PlanButton() {
  const t = useText()
  return (
    <Button as={Link} href="/rencana">
      {t('visit.act.plan')}
    </Button>
  )
}

/** Whoever leads others finds everybody's month in the menu; whoever goes finds their own here. */
function MonthLink() {
  const t = useText()
  return (
    <Button as={Link} href="/kegiatan/saya" variant="secondary">
      {t('visit.month')}
    </Button>
  )
}

/** Only who sees more than one village chooses among them. */
function VillageFilter({ chosen, name, search }: { chosen: string | null; name: string | null; search: string }) {
  const t = useText()
  const { post } = useActing()
  const [, go] = useLocation()
  if (!post || post.level === 'village') return null
  return (
    <div className="visit__filter">
      <PlacePicker
        size="small"
        label={t('visit.village')}
        description={t('visit.village.all')}
        level="village"
        under={post.place}
        value={chosen === null ? null : { code: chosen, label: name ?? chosen }}
        onChange={(place) =>
          go(addressWith(path, search, { desa: place?.code, nama: place?.label, halaman: undefined }))
        }
      />
    </div>
  )
}

/** A list of visits. */
export function VisitRows({ rows }: { rows: readonly VisitLine[] }) {
  const t = useText()
  const lang = useLanguage()
  const day = useDay()
  return (
    <DataRows
      caption={t('visit.title')}
      rows={rows}
      keyOf={({ id }) => id}
      hrefOf={({ district, id }) => `${path}/${district}/${id}`}
      edgeOf={({ late }) => (late ? 'attention' : undefined)}
      columns={columnsOf(t, lang, day)}
    />
  )
}

const columnsOf = (t: Say, lang: Lang, day: (of: string) => string): readonly Column<VisitLine>[] => [
  {
    key: 'day',
    header: t('visit.column.day'),
    place: 'lead',
    width: '140px',
    cell: ({ plannedFor }) => <time dateTime={plannedFor}>{day(plannedFor)}</time>,
    detail: ({ late }) => late && t('visit.late'),
  },
  {
    key: 'whom',
    header: t('visit.column.whom'),
    place: 'title',
    cell: ({ name, address }) => name || address || t('visit.forgotten'),
    detail: ({ placeName, name, address }) => [placeName, name && address].filter(Boolean).join(' · '),
  },
  {
    key: 'why',
    header: t('visit.column.why'),
    place: 'text',
    cell: ({ triggerNames }) => triggerNames[lang],
  },
  {
    key: 'who',
    header: t('visit.column.who'),
    place: 'text',
    cell: ({ assigneeName }) => assigneeName ?? t('visit.nobody'),
    detail: ({ officeName }) => officeName,
  },
  {
    key: 'status',
    header: t('case.column.status'),
    place: 'aside',
    width: 'max-content',
    cell: ({ status }) => <StatusTag small tone={visitTone[status]} label={t(`visit-status.${status}`)} />,
  },
]

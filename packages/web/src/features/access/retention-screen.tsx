import type { RetentionLine } from '@openslrt/core/contract/access-queries.ts'
import { accessRoutes } from '@openslrt/core/contract/access-queries.ts'
import { erasureRoutes } from '@openslrt/core/contract/erasure.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen, type When } from '../../platform/i18n/use-when.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import { type Column, DataRows } from '../../ui/data-rows.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterTabs } from '../../ui/filter-tabs.tsx'
import { rememberList } from '../../ui/last-list.ts'
import { addressWith, pageOf } from '../../ui/list-address.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { Soon } from './soon.tsx'
import { Wishes } from './wishes.tsx'
import './texts.ts'
import './access.css'

const path = '/retensi'
const tabs = ['due', 'asked', 'people', 'soon'] as const
const ofPeople: readonly Tab[] = ['people', 'soon']
type Tab = (typeof tabs)[number]

const leads = {
  due: 'retention.lead',
  asked: 'retention.lead',
  people: 'retention.people.lead',
  soon: 'retention.soon.lead',
} as const

/** Cases whose years are over, and cases and people whom somebody asked to erase: to be gone through one by one. */
export function Screen() {
  const t = useText()
  const search = useSearch()
  const { can } = useActing()
  const tab = tabs.find((one) => one === new URLSearchParams(search).get('tab')) ?? 'due'
  const page = pageOf(search)
  const href = (changes: Record<string, string | number | undefined>) => addressWith(path, search, changes)
  const hrefOf = (nth: number) => href({ halaman: nth })
  rememberList(href({ halaman: page }))
  const shown = can('registry.read') ? tabs : tabs.filter((one) => !ofPeople.includes(one))
  return (
    <>
      <PageHead title={t('retention.title')} />
      <p className="access-lead">{t(leads[tab])}</p>
      <Tabs tabs={shown} tab={tab} href={href} />
      {tab === 'people' && <Wishes page={page} hrefOf={hrefOf} />}
      {tab === 'soon' && <Soon page={page} hrefOf={hrefOf} />}
      {(tab === 'due' || tab === 'asked') && <Cases show={tab} page={page} hrefOf={hrefOf} />}
    </>
  )
}

interface TabsProps {
  readonly tabs: readonly Tab[]
  readonly tab: Tab
  readonly href: (changes: Record<string, string | undefined>) => string
}

function Tabs({ tabs: shown, tab, href }: TabsProps) {
  const t = useText()
  const { data } = useAsk(accessRoutes.retention, { query: { show: 'asked', page: 1 } }, { keepPrevious: true })
  const enabled = shown.includes('people')
  const people = useAsk(erasureRoutes.erasures, { query: { page: 1 } }, { keepPrevious: true, enabled })
  const counts: Partial<Record<Tab, number | undefined>> = { asked: data?.asked, people: people.data?.total }
  return (
    <FilterTabs
      label={t('list.filters')}
      tabs={shown.map((one) => ({
        key: one,
        label: t(`retention.${one}`),
        href: href({ tab: one === 'due' ? undefined : one }),
        current: one === tab,
        count: counts[one],
      }))}
    />
  )
}

interface CasesProps {
  readonly show: 'due' | 'asked'
  readonly page: number
  readonly hrefOf: (page: number) => string
}

function Cases({ show, page, hrefOf }: CasesProps) {
  const t = useText()
  const when = useWhen()
  const asked = useAsk(accessRoutes.retention, { query: { show, page } }, { keepPrevious: true })
  return (
    <AskedList
      asked={asked}
      failedTitle={t('retention.failed')}
      hrefOf={hrefOf}
      empty={<EmptyState title={t(`retention.empty.${show}.title`)} text={t(`retention.empty.${show}.text`)} />}
    >
      {(items) => (
        <DataRows
          caption={t('retention.title')}
          columns={columnsIn(t, when)}
          rows={items}
          keyOf={({ line }) => line.id}
          hrefOf={({ line }) => `/kasus/${line.district}/${line.id}`}
        />
      )}
    </AskedList>
  )
}

const columnsIn = (t: Say, when: When): readonly Column<RetentionLine>[] => [
  {
    key: 'number',
    header: t('case.column.number'),
    place: 'lead',
    width: '148px',
    cell: ({ line }) => <span className="numbers">{line.number}</span>,
  },
  {
    key: 'summary',
    header: t('case.column.summary'),
    place: 'title',
    width: 'minmax(0, 2fr)',
    cell: ({ line }) => line.summary || t('retention.no-words'),
    detail: ({ line }) => line.placeName,
  },
  {
    key: 'until',
    header: t('retention.column.until'),
    place: 'text',
    width: '160px',
    cell: ({ keptUntil }) => (
      <time dateTime={when.iso(keptUntil)}>{t('retention.until', { date: when.date(keptUntil) })}</time>
    ),
  },
  {
    key: 'asked',
    header: t('retention.column.asked'),
    place: 'text',
    width: 'minmax(0, 1.4fr)',
    cell: ({ asked }) => (asked ? t(`erasure-basis.${asked.basis}`) : t('retention.not-asked')),
    detail: ({ asked }) => asked && whoAsked(asked, t, when),
  },
]

const whoAsked = ({ own, byName, at }: NonNullable<RetentionLine['asked']>, t: Say, when: When): string =>
  own ? t('retention.by-you', { date: when.date(at) }) : t('retention.by', { name: byName, date: when.date(at) })

import type { RetentionLine } from '@openslrt/core/contract/access-queries.ts'
import { accessRoutes } from '@openslrt/core/contract/access-queries.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen, type When } from '../../platform/i18n/use-when.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { type Column, DataRows } from '../../ui/data-rows.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterTabs } from '../../ui/filter-tabs.tsx'
import { rememberList } from '../../ui/last-list.ts'
import { addressWith, pageOf } from '../../ui/list-address.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import './texts.ts'
import './access.css'

const path = '/retensi'
const tabs = ['due', 'asked'] as const

/** Cases whose years are over, and cases that somebody asked to erase: to be gone through one by one. */
export function Screen() {
  const t = useText()
  const when = useWhen()
  const search = useSearch()
  const show = new URLSearchParams(search).get('tab') === 'asked' ? 'asked' : 'due'
  const asked = useAsk(accessRoutes.retention, { query: { show, page: pageOf(search) } }, { keepPrevious: true })
  const href = (changes: Record<string, string | number | undefined>) => addressWith(path, search, changes)
  rememberList(href({ halaman: pageOf(search) }))
  return (
    <>
      <PageHead title={t('retention.title')} />
      <p className="access-lead">{t('retention.lead')}</p>
      <FilterTabs
        label={t('list.filters')}
        tabs={tabs.map((tab) => ({
          key: tab,
          label: t(`retention.${tab}`),
          href: href({ tab: tab === 'due' ? undefined : tab }),
          current: tab === show,
          count: tab === 'asked' ? asked.data?.asked : undefined,
        }))}
      />
      <AskedList
        asked={asked}
        failedTitle={t('retention.failed')}
        hrefOf={(page) => href({ halaman: page })}
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
    </>
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

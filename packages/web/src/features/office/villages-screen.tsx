import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { useLocation, useSearch } from 'wouter'
import type { z } from 'zod'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { DataRows } from '../../ui/data-rows.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterTabs } from '../../ui/filter-tabs.tsx'
import { addressWith, pageOf } from '../../ui/list-address.ts'
import { ListSearch } from '../../ui/list-search.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { staffPath } from './office-address.ts'
import './texts.ts'
import './office-screens.css'

const path = '/pendampingan'

/** Which facilitator goes to which village, and where nobody goes. */
export function Screen() {
  const t = useText()
  const lang = useLanguage()
  const search = useSearch()
  const [, go] = useLocation()
  const params = new URLSearchParams(search)
  const without = params.get('tanpa') === 'ya'
  const q = params.get('cari')?.slice(0, 60) ?? ''
  const query = { ...(without && { without: 'yes' as const }), ...(q && { q }), page: pageOf(search) }
  const asked = useAsk(referenceRoutes.served, { query }, { keepPrevious: true })
  const tab = (only: boolean) => addressWith(path, search, { tanpa: only ? 'ya' : undefined })
  return (
    <>
      <PageHead title={t('villages.title')} />
      <FilterTabs
        label={t('list.filters')}
        tabs={[
          { key: 'all', label: t('villages.all'), href: tab(false), current: !without },
          {
            key: 'without',
            label: t('villages.without'),
            href: tab(true),
            current: without,
            count: asked.data && sayNumber(asked.data.without, lang),
          },
        ]}
      />
      <div className="list-filters not-on-paper">
        <ListSearch
          label={t('villages.search')}
          value={q}
          onSearch={(cari) => go(addressWith(path, search, { cari }), { replace: true })}
        />
      </div>
      <AskedList
        asked={asked}
        failedTitle={t('office.failed.title')}
        hrefOf={(page) => addressWith(path, search, { halaman: page })}
        empty={<EmptyState title={t(without && q === '' ? 'villages.none-without' : 'villages.none')} text="" />}
      >
        {(items) => <VillageRows items={items} />}
      </AskedList>
    </>
  )
}

type Village = z.output<typeof referenceRoutes.served.reply>['items'][number]

/** Each village leads to the person who goes there. */
function VillageRows({ items }: { items: readonly Village[] }) {
  const t = useText()
  return (
    <DataRows
      caption={t('villages.title')}
      rows={items}
      keyOf={({ code }) => code}
      hrefOf={({ facilitators: [first] }) => addressWith(staffPath, '', { cari: first?.name })}
      columns={[
        {
          key: 'name',
          header: t('villages.name'),
          place: 'title',
          cell: ({ name }) => name,
          detail: (row) => row.path,
        },
        {
          key: 'who',
          header: t('villages.who'),
          place: 'text',
          cell: ({ facilitators }) => facilitators.map(({ name }) => name).join(', ') || t('villages.nobody'),
        },
      ]}
    />
  )
}

import './texts.ts'
import './ppks.css'
import { type PpksLine, ppksRoutes, ppksShows } from '@openslrt/core/contract/ppks-queries.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { useLocation, useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { dayText } from '../../platform/hours/day-text.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { WelfarePages } from '../../platform/people/welfare-pages.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import { type Column, DataRows } from '../../ui/data-rows.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { addressWith } from '../../ui/list-address.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { Filters } from './filters.tsx'
import { cardPath, filterOf, listPath } from './ppks-address.ts'
import { ReceiveButton } from './receive-button.tsx'
import { ppksTone } from './status-look.ts'

/** PPKS of the places of the acting office. */
export function Screen() {
  const [t, lang] = [useText(), useLanguage()]
  const search = useSearch()
  const { can } = useActing()
  const [, go] = useLocation()
  const filter = filterOf(search)
  const { data: choices } = useAsk(ppksRoutes.choices)
  const asked = useAsk(ppksRoutes.list, { query: filter }, { keepPrevious: true })
  const href = (changes: Record<string, string | number | undefined>): string => addressWith(listPath, search, changes)
  const receive = can('ppks.handle') && <ReceiveButton text={t('ppks-act.receive')} />
  const filtered = search !== ''
  return (
    <>
      <PageHead title={t('ppks.title')} action={receive} />
      <WelfarePages current="ppks" />
      <Filters
        choices={choices}
        filter={filter}
        shows={ppksShows.map((show) => ({
          value: show,
          label: t(show === 'open' || show === 'all' ? `ppks.show.${show}` : `ppks-status.${show}`),
        }))}
        onChange={(changes) => go(href(changes), { replace: true })}
      />
      <AskedList
        asked={asked}
        failedTitle={t('ppks.failed')}
        hrefOf={(nth) => href({ halaman: nth })}
        empty={
          <EmptyState
            title={t(filtered ? 'ppks.none.title' : 'ppks.empty.title')}
            text={t(filtered ? 'ppks.none.text' : 'ppks.empty.text')}
          />
        }
      >
        {(items) => (
          <DataRows
            caption={t('ppks.page.list')}
            columns={columnsIn(t, lang)}
            rows={items}
            keyOf={({ id }) => id}
            hrefOf={cardPath}
          />
        )}
      </AskedList>
    </>
  )
}

const columnsIn = (t: Say, lang: 'id' | 'en'): readonly Column<PpksLine>[] => [
  {
    key: 'name',
    header: t('ppks.column.name'),
    place: 'title',
    cell: ({ name }) => name,
    detail: ({ placeName }) => placeName,
  },
  {
    key: 'type',
    header: t('ppks.column.type'),
    place: 'text',
    width: 'minmax(0, 2fr)',
    cell: ({ typeNames }) => typeNames[lang],
  },
  {
    key: 'since',
    header: t('ppks.column.since'),
    place: 'lead',
    width: '130px',
    cell: ({ since }) => <span className="numbers">{dayText(since)}</span>,
  },
  {
    key: 'status',
    header: t('ppks.column.status'),
    place: 'aside',
    width: '200px',
    cell: ({ status }) => <StatusTag small tone={ppksTone[status]} label={t(`ppks-status.${status}`)} />,
  },
]

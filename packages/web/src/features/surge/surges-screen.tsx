import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { type SurgeLine, surgeRoutes } from '@openslrt/core/contract/surge-queries.ts'
import type { Lang, Say } from '@openslrt/core/i18n/translate.ts'
import { useState } from 'react'
import { useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useDay } from '../../platform/hours/use-day.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import { type Column, DataRows } from '../../ui/data-rows.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { addressWith, pageOf } from '../../ui/list-address.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { StartForm } from './start-form.tsx'
import { surgeTone } from './status-look.ts'
import './surge.css'

const path = '/terdampak'

/** Affected lists of the place, those that are worked on first. */
export function Screen() {
  const t = useText()
  const { can } = useActing()
  const search = useSearch()
  const [starting, setStarting] = useState(false)
  const query = { page: pageOf(search) }
  const asked = useAsk(surgeRoutes.list, { query }, { keepPrevious: true, refetchInterval: 60_000 })
  return (
    <>
      <PageHead
        title={t('surge.title')}
        action={can('surge.manage') && <Button onClick={() => setStarting(true)}>{t('surge.start')}</Button>}
      />
      <AskedList
        asked={asked}
        failedTitle={t('surge.failed')}
        hrefOf={(page) => addressWith(path, search, { halaman: page })}
        empty={<EmptyState title={t('surge.empty.title')} text={t('surge.empty.text')} />}
      >
        {(items) => <Lists rows={items} />}
      </AskedList>
      {starting && <StartForm onClose={() => setStarting(false)} />}
    </>
  )
}

function Lists({ rows }: { rows: readonly SurgeLine[] }) {
  const t = useText()
  const lang = useLanguage()
  const day = useDay()
  return (
    <DataRows
      caption={t('surge.title')}
      rows={rows}
      keyOf={({ id }) => id}
      hrefOf={({ district, id }) => `${path}/${district}/${id}`}
      columns={columnsOf(t, lang, day)}
    />
  )
}

const columnsOf = (t: Say, lang: Lang, day: (of: string) => string): readonly Column<SurgeLine>[] => [
  {
    key: 'name',
    header: t('surge.column.name'),
    place: 'title',
    cell: ({ name }) => name,
    detail: ({ kindNames, placeName }) => `${kindNames[lang]} · ${placeName}`,
  },
  { key: 'day', header: t('surge.day'), place: 'lead', width: '160px', cell: ({ day: of }) => day(of) },
  {
    key: 'people',
    header: t('surge.column.people'),
    place: 'text',
    cell: ({ total, done }) => t('surge.people', { total, done }),
  },
  {
    key: 'status',
    header: t('case.column.status'),
    place: 'aside',
    width: 'max-content',
    cell: ({ status }) => <StatusTag small tone={surgeTone[status]} label={t(`surge-status.${status}`)} />,
  },
]

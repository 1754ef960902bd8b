import './texts.ts'
import { PlusIcon } from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react/Button'
import { type LoadLine, loadRoutes } from '@openslrt/core/contract/load.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import type { Lang, Say } from '@openslrt/core/i18n/translate.ts'
import { Link, useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { dayText } from '../../platform/hours/day-text.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { type Column, DataRows } from '../../ui/data-rows.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { addressWith, pageOf } from '../../ui/list-address.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { exportsPath } from './export-values.ts'
import { loadAddress, loadsPath, newLoadPath } from './load-address.ts'
import { LoadTag } from './status-tag.tsx'
import './load.css'

/** The extracts that were loaded into the registry of the district, the newest first. */
export function Screen() {
  const [t, lang] = [useText(), useLanguage()]
  const search = useSearch()
  const asked = useAsk(loadRoutes.list, { query: { page: pageOf(search) } }, { keepPrevious: true })
  const begin = (
    <Button as={Link} href={newLoadPath} icon={<PlusIcon aria-hidden />}>
      {t('load.new')}
    </Button>
  )
  return (
    <>
      <PageHead
        title={t('load.title')}
        action={
          <div className="load__head">
            <Button as={Link} href={exportsPath} variant="secondary">
              {t('export-data.new')}
            </Button>
            {asked.data?.total !== 0 && begin}
          </div>
        }
      />
      <AskedList
        asked={asked}
        failedTitle={t('load.failed')}
        hrefOf={(nth) => addressWith(loadsPath, search, { halaman: nth })}
        empty={<EmptyState title={t('load.empty.title')} text={t('load.empty.text')} action={begin} />}
      >
        {(items) => (
          <DataRows
            caption={t('load.title')}
            columns={columnsIn(t, lang)}
            rows={items}
            keyOf={({ id }) => id}
            hrefOf={({ id }) => loadAddress(id)}
          />
        )}
      </AskedList>
    </>
  )
}

const columnsIn = (t: Say, lang: Lang): readonly Column<LoadLine>[] => [
  {
    key: 'source',
    header: t('load.source'),
    place: 'title',
    width: 'minmax(0, 2fr)',
    cell: ({ source, snapshot }) => `${source} · ${dayText(snapshot)}`,
    detail: ({ fileName }) => fileName,
  },
  { key: 'status', header: t('load.status'), place: 'aside', cell: ({ status }) => <LoadTag status={status} /> },
  {
    key: 'rows',
    header: t('load.rows'),
    place: 'text',
    cell: ({ counts, checked }) =>
      t('load.rows.of', { n: sayNumber(counts.rows, lang), all: sayNumber(checked.rows, lang) }),
  },
  { key: 'by', header: t('load.by'), place: 'text', cell: ({ openedBy }) => openedBy },
]

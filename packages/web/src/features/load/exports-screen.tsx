import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { exportRoutes } from '@openslrt/core/contract/load-export.ts'
import { type ReactNode, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { LineField } from '../../platform/act/fields.tsx'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { addressWith, pageOf } from '../../ui/list-address.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { ExportForm } from './export-form.tsx'
import { ExportPanel } from './export-panel.tsx'
import { exportsPath, isBeingMade } from './export-values.ts'
import { loadsPath } from './load-address.ts'
import './load.css'

/** What was taken out of the registry: by oneself to fetch it, by everybody for whoever reviews it. */
export function Screen() {
  const t = useText()
  const { can } = useActing()
  const [asking, setAsking] = useState(false)
  const takes = can('registry.load')
  const list = useExports()
  const begin = takes && <Button onClick={() => setAsking(true)}>{t('export-data.new')}</Button>
  const done = (): void => {
    setAsking(false)
    list.asked.refetch()
  }
  return (
    <>
      <PageHead
        {...(takes && { back: <Link href={loadsPath}>{t('export-data.back')}</Link> })}
        title={t(takes ? 'export-data.title' : 'export-data.log')}
        action={list.asked.data?.total !== 0 && begin}
      />
      {can('access.review') && <FindMark mark={list.mark} />}
      <AskedList
        asked={list.asked}
        failedTitle={t('export-data.failed')}
        hrefOf={(nth) => addressWith(exportsPath, list.search, { halaman: nth })}
        empty={<None searched={list.mark !== undefined} action={begin} />}
      >
        {(items) => (
          <div className="load">
            {items.map((line) => (
              <ExportPanel key={line.id} line={line} onFetched={list.asked.refetch} />
            ))}
          </div>
        )}
      </AskedList>
      {asking && <ExportForm onDone={done} onClose={() => setAsking(false)} />}
    </>
  )
}

/** Those of the district; the one of a mark, where somebody looks for it. */
function useExports() {
  const search = useSearch()
  const { can } = useActing()
  const [making, setMaking] = useState(true)
  const mark = new URLSearchParams(search).get('tanda') ?? undefined
  const reviews = mark !== undefined || !can('registry.load')
  const page = pageOf(search)
  const again = { keepPrevious: true, ...(making && { refetchInterval: 2_000 }) }
  const own = useAsk(exportRoutes.list, { query: { page } }, { ...again, enabled: !reviews })
  const all = useAsk(exportRoutes.log, { query: { page, mark } }, { ...again, enabled: reviews })
  const asked = reviews ? all : own
  const busy = asked.data === undefined || isBeingMade(asked.data.items)
  if (busy !== making) setMaking(busy)
  return { asked, mark, search }
}

function None({ searched, action }: { searched: boolean; action: ReactNode }) {
  const t = useText()
  if (searched) return <EmptyState title={t('export-data.find.none')} action={action} />
  return <EmptyState title={t('export-data.empty.title')} text={t('export-data.empty.text')} action={action} />
}

/** LOAD-19 A file was found somewhere: whose is it? */
function FindMark({ mark = '' }: { mark?: string | undefined }) {
  const t = useText()
  const [, go] = useLocation()
  const [typed, setTyped] = useState(mark)
  const find = (words: string): void => go(addressWith(exportsPath, '', { tanda: words.trim() || undefined }))
  return (
    <search>
      <form
        className="load__find not-on-paper"
        onSubmit={(event) => {
          event.preventDefault()
          find(typed)
        }}
      >
        <LineField
          id="find-mark"
          size="small"
          label={t('export-data.find')}
          maxLength={40}
          value={typed}
          onChange={setTyped}
          error={undefined}
        />
        <Button size="small" variant="secondary">
          {t('export-data.find.act')}
        </Button>
      </form>
    </search>
  )
}

import './texts.ts'
import './psks.css'
import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { Select } from '@navikt/ds-react/Select'
import { type PsksLine, psksRoutes, psksShows } from '@openslrt/core/contract/psks-queries.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { dayText } from '../../platform/hours/day-text.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { WelfarePages } from '../../platform/people/welfare-pages.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import { type Column, DataRows } from '../../ui/data-rows.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { addressWith, type Changes } from '../../ui/list-address.ts'
import { ListSearch } from '../../ui/list-search.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { cardPath, filterOf, importPath, listPath, type PsksFilter } from './psks-address.ts'
import { RegisterForm } from './register-form.tsx'
import { psksTone } from './status-look.ts'
import { TableDialog } from './table-dialog.tsx'

/** PSKS that sit in or serve the places of the acting office. */
export function Screen() {
  const [t, lang] = [useText(), useLanguage()]
  const search = useSearch()
  const [, go] = useLocation()
  const { can } = useActing()
  const [doing, setDoing] = useState<'register' | 'table' | null>(null)
  const filter = filterOf(search)
  const asked = useAsk(psksRoutes.list, { query: filter }, { keepPrevious: true })
  const href = (changes: Changes): string => addressWith(listPath, search, changes)
  const manages = can('psks.manage')
  const register = manages && <Button onClick={() => setDoing('register')}>{t('psks-act.register')}</Button>
  const close = (): void => setDoing(null)
  return (
    <>
      <PageHead title={t('ppks.title')} action={register} />
      <WelfarePages current="psks" />
      {asked.data && asked.data.due > 0 && filter.show !== 'due' && (
        <InlineMessage status="warning">
          <Link href={href({ lihat: 'due' })}>{t('psks.due.many', { n: asked.data.due })}</Link>
        </InlineMessage>
      )}
      <Filters filter={filter} onChange={(changes) => go(href(changes), { replace: true })} />
      {manages && (
        <div className="psks__acts not-on-paper">
          <Button as={Link} href={importPath} size="small" variant="secondary" data-color="neutral">
            {t('psks.import')}
          </Button>
          <Button size="small" variant="secondary" data-color="neutral" onClick={() => setDoing('table')}>
            {t('psks.table')}
          </Button>
        </div>
      )}
      <AskedList
        asked={asked}
        failedTitle={t('psks.failed')}
        hrefOf={(nth) => href({ halaman: nth })}
        empty={
          <EmptyState
            title={t(search === '' ? 'psks.empty.title' : 'psks.none.title')}
            text={t(search === '' ? 'psks.empty.text' : 'psks.none.text')}
          />
        }
      >
        {(items) => (
          <DataRows
            caption={t('psks.page.list')}
            columns={columnsIn(t, lang)}
            rows={items}
            keyOf={({ id }) => id}
            hrefOf={cardPath}
          />
        )}
      </AskedList>
      {doing === 'register' && (
        <RegisterForm card={null} onClose={close} onDone={(address) => (address ? go(address) : close())} />
      )}
      {doing === 'table' && <TableDialog onClose={close} />}
    </>
  )
}

function Filters({ filter, onChange }: { readonly filter: PsksFilter; readonly onChange: (changes: Changes) => void }) {
  const [t, lang] = [useText(), useLanguage()]
  const { data: choices } = useAsk(psksRoutes.choices, {}, { staleTime: 600_000 })
  return (
    <search className="psks__filters">
      <ListSearch label={t('psks.search')} value={filter.q ?? ''} onSearch={(cari) => onChange({ cari })} />
      <Select
        size="small"
        label={t('psks.column.kind')}
        value={filter.kind ?? ''}
        onChange={(event) => onChange({ jenis: event.target.value })}
      >
        <option value="">{t('psks.kind.all')}</option>
        {(choices?.kinds ?? []).map(({ code, names }) => (
          <option key={code} value={code}>
            {names[lang]}
          </option>
        ))}
      </Select>
      <Select
        size="small"
        label={t('psks.column.status')}
        value={filter.show}
        onChange={(event) => onChange({ lihat: event.target.value === 'active' ? undefined : event.target.value })}
      >
        {psksShows.map((show) => (
          <option key={show} value={show}>
            {t(show === 'active' || show === 'due' ? `psks.show.${show}` : `psks-status.${show}`)}
          </option>
        ))}
      </Select>
    </search>
  )
}

const columnsIn = (t: Say, lang: 'id' | 'en'): readonly Column<PsksLine>[] => [
  {
    key: 'name',
    header: t('psks.column.name'),
    place: 'title',
    width: 'minmax(0, 1.4fr)',
    cell: ({ name }) => name,
    detail: ({ placeName }) => placeName,
  },
  {
    key: 'kind',
    header: t('psks.column.kind'),
    place: 'text',
    width: 'minmax(0, 1.6fr)',
    cell: ({ kindNames }) => kindNames[lang],
  },
  {
    key: 'serves',
    header: t('psks.column.serves'),
    place: 'text',
    cell: ({ serves }) =>
      serves.length > 3
        ? t('psks.serves.more', { names: serves.slice(0, 2).join(', '), n: serves.length - 2 })
        : serves.join(', '),
  },
  {
    key: 'status',
    header: t('psks.column.status'),
    place: 'aside',
    width: '210px',
    cell: ({ status, due }) => (
      <StatusTag
        small
        tone={due ? 'attention' : psksTone[status]}
        label={due ? t('psks.due') : t(`psks-status.${status}`)}
      />
    ),
    detail: ({ dueOn, due }) => due && dueOn && t('psks.due.since', { day: dayText(dueOn) }),
  },
]

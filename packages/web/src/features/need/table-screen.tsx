import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { Select } from '@navikt/ds-react/Select'
import type { NeedState, NeedTable } from '@openslrt/core/contract/need-queries.ts'
import { needGroups, needRoutes, needStates } from '@openslrt/core/contract/need-queries.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { ledgerOf, levelOf, placeCode } from '@openslrt/core/place/code.ts'
import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { ask } from '../../platform/api/ask.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { bytesOf } from '../../platform/files/base64-of.ts'
import { saveFile } from '../../platform/files/save-as.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { UnreadPart } from '../../platform/lists/unread.tsx'
import { useLists } from '../../platform/reference/use-lists.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/field-row.tsx'
import { FilterTabs } from '../../ui/filter-tabs.tsx'
import { addressWith } from '../../ui/list-address.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { listPath, tableOfAddress, tablePath } from './need-address.ts'
import { NeedTabs } from './need-tabs.tsx'
import './need.css'

/** Needs of a year by place or by kind, for whoever plans with them: each number opens its list for who may read people. */
export function Screen() {
  const t = useText()
  const search = useSearch()
  const asked = tableOfAddress(search)
  const answer = useAsk(needRoutes.table, { query: asked }, { keepPrevious: true })
  const href = (changes: Record<string, string | number | undefined>): string => addressWith(tablePath, search, changes)
  return (
    <>
      <PageHead title={t('need.table.title')} />
      <NeedTabs current={tablePath} />
      <FilterTabs
        label={t('list.filters')}
        tabs={needGroups.map((by) => ({
          key: by,
          label: t(`need.table.by.${by}`),
          href: href({ per: by, jenis: undefined }),
          current: by === asked.by,
        }))}
      />
      {answer.data ? (
        <Table table={answer.data} kind={asked.kind} href={href} />
      ) : (
        <UnreadPart asked={answer} title={t('need.table.failed')} rows={8} />
      )}
    </>
  )
}

interface TableProps {
  readonly table: NeedTable
  readonly kind: string | undefined
  readonly href: (changes: Record<string, string | number | undefined>) => string
}

function Table({ table, kind, href }: TableProps) {
  const t = useText()
  const lists = useLists(ledgerOf(table.place.code))
  const nameOf = (row: NeedTable['rows'][number]): string =>
    table.by === 'kind' ? lists.name('need', row.key) : row.name || row.key
  return (
    <Panel
      title={[table.place.name, kind && lists.name('need', kind), table.year].filter(Boolean).join(' · ')}
      action={<Takings table={table} />}
    >
      <Filters table={table} kind={kind} href={href} />
      {table.rows.length === 0 ? (
        <EmptyState title={t('need.table.empty.title')} text={t('need.table.empty.text')} />
      ) : (
        <div className="need__scroll">
          <table className="need__table">
            <caption className="only-for-readers">{t('need.table.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t(`need.table.${headOf(table)}`)}</th>
                {needStates.map((state) => (
                  <th key={state} scope="col" className="need__number">
                    {t(`need.table.${state}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row.key}>
                  <th scope="row">
                    <RowName table={table} row={row} name={nameOf(row)} href={href} />
                  </th>
                  {needStates.map((state) => (
                    <Cell key={state} table={table} kind={kind} state={state} counts={row} of={row.key} />
                  ))}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('need.table.sum')}</th>
                {needStates.map((state) => (
                  <Cell key={state} table={table} kind={kind} state={state} counts={table.sum} of={null} />
                ))}
              </tr>
            </tfoot>
          </table>
        </div>
      )}
      <p className="need__aside">{t(table.opens ? 'need.table.what' : 'need.table.hidden', { n: table.least })}</p>
      {!table.opens && isWide(table) && <p className="need__aside">{t('need.table.wide')}</p>}
    </Panel>
  )
}

/** Above the districts only sums of what districts show are shown. */
const isWide = ({ place }: NeedTable): boolean => ['province', 'nation'].includes(levelOf(place.code))

function headOf(table: NeedTable): 'kind' | 'place' | 'village' {
  if (table.by === 'kind') return 'kind'
  return isWide(table) ? 'place' : 'village'
}

interface RowNameProps {
  readonly table: NeedTable
  readonly row: NeedTable['rows'][number]
  readonly name: string
  readonly href: TableProps['href']
}

/** A place opens the kinds of its needs, a kind the places where they are. */
function RowName({ table, row, name, href }: RowNameProps) {
  const deeper =
    table.by === 'kind'
      ? href({ per: 'place', jenis: row.key })
      : href({ per: 'kind', tempat: row.key, jenis: undefined })
  return <Link href={deeper}>{name}</Link>
}

interface CellProps {
  readonly table: NeedTable
  readonly kind: string | undefined
  readonly state: NeedState
  readonly counts: NeedTable['sum']
  /** The key of the row; null below all of them. */
  readonly of: string | null
}

function Cell({ table, kind, state, counts, of }: CellProps) {
  const lang = useLanguage()
  const t = useText()
  const at = of !== null && table.by === 'place' ? of : table.place.code
  const about = of !== null && table.by === 'kind' ? of : kind
  const href = addressWith(listPath, '', { tempat: at, jenis: about, tahun: table.year, keadaan: state })
  const n = counts[state]
  const said = n === null ? t('need.table.withheld') : sayNumber(n, lang)
  const text = counts.more.includes(state) ? t('need.table.at-least', { n: said }) : said
  return <td className="need__number">{table.opens && n ? <Link href={href}>{text}</Link> : text}</td>
}

const firstYear = 2024

function Filters({ table, kind, href }: TableProps) {
  const t = useText()
  const [, go] = useLocation()
  const lists = useLists(ledgerOf(table.place.code))
  const last = Math.max(table.year, new Date(useWhen().now).getFullYear())
  const years = Array.from({ length: last - firstYear + 1 }, (_, n) => last - n)
  const up = levelOf(table.place.code) === 'village' && placeCode.parse(table.place.code.slice(0, 5))
  return (
    <div className="need__filters not-on-paper">
      <Select
        size="small"
        label={t('need.table.year')}
        value={String(table.year)}
        onChange={({ target }) => go(href({ tahun: target.value }), { replace: true })}
      >
        {years.map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
      </Select>
      {table.by === 'place' && (
        <Select
          size="small"
          label={t('need.table.kind')}
          value={kind ?? ''}
          onChange={({ target }) => go(href({ jenis: target.value || undefined }), { replace: true })}
        >
          <option value="">{t('need.table.all-kinds')}</option>
          {lists.items('need').map((item) => (
            <option key={item.code} value={item.code}>
              {lists.nameOf(item)}
            </option>
          ))}
        </Select>
      )}
      {up && <Link href={href({ tempat: undefined, per: 'place' })}>{t('need.table.back')}</Link>}
    </div>
  )
}

/** The whole table by village and kind as a file, and on paper. */
function Takings({ table }: { readonly table: NeedTable }) {
  const t = useText()
  const [failed, setFailed] = useState('')
  const take = async (form: 'csv' | 'xlsx'): Promise<void> => {
    const said = await ask(needRoutes.file, { query: { place: table.place.code, year: table.year, form } })
    setFailed(said.ok ? '' : said.error.message)
    if (said.ok) saveFile(said.value.name, new Blob([bytesOf(said.value.content)], { type: said.value.type }))
  }
  return (
    <div className="need__acts not-on-paper">
      {(['xlsx', 'csv'] as const).map((form) => (
        <Button key={form} size="small" variant="tertiary" data-color="neutral" onClick={() => void take(form)}>
          {t(`need.table.${form}`)}
        </Button>
      ))}
      <Button size="small" variant="tertiary" data-color="neutral" onClick={() => window.print()}>
        {t('need.table.print')}
      </Button>
      {failed !== '' && <p role="alert">{failed}</p>}
    </div>
  )
}

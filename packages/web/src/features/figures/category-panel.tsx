import { Table } from '@navikt/ds-react/Table'
import type { DistrictFigures } from '@openslrt/core/contract/figures.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import { Link } from 'wouter'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useLists } from '../../platform/reference/use-lists.ts'
import { BarCell } from '../../ui/bar-cell.tsx'
import { Panel } from '../../ui/field-row.tsx'
import { casesHref } from './figures-address.ts'

/** What people come for most, and whether that is more than before. */
export function CategoryPanel({ figures }: { figures: DistrictFigures }) {
  const t = useText()
  const { categories } = figures
  return (
    <Panel title={t('figures.categories')}>
      <p className="board__what">{t(categories.length > 0 ? 'figures.categories.what' : 'figures.categories.none')}</p>
      {categories.length > 0 && <CategoryTable figures={figures} />}
    </Panel>
  )
}

function CategoryTable({ figures: { categories, place, period, opens } }: { figures: DistrictFigures }) {
  const t = useText()
  const lang = useLanguage()
  const lists = useLists(ledgerOf(place.code))
  const highest = Math.max(...categories.map(({ n }) => n))
  return (
    <div className="bar-table">
      <Table size="small">
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{t('figures.category')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('measure.registered')}</Table.HeaderCell>
            <Table.HeaderCell scope="col" align="right">
              {t('figures.before')}
            </Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {categories.map(({ category, n, before }) => {
            // Until the lists are there, a row has a head all the same.
            const name = lists.name('category', category) || '…'
            return (
              <Table.Row key={category}>
                <Table.HeaderCell scope="row">
                  {opens ? <Link href={casesHref('registered', place.code, period, category)}>{name}</Link> : name}
                </Table.HeaderCell>
                <Table.DataCell>
                  <BarCell value={n} highest={highest} text={sayNumber(n, lang)} />
                </Table.DataCell>
                <Table.DataCell align="right">{sayNumber(before, lang)}</Table.DataCell>
              </Table.Row>
            )
          })}
        </Table.Body>
      </Table>
    </div>
  )
}

import { Table } from '@navikt/ds-react/Table'
import type { Conditions } from '@openslrt/core/contract/conditions.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { BarCell } from '../../ui/bar-cell.tsx'
import { Panel } from '../../ui/field-row.tsx'
import { shareWords, valueWords } from './condition-words.ts'

/** One face: each value with how many there are, and how much of all that is. */
export function ConditionPanel({ face, of, values }: Conditions['faces'][number]) {
  const t = useText()
  const lang = useLanguage()
  const sum = values.reduce((all, { n }) => all + n, 0)
  const highest = Math.max(0, ...values.map(({ n }) => n))
  const title = t(`condition.face.${face}`)
  return (
    <Panel title={title}>
      <p className="board__what">{t(`condition.face.${face}.what`)}</p>
      {sum === 0 ? (
        <p className="board__what">{t('condition.nobody')}</p>
      ) : (
        <div className="bar-table">
          <Table size="small">
            <caption>{title}</caption>
            <Table.Body>
              {values.map(({ value, n }) => (
                <Table.Row key={value}>
                  <Table.HeaderCell scope="row">{valueWords(t, face, value)}</Table.HeaderCell>
                  <Table.DataCell>
                    <BarCell value={n} highest={highest} text={sayNumber(n, lang)} />
                  </Table.DataCell>
                  <Table.DataCell align="right">{shareWords(n, sum, lang)}</Table.DataCell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
          <p className="board__what">
            {t('condition.sum')}: {sayNumber(sum, lang)} {t(`condition.of.${of}`)}
          </p>
        </div>
      )}
    </Panel>
  )
}

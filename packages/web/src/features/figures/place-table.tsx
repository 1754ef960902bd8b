import { Button } from '@navikt/ds-react/Button'
import type { CaseMeasure } from '@openslrt/core/case/measures.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { csvOf } from '@openslrt/core/kernel/csv.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { useLocation, useSearch } from 'wouter'
import { saveAs } from '../../platform/files/save-as.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { BarTable } from '../../ui/bar-cell.tsx'
import { Panel } from '../../ui/field-row.tsx'
import { addressWith } from '../../ui/list-address.ts'
import { figuresPath, type Order, orderOf, turned } from './figures-address.ts'

export interface PlaceLine {
  readonly place: PlaceCode
  readonly name: string
  readonly counts: Readonly<Record<string, number>>
}

interface PlaceTableProps {
  readonly measures: readonly CaseMeasure[]
  readonly lines: readonly PlaceLine[]
  /** What is counted, and what can be done with it. */
  readonly what: string
  readonly fileName: string
  /** Looks deeper into a place; none where there is nothing below it. */
  readonly deeper: (place: PlaceCode) => string | undefined
  /** Opens the cases behind a number; none where there are only numbers. */
  readonly casesOf: (measure: CaseMeasure, place: PlaceCode) => string | undefined
}

/** The places below, side by side: sorted by any column, with a bar where size matters, and as a file. */
export function PlaceTable({ measures, lines, what, fileName, deeper, casesOf }: PlaceTableProps) {
  const t = useText()
  const lang = useLanguage()
  const search = useSearch()
  const [, go] = useLocation()
  const order = orderOf(search)
  const sorted = inOrder(lines, order)
  const header = [t('figures.place'), ...measures.map((measure) => t(`measure.${measure}`))]
  const save = (): void =>
    saveAs(
      fileName,
      csvOf([header, ...sorted.map(({ name, counts }) => [name, ...measures.map((m) => counts[m] ?? 0)])]),
    )
  return (
    <Panel
      title={t('figures.below')}
      action={
        <Button size="small" variant="tertiary" onClick={save}>
          {t('figures.csv')}
        </Button>
      }
    >
      <p className="board__what">{what}</p>
      <BarTable
        caption={t('figures.below')}
        nameLabel={t('figures.place')}
        shownLabel={t('figures.shown')}
        columns={measures.map((measure) => ({ key: measure, label: t(`measure.${measure}`) }))}
        rows={sorted.map(({ place, name, counts }) => ({
          key: place,
          name,
          href: deeper(place),
          cells: Object.fromEntries(
            measures.map((measure) => {
              const value = counts[measure] ?? 0
              return [
                measure,
                { value, text: sayNumber(value, lang), href: value ? casesOf(measure, place) : undefined },
              ]
            }),
          ),
        }))}
        sort={order}
        onSort={(key) => go(addressWith(figuresPath, search, { urut: turned(order, key) }), { replace: true })}
      />
    </Panel>
  )
}

/** Places by their name or by a number of theirs; equal ones by name. */
export function inOrder<Line extends Pick<PlaceLine, 'name' | 'counts'>>(
  lines: readonly Line[],
  { orderBy, direction }: Order,
): readonly Line[] {
  const up = direction === 'ascending' ? 1 : -1
  return lines.toSorted((left, right) => {
    const byName = left.name.localeCompare(right.name, 'id')
    if (orderBy === 'name') return up * byName
    return up * ((left.counts[orderBy] ?? 0) - (right.counts[orderBy] ?? 0)) || byName
  })
}

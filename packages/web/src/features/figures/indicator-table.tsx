import type { CaseMeasure } from '@openslrt/core/case/measures.ts'
import { caseMeasures } from '@openslrt/core/case/measures.ts'
import type { IndicatorLine, Indicators } from '@openslrt/core/contract/indicators.ts'
import { indicatorOf } from '@openslrt/core/figures/catalogue.ts'
import type { ShownIndicator } from '@openslrt/core/figures/indicator-codes.ts'
import { Link } from 'wouter'
import { casesHref } from './figures-address.ts'
import type { Saying } from './indicator-say.ts'
import { changeOf, sayAmong, sayValue } from './indicator-say.ts'
import { IndicatorWords } from './indicator-words.tsx'

interface IndicatorTableProps {
  readonly caption: string
  readonly figures: Indicators
  readonly codes: readonly ShownIndicator[]
  readonly saying: Saying
}

/** One group: what it is, how much, of how many, before, and how that changed. */
export function IndicatorTable({ caption, figures, codes, saying }: IndicatorTableProps) {
  const { t } = saying
  const lines = figures.lines.filter(({ code }) => codes.includes(code))
  return (
    <table className="indicator-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('indicator.name')}</th>
          <th scope="col">{t('indicator.now')}</th>
          <th scope="col">{t('indicator.among')}</th>
          <th scope="col">{t('indicator.before')}</th>
          <th scope="col">{t('indicator.change')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.code} line={line} figures={figures} saying={saying} />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  readonly line: IndicatorLine
  readonly figures: Indicators
  readonly saying: Saying
}

function Row({ line, figures, saying }: RowProps) {
  const { t, lang } = saying
  const indicator = indicatorOf(line.code)
  const value = sayValue(line, indicator.unit, saying)
  const href = hrefOf(line, figures)
  const change = changeOf(line, indicator, saying)
  const among = sayAmong(line, indicator.unit, saying)
  return (
    <tr>
      <th scope="row">
        {indicator.name[lang]}
        <details className="indicator-table__means not-on-paper">
          <summary>
            {t('indicator.means')}
            <span className="indicator-table__spoken"> {indicator.name[lang]}</span>
          </summary>
          <IndicatorWords indicator={indicator} />
        </details>
      </th>
      <td className="indicator-table__value" data-label={t('indicator.now')}>
        {href ? <Link href={href}>{value}</Link> : value}
      </td>
      <td data-label={t('indicator.among')}>{among}</td>
      <td data-label={t('indicator.before')}>
        {line.before === null ? '' : sayValue(line.before, indicator.unit, saying)}
      </td>
      <td data-label={t('indicator.change')} className={`indicator-table__change--${change.course}`}>
        {change.text}
      </td>
    </tr>
  )
}

/** INDICATOR-6 The list of the cases that are counted, for whoever may open them. */
function hrefOf({ code, n }: IndicatorLine, { opens, place, period }: Indicators): string | undefined {
  const measure = measureOf(code)
  return opens && measure && typeof n === 'number' && n > 0 ? casesHref(measure, place.code, period) : undefined
}
const measureOf = (code: ShownIndicator): CaseMeasure | undefined => caseMeasures.find((measure) => measure === code)

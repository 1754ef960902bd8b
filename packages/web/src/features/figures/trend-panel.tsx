import type { CaseMeasure } from '@openslrt/core/case/measures.ts'
import type { DistrictFigures } from '@openslrt/core/contract/figures.ts'
import { trendMeasures } from '@openslrt/core/contract/figures.ts'
import { isWhole, type Period } from '@openslrt/core/figures/period.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { TrendChart } from '../../ui/trend-chart.tsx'
import { useDays } from './use-days.ts'

interface TrendPanelProps {
  readonly place: string
  readonly period: Period
  readonly trend: DistrictFigures['trend']
  readonly hrefOf?: (measure: CaseMeasure, part: Period) => string
}

/** What came in, what was handled and what citizens confirmed, over the time that is looked at. */
export function TrendPanel({ place, period, trend, hrefOf }: TrendPanelProps) {
  const t = useText()
  const lang = useLanguage()
  const days = useDays()
  const { step, points } = trend
  const words = { step: t(`figures.step.${step}`), place, from: days.day(period.from), to: days.day(period.to) }
  return (
    <TrendChart
      title={t('figures.trend')}
      definition={t('figures.trend.what', words)}
      periods={points.map((part) => days.part(part, step))}
      partial={points.map((part) => !isWhole(part, step))}
      partialText={t('figures.partial.line')}
      series={trendMeasures.map((measure) => ({
        name: t(`measure.${measure}`),
        values: points.map(({ counts }) => counts[measure]),
        ...(hrefOf && { hrefs: points.map((part) => hrefOf(measure, part)) }),
      }))}
      periodLabel={t(`figures.since.${step}`)}
      tableText={t('chart.table')}
      say={(value) => sayNumber(value, lang)}
    />
  )
}

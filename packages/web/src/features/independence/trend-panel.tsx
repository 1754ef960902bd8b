import type { AssessmentPage } from '@openslrt/core/contract/independence-queries.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { TrendChart } from '../../ui/trend-chart.tsx'
import { sayShare } from './share-text.ts'

/** INDEP-14 The score of each year that was signed, and of this one. */
export function TrendPanel({ page }: { readonly page: AssessmentPage }) {
  const [t, lang] = [useText(), useLanguage()]
  const { trend, year, score, placeName } = page
  if (trend.length === 0) return <p className="independence__small">{t('independence.trend.none')}</p>
  const points = [...trend, { year, score: score.total.share }]
  return (
    <TrendChart
      title={t('independence.trend')}
      definition={t('independence.trend.what', { place: placeName })}
      periods={points.map((point) => String(point.year))}
      partial={points.map(() => false)}
      partialText=""
      series={[{ name: t('independence.score'), values: points.map((point) => point.score) }]}
      periodLabel={t('independence.year')}
      tableText={t('chart.table')}
      say={(share) => t('independence.score.percent', { n: sayShare(share, lang) })}
    />
  )
}

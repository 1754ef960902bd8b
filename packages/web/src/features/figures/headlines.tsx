import type { IndicatorLine } from '@openslrt/core/contract/indicators.ts'
import { indicatorOf } from '@openslrt/core/figures/catalogue.ts'
import type { Headline, ShownIndicator } from '@openslrt/core/figures/indicator-codes.ts'
import { headlineNames } from '@openslrt/core/figures/indicator-codes.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { FigureStrip, FigureTile } from '../../ui/figure-tile.tsx'
import type { Saying } from './indicator-say.ts'
import { amountOf, sayValue } from './indicator-say.ts'

interface HeadlinesProps {
  readonly lines: readonly IndicatorLine[]
  readonly saying: Saying
}

/** On target, fast, responsive, integrated: the four that stand for the whole, each with what it is read from. */
export function Headlines({ lines, saying }: HeadlinesProps) {
  const { t } = saying
  return (
    <FigureStrip label={t('indicator.headlines')}>
      {headlineNames.map((headline) => (
        <FigureTile key={headline} label={t(`indicator.headline.${headline}`)} {...tileOf[headline](lines, saying)} />
      ))}
    </FigureStrip>
  )
}

interface Tile {
  readonly value: string
  readonly detail: string
}
type TileOf = (lines: readonly IndicatorLine[], saying: Saying) => Tile

const tileOf: Readonly<Record<Headline, TileOf>> = {
  target: (lines, saying) => {
    const { t } = saying
    const [inclusion, exclusion] = [said(lines, 'inclusion', saying), said(lines, 'exclusion', saying)]
    if (inclusion === '–' && exclusion === '–') return unmeasured(saying)
    return {
      value: `${inclusion} · ${exclusion}`,
      detail: `${t('indicator.headline.target.value', { inclusion })} · ${t('indicator.headline.target.detail', { exclusion })}`,
    }
  },
  fast: (lines, saying) => days(lines, saying, ['answer-half', 'answer-most'], 'indicator.headline.fast.detail'),
  responsive: (lines, saying) =>
    days(lines, saying, ['first-half', 'first-most'], 'indicator.headline.responsive.detail'),
  integrated: (lines, saying) => {
    const value = said(lines, 'owned', saying)
    return value === '–' ? unmeasured(saying) : { value, detail: saying.t('indicator.headline.integrated.detail') }
  },
}

const unmeasured = ({ t }: Saying): Tile => ({ value: '–', detail: t('indicator.headline.none') })

const lineOf = (lines: readonly IndicatorLine[], code: ShownIndicator): IndicatorLine | undefined =>
  lines.find((line) => line.code === code)

function said(lines: readonly IndicatorLine[], code: ShownIndicator, saying: Saying): string {
  const line = lineOf(lines, code)
  return line ? sayValue(line, indicatorOf(code).unit, saying) : '–'
}

function days(
  lines: readonly IndicatorLine[],
  saying: Saying,
  [half, most]: readonly [ShownIndicator, ShownIndicator],
  detail: 'indicator.headline.fast.detail' | 'indicator.headline.responsive.detail',
): Tile {
  const { t, lang, dayMinutes } = saying
  const line = lineOf(lines, half)
  const amount = line ? amountOf(line, 'days', dayMinutes) : null
  if (typeof line?.n === 'string') return { value: '–', detail: t('indicator.headline.few') }
  if (amount === null) return unmeasured(saying)
  return {
    value: t('indicator.headline.days', { days: sayNumber(amount, lang) }),
    detail: t(detail, { days: said(lines, most, saying) }),
  }
}

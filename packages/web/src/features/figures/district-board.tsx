import type { CaseMeasure } from '@openslrt/core/case/measures.ts'
import type { DistrictFigures } from '@openslrt/core/contract/figures.ts'
import { outcomeMeasures, referralMeasures, stripMeasures, tableMeasures } from '@openslrt/core/contract/figures.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { levelOf } from '@openslrt/core/place/code.ts'
import { useSearch } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { addressWith } from '../../ui/list-address.ts'
import { BoardHead } from './board-head.tsx'
import { CategoryPanel } from './category-panel.tsx'
import { Definitions } from './definitions.tsx'
import { FigureTiles } from './figure-tiles.tsx'
import { casesHref, figuresPath } from './figures-address.ts'
import { OutcomePanel } from './outcome-panel.tsx'
import { PlaceTable } from './place-table.tsx'
import { ReferralPanel } from './referral-panel.tsx'
import { TrendPanel } from './trend-panel.tsx'

const words = [...new Set([...stripMeasures, ...referralMeasures, ...outcomeMeasures])].map(
  (measure) => ({ label: `measure.${measure}`, what: `measure.${measure}.what` }) as const,
)

/** Figures of a district, a sub-district or a village: every one opens the cases that it counts. */
export function DistrictBoard({ figures }: { figures: DistrictFigures }) {
  const t = useText()
  const search = useSearch()
  const { place, period, before, at, opens, strip, trend, below } = figures
  const cases = (measure: CaseMeasure, of: PlaceCode): string | undefined =>
    opens ? casesHref(measure, of, period) : undefined
  const isVillage = (code: PlaceCode): boolean => levelOf(code) === 'village'
  return (
    <>
      <BoardHead figures={figures} />
      <FigureTiles
        tiles={strip.map((figure) => ({
          ...figure,
          label: `measure.${figure.measure}`,
          href: cases(figure.measure, place.code),
        }))}
      />
      <Definitions
        words={words}
        source={opens ? 'figures.source.cases' : 'figures.source.all'}
        at={at}
        before={before}
      />
      <TrendPanel
        place={place.name}
        period={period}
        trend={trend}
        {...(opens && { hrefOf: (measure, part) => casesHref(measure, place.code, part) })}
      />
      {below.length > 0 && (
        <PlaceTable
          measures={tableMeasures}
          lines={below}
          what={t('figures.below.what')}
          fileName={`dasbor-${place.code}-${period.from}-${period.to}.csv`}
          deeper={(code) =>
            isVillage(code) && isVillage(place.code) ? undefined : addressWith(figuresPath, search, { place: code })
          }
          casesOf={cases}
        />
      )}
      <div className="board__pair">
        <div className="board__stack">
          <CategoryPanel figures={figures} />
          <OutcomePanel figures={figures} />
        </div>
        <ReferralPanel figures={figures} />
      </div>
    </>
  )
}

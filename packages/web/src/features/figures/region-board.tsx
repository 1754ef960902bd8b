import type { RegionFigures } from '@openslrt/core/contract/figures.ts'
import { regionMeasures } from '@openslrt/core/contract/figures.ts'
import { levelOf } from '@openslrt/core/place/code.ts'
import { useSearch } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { addressWith } from '../../ui/list-address.ts'
import { BoardHead } from './board-head.tsx'
import { Definitions } from './definitions.tsx'
import { FigureTiles } from './figure-tiles.tsx'
import { figuresPath } from './figures-address.ts'
import { PlaceTable } from './place-table.tsx'
import { TileMap } from './tile-map.tsx'
import { TrendPanel } from './trend-panel.tsx'

const words = regionMeasures.map((measure) => ({ label: `measure.${measure}`, what: `count.${measure}.what` }) as const)

/** Figures of a province or the nation: what its districts counted, and no cases. */
export function RegionBoard({ figures }: { figures: RegionFigures }) {
  const t = useText()
  const search = useSearch()
  const { place, period, before, at, strip, trend, below } = figures
  return (
    <>
      <BoardHead figures={figures} />
      <FigureTiles tiles={strip.map((figure) => ({ ...figure, label: `measure.${figure.measure}` }))} />
      <Definitions words={words} source="figures.source.counters" at={at} before={before} />
      <TrendPanel place={place.name} period={period} trend={trend} />
      {place.level === 'nation' && <TileMap lines={below} />}
      <PlaceTable
        measures={regionMeasures}
        lines={below}
        what={t(place.level === 'nation' ? 'figures.below.what' : 'figures.below.counters')}
        fileName={`dasbor-${place.code}-${period.from}-${period.to}.csv`}
        deeper={(code) =>
          levelOf(code) === 'province' ? addressWith(figuresPath, search, { place: code }) : undefined
        }
        casesOf={() => undefined}
      />
    </>
  )
}

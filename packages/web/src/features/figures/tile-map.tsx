import type { RegionFigures, RegionMeasure } from '@openslrt/core/contract/figures.ts'
import { regionMeasures } from '@openslrt/core/contract/figures.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import type { Tile } from '@openslrt/core/place/tiles.ts'
import { provinceTiles } from '@openslrt/core/place/tiles.ts'
import { Link, useSearch } from 'wouter'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { Panel } from '../../ui/field-row.tsx'
import { addressWith } from '../../ui/list-address.ts'
import { figuresPath, orderOf } from './figures-address.ts'
import { fifthOf } from './tile-steps.ts'
import './tile-map.css'

type Line = RegionFigures['below'][number]

/**
 * The 38 provinces as squares that stand to each other as on a map. Each says its number, and a bar says how much that is of
 * the highest: no colour has to be told apart. The table below has the same.
 */
export function TileMap({ lines }: { lines: readonly Line[] }) {
  const t = useText()
  const measure = measureIn(useSearch())
  const highest = Math.max(...lines.map(({ counts }) => counts[measure]))
  return (
    <Panel title={t('tiles.title')}>
      <p className="board__what">{t('tiles.what', { measure: t(`measure.${measure}`) })}</p>
      <ul className="tiles" aria-label={t('tiles.title')}>
        {provinceTiles.map((tile) => {
          const line = lines.find(({ place }) => place === tile.province)
          return line ? (
            <Square key={tile.province} tile={tile} line={line} measure={measure} highest={highest} />
          ) : null
        })}
      </ul>
    </Panel>
  )
}

/** What sorts the table is what the map shows. */
function measureIn(search: string): RegionMeasure {
  const { orderBy } = orderOf(search)
  return regionMeasures.find((measure) => measure === orderBy) ?? 'registered'
}

interface SquareProps {
  readonly tile: Tile
  readonly line: Line
  readonly measure: RegionMeasure
  readonly highest: number
}

function Square({ tile: { short, row, column }, line: { place, name, counts }, measure, highest }: SquareProps) {
  const t = useText()
  const lang = useLanguage()
  const search = useSearch()
  const n = counts[measure]
  const said = sayNumber(n, lang)
  return (
    <li style={{ gridRow: row, gridColumn: column }}>
      <Link className="tiles__tile" href={addressWith(figuresPath, search, { place })} title={name}>
        <span className="tiles__name">
          {short}{' '}
          <span className="tiles__spoken">{t('tiles.tile', { place: name, measure: t(`measure.${measure}`) })} </span>
        </span>
        <span className="tiles__number">{said}</span>
        <span className={`tiles__bar tiles__bar--${fifthOf(n, highest)}`} aria-hidden="true" />
      </Link>
    </li>
  )
}

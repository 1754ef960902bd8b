import { useText } from '../../platform/i18n/use-text.ts'
import type { Coverage } from './cover-screen.tsx'
import { tilesOf } from './tiles.ts'

interface CoverMapProps {
  readonly data: Coverage
  readonly serving: (village: Coverage['groups'][number]['villages'][number]) => number
}

/** Each village a tile under its sub-district; one that nobody serves is empty and crossed, so that it is seen without colour. */
export function CoverMap({ data, serving }: CoverMapProps) {
  const t = useText()
  return (
    <>
      <ul className="psks__legend">
        <li>
          <Tile n={1} /> {t('psks.cover.legend.served')}
        </li>
        <li>
          <Tile n={0} /> {t('psks.cover.legend.bare')}
        </li>
      </ul>
      <div className="psks__map">
        {data.groups.map((group) => {
          const { tiles, width, height } = tilesOf(group.villages.map((village) => ({ village, n: serving(village) })))
          const bare = tiles.filter(({ n }) => n === 0)
          return (
            <figure key={group.code} className="psks__group">
              <figcaption>{group.name}</figcaption>
              <span className="only-for-readers">
                {t('psks.cover.picture', {
                  place: group.name,
                  all: tiles.length,
                  bare: bare.map(({ village }) => village.name).join(', ') || t('psks.cover.nothing'),
                })}
              </span>
              <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
                {tiles.map(({ village, n, x, y }) => (
                  <g key={village.code} transform={`translate(${x} ${y})`}>
                    <title>{t('psks.cover.tile', { place: village.name, n })}</title>
                    <Shape n={n} />
                  </g>
                ))}
              </svg>
            </figure>
          )
        })}
      </div>
    </>
  )
}

const Tile = ({ n }: { readonly n: number }) => (
  <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
    <Shape n={n} />
  </svg>
)

function Shape({ n }: { readonly n: number }) {
  return n > 0 ? (
    <>
      <rect className="psks__tile" width="20" height="20" rx="3" />
      <text className="psks__digit" x="10" y="14" textAnchor="middle">
        {n > 9 ? '9+' : n}
      </text>
    </>
  ) : (
    <>
      <rect className="psks__tile psks__tile--bare" x="0.75" y="0.75" width="18.5" height="18.5" rx="3" />
      <path className="psks__cross" d="m5 5 10 10M15 5 5 15" />
    </>
  )
}

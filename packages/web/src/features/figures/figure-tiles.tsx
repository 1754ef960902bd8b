import { sayNumber, sayShare } from '@openslrt/core/i18n/amount.ts'
import type { MessageKey } from '@openslrt/core/i18n/id.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { FigureStrip, FigureTile } from '../../ui/figure-tile.tsx'

export interface Tile {
  readonly measure: string
  readonly label: MessageKey
  readonly n: number
  readonly before: number | null
  readonly of?: number | null
  readonly line: readonly number[]
  readonly href?: string | undefined
}

/** More of these is good news; of the others it is only news. */
const goodWhenMore: ReadonlySet<string> = new Set(['handled', 'confirmed', 'on-time'])
const strongest = 'confirmed'

/** The figures on top, each with its change and its line, each the door to its cases. */
export function FigureTiles({ tiles }: { tiles: readonly Tile[] }) {
  const t = useText()
  const lang = useLanguage()
  const say = (value: number): string => sayNumber(value, lang)
  return (
    <FigureStrip label={t('figures.strip')}>
      {tiles.map((tile) => (
        <FigureTile
          key={tile.measure}
          label={t(tile.label)}
          value={say(tile.n)}
          href={tile.href}
          change={changeOf(tile, t, say)}
          detail={tile.of ? t('figures.of-handled', { share: sayShare(tile.n / tile.of, lang) }) : undefined}
          line={tile.line}
          strong={tile.measure === strongest}
        />
      ))}
    </FigureStrip>
  )
}

function changeOf({ measure, n, before }: Tile, t: Say, say: (value: number) => string) {
  if (before === null) return { text: t('figures.now'), course: 'same' } as const
  const count = say(before)
  // Up from nothing is no course: most likely nobody recorded anything then.
  if (before === 0) return { text: t('figures.change.none'), course: 'same' } as const
  if (n === before) return { text: t('figures.change.same', { count }), course: 'same' } as const
  const more = n > before
  const text = t(more ? 'figures.change.more' : 'figures.change.less', { n: say(Math.abs(n - before)), count })
  if (!goodWhenMore.has(measure)) return { text, course: 'same' } as const
  return { text, course: more ? 'better' : 'worse' } as const
}

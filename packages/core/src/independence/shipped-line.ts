import type { Dimension, Indicator } from './instrument.ts'

type Five = readonly [string, string, string, string, string]

/** An indicator as it is written down here: first in Indonesian, then in English. */
export interface ShippedLine {
  readonly code: string
  readonly weight: number
  readonly figure?: NonNullable<Indicator['figure']>
  readonly id: { readonly name: string; readonly levels: Five; readonly evidence: string }
  readonly en: { readonly name: string; readonly levels: Five; readonly evidence: string }
}

/** The indicators of a dimension, in the order in which they are asked. */
export const indicatorsOf = (dimension: Dimension, lines: readonly ShippedLine[]): readonly Indicator[] =>
  lines.map(({ code, weight, figure = null, id, en }) => ({
    code,
    dimension,
    weight,
    names: { id: id.name, en: en.name },
    levels: id.levels.map((words, nth) => ({ id: words, en: en.levels[nth] ?? words })),
    evidence: { id: id.evidence, en: en.evidence },
    figure,
  }))

export interface Frame {
  readonly width: number
  readonly height: number
  /** The value at the top; the bottom is always zero, so that heights tell the truth. */
  readonly top: number
}

/** The points of a line across the frame, for an SVG `points` attribute; gaps (null) end one line and begin another. */
export function linesOf(values: readonly (number | null)[], frame: Frame): string[] {
  const step = values.length > 1 ? frame.width / (values.length - 1) : 0
  const lines: string[] = []
  let line: string[] = []
  values.forEach((value, at) => {
    if (value !== null) line.push(`${round(at * step)},${round(heightOf(value, frame))}`)
    if (value === null || at === values.length - 1) {
      if (line.length > 0) lines.push(line.join(' '))
      line = []
    }
  })
  return lines
}

/**
 * CHART-5 A line in two: its whole periods, and what joins the partial ones to them. A part of a week beside whole weeks
 * looks like a fall that is none.
 */
export function inTwo(
  values: readonly (number | null)[],
  partial: readonly boolean[],
): Readonly<Record<'whole' | 'partial', readonly (number | null)[]>> {
  const near = (at: number): boolean => [at - 1, at, at + 1].some((one) => partial[one])
  return {
    whole: values.map((value, at) => (partial[at] ? null : value)),
    partial: values.map((value, at) => (near(at) ? value : null)),
  }
}

/** A round number at or above the highest value: 1, 2, 4, 5 or 8 times a power of ten. */
export function roundTop(highest: number): number {
  if (highest <= 4) return 4
  const power = 10 ** Math.floor(Math.log10(highest))
  const factor = [1, 2, 4, 5, 8, 10].find((step) => step * power >= highest) ?? 10
  return factor * power
}

/** The share of the width that a bar takes, in percent. */
export const barShare = (value: number, highest: number): number =>
  highest > 0 ? round(Math.min(100, Math.max(0, (value / highest) * 100))) : 0

const heightOf = (value: number, { height, top }: Frame): number => height - (value / top) * height
const round = (value: number): number => Math.round(value * 100) / 100

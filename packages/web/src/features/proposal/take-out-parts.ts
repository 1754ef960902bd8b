/** As many at a time as one command takes, in their order. */
export const partsOf = <One>(all: readonly One[], most: number): readonly (readonly One[])[] =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, nth) => all.slice(nth * most, (nth + 1) * most))

/** The month of a batch: that of the latest proposal in it. */
export const lastMonth = (lines: readonly { readonly month: string }[]): string =>
  lines.map(({ month }) => month).reduce((one, other) => (one > other ? one : other), '')

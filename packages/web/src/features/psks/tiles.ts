/** The side of a tile, and the space between two. */
const side = 20
const gap = 4
const across = 6

/** Where each tile of a group stands: row by row, as many across as fit a phone twice. */
export function tilesOf<Item>(items: readonly Item[]) {
  const place = (nth: number) => nth * (side + gap)
  const tiles = items.map((item, nth) => ({
    ...item,
    x: place(nth % across),
    y: place(Math.floor(nth / across)),
  }))
  const wide = Math.min(items.length, across)
  const high = Math.ceil(items.length / across)
  return { tiles, width: Math.max(place(wide) - gap, side), height: Math.max(place(high) - gap, side) }
}

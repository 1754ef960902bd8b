/** Rows of a QR code, true where it is dark. */
export type QrModules = readonly (readonly boolean[])[]

/** One SVG path for all dark modules: a run of neighbours is one rectangle, which keeps the page small. */
export function qrPath(modules: QrModules): string {
  return modules
    .map((row, y) =>
      runsOf(row)
        .map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)
        .join(''),
    )
    .join('')
}

function runsOf(row: readonly boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = []
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue
    const start = x
    while (row[x + 1]) x++
    runs.push([start, x - start + 1])
  }
  return runs
}

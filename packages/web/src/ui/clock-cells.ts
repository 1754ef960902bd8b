export interface ClockCells {
  readonly cells: number
  readonly filled: number
  readonly state: 'fine' | 'near' | 'over'
}

/** One cell for each working day of short limits, ten for long ones; whatever is begun counts as a cell. */
export function clockCells(used: number, limit: number): ClockCells {
  const cells = limit >= 1 && limit <= 14 ? Math.ceil(limit) : 10
  const share = limit > 0 ? used / limit : 1
  const filled = Math.min(cells, Math.max(0, Math.ceil(share * cells)))
  return { cells, filled, state: stateOf(share) }
}

function stateOf(share: number): ClockCells['state'] {
  if (share > 1) return 'over'
  return share >= 0.75 ? 'near' : 'fine'
}

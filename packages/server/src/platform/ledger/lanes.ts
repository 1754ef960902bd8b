/** Runs work of one key a few at a time, in the order it came. */
export interface Lanes {
  run<T>(key: string, work: () => Promise<T>): Promise<T>
}

interface Lane {
  running: number
  readonly waiting: (() => void)[]
}

/**
 * Writers of one district wait here rather than on the district's row: 32 connections queuing on one row wrote 477
 * commands a second where 8 wrote 1,404. `width` of them may prepare at once while one holds the row.
 */
export function makeLanes(width: number): Lanes {
  const lanes = new Map<string, Lane>()
  return {
    async run(key, work) {
      const lane = lanes.get(key) ?? { running: 0, waiting: [] }
      lanes.set(key, lane)
      if (lane.running >= width) await new Promise<void>((resolve) => lane.waiting.push(resolve))
      else lane.running++
      try {
        return await work()
      } finally {
        leave(lanes, key, lane)
      }
    },
  }
}

// A place is handed on without being freed in between, so that nobody who comes later slips in first.
function leave(lanes: Map<string, Lane>, key: string, lane: Lane): void {
  const next = lane.waiting.shift()
  if (next) return next()
  lane.running--
  if (lane.running === 0) lanes.delete(key)
}

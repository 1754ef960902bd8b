import { addCounts } from '@openslrt/core/load/decide.ts'
import type { LoadRow } from '@openslrt/core/load/load.ts'
import { noCounts } from '@openslrt/core/load/load.ts'
import { workOf } from '@openslrt/core/load/moves.ts'
import type { Pool } from 'pg'
import { executeReady } from '../../platform/ledger/ready.ts'
import { Ahead } from './ahead.ts'
import { planAgainst } from './look-up.ts'
import type { Prepared } from './prepare-chunk.ts'
import { Line, placeAfter } from './prepare-chunk.ts'
import { countRegistry, noteProgress } from './queries-work.ts'
import type { FileChunk } from './read-file.ts'
import { decideStep, isTaken, stepAsWork } from './step-as-work.ts'
import type { Working } from './working.ts'
import { countsWith, loadingOf, loadOf } from './working.ts'

/** How long a turn lasts, and until when the work is held by whoever goes on with it. */
interface Turn {
  readonly until: number
  readonly leaseEnd: () => Date
}

/**
 * LOAD-14 Rows are taken a chunk at a time, each with the place where the next begins: what is in is in once. While one is
 * written the next is made ready (LOAD-24), so that database and application work beside each other.
 */
export async function takeSome(
  working: Working,
  load: LoadRow,
  chunks: AsyncGenerator<FileChunk>,
  { until, leaseEnd }: Turn,
): Promise<boolean> {
  const { parts, held } = working
  const line = new Line(working, new Ahead(working, chunks))
  const counting = new Counting(parts.worker)
  try {
    let [at, isAsReady]: readonly [LoadRow, boolean] = [load, false]
    for (let next = await line.next(at, isAsReady); next; next = await line.next(at, isAsReady)) {
      const noted = noteProgress(parts.worker, held, leaseEnd(), noCounts)
      const [after, isOurs] = await Promise.all([takeChunk(working, next, line), noted])
      if (!after) return true
      ;[at, isAsReady] = [after, after === next.after]
      counting.chunkIsIn()
      if (!isOurs || performance.now() > until) return false
    }
    await stepAsWork(working, at.version, 'finish', async () => ({ set: {}, beside: [] }))
    return true
  } finally {
    await Promise.all([line.end(), counting.end()])
  }
}

/** One chunk as one entry, and the load as it stands then. Null where somebody stopped it meanwhile. */
async function takeChunk(working: Working, ready: Prepared, line: Line): Promise<LoadRow | null> {
  const { parts, kept, held } = working
  const { command, before, after, rows, on, statement } = ready
  const anew = decideStep(working, before.version, 'take', command, async (client, load, now) => {
    const ground = { client, keys: kept.keys, zone: parts.reference.zoneOf(held.district) }
    const plan = await planAgainst(ground, rows.checked.said, loadingOf(working, load, now))
    const counts = addCounts(load.counts, countsWith(plan.counts, rows.checked))
    return { set: placeAfter(rows, counts), beside: plan.changes }
  })
  const reply = await executeReady(parts.ledger, command, { statement, meanwhile: () => line.begin(ready) }, anew)
  if (!isTaken(reply)) return null
  if (reply.status === 'accepted' && reply.seq === on + 1) return after
  const load = await loadOf(parts, held)
  return load && workOf(load.status) === 'take' ? load : null
}

/** Has the registry counted for the planner, beside the work: each time that what is known of it is four times too little. */
class Counting {
  readonly #worker: Pool
  #chunks = 0
  #running: Promise<unknown> = Promise.resolve()

  constructor(worker: Pool) {
    this.#worker = worker
  }

  /** After the 1st, 4th, 16th chunk and so on. */
  chunkIsIn(): void {
    if (!Number.isInteger(Math.log(++this.#chunks) / Math.log(4))) return
    this.#running = this.#running.then(() => countRegistry(this.#worker))
    this.#running.catch(() => undefined)
  }

  async end(): Promise<void> {
    await this.#running
  }
}

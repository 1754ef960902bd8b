import { wrongShown } from '@openslrt/core/contract/load.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { readingOf } from '@openslrt/core/load/check-row.ts'
import { addCounts, mayLoad } from '@openslrt/core/load/decide.ts'
import type { LoadRow } from '@openslrt/core/load/load.ts'
import { noCounts } from '@openslrt/core/load/load.ts'
import { workOf } from '@openslrt/core/load/moves.ts'
import type { TaskList } from 'graphile-worker'
import type { Pool } from 'pg'
import { faultOf } from '../../platform/db/faults.ts'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import { checkAll } from './ahead.ts'
import { localsOfLoad } from './locals.ts'
import { planAgainst } from './look-up.ts'
import type { LoadParts } from './parts.ts'
import { selectFileOf } from './queries.ts'
import type { Held, WrongRow } from './queries-work.ts'
import {
  askForMore,
  deleteOldFiles,
  districtsWithLoadFiles,
  holdWork,
  letGo,
  noteProgress,
  noteWrong,
} from './queries-work.ts'
import type { FileChunk } from './read-file.ts'
import { readChunks } from './read-file.ts'
import { stepAsWork } from './step-as-work.ts'
import { takeSome } from './take-chunks.ts'
import { villagesOf } from './villages.ts'
import { exportTasks, exportTimes } from './work-exports.ts'
import type { Working } from './working.ts'
import { countsWith, loadingOf, loadOf } from './working.ts'

/** Rows of one entry: a thousand people and their families are some hundred kilobytes, and written in a tenth of a second. */
export const chunkRows = 1_000
/** Renewed with each chunk: whose process died is gone on with as soon. */
const leaseMs = 20_000
/** Clocks and messages are due as well: after so long a load goes to the back of the queue. */
const sliceMs = 20_000

/** LOAD-12 What time does about loads: goes on with them, whoever's window is closed and whichever process died. */
export function loadTasks(parts: LoadParts): TaskList {
  return {
    'load-work': async () => {
      await workLoads(parts)
    },
    'forget-load-files': () => forgetFiles(parts, Date.now()),
    ...exportTasks(parts),
  }
}

/** LOAD-21 Files are kept for the days that their district says, and their pieces as long as they. */
export async function forgetFiles(
  { worker, reference }: Pick<LoadParts, 'worker' | 'reference'>,
  now: number,
): Promise<void> {
  for (const district of await districtsWithLoadFiles(worker)) {
    const { extractDays } = reference.policyFor(district, now, now).windows
    await deleteOldFiles(worker, district, new Date(now - extractDays * dayMs))
  }
}

export const loadTimes = [
  { task: 'load-work', at: '* * * * *' },
  { task: 'forget-load-files', at: '17 19 * * *' },
  ...exportTimes,
] as const

/** Goes on with loads for a while; what is left after that is asked for anew. */
export async function workLoads(parts: LoadParts, forMs = sliceMs): Promise<void> {
  const until = performance.now() + forMs
  for (let held = await hold(parts.worker); held; held = await hold(parts.worker)) {
    await workOn(parts, held, until)
    if (performance.now() > until) break
  }
  await askForMore(parts.worker, new Date())
}

const hold = (worker: Pool): Promise<Held | null> => holdWork(worker, new Date(), leaseEnd())
const leaseEnd = (): Date => new Date(Date.now() + leaseMs)

/** One load, for a while. A fault of ours ends its turn and is told; whoever loads can go on with it. */
async function workOn(parts: LoadParts, held: Held, until: number): Promise<void> {
  try {
    const ended = await goOn(parts, held, until)
    await letGo(parts.worker, held, ended, null)
  } catch (error) {
    // The database is away: the lease runs out, and whoever comes then goes on.
    if (faultOf(error) === 'away') throw error
    parts.log.error({ err: error, load: held.load }, 'a load could not go on')
    await letGo(parts.worker, held, true, 'internal')
  }
}

/** Whether there is nothing left to do. */
async function goOn(parts: LoadParts, held: Held, until: number): Promise<boolean> {
  const { district } = held
  const actor = await parts.actorAt(held.staff, held.office)
  const load = await loadOf(parts, held)
  const work = load && workOf(load.status)
  if (!load || !work) return true
  if (!actor || !mayLoad(actor, load.district).ok) throw new Error('whoever began the load may not load any more')
  const file = await selectFileOf(parts.worker, district, load.fileDigest)
  if (!file) throw new Error('the file of the load is no longer kept')
  const kept = { store: parts.store, district, keys: await parts.ledger.keys.forDistrict(district) }
  const { day } = parts.reference.policyFor(district, Date.now(), Date.now())
  const findPlace = await villagesOf(parts.worker, district)
  const reading = readingOf(
    load.mapping,
    { today: day, place: load.place, findPlace },
    localsOfLoad(parts.reference, load),
  )
  const working: Working = { parts, held, actor, kept, reading }
  const chunks = readChunks(kept, file, work === 'check' ? start : load, chunkRows)
  try {
    return work === 'check'
      ? await tryAll(working, load, chunks)
      : await takeSome(working, load, chunks, { until, leaseEnd })
  } finally {
    await chunks.return(undefined)
  }
}
const start = { line: 0, offset: 0 }

/** How a load stands; null where there is none. */
export const loadStatusOf = async (
  parts: LoadParts,
  district: string,
  load: string,
): Promise<LoadRow['status'] | null> => (await loadOf(parts, { district, load }))?.status ?? null

/** LOAD-13 The trial: every row is read and held against what stands, and nothing is written but what would come of it. */
async function tryAll(working: Working, load: LoadRow, chunks: AsyncGenerator<FileChunk>): Promise<boolean> {
  const { parts, held, actor } = working
  const wrong: WrongRow[] = []
  let counts = noCounts
  for await (const chunk of chunks) {
    const checked = checkAll(working, chunk)
    const keys = working.kept.keys
    const zone = parts.reference.zoneOf(held.district)
    const plan = await inScope(parts.ledger.pool, scopeOf(actor, held.district), (client) =>
      planAgainst({ client, keys, zone }, checked.said, loadingOf(working, load, Date.now())),
    )
    const more = [...checked.wrong, ...plan.wrong]
    if (wrong.length < wrongShown) wrong.push(...more.slice(0, wrongShown - wrong.length))
    counts = addCounts(counts, countsWith(plan.counts, checked))
    if (!(await noteProgress(parts.worker, held, leaseEnd(), counts))) return false
  }
  await noteWrong(parts.worker, held, wrong)
  await stepAsWork(working, load.version, 'check', async () => ({ set: { checked: counts }, beside: [] }))
  return true
}

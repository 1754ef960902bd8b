import { createHash } from 'node:crypto'
import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { dayMs, wireOf } from '@openslrt/core/kernel/instant.ts'
import type { JsonObject } from '@openslrt/core/kernel/json.ts'
import type { TaskList } from 'graphile-worker'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { Handler } from '../../platform/http/order.ts'
import { readOrder } from '../../platform/http/order.ts'
import type { CaseParts } from '../case/index.ts'
import type { Came, Held, ItemRow } from './queries-runs.ts'
import {
  askToWork,
  deleteOldRuns,
  holdLonger,
  holdRun,
  isAnyLeft,
  letGo,
  noteCame,
  selectLeft,
} from './queries-runs.ts'
import { findLetter, signedPaper } from './read-paper.ts'

export interface RunParts extends CaseParts {
  /** The worker's own. */
  readonly worker: Pool
  readonly handle: Handler
  /** Somebody at an office with what they may do there now; null where they may nothing there any more. */
  readonly actorAt: (staff: string, office: string) => Promise<StaffActor | null>
  readonly log: Pick<Logger, 'error'>
}

/** Longer than so many letters take, however busy the machine is. */
const leaseMs = 120_000
const atOnce = 8
/** Others of the worker's jobs are due as well: after so long it goes to the back of the queue. */
const sliceMs = 5_000
const keptDays = 30

/** LETTER-35 What time does about work on many letters. */
export function letterTasks(parts: RunParts): TaskList {
  return {
    'letter-runs': async () => {
      await workRuns(parts)
    },
    'forget-old-runs': async () => {
      await deleteOldRuns(parts.worker, new Date(Date.now() - keptDays * dayMs))
    },
  }
}

/** When: at once where it is asked for; at the full minute whatever a process left behind that died. */
export const letterTimes = [
  { task: 'letter-runs', at: '* * * * *' },
  { task: 'forget-old-runs', at: '7 19 * * *' },
] as const

/** Goes on with work on many letters for a while; what is left after that is asked for anew. */
export async function workRuns(parts: RunParts, forMs = sliceMs): Promise<void> {
  const until = performance.now() + forMs
  const { worker } = parts
  for (let run = await hold(worker); run; run = await hold(worker)) {
    await workOn(parts, run, until)
    await letGo(worker, run, new Date())
    if (performance.now() > until) break
  }
  if (await isAnyLeft(worker, new Date())) await askToWork(worker)
}

const hold = (worker: Pool): Promise<Held | null> => holdRun(worker, new Date(), leaseEnd())
const leaseEnd = (): Date => new Date(Date.now() + leaseMs)

async function workOn(parts: RunParts, run: Held, until: number): Promise<void> {
  const words =
    run.said && openWords(run, (await parts.ledger.keys.forDistrict(run.district)).open(run.said, about(run)))
  do {
    const left = await selectLeft(parts.worker, run, atOnce)
    if (left.length === 0) return
    // Asked anew each time: whoever lost the post meanwhile does nothing more.
    const actor = await parts.actorAt(run.staff, run.office)
    const came = await Promise.all(left.map((item) => workOnOne(parts, { run, actor, words }, item)))
    for (const one of came) await noteCame(parts.worker, run, one)
  } while (performance.now() < until && (await holdLonger(parts.worker, run, leaseEnd())))
}

/** What the sealed words of a run are bound to. */
export const about = ({ id }: Pick<Held, 'id'>): string => `letter_run ${id}`
const openWords = (_run: Held, opened: Buffer): JsonObject => JSON.parse(opened.toString())

interface Working {
  readonly run: Held
  readonly actor: StaffActor | null
  readonly words: JsonObject | null
}

/** One letter. A fault of ours is this one's: it must not hold back all others. */
async function workOnOne(parts: RunParts, working: Working, item: ItemRow): Promise<Came> {
  const { run, actor } = working
  const refused = (refusal: Refusal): Came => ({ nth: item.nth, number: null, refusal })
  if (!actor) return refused({ code: 'not-permitted', needs: ['case.read'] })
  try {
    return await (run.kind === 'print' ? look(parts, actor, item) : command(parts, actor, working, item))
  } catch (error) {
    parts.log.error({ err: error, run: run.id, nth: item.nth }, 'one letter of many could not be worked on')
    return refused({ code: 'internal' })
  }
}

/** A command like anybody's: the same run and place in it is the same command, so that a second try does nothing twice. */
async function command(
  { handle }: RunParts,
  actor: StaffActor,
  { run, words }: Working,
  { nth, ledger, case_id, letter, seen }: ItemRow,
): Promise<Came> {
  const data = { sign: { letter, seen }, initial: { letter, seen, note: '' }, draft: { letter, ...words }, print: {} }
  const order = readOrder(`letter.${run.kind}`, {
    id: commandIdOf(run, nth),
    v: 1,
    district: ledger,
    subject: case_id,
    office: run.office,
    doneAt: wireOf(run.asked_at),
    base: null,
    data: data[run.kind],
  })
  if (!order.ok) return { nth, number: null, refusal: order.error }
  const handled = await handle(order.value, actor, Date.now())
  return handled.status === 'accepted'
    ? { nth, number: handled.number ?? null, refusal: null }
    : { nth, number: null, refusal: handled.refusal }
}

function commandIdOf({ id }: Held, nth: number): string {
  const hex = createHash('sha256').update(`${id}\n${nth}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

/** Whether a letter can be printed as it was signed. The paper itself is drawn when it is fetched. */
async function look(
  { ledger }: RunParts,
  actor: StaffActor,
  { nth, ledger: district, letter }: ItemRow,
): Promise<Came> {
  return inScope(ledger.pool, scopeOf(actor, null), async (client) => {
    const found = await findLetter(client, actor, district, letter, ledger.keys)
    const paper = found && signedPaper(found.letter, ledger.keys)
    return paper
      ? { nth, number: paper.number, refusal: null }
      : { nth, number: null, refusal: { code: 'letter-unsigned' } as const }
  })
}

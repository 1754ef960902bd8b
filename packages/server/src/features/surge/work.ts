import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { caseKinds } from '@openslrt/core/case/case.ts'
import type { RegisterData } from '@openslrt/core/contract/case.ts'
import { mostInSlice } from '@openslrt/core/contract/surge.ts'
import { dayIn, wireOf } from '@openslrt/core/kernel/instant.ts'
import { covers } from '@openslrt/core/place/code.ts'
import type { AffectedRow, SurgeRow } from '@openslrt/core/surge/surge.ts'
import type { TaskList } from 'graphile-worker'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import type { Handler } from '../../platform/http/order.ts'
import { readOrder } from '../../platform/http/order.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { idOf } from './ids.ts'
import type { Held } from './queries-work.ts'
import {
  askToWork,
  deleteChunk,
  holdLonger,
  holdWork,
  isAnyLeft,
  letGo,
  noteSeen,
  selectChunk,
  selectSurgeOf,
  selectUnopened,
  wakeWork,
} from './queries-work.ts'

export interface WorkParts extends CaseParts {
  /** The worker's own. */
  readonly worker: Pool
  readonly surge: Handler
  readonly cases: Handler
  /** Somebody at an office with what they may do there now; null where they may nothing there any more. */
  readonly actorAt: (staff: string, office: string) => Promise<StaffActor | null>
  readonly log: Pick<Logger, 'error'>
}

const leaseMs = 120_000
const atOnce = 8
/** Others of the worker's jobs are due as well: after so long it goes to the back of the queue. */
const sliceMs = 5_000

/** SURGE-6 What the server does about affected lists. */
export const surgeTasks = (parts: WorkParts): TaskList => ({ 'surge-work': () => workSurges(parts) })

/** At once where it is asked for; at the full minute whatever a process left behind that died. */
export const surgeTimes = [{ task: 'surge-work', at: '* * * * *' }] as const

/** Goes on with affected lists for a while; what is left after that is asked for anew. */
export async function workSurges(parts: WorkParts, forMs = sliceMs): Promise<void> {
  const until = performance.now() + forMs
  const { worker } = parts
  await wakeWork(worker, new Date())
  for (let held = await hold(worker); held; held = await hold(worker)) {
    const ended = await workOn(parts, held, until).catch((error: unknown) => {
      // A list that can't be worked on must not hold back the others; it is tried again at the next look.
      parts.log.error({ err: error, surge: held?.surge }, 'an affected list could not be worked on')
      return false
    })
    await letGo(worker, held, new Date(), ended)
    if (!ended || performance.now() > until) break
  }
  if (await isAnyLeft(worker, new Date())) await askToWork(worker)
}

const hold = (worker: Pool): Promise<Held | null> => holdWork(worker, new Date(), leaseEnd())
const leaseEnd = (): Date => new Date(Date.now() + leaseMs)

interface Working {
  readonly parts: WorkParts
  readonly held: Held
  readonly actor: StaffActor
  readonly surge: SurgeRow
  /** Rows whose case can't be opened, and why is on record with their command: passed over until they are asked for anew. */
  readonly passed: Set<string>
}

/** Does what is left, step by step; true when nothing is. */
async function workOn(parts: WorkParts, held: Held, until: number): Promise<boolean> {
  const row = await selectSurgeOf(parts.worker, held)
  if (!row) return true
  const passed = new Set<string>()
  const steps = held.opens ? [takeChunk, arrange, openCases] : [takeChunk]
  for (const step of steps)
    for (;;) {
      // Asked anew each time: whoever lost the post meanwhile does nothing more.
      const actor = await parts.actorAt(held.staff, held.office)
      const surge = rowOf('surge', row, null)
      // What they may not give would be refused, and rows that wait would be gone: they stay for who asks next.
      if (!actor?.permissions.has('surge.manage') || !covers(actor.place, surge.place)) return true
      if (!(await step({ parts, held, actor, surge, passed }))) break
      if (performance.now() > until) return false
      await holdLonger(parts.worker, held, leaseEnd())
    }
  return true
}

/** SURGE-3 One chunk of rows comes on the list, as one command. False when none was left. */
async function takeChunk(working: Working): Promise<boolean> {
  const { parts, held } = working
  const chunk = await selectChunk(parts.worker, held)
  if (!chunk) return false
  const keys = await parts.ledger.keys.forDistrict(held.district)
  const rows: unknown = JSON.parse(keys.open(chunk.said, `surge_chunk ${chunk.id}`).toString())
  await give(working, 'list', idOf(chunk.id, 'list'), { rows })
  await deleteChunk(parts.worker, held.district, chunk.id)
  return true
}

/** SURGE-5 Two hundred more get their slots. False when nobody waits, or no slot is left. */
async function arrange(working: Working): Promise<boolean> {
  const { parts, held } = working
  await noteSeen(parts.worker, held)
  const row = await selectSurgeOf(parts.worker, held)
  const version = row ? rowOf('surge', row, null).version : 0
  return give(working, 'arrange', idOf(held.surge, 'arrange', version, held.asked_at), {})
}

/** SURGE-6 Two hundred more cases are opened, each by a command of its own, and noted with their people. */
async function openCases(working: Working): Promise<boolean> {
  const { parts, held, passed } = working
  const keys = await parts.ledger.keys.forDistrict(held.district)
  const left = await selectUnopened(parts.worker, held, mostInSlice, [...passed])
  if (left.length === 0) return false
  // Opened before, and not noted any more: whoever began that work lost it.
  const opened = left.flatMap((row) => (row.is_there ? [String(row['id'])] : []))
  const rows = left.filter((row) => !row.is_there).map((row) => rowOf('affected', row, keys))
  for (let at = 0; at < rows.length; at += atOnce)
    for (const { id, ok } of await Promise.all(rows.slice(at, at + atOnce).map((one) => openCase(working, one))))
      if (ok) opened.push(id)
      else passed.add(id)
  if (opened.length > 0) await give(working, 'open', idOf(held.surge, 'open', opened.join()), { rows: opened })
  return true
}

async function openCase(working: Working, row: AffectedRow): Promise<{ readonly id: string; readonly ok: boolean }> {
  const { parts, held, actor, surge } = working
  const envelope = {
    v: 1,
    district: held.district,
    subject: row.caseId,
    office: held.office,
    doneAt: wireOf(held.asked_at),
    base: null,
  }
  const order = readOrder('case.register', {
    ...envelope,
    // Derived from the row and the act: whoever begins the work, a case is registered once.
    id: idOf(row.id, 'register', held.staff, held.asked_at),
    data: registration(parts, surge, row),
  })
  if (!order.ok) return { id: row.id, ok: false }
  const reply = await parts.cases(order.value, actor, Date.now())
  if (reply.status !== 'accepted') return { id: row.id, ok: false }
  // It lies where people are received, as far as whoever runs the list may hand it there.
  if (row.office !== null && row.office !== actor.office) {
    const down = readOrder('case.hand-down', {
      ...envelope,
      id: idOf(row.id, 'hand-down', held.staff, held.asked_at),
      data: { office: row.office, note: surge.name },
    })
    if (down.ok) await parts.cases(down.value, actor, Date.now())
  }
  return { id: row.id, ok: true }
}

function registration({ reference }: WorkParts, surge: SurgeRow, row: AffectedRow): RegisterData {
  const day = dayIn(reference.zoneOf(surge.district), Date.now())
  const { categories } = reference.policyFor(surge.district, Date.now(), Date.now())
  const kinds = categories.get(surge.category)?.kinds ?? caseKinds
  return {
    kind: kinds.find((kind) => kind === 'service') ?? kinds[0] ?? 'complaint',
    category: surge.category,
    channel: 'walk-in',
    red: row.class === 'emergency',
    place: row.place,
    summary: surge.name,
    story: [surge.name, row.number === null ? '' : `No. ${row.number}`, row.slotDay ?? day].filter(Boolean).join(' · '),
    client: { name: row.name, nik: row.nik, kk: null, phone: row.phone, address: row.address },
    reporter: { name: null, phone: null, relation: 'officer', anonymous: false },
    contactVia: row.phone === null ? 'none' : 'phone',
    restricted: null,
  }
}

/** A command about the event like anybody's; true when it was accepted. */
async function give({ parts, held, actor }: Working, action: string, id: string, data: object): Promise<boolean> {
  const order = readOrder(`surge.${action}`, {
    id,
    v: 1,
    district: held.district,
    subject: held.surge,
    office: held.office,
    doneAt: wireOf(held.asked_at),
    base: null,
    data,
  })
  if (!order.ok) return false
  const reply = await parts.surge(order.value, actor, Date.now())
  return reply.status === 'accepted'
}

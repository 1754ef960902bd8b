import { actorName, officeOf } from '@openslrt/core/access/actor.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { wireOf } from '@openslrt/core/kernel/instant.ts'
import { canonical } from '@openslrt/core/kernel/json.ts'
import type { Head, ImportKind } from '@openslrt/core/office/import/columns.ts'
import type { RowAsks, RowPlan } from '@openslrt/core/office/import/row-plan.ts'
import { readOrder } from '../../../platform/http/order.ts'
import type { OfficeParts } from '../commands.ts'
import { officeHandler } from '../commands.ts'
import type { Importer } from './look.ts'
import { idOf } from './look.ts'
import type { FileRow } from './plan-rows.ts'
import { planRows } from './plan-rows.ts'

/** A row that was taken, or what the law said to it after all. */
export interface TakenRow {
  readonly plan: RowPlan
  readonly refusal: Refusal | null
}

/** As many as the lanes of one district prepare at once, and few enough to leave connections to others. */
const atOnce = 4

/**
 * IMPORT-12 Gives the commands that rows ask for, as things stand now: what was taken before is the same by now and
 * asks for nothing. Each is a command like any other, by whoever sends the file.
 */
export function takeRows(
  parts: OfficeParts,
  kind: ImportKind,
  head: Head,
  rows: readonly FileRow[],
  by: Importer,
): Promise<readonly TakenRow[]> {
  const run = (): Promise<readonly TakenRow[]> => takeNow(parts, kind, head, rows, by)
  // One file after the other: two that open the same office at once would both find that it isn't there.
  // What was given before a fault counts as well: nobody keeps a right that a row took from them.
  const taken = before.then(run, run).finally(() => (kind === 'staff' ? parts.forget() : undefined))
  before = taken.catch(() => undefined)
  return taken
}
let before: Promise<unknown> = Promise.resolve()

async function takeNow(
  parts: OfficeParts,
  kind: ImportKind,
  head: Head,
  rows: readonly FileRow[],
  by: Importer,
): Promise<readonly TakenRow[]> {
  const plans = await planRows(parts, kind, head, rows, by)
  // Reading the reference anew after each of thousands of commands would take longer than the commands.
  const quiet = { ...parts.reference, refresh: async () => undefined }
  const handle = officeHandler({ ...parts, reference: quiet, forget: () => undefined })
  const taken: TakenRow[] = []
  for (const turn of [...new Set(plans.map((plan) => plan.turn))].toSorted((one, other) => one - other)) {
    const now = plans.filter((plan) => plan.turn === turn)
    // oxlint-disable-next-line no-await-in-loop -- what comes later rests on it
    taken.push(...(await inParts(now, async (plan) => ({ plan, refusal: await giveAll(handle, plan.asks, by) }))))
    // oxlint-disable-next-line no-await-in-loop -- offices of the next turn lie under these
    if (kind === 'offices' && now.some(({ asks }) => asks.length > 0)) await parts.reference.refresh()
  }
  return taken.toSorted((one, other) => one.plan.line - other.plan.line)
}

async function inParts<Item, Made>(
  items: readonly Item[],
  make: (item: Item) => Promise<Made>,
): Promise<readonly Made[]> {
  const made: Made[] = []
  for (let at = 0; at < items.length; at += atOnce)
    // oxlint-disable-next-line no-await-in-loop -- some at a time
    made.push(...(await Promise.all(items.slice(at, at + atOnce).map(make))))
  return made
}

async function giveAll(
  handle: ReturnType<typeof officeHandler>,
  asks: readonly RowAsks[],
  by: Importer,
): Promise<Refusal | null> {
  for (const one of asks) {
    // oxlint-disable-next-line no-await-in-loop -- in their order
    const refusal = await give(handle, one, by)
    if (refusal) return refusal
  }
  return null
}

async function give(
  handle: ReturnType<typeof officeHandler>,
  asks: RowAsks,
  { actor, now }: Importer,
): Promise<Refusal | null> {
  const { kind, ...rest } = asks
  const doneAt = wireOf(now)
  const id = idOf(`${actorName(actor)} ${officeOf(actor)} ${kind} ${doneAt} ${canonical(rest)}`)
  const order = readOrder(kind, { ...rest, id, v: 1, office: officeOf(actor), doneAt })
  if (!order.ok) return order.error
  const reply = await handle(order.value, actor, now)
  return reply.status === 'refused' ? reply.refusal : null
}

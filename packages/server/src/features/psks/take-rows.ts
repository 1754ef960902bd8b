import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { actorName } from '@openslrt/core/access/actor.ts'
import type { ImportLine } from '@openslrt/core/contract/import.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { sayRefusal } from '@openslrt/core/i18n/refusal.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import { wireOf } from '@openslrt/core/kernel/instant.ts'
import { canonical } from '@openslrt/core/kernel/json.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import type { PsksAsks } from '@openslrt/core/psks/plan-table.ts'
import { readPsksHead } from '@openslrt/core/psks/table.ts'
import type { Handler } from '../../platform/http/order.ts'
import { readOrder } from '../../platform/http/order.ts'
import type { CaseParts } from '../case/index.ts'
import { idOf } from '../office/index.ts'
import { todayIn } from '../reference/index.ts'
import { psksHandler } from './commands.ts'
import { lineOf } from './file-lines.ts'
import { kindsOn } from './lists.ts'
import type { FileRow } from './plan-file.ts'
import { planFile } from './plan-file.ts'

/**
 * PSKS-9 Gives the commands that some lines ask for, as things stand now: what was taken before is the same by now, and
 * asks for nothing. Each is a command like any other, by whoever sends the file.
 */
export async function takeFileRows(
  parts: CaseParts,
  reader: StaffActor,
  cells: readonly string[],
  rows: readonly FileRow[],
  lang: Lang,
): Promise<readonly ImportLine[]> {
  const district = ledgerOf(reader.place)
  const kinds = kindsOn(parts.reference, district, todayIn(parts.reference, district))
  const head = readPsksHead(cells, kinds)
  const handle = psksHandler(parts)
  const lines: ImportLine[] = []
  for (const plan of await planFile(parts, reader, head, rows)) {
    const line = lineOf(plan, { head, cells, kinds, lang })
    // oxlint-disable-next-line no-await-in-loop -- one after the other: the same name twice is one PSKS
    const refusal = plan.asks && (await give(handle, plan.asks, reader, Date.now()))
    lines.push(refusal ? { ...line, what: 'wrong', problem: { column: null, text: sayRefusal(lang, refusal) } } : line)
  }
  return lines
}

async function give(handle: Handler, asks: PsksAsks, actor: StaffActor, now: number): Promise<Refusal | null> {
  const { kind, ...rest } = asks
  const doneAt = wireOf(now)
  const id = idOf(`${actorName(actor)} ${actor.office} ${kind} ${doneAt} ${canonical({ ...rest })}`)
  const order = readOrder(kind, { ...rest, id, v: 1, office: actor.office, doneAt })
  if (!order.ok) return order.error
  const reply = await handle(order.value, actor, now)
  return reply.status === 'refused' ? reply.refusal : null
}

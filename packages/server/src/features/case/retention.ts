import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { restrictedKinds } from '@openslrt/core/access/permission.ts'
import { erasureBases } from '@openslrt/core/case/case.ts'
import { isAsked, keptUntil } from '@openslrt/core/case/erasure.ts'
import type { RetentionLine } from '@openslrt/core/contract/access-queries.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { staffId } from '@openslrt/core/kernel/id.ts'
import type { PoolClient } from 'pg'
import type { Reference } from '../reference/index.ts'
import { lineOf } from './lines.ts'
import type { LineRow } from './queries.ts'
import type { DueRow } from './queries-erase.ts'
import { countDue, selectDue, selectDueLines } from './queries-erase.ts'

/** A page of the cases whose years are over, or whose erasure somebody asked for. */
export async function retentionPage(
  client: PoolClient,
  actor: StaffActor,
  { show, page }: { readonly show: 'due' | 'asked'; readonly page: number },
  reference: Reference,
) {
  const rows = await selectDue(client, actor, show, { limit: pageSize, offset: (page - 1) * pageSize })
  const lines = await selectDueLines(client, actor, rows)
  const byId = new Map(lines.map((line) => [line.id, line]))
  const total = await countDue(client, actor, show)
  return {
    items: rows.flatMap((row) => retentionLine(row, byId.get(row.id), actor, reference)),
    total,
    asked: show === 'asked' ? total : await countDue(client, actor, 'asked'),
    page,
    size: pageSize,
  }
}

function retentionLine(
  row: DueRow,
  line: LineRow | undefined,
  actor: StaffActor,
  reference: Reference,
): readonly RetentionLine[] {
  if (!line) return []
  const now = Date.now()
  const ending = {
    restricted: restrictedKinds.find((kind) => kind === row.restricted) ?? null,
    closedAt: row.closed_at?.getTime() ?? null,
    changedAt: row.changed_at.getTime(),
  }
  const until = keptUntil(ending, reference.policyFor(row.district, now, now).retention)
  return [{ line: lineOf(line), keptUntil: until, asked: wishOf(row, ending.changedAt, actor) }]
}

function wishOf(row: DueRow, changedAt: number, actor: StaffActor): RetentionLine['asked'] {
  const erasureAskedBy = row.erasure_asked_by === null ? null : staffId.parse(row.erasure_asked_by)
  const at = row.erasure_asked_at?.getTime() ?? null
  const basis = erasureBases.find((known) => known === row.erasure_basis)
  if (!isAsked({ changedAt, erasureAskedBy, erasureAskedAt: at }) || at === null || !basis) return null
  return { byName: row.asked_name ?? '', own: erasureAskedBy === actor.staff, at, basis }
}

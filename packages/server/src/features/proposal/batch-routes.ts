import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { proposalRoutes } from '@openslrt/core/contract/proposal-queries.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { ProposalRow } from '@openslrt/core/proposal/proposal.ts'
import { sheetOf, typedInto } from '@openslrt/core/proposal/sheet.ts'
import type { PoolClient } from 'pg'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import { languageOf } from '../../platform/http/answers.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import { logAccess } from '../../platform/ledger/access-log.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { knownOf } from './known.ts'
import { batchLineOf, lineOf, tickOf } from './lines.ts'
import { findOne, openRows, targetsOn } from './load.ts'
import { countRows, selectBatches, selectOfBatch } from './queries.ts'
import { mayType, readingOf } from './reading.ts'
import { tableOfBatch } from './table.ts'

/** The doors to what was taken out: batches, the file, and the sheets that are typed off. */
export function batchRoutes(parts: CaseParts): readonly Route[] {
  const { pool } = parts.ledger
  return [
    route(proposalRoutes.batches, ({ query: { page }, actor }) => {
      const reader = actor()
      return inScope(pool, scopeOf(reader, null), async (client) => {
        const stored = await selectBatches(client, reader, { limit: pageSize, offset: (page - 1) * pageSize })
        const rows = stored.map((row) => ({ row: rowOf('proposalBatch', row, null), answered: row.answered }))
        const about = await readingOf(parts, client, reader, [], {
          places: rows.map(({ row }) => row),
          staff: rows.map(({ row }) => row.maker),
        })
        const items = rows.map(({ row, answered }) => batchLineOf(row, answered, about))
        return ok({ items, total: await countRows(client, reader, 'proposalBatch'), page, size: pageSize })
      })
    }),
    route(proposalRoutes.batch, ({ query, actor }) => {
      const reader = actor()
      return inScope(pool, scopeOf(reader, null), (client) => batchOf(parts, client, reader, query))
    }),
    route(proposalRoutes.sheet, ({ body, actor }) => {
      const reader = actor()
      return inScope(pool, scopeOf(reader, null), (client) => sheet(parts, client, reader, body))
    }),
    route(proposalRoutes.table, ({ body, actor, request }) => {
      const reader = actor()
      return inScope(pool, scopeOf(reader, null), (client) =>
        tableOfBatch(parts, client, reader, { ...body, lang: languageOf(request) }),
      )
    }),
  ]
}

const targetsNow = ({ reference }: CaseParts, district: string) =>
  targetsOn(reference, district, dayIn(reference.zoneOf(district), Date.now()))

async function batchOf(
  parts: CaseParts,
  client: PoolClient,
  reader: StaffActor,
  {
    district,
    id,
    target: asked,
  }: { readonly district: string; readonly id: string; readonly target?: string | undefined },
) {
  const [stored] = await selectBatches(client, reader, { limit: 1, offset: 0 }, { district, id })
  if (!stored) return no({ code: 'not-found' } as const)
  const batch = rowOf('proposalBatch', stored, null)
  const rows = await openRows(parts, 'proposal', await selectOfBatch(client, reader, district, id))
  const about = await readingOf(parts, client, reader, rows, { places: [batch], staff: [batch.maker] })
  const targets = targetsNow(parts, district)
  const target = targets.find(({ code }) => code === asked) ?? targets[0]
  const fit = rows.filter(({ kind }) => target?.target.takes.includes(kind) ?? false)
  const items = fit.map((row) => ({
    ...lineOf(row, about),
    name: row.name,
    typed: tickOf(typedInto(row.ticks, target?.code ?? ''), about),
  }))
  return ok({
    ...batchLineOf(batch, stored.answered, about),
    target: target?.code ?? '',
    targets: targets.map(({ code, names }) => ({ code, names })),
    typed: items.filter(({ typed }) => typed !== null).length,
    items,
  })
}

/** PROPOSAL-10 Whole numbers are shown to whoever types them off; each look is kept. */
async function sheet(
  parts: CaseParts,
  client: PoolClient,
  reader: StaffActor,
  { district, id, target: asked }: { readonly district: string; readonly id: string; readonly target: string },
): Promise<Result<Sheet, Refusal>> {
  const keys = await parts.ledger.keys.forDistrict(district)
  const row = await findOne(client, reader, 'proposal', { district, id }, keys)
  const target = targetsNow(parts, district).find(({ code }) => code === asked)
  if (!row || row.exportedAt === null || !mayType(reader)) return no({ code: 'not-found' })
  if (!target) return no({ code: 'unknown-target' })
  await logAccess(client, reader, { district, action: 'reveal', subject: id, reason: target.names.id })
  const about = await readingOf(parts, client, reader, [row])
  const known = (await knownOf(parts, client, reader, district, [row])).get(row.id) ?? {}
  return ok({
    id: row.id,
    version: row.version,
    name: row.name,
    target: target.code,
    lines: sheetOf(row, target.code, target.target.fields, known).map(({ field, value, tick }) => ({
      field,
      value,
      tick: tickOf(tick, about),
    })),
    done: tickOf(typedInto(row.ticks, target.code), about),
    acts: lineOf(row, about).acts,
  })
}

type Sheet = {
  readonly id: ProposalRow['id']
  readonly version: number
  readonly name: string
  readonly target: string
  readonly lines: { field: string; value: string; tick: ReturnType<typeof tickOf> }[]
  readonly done: ReturnType<typeof tickOf>
  readonly acts: ReturnType<typeof lineOf>['acts']
}

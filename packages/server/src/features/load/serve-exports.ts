import { Readable } from 'node:stream'
import { exportFilePath, exportFileQuery } from '@openslrt/core/contract/load-export.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { ExportForm } from '@openslrt/core/load/export.ts'
import { mayExport } from '@openslrt/core/load/export.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import { sendRefusal } from '../../platform/http/answers.ts'
import { parse } from '../../platform/http/parse.ts'
import type { Doorkeeper } from '../../platform/http/serve.ts'
import { logAccess } from '../../platform/ledger/access-log.ts'
import type { LoadFileParts } from './admit-loader.ts'
import { admitLoader } from './admit-loader.ts'
import { fetchExport, selectExportShown } from './queries-export.ts'
import type { Kept } from './read-file.ts'

const types: Readonly<Record<ExportForm, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** LOAD-18 The file of an export, for whoever asked for it, as long as they may; each fetching is on record. */
export function serveExports(app: FastifyInstance, keeper: Doorkeeper, parts: LoadFileParts): void {
  app.get(exportFilePath, (request, reply) => sendExport(request, reply, keeper, parts))
}

async function sendExport(
  request: FastifyRequest,
  reply: FastifyReply,
  keeper: Doorkeeper,
  { ledger, store }: LoadFileParts,
): Promise<FastifyReply> {
  const loader = await admitLoader(keeper, request)
  if (!loader.ok) return sendRefusal(reply, loader.error)
  const query = parse(exportFileQuery, request.query)
  if (!query.ok) return sendRefusal(reply, query.error)
  const { actor, district } = loader.value
  const found = await inScope(ledger.pool, scopeOf(actor, district), async (client) => {
    const asked = await selectExportShown(client, district, query.value.id)
    // What somebody may no longer take out, they may no longer fetch.
    const may = asked && mayExport(actor, district, asked)
    if (may?.ok === false) return may
    const fetched = await fetchExport(client, district, query.value.id, actor.staff)
    if (!fetched) return no({ code: 'not-found' } as const)
    await logAccess(client, actor, { district, action: 'file', subject: fetched.id, reason: fetched.reason })
    return ok(fetched)
  })
  if (!found.ok) return sendRefusal(reply, found.error)
  const row = found.value
  const kept = { store, district, keys: await ledger.keys.forDistrict(district) }
  const name = `${row.subject === 'people' ? 'orang' : 'keluarga'}-${row.place.replaceAll('.', '')}-${row.mark}.${row.form}`
  return reply
    .type(types[row.form])
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('content-length', String(row.size))
    .header('cache-control', 'private, no-store')
    .send(Readable.from(piecesOf(kept, row.pieces)))
}

async function* piecesOf({ store, district, keys }: Kept, pieces: readonly string[]): AsyncGenerator<Buffer> {
  // oxlint-disable-next-line no-await-in-loop -- one at a time: together they would be in memory at once
  for (const piece of pieces) yield await store.get(district, piece, keys)
}

import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { mostPhotos } from '@openslrt/core/contract/proposal.ts'
import { proposalFilePath } from '@openslrt/core/contract/proposal-queries.ts'
import { spelled } from '@openslrt/core/contract/route.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { PoolClient } from 'pg'
import { z } from 'zod'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import { kindOf } from '../../platform/files/kind.ts'
import { sendRefusal } from '../../platform/http/answers.ts'
import { parse } from '../../platform/http/parse.ts'
import type { Doorkeeper } from '../../platform/http/serve.ts'
import { admit } from '../../platform/http/serve.ts'
import { logAccess } from '../../platform/ledger/access-log.ts'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import type { FileParts } from '../case/index.ts'
import { holdBlob } from '../case/index.ts'
import { findOne } from './load.ts'

const asked = z.strictObject({
  district: ledgerCode,
  of: z.enum(['proposal', 'minutes', 'photo']),
  id: z.uuid(),
  /** Which photo, counted from 0. */
  nth: z.preprocess(spelled, z.int().min(0).max(mostPhotos)).default(0),
})

/** PROPOSAL-15, PROPOSAL-28 Signed scans of minutes and statements, and photos, for whoever sees the village; each look is kept. */
export function serveProposalFiles(app: FastifyInstance, keeper: Doorkeeper, parts: FileParts): void {
  app.get(proposalFilePath, (request, reply) => show(request, reply, keeper, parts))
}

async function show(
  request: FastifyRequest,
  reply: FastifyReply,
  keeper: Doorkeeper,
  { ledger, files }: FileParts,
): Promise<FastifyReply> {
  const guest = await admit('registry.read', keeper, request)
  if (!guest.ok) return sendRefusal(reply, guest.error)
  const { actor } = guest.value
  const query = parse(asked, request.query)
  if (!query.ok || !actor) return sendRefusal(reply, query.ok ? { code: 'unauthenticated' } : query.error)
  const { district, id } = query.value
  const keys = await ledger.keys.forDistrict(district)
  const row = await inScope(ledger.pool, scopeOf(actor, district), async (client) => {
    const found = await fileOf(client, actor, query.value, keys)
    if (found) await logAccess(client, actor, { district, action: 'file', subject: id, reason: '' })
    return found
  })
  if (!row) return sendRefusal(reply, { code: 'not-found' })
  const bytes = await files.store.get(district, row.file, keys)
  const name = encodeURIComponent(row.fileName)
  return reply
    .type(kindOf(bytes) ?? 'application/octet-stream')
    .header('content-disposition', `inline; filename*=UTF-8''${name}`)
    .header('cache-control', 'private, no-store')
    .send(bytes)
}

/** The file that is asked for, as far as its reader sees what it belongs to. */
async function fileOf(
  client: PoolClient,
  actor: StaffActor,
  { district, of, id, nth }: z.infer<typeof asked>,
  keys: DistrictKeys,
): Promise<{ readonly file: string; readonly fileName: string } | null> {
  const row = await findOne(client, actor, of === 'minutes' ? 'minutes' : 'proposal', { district, id }, keys)
  if (!row) return null
  const file = of === 'photo' && 'photos' in row ? (row.photos?.[nth] ?? null) : row.file
  // FIELD-31 What is named may still be on a phone.
  if (file === null || !(await holdBlob(client, district, file))) return null
  return { file, fileName: of === 'photo' ? `foto-${nth + 1}` : (row.fileName ?? '') }
}

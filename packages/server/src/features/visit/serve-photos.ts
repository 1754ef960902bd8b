import { visitPaths } from '@openslrt/core/contract/visit-queries.ts'
import { visitPhotoId } from '@openslrt/core/kernel/id.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import { sendRefusal } from '../../platform/http/answers.ts'
import { parse } from '../../platform/http/parse.ts'
import type { Doorkeeper } from '../../platform/http/serve.ts'
import { admit } from '../../platform/http/serve.ts'
import { logAccess } from '../../platform/ledger/access-log.ts'
import type { FileParts } from '../case/index.ts'
import { findVisit, photosOf } from './load.ts'

const asked = z.strictObject({ district: ledgerCode, visit: z.uuid(), photo: visitPhotoId })

/** VISIT-11 Pictures of visits are looked at by whoever sees the visit, and each look is written down. */
export function serveVisitPhotos(app: FastifyInstance, keeper: Doorkeeper, parts: FileParts): void {
  app.get(visitPaths.photo, (request, reply) => show(request, reply, keeper, parts))
}

async function show(
  request: FastifyRequest,
  reply: FastifyReply,
  keeper: Doorkeeper,
  { ledger, files }: FileParts,
): Promise<FastifyReply> {
  const guest = await admit('visit.do', keeper, request)
  if (!guest.ok) return sendRefusal(reply, guest.error)
  const { actor } = guest.value
  const query = parse(asked, request.query)
  if (!query.ok || !actor) return sendRefusal(reply, query.ok ? { code: 'unauthenticated' } : query.error)
  const { district, visit: id, photo } = query.value
  const keys = await ledger.keys.forDistrict(district)
  const found = await inScope(ledger.pool, scopeOf(actor, district), async (client) => {
    const visit = await findVisit(client, actor, district, id, keys)
    const one = visit && (await photosOf(client, visit)).find((each) => each.arrived && each.id === photo)
    if (visit && one)
      await logAccess(client, actor, { district, action: 'file', subject: visit.caseId ?? id, reason: '' })
    return one
  })
  if (!found) return sendRefusal(reply, { code: 'not-found' })
  const bytes = await files.store.get(district, found.sha256, keys)
  return reply.type(found.type).header('cache-control', 'private, no-store').send(bytes)
}

import { partQuery, partType, uploadPaths, uploadState } from '@openslrt/core/contract/upload.ts'
import { mostPartBytes } from '@openslrt/core/contract/upload-limits.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendRefusal } from '../../platform/http/answers.ts'
import { parse } from '../../platform/http/parse.ts'
import type { Doorkeeper } from '../../platform/http/serve.ts'
import { admit } from '../../platform/http/serve.ts'
import type { FileParts } from '../case/index.ts'
import { takePart } from './parts.ts'

/** Parts of files. They carry bytes, not JSON, and so stand beside the rows, behind the same guard. */
export function serveParts(app: FastifyInstance, keeper: Doorkeeper, parts: FileParts): void {
  app.addContentTypeParser(partType, { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.post(uploadPaths.part, { bodyLimit: mostPartBytes }, (request, reply) => take(request, reply, keeper, parts))
}

async function take(
  request: FastifyRequest,
  reply: FastifyReply,
  keeper: Doorkeeper,
  parts: FileParts,
): Promise<FastifyReply> {
  const guest = await admit('visit.do', keeper, request)
  if (!guest.ok) return sendRefusal(reply, guest.error)
  const { actor } = guest.value
  const query = parse(partQuery, request.query)
  if (!query.ok || !actor) return sendRefusal(reply, query.ok ? { code: 'unauthenticated' } : query.error)
  if (!Buffer.isBuffer(request.body)) return sendRefusal(reply, { code: 'invalid', fields: ['file'] })
  const taken = await takePart(parts, actor, { ...query.value, bytes: request.body })
  return taken.ok ? reply.send(uploadState.parse(taken.value)) : sendRefusal(reply, taken.error)
}

import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import { addressOf } from '../../platform/http/address.ts'
import { logAccess } from '../../platform/ledger/access-log.ts'
import { filesOf } from '../case/index.ts'
import type { PublicParts } from './parts.ts'
import { actorOf, knockForReply, whoseReferral } from './reply-sessions.ts'

/** REF-20 A file of the case, where the grant names files. The wall of the link shows none where it does not. */
export async function replyFile(
  parts: PublicParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Result<FastifyReply, Refusal>> {
  const holder = await whoseReferral(parts, request)
  const referral = holder && (await knockForReply(parts, holder.district, holder.referral, holder.proof))
  if (!referral) return no({ code: 'not-found' })
  const wanted = addressOf(request).query.get('nomor')
  const actor = actorOf(referral)
  const { district, caseId: subject } = referral
  const file = await inScope(parts.pools.api, scopeOf(actor, district), async (client) => {
    const found = (await filesOf(client, district, subject, null)).find(({ id, arrived }) => arrived && id === wanted)
    if (found) await logAccess(client, actor, { district, action: 'file', subject, reason: '' })
    return found
  })
  if (!file) return no({ code: 'not-found' })
  const bytes = await parts.files.get(district, file.sha256, await parts.ledger.keys.forDistrict(district))
  const name = encodeURIComponent(file.name)
  return ok(
    reply
      .type(file.type)
      .header('content-disposition', `inline; filename*=UTF-8''${name}`)
      .header('cache-control', 'private, no-store')
      .send(bytes),
  )
}

import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { addressOf } from '../../platform/http/address.ts'
import { sha256 } from '../../platform/ledger/seal.ts'
import type { NoticeParts } from './parts.ts'
import { moveOn } from './queries-send.ts'
import { tellOtherwise } from './send.ts'
import type { ReadSecret } from './ways/way.ts'
import type { LaterWord } from './ways/whatsapp.ts'
import { isSigned, readCallback } from './ways/whatsapp.ts'

/** What callbacks of WhatsApp are known by. */
export interface HookSecrets {
  readonly appSecret: ReadSecret
  readonly verifyToken: ReadSecret
}

const path = '/api/hooks/whatsapp'
/** A batch of messages of the longest kind that there is; more is none of WhatsApp's. */
const mostBytes = 512 * 1024

/**
 * NOTICE-12, INBOUND-1 The door of WhatsApp, for later words on what we sent and for messages that come in: signed,
 * harmless when repeated, and in any order. `keep` puts messages away.
 */
export async function serveHooks(
  app: FastifyInstance,
  parts: NoticeParts,
  secrets: HookSecrets | null,
  keep: (callback: unknown) => Promise<void>,
): Promise<void> {
  if (!secrets) return
  await app.register(async (door) => {
    // The signature is over the bytes as they came.
    door.removeContentTypeParser('application/json')
    door.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    door.get(path, async (request, reply) => {
      const { query } = addressOf(request)
      const asks = query.get('hub.mode') === 'subscribe'
      const token = await secrets.verifyToken()
      const known = token !== null && same(query.get('hub.verify_token') ?? '', token)
      return asks && known ? reply.type('text/plain').send(query.get('hub.challenge') ?? '') : reply.code(403).send()
    })
    door.post(path, { bodyLimit: mostBytes }, async (request, reply) => {
      const { body } = request
      const signature = request.headers['x-hub-signature-256']
      const signed = typeof signature === 'string' ? signature : undefined
      const secret = await secrets.appSecret()
      if (secret === null || !Buffer.isBuffer(body) || !isSigned(body, signed, secret)) return reply.code(403).send()
      const said = jsonOf(body)
      for (const word of readCallback(said)) await hear(parts, word)
      await keep(said)
      return reply.send({})
    })
  })
}

/** What could not be delivered after all is told in another way: once, however often it is said. */
async function hear(parts: NoticeParts, word: LaterWord): Promise<void> {
  const now = Date.now()
  const moved = await moveOn(parts.pool, word, new Date(now))
  if (moved && word.state === 'failed') await tellOtherwise(parts, moved, now)
}

export function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    return null
  }
}

const same = (shown: string, known: string): boolean => timingSafeEqual(sha256(shown), sha256(known))

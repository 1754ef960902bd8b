import type { FastifyInstance } from 'fastify'
import { isSigned, jsonOf, type ReadSecret } from '../notice/index.ts'
import { keepMessage } from './keep-message.ts'
import type { Heard, InboundParts } from './parts.ts'
import { askForAnswers } from './queries-desk.ts'
import { readSmsMessages } from './read-sms.ts'
import { readWhatsAppMessages } from './read-whatsapp.ts'

const path = '/api/hooks/sms'
const mostBytes = 512 * 1024

/** INBOUND-1 The door for text messages, where a gateway hands them in: signed, and harmless when repeated. */
export async function serveSmsHook(
  app: FastifyInstance,
  parts: InboundParts,
  secret: ReadSecret | null,
): Promise<void> {
  if (!secret) return
  await app.register(async (door) => {
    // The signature is over the bytes as they came.
    door.removeContentTypeParser('application/json')
    door.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    door.post(path, { bodyLimit: mostBytes }, async (request, reply) => {
      const { body, headers } = request
      const signature = headers['x-signature-256']
      const key = await secret()
      const signed = typeof signature === 'string' ? signature : undefined
      if (key === null || !Buffer.isBuffer(body) || !isSigned(body, signed, key)) return reply.code(403).send()
      const heard = readSmsMessages(jsonOf(body), Date.now())
      if (!heard) return reply.code(400).send({ message: 'needs "from" and "text"' })
      await keepAll(parts, heard)
      return reply.send({})
    })
  })
}

/** Puts away the messages of a callback of WhatsApp. */
export const keepWhatsApp =
  (parts: InboundParts) =>
  (callback: unknown): Promise<void> =>
    keepAll(parts, readWhatsAppMessages(callback, Date.now()))

async function keepAll(parts: InboundParts, heard: readonly Heard[]): Promise<void> {
  let kept = 0
  for (const one of heard) if (await keepMessage(parts, one, Date.now())) kept++
  if (kept > 0) await askForAnswers(parts.pool)
}

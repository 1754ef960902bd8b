import { publicLetter } from '@openslrt/core/contract/public-letter.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { namedByKey } from './door.ts'
import { sendPage, shellOf } from './page.ts'
import type { PublicParts } from './parts.ts'
import { findPublicLetter } from './queries.ts'

const named = z.object({ key: z.string().max(60) })

/** LETTER-25 Whether the letter behind a QR code is valid. Its secret has 192 bits: nobody finds a letter by guessing. */
export async function checkLetter(
  parts: PublicParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const key = named.safeParse(request.params).data?.key ?? ''
  const door = namedByKey(key)
  const found = door
    ? await findPublicLetter(parts.pools.door, door.district, parts.ledger.keys.doorDigest(door.secret))
    : null
  const letter = found === null ? null : publicLetter.parse(found)
  const zone = parts.reference.zoneOf(door?.district ?? '00')
  const props = { shell: shellOf(parts, request), letter, zone }
  return sendPage(parts, reply, 'letter', props, { status: letter ? 200 : 404, keep: 'never' })
}

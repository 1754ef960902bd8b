import { sha256Text } from '@openslrt/core/contract/case.ts'
import { uploadReply } from '@openslrt/core/contract/case-queries.ts'
import { letterPaths } from '@openslrt/core/contract/letter-queries.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { LetterPaper } from '@openslrt/core/letter/paper.ts'
import { covers, ledgerCode, nation, placeCode } from '@openslrt/core/place/code.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { sendRefusal } from '../../platform/http/answers.ts'
import { parse } from '../../platform/http/parse.ts'
import type { Doorkeeper } from '../../platform/http/serve.ts'
import { admit } from '../../platform/http/serve.ts'
import type { FileParts, SentFile } from '../case/index.ts'
import { takeFile } from '../case/index.ts'
import { pictureKey } from './draw-letter.ts'
import { pictureOf } from './pictures.ts'
import { printLetters } from './print.ts'
import { selectPicture } from './queries.ts'

const place = z.strictObject({ district: ledgerCode })
const picture = z.strictObject({ district: ledgerCode, file: sha256Text })

/** LETTER-33 Pictures over letters: sent by whoever keeps the lists of a place, looked at by everybody who is in. */
export function serveLogos(app: FastifyInstance, keeper: Doorkeeper, parts: FileParts): void {
  app.post(letterPaths.logo, (request, reply) => take(request, reply, keeper, parts))
  app.get(letterPaths.logo, (request, reply) => show(request, reply, keeper, parts))
}

async function take(
  request: FastifyRequest,
  reply: FastifyReply,
  keeper: Doorkeeper,
  parts: FileParts,
): Promise<FastifyReply> {
  const guest = await admit('lists.manage', keeper, request)
  if (!guest.ok) return sendRefusal(reply, guest.error)
  // ACCOUNT-16 Whoever may only read puts nothing there.
  if (guest.value.person?.only) return sendRefusal(reply, { code: 'not-permitted', needs: ['lists.manage'] })
  const query = parse(place, request.query)
  if (!query.ok) return sendRefusal(reply, query.error)
  const { district } = query.value
  const { actor } = guest.value
  // As for the list that names the picture: an office of a village keeps none of its district's.
  if (!actor || !covers(actor.place, placeCode.parse(district))) return sendRefusal(reply, { code: 'not-your-lists' })
  const taken = await takeFile(request, parts, district, { unfit: unfitPicture })
  if (!taken.ok) return sendRefusal(reply, taken.error)
  request.log.info({ audit: 'LETTER_LOGO_SENT', actor: guest.value.person?.staff }, 'served')
  return reply.send(uploadReply.parse(taken.value))
}

const mostBytes = 1024 * 1024
const mostDots = 2000

/** Why a picture can't stand over letters; null where it was printed once to see that it can. */
async function unfitPicture({ bytes, type }: SentFile): Promise<Refusal | null> {
  if (type !== 'image/png' && type !== 'image/jpeg') return { code: 'picture-unreadable' }
  if (bytes.length > mostBytes || (type === 'image/png' && longestSide(bytes) > mostDots))
    return { code: 'picture-size' }
  try {
    const { paper, key } = trial
    await printLetters([{ paper, address: '', stamp: '' }], { [key]: pictureOf(bytes) })
    return null
  } catch {
    // Nobody's fault of ours: what the drawing library can't read is no picture for a letter.
    return { code: 'picture-unreadable' }
  }
}

/** The longer side of a PNG in dots, from its first chunk: a small file may unfold to something that fills the memory. */
const longestSide = (png: Buffer): number =>
  png.length < 24 ? 0 : Math.max(png.readUInt32BE(16), png.readUInt32BE(20))

const logo = { place: nation, file: 'trial' }
const blank: LetterPaper = {
  head: { over: '', office: '', address: '', logo },
  title: '',
  number: '',
  body: '',
  signed: { at: '', post: '', name: '', rank: '', nip: '' },
  check: '',
  day: 0,
}
const trial = { paper: blank, key: pictureKey(logo) }

async function show(
  request: FastifyRequest,
  reply: FastifyReply,
  keeper: Doorkeeper,
  { ledger, files }: FileParts,
): Promise<FastifyReply> {
  const guest = await admit('signed-in', keeper, request)
  if (!guest.ok) return sendRefusal(reply, guest.error)
  const query = parse(picture, request.query)
  if (!query.ok) return sendRefusal(reply, query.error)
  const { district, file } = query.value
  const type = await selectPicture(ledger.pool, district, file)
  if (type === null) return sendRefusal(reply, { code: 'not-found' })
  const bytes = await files.store.get(district, file, await ledger.keys.forDistrict(district))
  // What lies under a digest never changes.
  return reply.type(type).header('cache-control', 'private, max-age=86400, immutable').send(bytes)
}

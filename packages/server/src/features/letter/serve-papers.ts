import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { letterPaths, printBody } from '@openslrt/core/contract/letter-queries.ts'
import { lettersInPart, runId, runPaths } from '@openslrt/core/contract/letter-runs.ts'
import { pageNumber } from '@openslrt/core/contract/route.ts'
import { letterId } from '@openslrt/core/kernel/id.ts'
import type { LetterRow } from '@openslrt/core/letter/letter.ts'
import { validLetter } from '@openslrt/core/letter/moves.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import { sendRefusal } from '../../platform/http/answers.ts'
import { ownAddress } from '../../platform/http/own-address.ts'
import { parse } from '../../platform/http/parse.ts'
import type { Doorkeeper } from '../../platform/http/serve.ts'
import { admit } from '../../platform/http/serve.ts'
import { logAccess } from '../../platform/ledger/access-log.ts'
import type { FileParts } from '../case/index.ts'
import type { Sheet } from './draw-letter.ts'
import { picturesOf } from './pictures.ts'
import { printLetters } from './print.ts'
import { selectItems } from './queries-runs.ts'
import { findLetter, signedPaper } from './read-paper.ts'

/** What printing works with: the address that a QR code carries is the configured one, or this machine's own. */
export interface PaperParts extends FileParts {
  readonly publicUrl: string | null
}

const one = z.strictObject({ district: ledgerCode, id: letterId })
const runPart = z.strictObject({ id: runId, part: pageNumber })
type Wanted = z.infer<typeof one>

/** Letters on paper: one by its address, or many as one file. They carry bytes, and stand behind the same guard as rows. */
export function servePapers(app: FastifyInstance, keeper: Doorkeeper, parts: PaperParts): void {
  app.get(letterPaths.pdf, (request, reply) => {
    const read = parse(one, request.query)
    return read.ok ? print(request, reply, keeper, parts, [read.value]) : sendRefusal(reply, read.error)
  })
  app.get(runPaths.pdf, (request, reply) => {
    const read = parse(runPart, request.query)
    return read.ok ? printPart(request, reply, keeper, parts, read.value) : sendRefusal(reply, read.error)
  })
  app.post(letterPaths.print, (request, reply) => {
    const read = parse(printBody, request.body)
    return read.ok ? print(request, reply, keeper, parts, read.value.letters) : sendRefusal(reply, read.error)
  })
}

/** LETTER-36 A part of what many letters became: drawn when it is fetched, as often as it is. */
async function printPart(
  request: FastifyRequest,
  reply: FastifyReply,
  keeper: Doorkeeper,
  parts: PaperParts,
  { id, part }: z.infer<typeof runPart>,
): Promise<FastifyReply> {
  const guest = await admit('case.read', keeper, request)
  if (!guest.ok) return sendRefusal(reply, guest.error)
  const staff = guest.value.person?.staff ?? ''
  const [from, most] = [(part - 1) * lettersInPart, lettersInPart]
  const items = await inScope(parts.ledger.pool, { staff }, (client) =>
    selectItems(client, staff, id, { state: 'done', limit: most, offset: from }),
  )
  if (items.length === 0) return sendRefusal(reply, { code: 'not-found' })
  const wanted = items.map(({ ledger, letter }) => ({ district: ledger, id: letterId.parse(letter) }))
  return print(request, reply, keeper, parts, wanted)
}

async function print(
  request: FastifyRequest,
  reply: FastifyReply,
  keeper: Doorkeeper,
  parts: PaperParts,
  wanted: readonly Wanted[],
): Promise<FastifyReply> {
  const guest = await admit('case.read', keeper, request)
  if (!guest.ok) return sendRefusal(reply, guest.error)
  const { actor } = guest.value
  if (!actor) return sendRefusal(reply, { code: 'unauthenticated' })
  const home = parts.publicUrl ?? ownAddress(request) ?? ''
  const sheets: Sheet[] = []
  for (const letter of wanted) {
    const sheet = await sheetOf(parts, actor, letter, home)
    if (!sheet) return sendRefusal(reply, { code: 'not-found' })
    sheets.push(sheet)
  }
  request.log.info({ audit: 'LETTERS_PRINTED', many: sheets.length }, 'served')
  const name = encodeURIComponent(sheets.length === 1 ? `${sheets[0]?.paper.number}.pdf` : 'surat.pdf')
  return reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename*=UTF-8''${name}`)
    .header('cache-control', 'private, no-store')
    .send(await printLetters(sheets, await picturesOf(sheets, parts.files.store, parts.ledger.keys)))
}

/** A signed letter as it is printed, with the look at it on record; null for one that is out of sight or was not signed. */
async function sheetOf(
  { ledger }: PaperParts,
  actor: StaffActor,
  { district, id }: Wanted,
  home: string,
): Promise<Sheet | null> {
  return inScope(ledger.pool, scopeOf(actor, district), async (client) => {
    const found = await findLetter(client, actor, district, id, ledger.keys)
    const paper = found && signedPaper(found.letter, ledger.keys)
    if (!found || !paper) return null
    await logAccess(client, actor, { district, action: 'file', subject: found.case.id, reason: '' })
    return { paper, address: home === '' ? '' : `${home}${paper.check}`, stamp: stampOf(found.letter) }
  })
}

const stampOf = ({ status }: LetterRow): string => (validLetter.includes(status) ? '' : 'TIDAK BERLAKU')

import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { uploadReply } from '@openslrt/core/contract/case-queries.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { LedgerCode } from '@openslrt/core/place/code.ts'
import { covers, ledgerCode, ledgerOf, placeCode } from '@openslrt/core/place/code.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import { agrees, kindOf } from '../../platform/files/kind.ts'
import type { Scan } from '../../platform/files/scan.ts'
import { ScannerAway } from '../../platform/files/scan.ts'
import type { FileStore } from '../../platform/files/store.ts'
import { sendRefusal } from '../../platform/http/answers.ts'
import { parse } from '../../platform/http/parse.ts'
import type { Doorkeeper } from '../../platform/http/serve.ts'
import { admit } from '../../platform/http/serve.ts'
import { logAccess } from '../../platform/ledger/access-log.ts'
import { sha256 } from '../../platform/ledger/seal.ts'
import { fieldsFor } from './card.ts'
import type { CaseParts } from './commands.ts'
import { filesOf, findCase, grantsOf } from './load.ts'
import { saveBlob } from './queries-files.ts'

const uploadQuery = z.strictObject({ district: ledgerCode })
const fileQuery = z.strictObject({ district: ledgerCode, case: z.uuid(), attachment: z.uuid() })

export interface FileParts extends CaseParts {
  readonly files: { readonly store: FileStore; readonly scan: Scan }
}

/** Upload and download. They carry bytes, not JSON, and so stand beside the rows, behind the same guard. */
export function serveFiles(app: FastifyInstance, keeper: Doorkeeper, parts: FileParts): void {
  app.post('/api/files', (request, reply) => upload(request, reply, keeper, parts))
  app.get('/api/files', (request, reply) => download(request, reply, keeper, parts))
}

async function upload(
  request: FastifyRequest,
  reply: FastifyReply,
  keeper: Doorkeeper,
  { ledger, files }: FileParts,
): Promise<FastifyReply> {
  const guest = await admit('case.read', keeper, request)
  if (!guest.ok) return sendRefusal(reply, guest.error)
  // ACCOUNT-16 Whoever may only read reads files too; putting one there is no reading.
  if (guest.value.person?.only) return sendRefusal(reply, { code: 'not-permitted', needs: ['case.register'] })
  const query = parse(uploadQuery, request.query)
  if (!query.ok) return sendRefusal(reply, query.error)
  if (!servesLedger(guest.value.actor, query.value.district)) return sendRefusal(reply, { code: 'wrong-district' })
  const taken = await takeFile(request, { ledger, files }, query.value.district)
  return taken.ok ? reply.send(uploadReply.parse(taken.value)) : sendRefusal(reply, taken.error)
}

/** A file as it was sent, and what it is by its content. */
export interface SentFile {
  readonly bytes: Buffer
  readonly type: string
}

/** What a letterhead must be beside a file. It is kept for good, whoever names it. */
export interface FilePurpose {
  readonly unfit: (file: SentFile) => Promise<Refusal | null>
}

/** Takes the file of a form in: known by its content, fit for what it is for, looked through, and then kept under its digest. */
export async function takeFile(
  request: FastifyRequest,
  { ledger, files }: Pick<FileParts, 'ledger' | 'files'>,
  district: string,
  purpose?: FilePurpose,
): Promise<Result<z.infer<typeof uploadReply>, Refusal>> {
  const file = await receive(request)
  if (!file) return no({ code: 'invalid', fields: ['file'] })
  const { bytes, claimed } = file
  const type = kindOf(bytes)
  if (bytes.length === 0 || type === null || !agrees(claimed, type)) return no({ code: 'file-type' })
  const refusal = (await looked(files.scan, bytes, request)) ?? (await purpose?.unfit({ bytes, type })) ?? null
  if (refusal) return no(refusal)
  const digest = sha256(bytes).toString('hex')
  await saveBlob(ledger.pool, {
    district,
    sha256: digest,
    type,
    size: bytes.length,
    letterhead: purpose !== undefined,
  })
  await files.store.put(district, digest, bytes, await ledger.keys.forDistrict(district))
  return ok({ sha256: digest, type, size: bytes.length })
}

/** FILE-8 What a scanner found is not kept; where it can't look, nothing is: the file is still with its sender. */
async function looked(scan: Scan, bytes: Buffer, request: FastifyRequest): Promise<Refusal | null> {
  try {
    const finding = await scan(bytes)
    if (finding.clean) return null
    request.log.warn({ found: finding.found }, 'a file with a virus was not kept')
    return { code: 'file-unsafe' }
  } catch (error) {
    if (!(error instanceof ScannerAway)) throw error
    request.log.error({ err: error }, 'a file was not kept: it could not be looked through')
    return { code: 'unavailable', retryAfter: 60 }
  }
}

/** The one file of a form; null when there is none, or when the form was cut off or is none. Too large throws. */
async function receive(request: FastifyRequest): Promise<{ bytes: Buffer; claimed: string } | null> {
  try {
    const part = request.isMultipart() ? await request.file() : undefined
    return part ? { bytes: await part.toBuffer(), claimed: part.mimetype } : null
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE') throw error
    return null
  }
}

/** A file is put where its case will be: in the ledger of the acting office's place, or of a district under it. */
const servesLedger = (actor: StaffActor | null, district: LedgerCode): boolean =>
  actor !== null && (ledgerOf(actor.place) === district || covers(actor.place, placeCode.parse(district)))

async function download(
  request: FastifyRequest,
  reply: FastifyReply,
  keeper: Doorkeeper,
  { ledger, files }: FileParts,
): Promise<FastifyReply> {
  const guest = await admit('case.read', keeper, request)
  if (!guest.ok) return sendRefusal(reply, guest.error)
  const { actor } = guest.value
  const query = parse(fileQuery, request.query)
  if (!query.ok || !actor) return sendRefusal(reply, query.ok ? { code: 'unauthenticated' } : query.error)
  const { district, case: caseId, attachment } = query.value
  const keys = await ledger.keys.forDistrict(district)
  const file = await inScope(ledger.pool, scopeOf(actor, district), async (client) => {
    const kase = await findCase(client, actor, district, caseId, keys)
    const grants = kase ? await grantsOf(client, district, caseId, keys) : []
    if (!kase || !fieldsFor(kase, actor, grants, Date.now()).has('files')) return undefined
    // What is still on a phone is no file yet.
    const found = (await filesOf(client, district, caseId, keys)).find(
      ({ id, arrived }) => arrived && id === attachment,
    )
    if (found) await logAccess(client, actor, { district, action: 'file', subject: caseId, reason: '' })
    return found
  })
  if (!file) return sendRefusal(reply, { code: 'not-found' })
  const bytes = await files.store.get(district, file.sha256, keys)
  const name = encodeURIComponent(file.name)
  return reply
    .type(file.type)
    .header('content-disposition', `inline; filename*=UTF-8''${name}`)
    .header('cache-control', 'private, no-store')
    .send(bytes)
}

import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { fileQuery, loadFileReply, loadPaths, mostLoadBytes, wrongQuery } from '@openslrt/core/contract/load.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { knownIn, suggestMapping } from '@openslrt/core/load/columns.ts'
import { maskNumber } from '@openslrt/core/person/mask.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import { languageOf, sendRefusal } from '../../platform/http/answers.ts'
import { parse } from '../../platform/http/parse.ts'
import type { Doorkeeper } from '../../platform/http/serve.ts'
import { logAccess } from '../../platform/ledger/access-log.ts'
import { sha256 } from '../../platform/ledger/seal.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import { saveBlob } from '../case/index.ts'
import type { Loader, LoadFileParts } from './admit-loader.ts'
import { admitLoader } from './admit-loader.ts'
import { headDigestOf } from './commands.ts'
import { keepFile } from './keep-file.ts'
import { localsOf, localsOfLoad } from './locals.ts'
import { planAgainst } from './look-up.ts'
import type { FileRow } from './queries.ts'
import { insertFile, selectFileOf, selectLoad, selectMapping } from './queries.ts'
import { firstRows } from './read-file.ts'
import { serveExports } from './serve-exports.ts'
import { loadingOf } from './working.ts'
import type { Asked } from './wrong-rows.ts'
import { wrongCsv, wrongSheet } from './wrong-rows.ts'

/** A file for a load sent in, and its wrong rows fetched. They carry bytes, and stand behind the same guard as rows. */
export function serveLoadFiles(app: FastifyInstance, keeper: Doorkeeper, parts: LoadFileParts): void {
  // As it comes: a gigabyte is never in memory at once.
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))
  app.post(loadPaths.file, (request, reply) => receive(request, reply, keeper, parts))
  app.get(loadPaths.wrong, (request, reply) => sendWrong(request, reply, keeper, parts))
  serveExports(app, keeper, parts)
}

async function receive(
  request: FastifyRequest,
  reply: FastifyReply,
  keeper: Doorkeeper,
  parts: LoadFileParts,
): Promise<FastifyReply> {
  const refuse = (refusal: Refusal) => sendRefusal(reply.header('connection', 'close'), refusal)
  const loader = await admitLoader(keeper, request)
  if (!loader.ok) return refuse(loader.error)
  const query = parse(fileQuery, request.query)
  if (!query.ok) return refuse(query.error)
  // LOAD-11 Answered by what the sender says it is, before any of it is read.
  if (Number(request.headers['content-length'] ?? 0) > mostLoadBytes)
    return refuse({ code: 'file-too-large', limit: mostLoadBytes })
  if (!(request.body instanceof Readable)) return refuse({ code: 'invalid', fields: ['file'] })
  const taken = await takeExtract(parts, loader.value, query.value.name, request.body)
  return taken.ok ? reply.send(loadFileReply.parse(taken.value)) : refuse(taken.error)
}

/** LOAD-10 Keeps a file in pieces, and says what its columns may mean. */
export async function takeExtract(
  { ledger, store, reference }: LoadFileParts,
  { actor, district }: Loader,
  name: string,
  body: Readable,
) {
  const keys = await ledger.keys.forDistrict(district)
  const kept = await keepFile(body, async (piece) => {
    const digest = sha256(piece).toString('hex')
    await saveBlob(ledger.pool, { district, sha256: digest, type: 'text/csv', size: piece.length, letterhead: false })
    await store.put(district, digest, piece, keys)
    return digest
  })
  if (!kept.ok) return kept
  const [head = [], ...sample] = await firstRows({ store, district, keys }, kept.value, 4)
  if (!head.some((cell) => /\p{L}{2}/u.test(cell))) return no({ code: 'table-headless' } as const)
  const file: FileRow = { id: randomUUID(), name, head, ...kept.value }
  const remembered = await inScope(ledger.pool, scopeOf(actor, district), async (client) => {
    await insertFile(client, district, actor, file)
    return selectMapping(client, district, headDigestOf(head))
  })
  const { id, size, encoding } = file
  const local = localsOf(reference, district, reference.policyFor(district, Date.now(), Date.now()).day)
  const mapping = remembered ? knownIn(remembered, local) : suggestMapping(head, local)
  const told = { mapping, remembered: remembered !== null, local }
  return ok({ id, name, size, encoding, head, sample: sample.map(masked), ...told })
}

/** Rows are shown so that columns can be told apart: numbers of people are no part of that. */
const masked = (row: readonly string[]): readonly string[] =>
  row.map((cell) =>
    /\d{12,}/.test(cell.replaceAll(/\D/g, '')) ? (maskNumber(cell.replaceAll(/\D/g, '')) ?? '') : cell,
  )

/** LOAD-15 The rows that can't be taken, each with the reason, made anew from the file whenever they are fetched. */
async function sendWrong(
  request: FastifyRequest,
  reply: FastifyReply,
  keeper: Doorkeeper,
  parts: LoadFileParts,
): Promise<FastifyReply> {
  const loader = await admitLoader(keeper, request)
  if (!loader.ok) return sendRefusal(reply, loader.error)
  const query = parse(wrongQuery, request.query)
  if (!query.ok) return sendRefusal(reply, query.error)
  const { actor, district } = loader.value
  const { ledger, store, reference } = parts
  const found = await inScope(ledger.pool, scopeOf(actor, district), async (client) => {
    const row = await selectLoad(client, district, query.value.id)
    const load = row && rowOf('load', row, null)
    const file = load && (await selectFileOf(client, district, load.fileDigest))
    if (load) await logAccess(client, actor, { district, action: 'file', subject: load.id, reason: '' })
    return load && file ? { load, file } : null
  })
  if (!found) return sendRefusal(reply, { code: 'not-found' })
  const { day } = reference.policyFor(district, Date.now(), Date.now())
  const kept = { store, district, keys: await ledger.keys.forDistrict(district) }
  const loading = loadingOf({ actor, reading: { today: day } }, found.load, Date.now())
  const ground = { keys: kept.keys, zone: reference.zoneOf(district) }
  // Only who is new and lives nowhere is no row that can be taken.
  const unfit: Asked['unfit'] = async (said) =>
    said.every(({ place }) => place !== null)
      ? []
      : inScope(ledger.pool, scopeOf(actor, district), async (client) => {
          const { wrong } = await planAgainst({ client, ...ground }, said, loading)
          return wrong
        })
  const locals = localsOfLoad(reference, found.load)
  const asked = { ...found, kept, pool: ledger.pool, today: day, unfit, locals, lang: languageOf(request) }
  const name = `${found.load.fileName.replace(/\.\w+$/, '')}-perlu-diperbaiki.${query.value.format}`
  reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
  reply.header('cache-control', 'private, no-store')
  if (query.value.format === 'csv') return reply.type('text/csv; charset=utf-8').send(Readable.from(wrongCsv(asked)))
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return reply.type(type).send(await wrongSheet(asked))
}

import { randomUUID } from 'node:crypto'
import { maxHeaderSize, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { sayRefusal } from '@openslrt/core/i18n/refusal.ts'
import type { FastifyBaseLogger } from 'fastify'
import type { ProblemBody } from './answers.ts'
import { languageFor } from './answers.ts'

/** What Node reports of bytes that never became a request. */
interface Broken {
  readonly code?: string
  readonly rawPacket?: unknown
}

interface Said {
  readonly status: number
  readonly refusal: Refusal
}
const unreadable: Said = { status: 400, refusal: { code: 'invalid', fields: ['http'] } }
const byCode: Readonly<Record<string, Said>> = {
  HPE_HEADER_OVERFLOW: { status: 431, refusal: { code: 'too-large', limit: maxHeaderSize } },
  // Its head never came whole: browsers then send it again on a new connection.
  ERR_HTTP_REQUEST_TIMEOUT: { ...unreadable, status: 408 },
}

/**
 * Answers what is no request: no HTTP, a head that is too long or never ended. No route and no hook sees it, so the same
 * problem is written onto the connection by hand.
 */
export function answerBroken(log: FastifyBaseLogger, { code = '', rawPacket }: Broken, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const { status, refusal } = byCode[code] ?? unreadable
  const id = randomUUID()
  log.info({ reqId: id, code }, 'not a request')
  socket.write(responseOf(status, refusal, id, Buffer.isBuffer(rawPacket) ? rawPacket.toString('latin1') : ''))
  socket.destroySoon()
}

function responseOf(status: number, refusal: Refusal, id: string, sent: string): string {
  const lang = languageFor(/^accept-language:\s*(.*)$/im.exec(sent)?.[1])
  const message = sayRefusal(lang, refusal)
  const { code, ...details } = refusal
  const body: ProblemBody = { code, message, requestId: id, details }
  const reads = /^accept:.*text\/html/im.test(sent) && !/^\S+ \/api/.test(sent)
  const [type, text] = reads ? ['text/html', pageOf(lang, message, id)] : ['application/json', JSON.stringify(body)]
  const heads = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    `content-type: ${type}; charset=utf-8`,
    `content-length: ${Buffer.byteLength(text)}`,
    'x-content-type-options: nosniff',
    `x-request-id: ${id}`,
    'connection: close',
  ]
  return `${heads.join('\r\n')}\r\n\r\n${text}`
}

const pageOf = (lang: string, message: string, id: string): string =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>OpenSLRT</title><h1>OpenSLRT</h1><p>${message}</p><p>${id}</p></html>`

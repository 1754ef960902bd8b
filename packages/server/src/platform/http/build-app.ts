import { randomUUID } from 'node:crypto'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { FastifyBaseLogger, FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fastify, { LogController } from 'fastify'
import { faultOf } from '../db/faults.ts'
import { UnknownDistrict } from '../ledger/keys.ts'
import { routable } from './address.ts'
import { sendRefusal } from './answers.ts'
import { answerBroken } from './broken.ts'
import { closeConnectionsAtEnd } from './end-connections.ts'
import { securityHeaders } from './security-headers.ts'

export interface AppOptions {
  readonly logger: FastifyBaseLogger
  /** How many proxies stand before it. What stands further left in `X-Forwarded-For` is what the sender wrote. */
  readonly trustProxy: number
  /** Whether the site is reached over TLS: cookies are then marked secure and browsers told to stay with it. */
  readonly secure: boolean
  readonly mostPerMinute: number
  /** Draws a refusal for somebody who reads a page; programs get it as JSON. */
  readonly problemPage?: ProblemPage
}

export type ProblemPage = (reply: FastifyReply, refusal: Refusal) => FastifyReply

/** Requests larger than this are no form of ours: a batch of 200 commands is about 400 KB. Files have their own limit. */
const mostBytes = 1024 * 1024
export const mostFileBytes = 5 * 1024 * 1024
const retryAfter = 3

/** The bare HTTP server: parsing, cookies, security headers, limits, and one shape for everything that goes wrong. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: options.logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: mostBytes,
    // A function: to Fastify a number alone trusts nobody. What calls this program is the first proxy.
    trustProxy: (_address, hop) => hop < options.trustProxy,
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
    rewriteUrl: ({ url }) => routable(url),
    clientErrorHandler: (error, socket) => answerBroken(options.logger, error, socket),
  })
  closeConnectionsAtEnd(app)
  const tell = tellerOf(options.problemPage)
  const secure = securityHeaders({
    contentSecurityPolicy: { directives: policyOf(options.secure) },
    hsts: options.secure,
    referrerPolicy: { policy: 'same-origin' },
  })
  // First of all hooks: whatever a later one refuses carries these headers too.
  app.addHook('onRequest', (request, reply, next) => {
    reply.headers(secure).header('x-request-id', request.id)
    next()
  })
  await app.register(compress, { threshold: 2048, encodings: ['gzip'], globalDecompression: false })
  await app.register(cookie)
  await app.register(formbody)
  await app.register(multipart, { limits: { files: 1, fileSize: mostFileBytes, fields: 10, fieldSize: 10_000 } })
  await app.register(rateLimit, {
    max: options.mostPerMinute,
    timeWindow: '1 minute',
    errorResponseBuilder: () => new TooMany(),
    addHeaders: noCounters,
  })
  app.addHook('onRequest', (request, reply, next) => {
    if (isForeign(request)) tell(reply, { code: 'forbidden-origin' })
    else next()
  })
  app.setNotFoundHandler((_request, reply) => tell(reply, { code: 'not-found' }))
  app.setErrorHandler((error: FastifyError, request, reply) => answerError(error, request, reply, tell))
  return app
}

const policyOf = (secure: boolean) => ({
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  // Aksel sets widths and positions as style attributes.
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  frameAncestors: ["'none'"],
  formAction: ["'self'", 'https://wa.me'],
  upgradeInsecureRequests: secure ? [] : null,
})

// How many requests are left is nobody's business; when to come again is told with the refusal itself.
const noCounters = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false } as const

class TooMany extends Error {
  readonly statusCode = 429
}

/**
 * Changes are only taken from our own pages. Browsers name the origin of every form and fetch that posts; a program
 * that calls the API names none and holds no cookie that a foreign page could ride on.
 */
function isForeign({ method, headers: { origin }, host }: FastifyRequest): boolean {
  if (method === 'GET' || method === 'HEAD' || origin === undefined) return false
  return !URL.canParse(origin) || new URL(origin).host !== host
}

const byStatus: Readonly<Record<number, Refusal>> = {
  400: { code: 'invalid', fields: [] },
  415: { code: 'invalid', fields: ['content-type'] },
  429: { code: 'rate-limited', retryAfter: 60 },
}

/** Somebody who reads pages gets a page; `/api` speaks JSON to everybody. */
const tellerOf =
  (page: ProblemPage | undefined): ProblemPage =>
  (reply, refusal) => {
    const { url, headers, log } = reply.request
    const reads = !url.startsWith('/api') && (headers.accept ?? '').includes('text/html')
    if (!page || !reads) return sendRefusal(reply, refusal)
    try {
      return page(reply, refusal)
    } catch (error) {
      // What broke may have been the drawing of pages itself.
      log.error({ err: error }, 'fault')
      return sendRefusal(reply, refusal)
    }
  }

/** What went wrong outside the law: a body that can't be read, too much of it, the database away, or a fault of ours. */
function answerError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
  tell: ProblemPage,
): FastifyReply {
  const fault = faultOf(error)
  if (fault === 'away' || fault === 'full') {
    if (fault === 'full')
      request.log.error({ err: error }, 'a disk is full: nothing can be written until there is room')
    else request.log.warn({ err: error }, 'the database is away')
    return tell(reply, { code: 'unavailable', retryAfter })
  }
  if (error.code === 'FST_REQ_FILE_TOO_LARGE') return tell(reply, { code: 'file-too-large', limit: mostFileBytes })
  if (error instanceof UnknownDistrict) return tell(reply, { code: 'wrong-district' })
  const { bodyLimit } = request.routeOptions
  if (error.statusCode === 413) return tell(reply, { code: 'too-large', limit: bodyLimit ?? mostBytes })
  const known = byStatus[error.statusCode ?? 500]
  if (known) return tell(reply, known)
  request.log.error({ err: error }, 'fault')
  return tell(reply, { code: 'internal' })
}

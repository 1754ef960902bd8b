import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import { sendRefusal } from '../../platform/http/answers.ts'

const webFolder = join(import.meta.dirname, '../../../../web/dist')
const year = 31_536_000

/** Whoever asks again every few seconds must not be kept waiting as long as somebody with work in hand. */
const readyPatienceMs = 2_000

/** Whether this process lives, and whether it can do its work. */
export function serveHealth(app: FastifyInstance, pool: Pool): void {
  app.get('/healthz', { config: { rateLimit: false } }, () => ({ status: 'ok' }))
  app.get('/readyz', { config: { rateLimit: false } }, async (_request, reply) => {
    const started = performance.now()
    try {
      await soonOrNever(pool.query('select 1'))
      return { status: 'ready', databaseMs: Math.round(performance.now() - started) }
    } catch {
      return reply
        .code(503)
        .header('retry-after', '3')
        .send({ status: 'not ready', why: 'the database does not answer' })
    }
  })
}

/** Gives up waiting: a connection may be slow to come, or to answer, or all of them may be held by others who wait. */
async function soonOrNever(asked: Promise<unknown>): Promise<void> {
  const ends = new AbortController()
  const late = sleep(readyPatienceMs, undefined, { signal: ends.signal, ref: false }).then(() => {
    throw new Error('no answer in time')
  })
  // Whichever comes second is nobody's any more.
  for (const promise of [asked, late]) promise.catch(() => undefined)
  await Promise.race([asked, late]).finally(() => ends.abort())
}

/** The built desk below /meja/ and the public face's files below /aset/. Hashed names are kept for a year. */
export async function serveWeb(app: FastifyInstance): Promise<void> {
  await stat(join(webFolder, 'desk/index.html')).catch((error: unknown) => {
    throw new Error('the web is not built: run "npm run build"', { cause: error })
  })
  const files = { wildcard: false, preCompressed: true, maxAge: `${year}s`, immutable: true, index: false } as const
  await app.register(fastifyStatic, { ...files, root: join(webFolder, 'desk'), prefix: '/meja/' })
  await app.register(fastifyStatic, {
    ...files,
    root: join(webFolder, 'public'),
    prefix: '/aset/',
    decorateReply: false,
  })
  // Deep links belong to the desk's own router; its page is never kept, so that an update is seen at once. Both
  // addresses are needed: to this router `/meja` and `/meja/` are one, and a redirect between them would never end.
  app.get('/meja/assets/*', (_request, reply) => sendRefusal(reply, { code: 'not-found' }))
  for (const address of ['/meja', '/meja/*'])
    app.get(address, (_request, reply) =>
      reply
        .header('cache-control', 'no-cache')
        .sendFile('index.html', join(webFolder, 'desk'), { cacheControl: false }),
    )
}

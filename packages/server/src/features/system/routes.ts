import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import { sendRefusal } from '../../platform/http/answers.ts'
import { soonOrNever } from '../../platform/soon-or-never.ts'

const webFolder = join(import.meta.dirname, '../../../../web/dist')
const year = 31_536_000

/** Whoever asks again every few seconds must not be kept waiting as long as somebody with work in hand. */
const readyPatienceMs = 2_000

/** Whether this process lives, and whether it can do its work. */
export function serveHealth(app: FastifyInstance, pool: Pool, number: number | null = null): void {
  // Which of several processes behind the port answered: for whoever asks why one of them is different.
  const health = { status: 'ok', ...(number === null ? {} : { process: number }) }
  app.get('/healthz', { config: { rateLimit: false } }, () => health)
  app.get('/readyz', { config: { rateLimit: false } }, async (_request, reply) => {
    const started = performance.now()
    try {
      // A connection may be slow to come, or to answer, or all of them may be held by others who wait.
      await soonOrNever(pool.query('select 1'), readyPatienceMs)
      return { status: 'ready', databaseMs: Math.round(performance.now() - started) }
    } catch {
      return reply
        .code(503)
        .header('retry-after', '3')
        .send({ status: 'not ready', why: 'the database does not answer' })
    }
  })
}

/** The built desk below /meja/, the field face below /lapangan/ and the public face's files below /aset/. Hashed names are kept for a year. */
export async function serveWeb(app: FastifyInstance): Promise<void> {
  await stat(join(webFolder, 'desk/index.html')).catch((error: unknown) => {
    throw new Error('the web is not built: run "npm run build"', { cause: error })
  })
  const files = { wildcard: false, preCompressed: true, maxAge: `${year}s`, immutable: true, index: false } as const
  await app.register(fastifyStatic, { ...files, root: join(webFolder, 'desk'), prefix: '/meja/' })
  await app.register(fastifyStatic, {
    ...files,
    root: join(webFolder, 'field'),
    prefix: '/lapangan/',
    decorateReply: false,
    globIgnore: alwaysNew,
  })
  await app.register(fastifyStatic, {
    ...files,
    root: join(webFolder, 'public'),
    prefix: '/aset/',
    decorateReply: false,
  })
  servePages(app, '/meja', 'desk')
  servePages(app, '/lapangan', 'field')
  // Asked for anew at each start: they tell a phone of a new release.
  for (const file of alwaysNew)
    app.get(`/lapangan/${file}`, (_request, reply) =>
      reply
        .header('cache-control', 'no-cache')
        .header('service-worker-allowed', '/lapangan')
        .sendFile(file, join(webFolder, 'field'), { cacheControl: false }),
    )
}

const alwaysNew = ['sw.js', 'manifest.webmanifest']

/**
 * Deep links belong to the face's own router; its page is never kept, so that an update is seen at once. Both addresses are
 * needed: to this router `/meja` and `/meja/` are one, and a redirect between them would never end.
 */
function servePages(app: FastifyInstance, at: string, face: string): void {
  app.get(`${at}/assets/*`, (_request, reply) => sendRefusal(reply, { code: 'not-found' }))
  for (const address of [at, `${at}/*`])
    app.get(address, (_request, reply) =>
      reply.header('cache-control', 'no-cache').sendFile('index.html', join(webFolder, face), { cacheControl: false }),
    )
}

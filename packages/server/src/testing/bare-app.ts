import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { FastifyInstance } from 'fastify'
import { buildApp } from '../platform/http/build-app.ts'
import type { Person } from '../platform/http/route.ts'
import type { Doorkeeper } from '../platform/http/serve.ts'
import { openLog } from '../platform/telemetry/log.ts'
import type { Door } from './door.ts'
import { doorInto } from './door.ts'

/** The HTTP server by itself, without a database: for tests of what stands between a request and the code behind it. */
export interface BareApp {
  readonly app: FastifyInstance
  readonly door: Door
  readonly logged: string[]
}

/** Opens a bare server. */
export async function bareApp(own: Partial<Parameters<typeof buildApp>[0]> = {}): Promise<BareApp> {
  const logged: string[] = []
  const logger = openLog('info', { write: (line) => void logged.push(line) })
  const app = await buildApp({ logger, trustProxy: 0, secure: false, mostPerMinute: 1_000_000, ...own })
  return { app, logged, door: doorInto(app) }
}

/** Knows one person by the cookie `openslrt=known`, who acts from one office; nobody else. */
export function keeperOf(actor: StaffActor): Doorkeeper {
  const person: Person = { staff: actor.staff, name: 'Petugas', posts: [{ office: actor.office, role: 'bo' }] }
  return {
    whoIs: async (request) => (request.cookies['openslrt'] === 'known' ? person : null),
    isEntering: async (request) => request.cookies['openslrt'] !== undefined,
    actorAt: (_person, office) => (office === null || office === actor.office ? actor : null),
  }
}

/** The cookie by which the keeper knows its person. */
export const known = { cookie: 'openslrt=known' } as const

import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { sights } from '@openslrt/core/access/permission.ts'
import { officeId, staffId } from '@openslrt/core/kernel/id.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Pool } from 'pg'
import { digestOf, newToken } from '../../platform/auth/token.ts'
import { sourceOf } from '../../platform/http/address.ts'
import type { Person } from '../../platform/http/route.ts'
import type { Reference } from '../reference/index.ts'
import { agentOf } from './log.ts'
import type { SessionRow, Stage, Via } from './queries.ts'
import { endSession, findPerson, findSession, saveSession, touchSession } from './queries.ts'
import { hasFactor } from './queries-factor.ts'
import { keyIn, makeServiceKeys } from './service-keys.ts'

/** What somebody showed so far: whether a second factor was among it, and by which door they came. */
export interface Shown {
  readonly second: boolean
  readonly via: Via
}

export interface Sessions {
  /** Begins a session and sets its cookie. `next` says what is left to do before it opens anything. */
  begin(
    request: FastifyRequest,
    reply: FastifyReply,
    staff: string,
    shown: Shown,
  ): Promise<{ next: Stage; person: Person | null }>
  end(request: FastifyRequest, reply: FastifyReply): Promise<void>
  /** Who is in, all steps done, or the program whose key is shown; nobody else is anybody. */
  whoIs(request: FastifyRequest): Promise<Person | null>
  isEntering(request: FastifyRequest): Promise<boolean>
  /** The session of a person who is in with a browser. */
  own(request: FastifyRequest): Promise<SessionRow | null>
  /** The session of somebody who has one of these steps left. */
  at(request: FastifyRequest, stages: readonly Stage[]): Promise<SessionRow | null>
  /** Whether a role that this person holds needs a second factor. */
  needsFactor(person: Pick<Person, 'posts'>): boolean
  /** The rights of a person at one of their offices; null when they hold no post there. */
  actorAt(who: Person, office: string | null): StaffActor | null
  /** Forgets what is kept of everyone: after posts or people changed. */
  forget(): void
}

export interface SessionParts {
  readonly pool: Pool
  readonly reference: Reference
  readonly secure: boolean
  /** People of a demo do without a second factor: it says so to everybody, and holds nobody's data. */
  readonly isDemo: () => boolean
  readonly keyRequestsPerMinute: number
  /** After so many days a session ends, however much it is used. */
  readonly mostDays: number
}

const cookieName = 'openslrt'
/** A working day away from the desk ends a session; every use within it starts it anew, until its days are over. */
const lifeMs = 10 * 60 * 60_000
/** How long the step after the password may take: long enough to set up an app on a new phone. */
const stepMs = 15 * 60_000
const touchMs = 5 * 60_000
/** A session is looked up once in this time per process, so an ended one works on elsewhere for two seconds at most. */
const keepMs = 2_000

/** Server-side sessions: the cookie holds a random token, the database its digest. */
export function makeSessions(parts: SessionParts): Sessions {
  const { pool, reference, secure, isDemo, keyRequestsPerMinute } = parts
  const kept = keptSessions(parts)
  const cookieOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
  const needsFactor: Sessions['needsFactor'] = ({ posts }) =>
    !isDemo() && posts.some((post) => roleAt(reference, post)?.secondFactor)
  const keys = makeServiceKeys({ pool, needsFactor, mostPerMinute: keyRequestsPerMinute })
  // Asked at every use: a role that needs more than this session showed closes it, and the next sign-in leads on.
  const isIn = (row: SessionRow): boolean => row.stage === 'in' && (row.second_at !== null || !needsFactor(row))
  const rowOf = async (request: FastifyRequest): Promise<SessionRow | null> => {
    const text = keyIn(request) === null ? request.cookies[cookieName] : undefined
    return text ? kept.look(text) : null
  }
  const own = async (request: FastifyRequest): Promise<SessionRow | null> => {
    const row = await rowOf(request)
    return row && isIn(row) ? row : null
  }
  return {
    async begin(request, reply, staff, { second, via }) {
      const now = new Date()
      const person = await findPerson(pool, staff, now)
      if (!person) return { next: 'in', person: null }
      const next = second ? 'in' : await stepLeft(pool, staff, needsFactor(person))
      const token = newToken()
      const until = new Date(now.getTime() + (next === 'in' ? lifeMs : stepMs))
      const session = { staff, stage: next, via, second, source: sourceOf(request), agent: agentOf(request) }
      await saveSession(pool, token.digest, session, now, until)
      reply.setCookie(cookieName, token.text, cookieOptions)
      return { next, person }
    },
    async end(request, reply) {
      const text = request.cookies[cookieName]
      if (text) await endSession(pool, digestOf(text))
      kept.forget()
      reply.clearCookie(cookieName, cookieOptions)
    },
    async whoIs(request) {
      const key = keyIn(request)
      return key === null ? own(request) : keys.whoIs(key)
    },
    async isEntering(request) {
      const row = await rowOf(request)
      return row !== null && (row.stage !== 'in' || isIn(row))
    },
    own,
    async at(request, stages) {
      const row = await rowOf(request)
      return row && stages.includes(row.stage) ? row : null
    },
    needsFactor,
    actorAt: (who, office) => staffActor(reference, who, office),
    forget() {
      kept.forget()
      keys.forget()
    },
  }
}

/** Sessions as they were looked up lately: a screen asks several things at once, each under the same cookie. */
function keptSessions({ pool, mostDays }: SessionParts) {
  const kept = new Map<string, { readonly until: number; readonly row: Promise<SessionRow | null> }>()
  return {
    look(text: string): Promise<SessionRow | null> {
      // Not the clock of the day: set back an hour, it would keep for an hour what was ended meanwhile.
      const now = performance.now()
      const known = kept.get(text)
      if (known && known.until > now) return known.row
      if (kept.size > 10_000) kept.clear()
      const row = readSession(pool, digestOf(text), new Date(), mostDays)
      kept.set(text, { until: now + keepMs, row })
      row.catch(() => kept.delete(text))
      return row
    },
    forget: () => kept.clear(),
  }
}

async function stepLeft(pool: Pool, staff: string, needed: boolean): Promise<Stage> {
  if (await hasFactor(pool, staff)) return 'code'
  return needed ? 'set-up' : 'in'
}

async function readSession(pool: Pool, token: Buffer, now: Date, mostDays: number): Promise<SessionRow | null> {
  const row = await findSession(pool, token, now)
  if (row?.stage === 'in' && Math.abs(now.getTime() - row.seen_at.getTime()) > touchMs)
    await touchSession(pool, token, now, new Date(now.getTime() + lifeMs), mostDays)
  return row
}

/** ACCESS-6 A person acts from one office with what their roles there allow, joined, and nothing from elsewhere. */
export function staffActor(
  reference: Reference,
  who: Pick<Person, 'staff' | 'posts' | 'only'>,
  office: string | null,
): StaffActor | null {
  const at = office ?? who.posts[0]?.office
  const row = at ? reference.offices().get(officeId.parse(at)) : undefined
  const roles = who.posts.filter((post) => post.office === at).flatMap((post) => roleAt(reference, post) ?? [])
  if (!row?.active || roles.length === 0) return null
  // The widest sight that any of the roles gives.
  const sees = sights.find((sight) => roles.some((role) => role.sees === sight)) ?? 'none'
  return {
    kind: 'staff',
    staff: staffId.parse(who.staff),
    office: row.id,
    place: row.place,
    level: row.level,
    permissions: new Set(
      roles.flatMap((role) => role.permissions).filter((right) => who.only?.includes(right) ?? true),
    ),
    restricted: new Set(roles.flatMap((role) => role.restricted)),
    sees,
  }
}

/** The role of a post as it holds today where its office lies. */
export function roleAt(reference: Reference, { office, role }: { office: string; role: string }) {
  const at = reference.offices().get(officeId.parse(office))
  return at && reference.role(role, at.place)
}

import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { sights } from '@openslrt/core/access/permission.ts'
import { officeId, staffId } from '@openslrt/core/kernel/id.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Pool } from 'pg'
import { digestOf, newToken } from '../../platform/auth/token.ts'
import type { Person } from '../../platform/http/route.ts'
import type { Reference } from '../reference/index.ts'
import type { SessionRow } from './queries.ts'
import { endSession, findSession, saveSession, touchSession } from './queries.ts'

export interface Sessions {
  /** Begins a session and sets its cookie. */
  begin(reply: FastifyReply, staff: string): Promise<Person | null>
  end(request: FastifyRequest, reply: FastifyReply): Promise<void>
  whoIs(request: FastifyRequest): Promise<Person | null>
  /** The rights of a person at one of their offices; null when they hold no post there. */
  actorAt(who: Person, office: string | null): StaffActor | null
  /** Forgets what is kept of everyone: after posts or people changed. */
  forget(): void
}

const cookieName = 'openslrt'
/** A working day away from the desk ends a session; every use within it starts it anew. */
const lifeMs = 10 * 60 * 60_000
const touchMs = 5 * 60_000
/** A session is looked up once in this time per process, so an ended one works on elsewhere for two seconds at most. */
const keepMs = 2_000

/** Server-side sessions: the cookie holds a random token, the database its digest. */
export function makeSessions(pool: Pool, reference: Reference, secure: boolean): Sessions {
  const kept = new Map<string, { readonly until: number; readonly row: Promise<SessionRow | null> }>()
  const cookieOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
  const look = (text: string): Promise<SessionRow | null> => {
    const now = Date.now()
    const known = kept.get(text)
    if (known && known.until > now) return known.row
    if (kept.size > 10_000) kept.clear()
    const row = readSession(pool, digestOf(text), new Date(now))
    kept.set(text, { until: now + keepMs, row })
    row.catch(() => kept.delete(text))
    return row
  }
  return {
    async begin(reply, staff) {
      const token = newToken()
      const now = Date.now()
      await saveSession(pool, token.digest, staff, new Date(now), new Date(now + lifeMs))
      reply.setCookie(cookieName, token.text, cookieOptions)
      return look(token.text)
    },
    async end(request, reply) {
      const text = request.cookies[cookieName]
      if (text) await endSession(pool, digestOf(text))
      kept.clear()
      reply.clearCookie(cookieName, cookieOptions)
    },
    async whoIs(request) {
      const text = request.cookies[cookieName]
      return text ? look(text) : null
    },
    actorAt: (who, office) => staffActor(reference, who, office),
    forget: () => kept.clear(),
  }
}

async function readSession(pool: Pool, token: Buffer, now: Date): Promise<SessionRow | null> {
  const row = await findSession(pool, token, now)
  if (row && now.getTime() - row.seen_at.getTime() > touchMs)
    await touchSession(pool, token, now, new Date(now.getTime() + lifeMs))
  return row
}

/** ACCESS-6 A person acts from one office with what their roles there allow, joined, and nothing from elsewhere. */
export function staffActor(
  reference: Reference,
  who: Pick<Person, 'staff' | 'posts'>,
  office: string | null,
): StaffActor | null {
  const at = office ?? who.posts[0]?.office
  const row = at ? reference.offices().get(officeId.parse(at)) : undefined
  const roles = who.posts.filter((post) => post.office === at).flatMap((post) => reference.role(post.role) ?? [])
  if (!row?.active || roles.length === 0) return null
  // The widest sight that any of the roles gives.
  const sees = sights.find((sight) => roles.some((role) => role.sees === sight)) ?? 'none'
  return {
    kind: 'staff',
    staff: staffId.parse(who.staff),
    office: row.id,
    place: row.place,
    level: row.level,
    permissions: new Set(roles.flatMap((role) => role.permissions)),
    restricted: new Set(roles.flatMap((role) => role.restricted)),
    sees,
  }
}

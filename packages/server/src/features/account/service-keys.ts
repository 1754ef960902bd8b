import type { Permission } from '@openslrt/core/access/permission.ts'
import type { FastifyRequest } from 'fastify'
import type { Pool } from 'pg'
import { digestOf, newToken } from '../../platform/auth/token.ts'
import type { Person } from '../../platform/http/route.ts'
import type { KeyHolder } from './queries-keys.ts'
import { findKey, touchKey } from './queries-keys.ts'

/** What begins a key, so that one that went astray is known for what it is wherever it turns up. */
const keyPrefix = 'slrt_'
const reading: readonly Permission[] = ['case.read', 'figures.read']
/** As for sessions: a key that was revoked works on in another process for two seconds at most. */
const keepMs = 2_000
const minuteMs = 60_000

export interface ServiceKeysParts {
  readonly pool: Pool
  readonly needsFactor: (person: Pick<Person, 'posts'>) => boolean
  /** How many requests one key may send in a minute, from wherever. */
  readonly mostPerMinute: number
}

export interface ServiceKeys {
  /** The program behind the key that a request shows; null when the key opens nothing. */
  whoIs(key: string): Promise<Person | null>
  forget(): void
}

/** A new key and the digest that is kept of it. */
export function newKey(): { readonly key: string; readonly digest: Buffer } {
  const key = `${keyPrefix}${newToken().text}`
  return { key, digest: digestOf(key) }
}

/** The key that a request shows, if it shows one: then its cookies count for nothing. */
export function keyIn({ headers: { authorization } }: FastifyRequest): string | null {
  return /^bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? null
}

/** ACCOUNT-16 Lets programs in by their keys, each as often in a minute as it may. */
export function makeServiceKeys({ pool, needsFactor, mostPerMinute }: ServiceKeysParts): ServiceKeys {
  const kept = new Map<string, { readonly until: number; readonly holder: Promise<KeyHolder | null> }>()
  const spend = allowance(mostPerMinute)
  const look = (key: string): Promise<KeyHolder | null> => {
    const now = performance.now()
    const known = kept.get(key)
    if (known && known.until > now) return known.holder
    if (kept.size > 10_000) kept.clear()
    const holder = readKey(pool, key)
    kept.set(key, { until: now + keepMs, holder })
    holder.catch(() => kept.delete(key))
    return holder
  }
  return {
    async whoIs(key) {
      const holder = await look(key)
      if (!holder) return null
      const { id, staff, name, office, role, reach } = holder
      const person: Person = {
        staff,
        name,
        posts: [{ office, role }],
        ...(reach === 'read' && { only: reading }),
      }
      // A role may come to need a second factor after the key was given; a program has none.
      if (needsFactor(person)) return null
      spend(id)
      return person
    },
    forget: () => kept.clear(),
  }
}

async function readKey(pool: Pool, key: string): Promise<KeyHolder | null> {
  const now = new Date()
  const holder = await findKey(pool, digestOf(key), now)
  if (holder) await touchKey(pool, holder.id, now)
  return holder
}

/** Counts what each key sent in this minute, and throws when it was too much. */
function allowance(most: number): (id: string) => void {
  const sent = new Map<string, number>()
  let minute = 0
  return (id) => {
    const now = Math.floor(performance.now() / minuteMs)
    if (now !== minute) sent.clear()
    minute = now
    const count = (sent.get(id) ?? 0) + 1
    sent.set(id, count)
    if (count > most) throw new KeySpent()
  }
}

/** Answered by the server as any other "too fast". */
class KeySpent extends Error {
  readonly statusCode = 429
}

import type { Actor } from '@openslrt/core/access/actor.ts'
import { rangeOf } from '@openslrt/core/place/code.ts'
import type { Pool, PoolClient } from 'pg'
import { escapeLiteral } from 'pg'

/** What a transaction may see and write. What it does not name is not seen: the database's second wall reads this. */
export interface Scope {
  readonly ledger?: string
  readonly placeFrom?: string
  readonly placeTo?: string
  readonly office?: string
  readonly restricted?: string
  readonly case?: string
  readonly figuresFrom?: string
  readonly figuresTo?: string
}

const settingOf: Readonly<Record<keyof Scope, string>> = {
  ledger: 'ledger',
  placeFrom: 'place_from',
  placeTo: 'place_to',
  office: 'office',
  restricted: 'restricted',
  case: 'case',
  figuresFrom: 'figures_from',
  figuresTo: 'figures_to',
}

/** ACCESS-5 The scope of an actor, for the transaction that acts on one ledger (or only reads, without one). */
export function scopeOf(actor: Actor, ledger: string | null): Scope {
  const own = ledger === null ? {} : { ledger }
  if (actor.kind === 'citizen' || actor.kind === 'clock') return { ...own, ...(actor.case ? { case: actor.case } : {}) }
  if (actor.kind !== 'staff') return own
  const range = rangeOf(actor.place)
  const reads = actor.permissions.has('case.read')
  const places = reads && actor.sees === 'place' ? { placeFrom: range.from, placeTo: range.to } : {}
  const office =
    reads && actor.sees !== 'none' ? { office: actor.office, restricted: [...actor.restricted].join(',') } : {}
  const figures = actor.permissions.has('figures.read') ? { figuresFrom: range.from, figuresTo: range.to } : {}
  return { ...own, ...places, ...office, ...figures }
}

/** `set local` lines for a scope. Statements, not set_config(): only these travel to the machines of a cluster. */
export function scopeSql(scope: Scope): string {
  const keys = Object.keys(settingOf) as (keyof Scope)[]
  return keys
    .filter((key) => (scope[key] ?? '') !== '')
    .map((key) => `set local app.${settingOf[key]} = ${escapeLiteral(scope[key] ?? '')};`)
    .join('')
}

/** Runs in one transaction under a scope: opened and scoped in one message, committed, or rolled back on any throw. */
export async function inScope<T>(pool: Pool, scope: Scope, run: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query(`begin;${scopeSql(scope)}`)
    const value = await run(client)
    await client.query('commit')
    client.release()
    return value
  } catch (error) {
    await abandon(client)
    throw error
  }
}

/** Lets the rest of a transaction see one more case: the one that a command was already let into. */
export async function admitCase(client: PoolClient, caseId: string): Promise<void> {
  await client.query(scopeSql({ case: caseId }))
}

async function abandon(client: PoolClient): Promise<void> {
  try {
    await client.query('rollback')
    client.release()
  } catch (error) {
    // The connection itself is gone: it must not go back to the pool.
    client.release(error instanceof Error ? error : true)
  }
}

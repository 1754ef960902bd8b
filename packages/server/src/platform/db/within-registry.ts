import type { Actor } from '@openslrt/core/access/actor.ts'
import { rangeOf } from '@openslrt/core/place/code.ts'
import type { Fragment } from './sql.ts'
import { sql } from './sql.ts'

/**
 * REGISTRY-3 in SQL: which rows of `p`, people or families or what is kept of them, an actor sees by their village. It
 * stands in every query over them; row-level security says the same a second time.
 */
export function withinRegistry(actor: Actor): Fragment {
  if (actor.kind !== 'staff' || !actor.permissions.has('registry.read') || actor.sees !== 'place') return sql`false`
  const { from, to } = rangeOf(actor.place)
  return sql`(p.place >= ${from} and p.place < ${to})`
}

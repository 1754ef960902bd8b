import type { Actor } from '@openslrt/core/access/actor.ts'
import { rangeOf } from '@openslrt/core/place/code.ts'
import type { Fragment } from './sql.ts'
import { sql } from './sql.ts'

/**
 * REGISTRY-3 in SQL: which rows of `p`, people or families or what is kept of them, an actor sees by their village. It
 * stands in every query over them; row-level security says the same a second time.
 */
export function withinRegistry(actor: Actor): Fragment {
  return villagesOf(actor, sql.raw('p'))
}

/**
 * REGISTRY-3 in SQL: which records of `p` an actor reads: those that were given within their place, and those of whoever
 * lives there now. A value on a card would otherwise come from nobody as soon as its family moves.
 */
export function recordsWithinRegistry(actor: Actor): Fragment {
  const lives = (table: Fragment) =>
    sql`exists (select 1 from ${table} h where h.district = p.district and h.id = p.holder and ${villagesOf(actor, sql.raw('h'))})`
  return sql`(${withinRegistry(actor)} or ${lives(sql.raw('person'))} or ${lives(sql.raw('family'))})`
}

function villagesOf(actor: Actor, row: Fragment): Fragment {
  if (actor.kind !== 'staff' || !actor.permissions.has('registry.read') || actor.sees !== 'place') return sql`false`
  const { from, to } = rangeOf(actor.place)
  return sql`(${row}.place >= ${from} and ${row}.place < ${to})`
}

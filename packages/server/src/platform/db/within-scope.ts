import type { Actor } from '@openslrt/core/access/actor.ts'
import { rangeOf } from '@openslrt/core/place/code.ts'
import type { Fragment } from './sql.ts'
import { sql } from './sql.ts'

/**
 * ACCESS-4 in SQL: which rows of `cases c` an actor sees. It stands in every query over cases; row-level security says
 * the same a second time, and a property test holds both against core's `sees`.
 */
export function withinScope(actor: Actor): Fragment {
  if (actor.kind === 'citizen' || actor.kind === 'clock') return sql`c.id = ${actor.case ?? null}::uuid`
  if (actor.kind !== 'staff' || !actor.permissions.has('case.read') || actor.sees === 'none') return sql`false`
  const open = sql`(c.restricted is null or c.restricted = any(${[...actor.restricted]}::text[]))`
  return sql`((${underPlaceOrHere(actor.sees === 'place' ? actor.place : null, actor.office)} and ${open}) or ${granted(actor.office)})`
}

function underPlaceOrHere(place: Parameters<typeof rangeOf>[0] | null, office: string): Fragment {
  const here = sql`c.office = ${office}::uuid`
  if (place === null) return here
  const { from, to } = rangeOf(place)
  return sql`((c.place >= ${from} and c.place < ${to}) or ${here})`
}

const granted = (office: string): Fragment =>
  sql`exists (select 1 from case_grant g where g.district = c.district and g.case_id = c.id and g.office = ${office}::uuid and g.withdrawn_at is null and g.until > now())`

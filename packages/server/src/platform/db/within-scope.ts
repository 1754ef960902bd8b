import type { Actor, StaffActor } from '@openslrt/core/access/actor.ts'
import type { GrantField } from '@openslrt/core/case/case.ts'
import { ledgerOf, levelOf, nationPlace, rangeOf } from '@openslrt/core/place/code.ts'
import type { Fragment } from './sql.ts'
import { sql } from './sql.ts'

/**
 * ACCESS-4 in SQL: which rows of `cases c` an actor sees. It stands in every query over cases; row-level security says
 * the same a second time, and a property test holds both against core's `sees`.
 */
export function withinScope(actor: Actor): Fragment {
  if (actor.kind === 'citizen' || actor.kind === 'clock' || actor.kind === 'provider')
    return sql`c.id = ${actor.case ?? null}::uuid`
  if (actor.kind !== 'staff' || !actor.permissions.has('case.read') || actor.sees === 'none') return sql`false`
  return sql`(${ownOf(actor)} or ${granted(actor.office)})`
}

/** The same for lists, which name no district themselves: what a reader can reach at all is said first. */
export function withinReach(actor: Actor): Fragment {
  return actor.kind === 'staff' ? sql`(${inReach(actor)} and ${withinScope(actor)})` : withinScope(actor)
}

/**
 * ACCESS-7 in SQL: which rows of `cases c` show an actor this part of a case: their own show all of it, those of others
 * what a grant names. It stands beside `withinScope` wherever something is looked for in that part: whoever may not read
 * a number must not be able to try whether it is there.
 */
export const showing = (actor: StaffActor, part: GrantField): Fragment =>
  sql`(${ownOf(actor)} or ${granted(actor.office, part)})`

/**
 * ACCESS-20 Which rows of `cases c` an actor sees whole. What is counted or filtered by what happened to a case is counted
 * among these: of a granted case that would tell more than its grant names.
 */
export const seenWhole = (actor: StaffActor): Fragment => ownOf(actor)

/**
 * The districts in which an actor can see anything: those of their place, of cases that lie with them, and of cases that
 * they were granted. It follows from the rest, and is said because every index of cases begins with the district:
 * without it a manager's list was found by reading the cases of the whole country.
 */
function inReach({ place, office }: StaffActor): Fragment {
  // Whoever looks after the nation is bounded by nothing.
  if (place === nationPlace) return sql`true`
  const grants = sql`array(select distinct g.district from case_grant g where g.office = ${office}::uuid and g.withdrawn_at is null and g.until > now())`
  const here = sql`array(select distinct k.district from cases k where k.office = ${office}::uuid)`
  return sql`c.district = any(${districtsOf(place)} || ${here} || ${grants})`
}

function districtsOf(place: StaffActor['place']): Fragment {
  if (levelOf(place) !== 'province') return sql`array[${ledgerOf(place)}::text]`
  const { from, to } = rangeOf(place)
  return sql`array(select p.code from place p where p.code >= ${from} and p.code < ${to} and p.level = 'district')`
}

function ownOf(actor: StaffActor): Fragment {
  const open = sql`(c.restricted is null or c.restricted = any(${[...actor.restricted]}::text[]))`
  return sql`(${underPlaceOrHere(actor.sees === 'place' ? actor.place : null, actor.office)} and ${open})`
}

function underPlaceOrHere(place: Parameters<typeof rangeOf>[0] | null, office: string): Fragment {
  const here = sql`c.office = ${office}::uuid`
  if (place === null) return here
  const { from, to } = rangeOf(place)
  return sql`((c.place >= ${from} and c.place < ${to}) or ${here})`
}

function granted(office: string, part?: GrantField): Fragment {
  const names = part ? sql` and ${part} = any(g.fields)` : sql``
  return sql`exists (select 1 from case_grant g where g.district = c.district and g.case_id = c.id and g.office = ${office}::uuid and g.withdrawn_at is null and g.until > now()${names})`
}

import { shippedRoles } from '@openslrt/core/access/shipped-roles.ts'
import { shippedLists } from '@openslrt/core/lists/shipped.ts'
import type { Client } from 'pg'

/** What holds everywhere until an office says otherwise. */
const everywhere = '00'
const rolesFrom = '2016-01-01'

/** Loads the lists, roles, holidays and hours that a new installation starts with. What offices changed stays as it is. */
export async function loadLists(owner: Client): Promise<void> {
  await loadItems(owner)
  await loadRoles(owner)
  await loadCalendar(owner)
}

async function loadItems(owner: Client): Promise<void> {
  const { items } = shippedLists
  await owner.query(
    `insert into list_item (list, code, place, names, data, valid_from, valid_to, position)
     select i.list, i.code, $7, i.names::jsonb, i.data::jsonb, i.valid_from::date, i.valid_to::date, i.position
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) with ordinality
       i(list, code, names, data, valid_from, valid_to, position)
     on conflict do nothing`,
    [
      items.map(({ list }) => list),
      items.map(({ code }) => code),
      items.map(({ names }) => JSON.stringify(names)),
      items.map(({ data }) => JSON.stringify(data)),
      items.map(({ from }) => from),
      items.map(({ until }) => until),
      everywhere,
    ],
  )
}

async function loadRoles(owner: Client): Promise<void> {
  for (const { code, permissions, restricted, sees, heldAt, givenFrom, secondFactor } of shippedRoles) {
    await owner.query(
      `insert into role as r (code, permissions, restricted, sees, valid_from, held_at, given_from, second_factor)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (code, valid_from) do update
       set held_at = coalesce(r.held_at, excluded.held_at), given_from = coalesce(r.given_from, excluded.given_from),
         second_factor = coalesce(r.second_factor, excluded.second_factor)
       where r.held_at is null or r.given_from is null or r.second_factor is null`,
      [code, permissions, restricted, sees, rolesFrom, heldAt, givenFrom, secondFactor],
    )
  }
}

async function loadCalendar(owner: Client): Promise<void> {
  const { holidays, officeHours } = shippedLists
  for (const { day, name, basis } of holidays) {
    await owner.query(
      'insert into calendar_day (place, day, name, basis) values ($1, $2, $3, $4) on conflict do nothing',
      [everywhere, day, name, basis],
    )
  }
  await owner.query(
    'insert into working_week (place, valid_from, week, basis) values ($1, $2, $3, $4) on conflict do nothing',
    [everywhere, officeHours.from, JSON.stringify(officeHours.week), officeHours.basis],
  )
}

import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { FamilyId, PersonId } from '@openslrt/core/kernel/id.ts'
import type { Day } from '@openslrt/core/kernel/instant.ts'
import type { LedgerCode, PlaceCode } from '@openslrt/core/place/code.ts'
import type { PersonStatus, Sex } from '@openslrt/core/registry/registry.ts'
import type { PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { rowsOf, sql } from '../../platform/db/sql.ts'
import { withinRegistry } from '../../platform/db/within-registry.ts'

/** A person as a search reads them: what ranks them and what is shown. The NIK stays sealed until it is shown. */
export interface FoundPerson {
  readonly id: PersonId
  readonly district: LedgerCode
  readonly name: string
  readonly nik: Buffer | null
  readonly nik_index: Buffer | null
  readonly phone_index: Buffer | null
  readonly kk_index: Buffer | null
  readonly birth_date: Day | null
  readonly sex: Sex | null
  readonly place: PlaceCode
  readonly place_name: string
  readonly family: FamilyId | null
  readonly status: PersonStatus
}

const columns = sql`p.id, p.district, p.name, p.nik, p.nik_index, p.phone_index, f.kk_index, p.birth_date::text, p.sex, p.place, pl.name as place_name, p.family, p.status`
const around = sql`left join family f on f.district = p.district and f.id = p.family left join place pl on pl.code = p.place`
const there = sql`p.status <> 'merged'`

/** People within scope whose NIK it is, or who stand on the family card with that number. */
export const selectByNumber = (
  client: PoolClient,
  actor: StaffActor,
  nik: Buffer,
  kk: Buffer,
): Promise<readonly FoundPerson[]> =>
  rowsOf<FoundPerson>(
    client,
    sql`select ${columns} from person p ${around} where p.nik_index = ${nik} and ${there} and ${withinRegistry(actor)}
      union all select ${columns} from family k join person p on p.district = k.district and p.family = k.id ${around}
        where k.kk_index = ${kk} and ${there} and ${withinRegistry(actor)} limit 100`,
  )

/** People of a district within scope, by their ids: one by one, or the planner reads all of the scope beside them. */
export const selectPeople = (
  client: PoolClient,
  actor: StaffActor,
  district: string,
  ids: readonly string[],
): Promise<readonly FoundPerson[]> =>
  rowsOf<FoundPerson>(
    client,
    sql`select ${columns} from unnest(${[...ids]}::uuid[]) i(id) join person p on p.district = ${district} and p.id = i.id ${around} where ${withinRegistry(actor)}`,
  )

/** The places that a search is for: a range of villages, and the one village or the sub-districts by which it is kept. */
export interface Area {
  readonly from: string
  readonly to: string
  readonly areas: readonly string[]
}

export interface Born {
  readonly district: string
  readonly day: Day
  readonly most: number
  /** Only those whose names have one of these: on days that offices write for unknown ones thousands were born. */
  readonly sounds: readonly string[]
}

/** People within scope who were born on a day, in an area of one district. */
export const selectBornOn = (
  client: PoolClient,
  actor: StaffActor,
  { from, to }: Area,
  { district, day, most, sounds }: Born,
): Promise<readonly FoundPerson[]> =>
  rowsOf<FoundPerson>(
    client,
    sql`select ${columns} from person p ${around} where p.district = ${district} and p.birth_date = ${day}::date
      and p.place >= ${from} and p.place < ${to} and ${there} and ${withinRegistry(actor)}
      and (${sounds.length} = 0 or string_to_array(p.name_sounds, '|') && ${[...sounds]}::text[]) limit ${most}`,
  )

/** How people are fetched by sounds: of each list they have one. */
export interface Sounding {
  readonly lists: readonly (readonly string[])[]
  readonly bornFrom: Day | null
  readonly bornTo: Day | null
  readonly most: number
}

/** What ranks somebody who was heard; all else is read under the wall, of those who are shown. */
export interface Heard {
  readonly district: string
  readonly id: string
  readonly name: string
  readonly birth_date: Day | null
}

/** Who within scope has a name that sounds like it, in an area of one district. */
export const selectSounding = (
  client: PoolClient,
  { from, to, areas }: Area,
  { lists, bornFrom, bornTo, most }: Sounding,
): Promise<readonly Heard[]> => {
  const keys = (list: readonly string[] | undefined): Fragment =>
    sql`${areas.flatMap((code) => (list ?? []).map((sound) => `${code}.${sound}`))}::text[]`
  const [first, second = first, third = first] = lists
  return rowsOf<Heard>(
    client,
    sql`select district, id, name, birth_date::text from person_sounding(${keys(first)}, ${keys(second)}, ${keys(third)}, ${from}, ${to}, ${bornFrom}::date, ${bornTo}::date, ${most})`,
  )
}

/** The sub-districts of a range of places. */
export async function subdistrictsIn(client: PoolClient, from: string, to: string): Promise<readonly string[]> {
  const rows = await rowsOf<{ code: string }>(
    client,
    sql`select code from place where level = 'subdistrict' and code >= ${from} and code < ${to}`,
  )
  return rows.map(({ code }) => code)
}

export interface CalledPlace {
  readonly code: PlaceCode
  readonly name: string
  readonly spelled: string
}

/** Places in a range whose name is one of these, spelled as names of places are looked for: small letters and digits only. */
export const placesCalled = (
  client: PoolClient,
  spelled: readonly string[],
  from: string,
  to: string,
): Promise<readonly CalledPlace[]> =>
  rowsOf<CalledPlace>(
    client,
    sql`select code, name, regexp_replace(lower(name), '[^a-z0-9]', '', 'g') as spelled from place
      where regexp_replace(lower(name), '[^a-z0-9]', '', 'g') = any(${[...spelled]}::text[])
        and level in ('village', 'subdistrict', 'district') and code >= ${from} and code < ${to} order by code limit 40`,
  )

import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data'
import type { Client } from 'pg'

interface Place {
  readonly code: string
  readonly name: string
  readonly level: string
  readonly parent: string | null
}

/** The day of the decree that gave Indonesia 38 provinces; codes in this list hold from then on. */
const validFrom = '2022-12-09'
const chunk = 20_000
const nation: Place = { code: '00', name: 'Indonesia', level: 'nation', parent: null }

/**
 * Loads the country's 38 provinces, 514 districts, 7,285 sub-districts and 83,762 villages (ODbL) from
 * idn-area-data when none are there yet; gives how many.
 */
export async function loadPlaces(owner: Client): Promise<number> {
  if (await isLoaded(owner)) return 0
  const places = await readPlaces()
  // All or none: a load that was cut off must not look like one that is done.
  await owner.query('begin')
  for (let at = 0; at < places.length; at += chunk) await insertPlaces(owner, places.slice(at, at + chunk))
  await owner.query('commit')
  // Without it the planner takes the table for a small one, and lists that name places were four times slower. Vacuumed
  // too: villages are then counted along an index alone.
  await owner.query('vacuum analyze place')
  return places.length
}

/** From the nation down, so that every place comes after the one it lies in. */
async function readPlaces(): Promise<readonly Place[]> {
  const [provinces, regencies, districts, villages] = await Promise.all([
    getProvinces(),
    getRegencies(),
    getDistricts(),
    getVillages(),
  ])
  return [
    nation,
    ...provinces.map(({ code, name }) => placeOf(code, name, 'province', nation.code)),
    ...regencies.map((it) => placeOf(it.code, it.name, 'district', it.province_code)),
    ...districts.map((it) => placeOf(it.code, it.name, 'subdistrict', it.regency_code)),
    ...villages.map((it) => placeOf(it.code, it.name, 'village', it.district_code)),
  ]
}

const placeOf = (code: string, name: string, level: string, parent: string): Place => ({
  code,
  name,
  level,
  parent,
})

async function insertPlaces(owner: Client, places: readonly Place[]): Promise<void> {
  await owner.query(
    `insert into place (code, name, level, parent, search_name, valid_from)
     select p.code, p.name, p.level, p.parent,
       case when p.level = 'district' then lower(regexp_replace(p.name, '^(Kabupaten|Kota) ', '')) else lower(p.name) end, $5::date
     from unnest($1::text[], $2::text[], $3::text[], $4::text[]) p(code, name, level, parent)`,
    [
      places.map(({ code }) => code),
      places.map(({ name }) => name),
      places.map(({ level }) => level),
      places.map(({ parent }) => parent),
      validFrom,
    ],
  )
}

async function isLoaded(owner: Client): Promise<boolean> {
  const { rowCount } = await owner.query('select 1 from place limit 1')
  return rowCount === 1
}

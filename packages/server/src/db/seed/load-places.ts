import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { shippedLists } from '@openslrt/core/lists/shipped.ts'
import type { Client } from 'pg'

interface Place {
  readonly code: string
  readonly name: string
  readonly level: string
  readonly parent: string | null
  readonly zone: string | null
}

const files = [
  { file: 'provinces.csv', level: 'province' },
  { file: 'regencies.csv', level: 'district' },
  { file: 'districts.csv', level: 'subdistrict' },
  { file: 'villages.csv', level: 'village' },
] as const

/** The day of the decree that gave Indonesia 38 provinces; codes in this list hold from then on. */
const validFrom = '2022-12-09'
const chunk = 20_000

/**
 * Loads the country's 38 provinces, 514 districts, 7,285 sub-districts and 83,762 villages (ODbL) from
 * idn-area-data when none are there yet; gives how many.
 */
export async function loadPlaces(owner: Client): Promise<number> {
  if (await isLoaded(owner)) return 0
  // All or none: a load that was cut off must not look like one that is done.
  await owner.query('begin')
  const loaded = await insertAll(owner)
  await owner.query('commit')
  // Until autovacuum comes by, a list that names places would be planned as if there were none: four times slower.
  await owner.query('analyze place')
  return loaded
}

async function insertAll(owner: Client): Promise<number> {
  const folder = join(dirname(createRequire(import.meta.url).resolve('idn-area-data/package.json')), 'data')
  const national: Place = { code: '00', name: 'Indonesia', level: 'nation', parent: null, zone: 'Asia/Jakarta' }
  let loaded = await insertPlaces(owner, [national])
  for (const { file, level } of files) {
    const text = await readFile(join(folder, file), 'utf8')
    const places = text
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => placeOf(line, level))
    for (let at = 0; at < places.length; at += chunk) loaded += await insertPlaces(owner, places.slice(at, at + chunk))
  }
  return loaded
}

// Names hold no commas but within quotes, and no quotes within quotes: checked by the count that the tests expect.
function placeOf(line: string, level: string): Place {
  const quoted = /"([^"]*)"\r?$/.exec(line)
  const columns = line.replace(/\r$/, '').split(',')
  const name = quoted?.[1] ?? columns.at(-1) ?? ''
  const code = columns[0] ?? ''
  const zone = level === 'district' || level === 'province' ? shippedLists.zoneOf(code) : null
  return { code, name, level, parent: level === 'province' ? '00' : (columns[1] ?? null), zone }
}

async function insertPlaces(owner: Client, places: readonly Place[]): Promise<number> {
  const { rowCount } = await owner.query(
    `insert into place (code, name, level, parent, zone, search_name, valid_from)
     select p.code, p.name, p.level, p.parent, p.zone, lower(regexp_replace(p.name, '^(Kabupaten|Kota|Provinsi) ', '')), $6::date
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) p(code, name, level, parent, zone)
     on conflict (code) do nothing`,
    [
      places.map(({ code }) => code),
      places.map(({ name }) => name),
      places.map(({ level }) => level),
      places.map(({ parent }) => parent),
      places.map(({ zone }) => zone),
      validFrom,
    ],
  )
  return rowCount ?? 0
}

async function isLoaded(owner: Client): Promise<boolean> {
  const { rowCount } = await owner.query('select 1 from place limit 1')
  return rowCount === 1
}

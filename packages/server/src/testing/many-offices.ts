import { createHash } from 'node:crypto'
import type { TestHouse } from './house.ts'

/** A well-formed id of some words. */
const id = (words: string): string => `overlay(overlay(md5(${words}) placing '4' from 13) placing '8' from 17)::uuid`

/** The id that the office of a place gets there. */
export function manyOfficeId(place: string): string {
  const hex = createHash('md5').update(`kantor ${place}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}

/**
 * A whole nation of offices, put there past the ledgers: one for every village, district and province, each with the
 * one above, and somebody who works there. A few inserts, five seconds.
 */
export async function manyOffices(house: Pick<TestHouse, 'owner'>): Promise<number> {
  await house.owner(
    `insert into office select ${id(`'kantor ' || code`)}, left(code, 5), 1, 0,
        case level when 'village' then 'Puskesos ' when 'district' then 'Sekretariat SLRT ' when 'province' then 'Dinas Sosial ' else 'Sekretariat Nasional ' end || name,
        case level when 'village' then 'puskesos' when 'district' then 'secretariat' when 'province' then 'province-office' else 'national-office' end,
        level, code,
        case level when 'village' then ${id(`'kantor ' || left(code, 5)`)} when 'district' then ${id(`'kantor ' || left(code, 2)`)} when 'province' then ${id(`'kantor 00'`)} end,
        true, '', '', '2026-01-01'
      from place where level <> 'subdistrict' and valid_to is null order by length(code), code`,
  )
  await house.owner(
    `insert into staff select ${id(`'petugas ' || id`)}, district, 1, 0, 'Petugas ' || substr(name, 10) || ' ' || left(md5(id::text), 4), true from office`,
  )
  await house.owner(
    `insert into post select ${id(`'tugas ' || id`)}, district, 1, 0, ${id(`'petugas ' || id`)}, id, 'fo', '2026-01-01', null from office`,
  )
  for (const table of ['office', 'staff', 'post']) await house.owner(`vacuum analyze ${table}`)
  const [row] = await house.owner<{ n: number }>('select count(*)::int as n from office')
  return row?.n ?? 0
}

import { randomUUID } from 'node:crypto'
import { sleman } from './a-district-office.ts'
import type { TestHouse } from './house.ts'

/** One of a family, as the registry would hold them. */
export interface Member {
  readonly name: string
  readonly born?: string
  readonly sex?: 'L' | 'P'
  readonly nik?: string
  readonly values?: object
}

/**
 * Lays a family with its people into the registry, past its commands: for tests of what is asked about families. The
 * ledger knows nothing of it.
 */
export async function layFamily(
  house: TestHouse,
  family: { readonly desil?: number; readonly values?: object; readonly place?: string },
  members: readonly Member[],
): Promise<{ readonly family: string; readonly people: readonly string[] }> {
  const { desil = null, values = {}, place = sleman.caturtunggal } = family
  const [id, district] = [randomUUID(), place.slice(0, 5)]
  const keys = await house.parts.ledger.keys.forDistrict(district)
  await house.owner(
    `insert into family (district, id, version, seq, place, address, said, desil, desil_source, status, complete, added_at, changed_at)
      values ($1, $2, 1, 1, $3, 'Jalan Melati', $4, $5, 'DTSEN', 'known', 0, now(), now())`,
    [district, id, place, JSON.stringify(values), desil],
  )
  const people: string[] = []
  for (const { name, born = null, sex = null, nik, values: said = {} } of members) {
    const person = randomUUID()
    people.push(person)
    await house.owner(
      `insert into person (district, id, version, seq, place, family, name, name_key, nik_index, birth_date, sex, said, status, complete, added_at, changed_at)
        values ($1, $2, 1, 1, $3, $4, $5, lower($5), $6, $7, $8, $9, 'known', 0, now(), now())`,
      [district, person, place, id, name, nik ? keys.index('nik', nik) : null, born, sex, JSON.stringify(said)],
    )
  }
  return { family: id, people }
}

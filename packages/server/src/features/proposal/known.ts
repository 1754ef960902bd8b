import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Json } from '@openslrt/core/kernel/json.ts'
import type { ProposalRow } from '@openslrt/core/proposal/proposal.ts'
import type { FamilyRow, PersonRow } from '@openslrt/core/registry/registry.ts'
import type { PoolClient } from 'pg'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { selectHolders } from './queries.ts'

type Known = Readonly<Record<string, string | null>>

/** What the registry knows of the people of these proposals, by official names, as text. */
export async function knownOf(
  { ledger }: CaseParts,
  client: PoolClient,
  reader: StaffActor,
  district: string,
  rows: readonly ProposalRow[],
): Promise<ReadonlyMap<string, Known>> {
  const keys = await ledger.keys.forDistrict(district)
  const ids = (field: 'person' | 'family') => rows.flatMap((row) => row[field] ?? [])
  const people = await selectHolders(client, reader, 'person', district, ids('person'))
  const families = await selectHolders(client, reader, 'family', district, ids('family'))
  const personOf = new Map(people.map((row) => [String(row['id']), ofPerson(rowOf('person', row, keys))]))
  const familyOf = new Map(families.map((row) => [String(row['id']), ofFamily(rowOf('family', row, keys))]))
  return new Map(
    rows.map(({ id, person, family }) => [
      id,
      { ...(family && familyOf.get(family)), ...(person && personOf.get(person)) },
    ]),
  )
}

const sexCodes = { L: '1', P: '2' } as const

const ofPerson = ({ values, birthDate, sex }: PersonRow): Known => ({
  ...texts(values),
  tanggal_lahir: birthDate,
  jenis_kelamin: sex && sexCodes[sex],
})

const ofFamily = ({ values, address, kk }: FamilyRow): Known => ({
  ...texts(values),
  alamat: address,
  nomor_kartu_keluarga: kk,
})

/** Values as a form takes them; several codes stand with commas between. */
const texts = (values: Readonly<Record<string, Json>>): Known =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value === null ? null : said(value)]))

const said = (value: Exclude<Json, null>): string => {
  if (Array.isArray(value)) return value.map(String).join(',')
  return typeof value === 'object' ? Object.values(value).map(String).join(',') : String(value)
}

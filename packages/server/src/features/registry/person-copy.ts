import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { ExportedHolding } from '@openslrt/core/contract/access-queries.ts'
import type { OfficeId } from '@openslrt/core/kernel/id.ts'
import { staffId } from '@openslrt/core/kernel/id.ts'
import type { LedgerCode } from '@openslrt/core/place/code.ts'
import type { PersonRow, RecordRow } from '@openslrt/core/registry/registry.ts'
import { saidOfFamily, saidOfPerson } from '@openslrt/core/registry/said.ts'
import type { PoolClient } from 'pg'
import { placeNames } from '../../platform/db/names.ts'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { Reference } from '../reference/index.ts'
import { inWords, villagesIn } from './copy-words.ts'
import { findFamily } from './load.ts'
import type { Found, Sought } from './queries-erase.ts'
import { selectHeld, selectNumbered, staffNames } from './queries-erase.ts'
import {
  tellAffected,
  tellApplication,
  tellingIn,
  tellNeed,
  tellParticipation,
  tellPpks,
  tellProposal,
  tellVisit,
} from './tell-things.ts'

/** Whose data, and what they are read with. */
interface Wanted {
  readonly district: LedgerCode
  readonly nik: string
  readonly keys: DistrictKeys
  readonly reference: Reference
}
type Told = Omit<ExportedHolding, 'looks'>

/** PRIVACY-9 What the registry holds of the person with a NIK, as far as the reader sees it: `ids` are person and family. */
export async function personHoldings(
  client: PoolClient,
  reader: StaffActor,
  wanted: Wanted,
): Promise<readonly { readonly ids: readonly string[]; readonly told: Told }[]> {
  const { district, nik, keys } = wanted
  const found = await selectNumbered(client, reader, district, keys.index('nik', nik))
  const told = []
  for (const row of found) {
    const person = rowOf('person', row, keys)
    const ids = [person.id, ...(person.family === null ? [] : [person.family])]
    told.push({ ids, told: await holdingOf(client, reader, person, wanted) })
  }
  return told
}

async function holdingOf(client: PoolClient, reader: StaffActor, person: PersonRow, wanted: Wanted): Promise<Told> {
  const { district, nik, keys, reference } = wanted
  const sought: Sought = {
    district,
    people: [person.id],
    families: person.family === null ? [] : [person.family],
    niks: [keys.index('nik', nik)],
    kks: [],
  }
  const held = (table: Found) => selectHeld(client, reader, table, sought)
  const family = person.family === null ? null : await findFamily(client, reader, district, person.family, keys)
  const records = (await held('registryRecord')).map((row) => rowOf('registryRecord', row, keys))
  const names = await staffNames(
    client,
    records.flatMap(({ by }) => staffOf(by) ?? []),
  )
  const tell = tellingIn(reference, district)
  const homes = [person.place, ...villagesIn(family && saidOfFamily(family), ...records.flatMap(heldIn))]
  const places = await placeNames(client, homes)
  const words = (values: unknown) => inWords(values, tell, places)
  return {
    id: person.id,
    district: person.district,
    name: person.name,
    placeName: places.get(person.place) ?? person.place,
    status: person.status,
    addedAt: person.addedAt,
    said: words(saidOfPerson(person)),
    family: family && words(saidOfFamily(family)),
    records: records.toSorted((one, other) => one.at - other.at).map((row) => recordOf(row, names, tell.office, words)),
    things: [
      ...(await held('need')).map((row) => tellNeed(rowOf('need', row, keys), tell)),
      ...(await held('application')).map((row) => tellApplication(rowOf('application', row, keys), tell)),
      ...(await held('participation')).map((row) => tellParticipation(rowOf('participation', row, keys), tell)),
      ...(await held('visit')).map((row) => tellVisit(rowOf('visit', row, keys), tell)),
      ...(await held('proposal')).map((row) => tellProposal(rowOf('proposal', row, keys), tell)),
      ...(await held('ppks')).map((row) => tellPpks(rowOf('ppks', row, keys), tell)),
      ...(await held('affected')).map((row) => tellAffected(rowOf('affected', row, keys), tell)),
    ].toSorted((one, other) => one.at - other.at),
  }
}

const heldIn = ({ values, was }: RecordRow) => [values, was]

const staffOf = (by: string): string | null => staffId.safeParse(by.replace('staff:', '')).data ?? null

const recordOf = (
  { of, at, by, office, way, source, values, was }: RecordRow,
  names: ReadonlyMap<string, string>,
  nameOf: (office: OfficeId | null) => string,
  words: (values: unknown) => Told['records'][number]['values'],
): Told['records'][number] => ({
  of,
  at,
  byName: names.get(staffOf(by) ?? '') ?? '',
  officeName: nameOf(office),
  way,
  source,
  values: words(values),
  was: words(was),
})

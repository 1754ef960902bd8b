import type { FamilyId, PersonId } from '@openslrt/core/kernel/id.ts'
import { familyId, heardId, personId, recordId } from '@openslrt/core/kernel/id.ts'
import type { Day } from '@openslrt/core/kernel/instant.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import type { SaidRow } from '@openslrt/core/load/check-row.ts'
import { heardOn } from '@openslrt/core/load/heard.ts'
import type { ChunkPlan, Known, Loading } from '@openslrt/core/load/plan-chunk.ts'
import { planChunk } from '@openslrt/core/load/plan-chunk.ts'
import type { FamilyRow, PersonRow } from '@openslrt/core/registry/registry.ts'
import type { PoolClient } from 'pg'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { madeId } from '../../platform/ledger/made-id.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { KnownRow, Numbered } from './queries-known.ts'
import { selectFamilies, selectHeard, selectPeople, selectSaid, selectSnapshots } from './queries-known.ts'

/** Where a chunk is planned. */
export interface Ground {
  readonly client: PoolClient
  readonly keys: DistrictKeys
  readonly zone: string
}

/** LOAD-8 Plans a chunk against what stands: whom its numbers name, and for which day each of their values stands. */
export const planAgainst = async (ground: Ground, rows: readonly SaidRow[], load: Loading): Promise<ChunkPlan> =>
  planChunk(rows, await lookUp(ground, rows, load), load)

/** What stands of those whom rows name. */
export async function lookUp(ground: Ground, rows: readonly SaidRow[], load: Loading): Promise<Known> {
  const known = await findKnown(ground, rows, load)
  const holders = [...known.people.values(), ...known.families.values()]
  const saidOn: Known['saidOn'] = holders.length === 0 ? () => '' : await findSayings(ground, holders, load)
  return { ...known, saidOn }
}

type Found = Omit<Known, 'saidOn'>

async function findKnown({ client, keys }: Ground, rows: readonly SaidRow[], load: Loading): Promise<Found> {
  const { district } = load
  const niks = numbersOf<PersonId>(
    rows.map(({ person }) => person?.nik),
    'nik',
    keys,
    district,
  )
  const kks = numbersOf<FamilyId>(
    rows.map(({ family }) => family?.kk),
    'kk',
    keys,
    district,
  )
  // Asked at once: where the connection need not wait for one answer to send the next question, both are one trip.
  const [people, families] = await Promise.all([
    selectPeople(client, niks).then((rows) => aliveOf(rows, (ids) => selectPeople(client, { digests: [], ids }))),
    selectFamilies(client, kks).then((rows) => aliveOf(rows, (ids) => selectFamilies(client, { digests: [], ids }))),
  ])
  return {
    people: byNumber(niks, people, 'nik_index', (row) => rowOf('person', row, keys)),
    families: byNumber(kks, families, 'kk_index', (row) => rowOf('family', row, keys)),
    personId: (nik) => niks.idOf.get(nik) ?? personId.parse(null),
    familyId: (kk) => kks.idOf.get(kk) ?? familyId.parse(null),
    recordId: (holder) => recordId.parse(madeId(`${load.id} ${load.now} ${holder}`)),
    heardId: () => heardId.parse(madeId(`${load.id} ${load.now} heard`)),
  }
}

interface Numbers<Id extends string> extends Numbered {
  /** The id that a number gives: two who load the same file at once make one person, not two. */
  readonly idOf: ReadonlyMap<string, Id>
  readonly numberOf: ReadonlyMap<string, string>
}

function numbersOf<Id extends string>(
  said: readonly (string | undefined)[],
  purpose: 'nik' | 'kk',
  keys: DistrictKeys,
  district: string,
): Numbers<Id> {
  const [digests, idOf, numberOf] = [[] as Buffer[], new Map<string, Id>(), new Map<string, string>()]
  for (const number of new Set(said)) {
    if (number === undefined) continue
    const digest = keys.index(purpose, number)
    const hex = digest.toString('hex')
    digests.push(digest)
    // Minted here: looking a thousand times whether what was just made is a UUID takes a hundredth of a load.
    idOf.set(number, madeId(`${district} ${hex}`) as Id)
    numberOf.set(hex, number)
  }
  return { digests, ids: [...idOf.values()], idOf, numberOf }
}

/** Rows with what they were merged into in their place, in as many steps as there were merges. */
async function aliveOf<Row extends KnownRow>(
  rows: readonly Row[],
  select: (ids: readonly string[]) => Promise<readonly Row[]>,
): Promise<readonly (readonly [named: Row, alive: Row])[]> {
  const into = new Map<string, Row>()
  for (let found = rows; found.length > 0; ) {
    const targets = new Set(found.flatMap(({ merged_into: id }) => (id === null || into.has(id) ? [] : [id])))
    // oxlint-disable-next-line no-await-in-loop -- where the one went is not known before the one is
    found = targets.size === 0 ? [] : await select([...targets])
    for (const row of found) into.set(row.id, row)
  }
  const aliveFrom = (row: Row): Row => {
    const next = into.get(row.merged_into ?? '')
    return next ? aliveFrom(next) : row
  }
  return rows.map((row) => [row, aliveFrom(row)])
}

/** By number: whoever carries it now, else whoever came in under it and was given another since. */
function byNumber<Row extends KnownRow, Made>(
  { numberOf, idOf }: Numbers<string>,
  rows: readonly (readonly [Row, Row])[],
  index: 'nik_index' | 'kk_index',
  make: (row: Row) => Made,
): ReadonlyMap<string, Made> {
  const found = new Map<string, Made>()
  const numberOfId = new Map([...idOf].map(([number, id]) => [id, number]))
  for (const [named, alive] of rows) {
    const digest: unknown = named[index]
    const number = Buffer.isBuffer(digest) ? numberOf.get(digest.toString('hex')) : undefined
    if (number !== undefined) found.set(number, make(alive))
    const first = numberOfId.get(named.id)
    if (first !== undefined && number !== first && !found.has(first)) found.set(first, make(alive))
  }
  return found
}

/**
 * For which day a value stands: an extract's snapshot, else the day on which it was said; or that of a later extract which
 * agreed. Whoever is as they came in stands for the day of their load, and is not asked about.
 */
async function findSayings(
  ground: Ground,
  holders: readonly (PersonRow | FamilyRow)[],
  load: Loading,
): Promise<Known['saidOn']> {
  const { client, zone } = ground
  const snapshots = new Map((await selectSnapshots(client, load.district)).map(({ id, snapshot }) => [id, snapshot]))
  const came = new Map(holders.map((one) => [one.id, cameOn(one, snapshots, zone)]))
  const changed = holders.filter(({ version }) => version > 1).map(({ id }) => id)
  const said = await findRecords(ground, changed, snapshots, load)
  const older = holders.filter(({ id }) => (came.get(id) ?? '') < load.snapshot).map(({ id }) => id)
  const heard = heardOn(await selectHeard(client, [...new Set([...older, ...changed])], load.snapshot))
  return ({ id }, variable) => {
    const day = said.get(id)?.get(variable) ?? came.get(id) ?? ''
    const agreed = heard(id, variable)
    return agreed !== null && agreed > day ? agreed : day
  }
}

const cameOn = ({ load, addedAt }: PersonRow | FamilyRow, snapshots: ReadonlyMap<string, Day>, zone: string): Day =>
  (load === null ? undefined : snapshots.get(load)) ?? dayIn(zone, addedAt)

/** The day of the last word on each variable of those who were changed since they came in. */
async function findRecords(
  { client, zone }: Ground,
  holders: readonly string[],
  snapshots: ReadonlyMap<string, Day>,
  { district }: Loading,
): Promise<ReadonlyMap<string, ReadonlyMap<string, Day>>> {
  const last = new Map<string, Map<string, Day>>()
  if (holders.length === 0) return last
  for (const { holder, said, at, ref, way } of await selectSaid(client, district, holders)) {
    const day = (way === 'import' && ref !== null ? snapshots.get(ref) : undefined) ?? dayIn(zone, at.getTime())
    const days = last.get(holder) ?? new Map<string, Day>()
    last.set(holder, days)
    for (const variable of Object.keys(said)) days.set(variable, day)
  }
  return last
}

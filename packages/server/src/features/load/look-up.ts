import { createHash } from 'node:crypto'
import { familyId, loadId, personId, recordId } from '@openslrt/core/kernel/id.ts'
import type { Day } from '@openslrt/core/kernel/instant.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import type { SaidRow } from '@openslrt/core/load/check-row.ts'
import type { ChunkPlan, Known, Loading } from '@openslrt/core/load/plan-chunk.ts'
import { planChunk } from '@openslrt/core/load/plan-chunk.ts'
import type { FamilyRow, PersonRow } from '@openslrt/core/registry/registry.ts'
import type { PoolClient } from 'pg'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { KnownRow, Numbered } from './queries-known.ts'
import { selectFamilies, selectPeople, selectSaid, selectSnapshots } from './queries-known.ts'

/** Where a chunk is planned. */
export interface Ground {
  readonly client: PoolClient
  readonly keys: DistrictKeys
  readonly zone: string
}

/** LOAD-8 Plans a chunk against what stands: whom its numbers name, and where they differ, who said what last. */
export async function planAgainst(ground: Ground, rows: readonly SaidRow[], load: Loading): Promise<ChunkPlan> {
  const known = await findKnown(ground, rows, load)
  const asked = new Map<string, PersonRow | FamilyRow>()
  const first = planChunk(rows, { ...known, saidOn: (holder) => (asked.set(holder.id, holder), '') }, load)
  if (asked.size === 0) return first
  return planChunk(rows, { ...known, saidOn: await findSayings(ground, [...asked.values()], load) }, load)
}

type Found = Omit<Known, 'saidOn'>

async function findKnown({ client, keys }: Ground, rows: readonly SaidRow[], load: Loading): Promise<Found> {
  const { district } = load
  const niks = numbersOf(
    rows.map(({ person }) => person?.nik),
    'nik',
    keys,
    district,
  )
  const kks = numbersOf(
    rows.map(({ family }) => family?.kk),
    'kk',
    keys,
    district,
  )
  const people = await aliveOf(await selectPeople(client, niks), (ids) => selectPeople(client, { digests: [], ids }))
  const families = await aliveOf(await selectFamilies(client, kks), (ids) =>
    selectFamilies(client, { digests: [], ids }),
  )
  return {
    people: byNumber(niks, people, 'nik_index', (row) => rowOf('person', row, keys)),
    families: byNumber(kks, families, 'kk_index', (row) => rowOf('family', row, keys)),
    personId: (nik) => personId.parse(niks.idOf.get(nik)),
    familyId: (kk) => familyId.parse(kks.idOf.get(kk)),
    recordId: (holder) => recordId.parse(idFrom(`${load.id} ${load.now} ${holder}`)),
  }
}

interface Numbers extends Numbered {
  /** The id that a number gives: two who load the same file at once make one person, not two. */
  readonly idOf: ReadonlyMap<string, string>
  readonly numberOf: ReadonlyMap<string, string>
}

function numbersOf(
  said: readonly (string | undefined)[],
  purpose: 'nik' | 'kk',
  keys: DistrictKeys,
  district: string,
): Numbers {
  const [digests, idOf, numberOf] = [[] as Buffer[], new Map<string, string>(), new Map<string, string>()]
  for (const number of new Set(said)) {
    if (number === undefined) continue
    const digest = keys.index(purpose, number)
    const hex = digest.toString('hex')
    digests.push(digest)
    idOf.set(number, idFrom(`${district} ${hex}`))
    numberOf.set(hex, number)
  }
  return { digests, ids: [...idOf.values()], idOf, numberOf }
}

const idFrom = (seed: string): string => {
  const hex = createHash('sha256').update(seed).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Rows with what they were merged into in their place. */
async function aliveOf<Row extends KnownRow>(
  rows: readonly Row[],
  select: (ids: readonly string[]) => Promise<readonly Row[]>,
): Promise<readonly (readonly [named: Row, alive: Row])[]> {
  const targets = new Set(rows.flatMap(({ merged_into: into }) => (into ? [into] : [])))
  if (targets.size === 0) return rows.map((row) => [row, row])
  const into = new Map((await select([...targets])).map((row) => [row.id, row]))
  return rows.map((row) => [row, into.get(row.merged_into ?? '') ?? row])
}

/** By number: whoever carries it now, else whoever came in under it and was given another since. */
function byNumber<Row extends KnownRow, Made>(
  { numberOf, idOf }: Numbers,
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

/** The day of which the last word on each variable speaks: an extract's snapshot, else the day on which it was said. */
async function findSayings(
  { client, zone }: Ground,
  holders: readonly (PersonRow | FamilyRow)[],
  { district }: Loading,
): Promise<Known['saidOn']> {
  const snapshots = new Map((await selectSnapshots(client, district)).map(({ id, snapshot }) => [id, snapshot]))
  const last = new Map<string, Day>()
  for (const { holder, said, at, ref, way } of await selectSaid(
    client,
    district,
    holders.map(({ id }) => id),
  )) {
    const day = (way === 'import' && ref !== null ? snapshots.get(ref) : undefined) ?? dayIn(zone, at.getTime())
    for (const variable of Object.keys(said)) last.set(`${holder} ${variable}`, day)
  }
  return (holder, variable) =>
    last.get(`${holder.id} ${variable}`) ??
    (holder.load === null ? undefined : snapshots.get(loadId.parse(holder.load))) ??
    dayIn(zone, holder.addedAt)
}

import type { Table } from '@openslrt/core/ledger/entry.ts'
import { verdictsOf } from '@openslrt/core/proposal/proposal.ts'
import type { ErasureHangings } from '@openslrt/core/registry/erasure.ts'
import type { ErasureRow } from '@openslrt/core/registry/erasure-row.ts'
import type { RowAbout } from '@openslrt/core/registry/forgotten.ts'
import type { PoolClient } from 'pg'
import type { DbRow } from '../../platform/ledger/codec.ts'
import { selectCarriers } from '../../platform/ledger/forget.ts'
import { holdLedger } from '../../platform/ledger/hold.ts'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import type { StoredEntry } from '../../platform/ledger/queries.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import { readableOf, selectEntriesOf, selectSurgeEntries } from '../case/index.ts'
import type { Found, Sought } from './queries-erase.ts'
import {
  foundTables,
  selectAbout,
  selectBelow,
  selectClosedLists,
  selectEntriesAt,
  selectFamiliesOf,
  selectMinutes,
  selectPeopleOf,
  selectPieces,
} from './queries-erase.ts'

/** What is gathered of somebody, and the extracts that they came with. */
export interface Gathered extends ErasureHangings {
  readonly loads: readonly string[]
  readonly surges: readonly string[]
}

type Wish = Pick<ErasureRow, 'id' | 'district' | 'of' | 'holder'>

/** PRIVACY-2 Everything in a district that speaks of a person, or of a family and its members, with the ledger held still. */
export async function gatherAbout(client: PoolClient, wish: Wish, keys: DistrictKeys): Promise<Gathered> {
  await holdLedger(client, wish.district)
  const found = await rowsAbout(client, wish)
  const loads = [...new Set(found.flatMap(({ row }) => textOf(row['load']) ?? importOf(row) ?? []))]
  const ids = (table: Table, column: string): readonly string[] =>
    found.flatMap((one) => (one.table === table ? (textOf(one.row[column]) ?? []) : []))
  const minutes = await minutesAbout(client, wish.district, ids('proposal', 'place'), ids('proposal', 'id'), keys)
  const surges = [...new Set(ids('affected', 'surge'))]
  const closed = await selectClosedLists(client, wish.district, surges)
  const own = await selectEntriesOf(client, wish, [wish.id, ...found.map(({ id }) => id)])
  const shared = [
    ...(await selectEntriesOf(
      client,
      wish,
      minutes.map(({ id }) => id),
    )),
    ...(await selectSurgeEntries(client, wish, surges)),
    ...(await selectEntriesAt(client, wish, loads, momentsOf(found))),
  ]
  const carriers = await selectCarriers(
    client,
    wish,
    shared.filter(isErased).map(({ seq }) => seq),
  )
  return {
    // PRIVACY-4 On a list that was closed nothing goes on, whatever was last said of whoever stands there.
    rows: found.map(({ table, id, version, status, row }) => ({
      table,
      id,
      version,
      status: table === 'affected' && closed.has(String(row['surge'])) ? null : status,
    })),
    minutes,
    entries: [...own, ...shared, ...carriers].flatMap((entry) => readableOf(entry, keys)),
    carried: carriers.flatMap((entry) => carriedBy(entry, keys)),
    files: [
      ...ids('visitPhoto', 'sha256'),
      ...ids('proposal', 'file'),
      ...(await selectPieces(client, wish.district, loads)),
    ].filter((digest) => digest !== ''),
    loads,
    surges,
  }
}

/** The minutes that say something of these proposals: those of their villages are opened and read. */
async function minutesAbout(
  client: PoolClient,
  district: string,
  places: readonly string[],
  proposals: readonly string[],
  keys: DistrictKeys,
): Promise<ErasureHangings['minutes']> {
  if (proposals.length === 0) return []
  const rows = await selectMinutes(client, district, [...new Set(places)])
  return rows.flatMap((row) => {
    const read = rowOf('minutes', row, keys)
    const said = verdictsOf(read).some(({ proposal }) => proposals.includes(proposal))
    return said ? [{ id: read.id, version: read.version, verdicts: read.verdicts }] : []
  })
}

interface FoundRow extends RowAbout {
  readonly row: DbRow
}

/** Every row, of people and families first: what else there is, is found by them. */
async function rowsAbout(client: PoolClient, { id, district, of, holder }: Wish): Promise<readonly FoundRow[]> {
  const families = of === 'family' ? await selectFamiliesOf(client, district, holder) : []
  const people = await peopleOf(client, district, of === 'family' ? families : [], holder)
  const sought: Sought = {
    district,
    people: people.map(idOf),
    families: families.map(idOf),
    niks: people.flatMap((row) => bytesOf(row['nik_index'])),
    kks: families.flatMap((row) => bytesOf(row['kk_index'])),
  }
  const rows = [...named('person', people), ...named('family', families)]
  for (const table of foundTables) rows.push(...named(table, await selectAbout(client, table, sought)))
  const below = async (table: 'visitPhoto' | 'ppksService', above: Found): Promise<void> => {
    const over = rows.filter((row) => row.table === above).map((row) => row.id)
    rows.push(...named(table, await selectBelow(client, table, district, over)))
  }
  await below('visitPhoto', 'visit')
  await below('ppksService', 'ppks')
  return rows.filter((row) => row.id !== id)
}

/** The person; of families, whoever belongs to one of them. */
async function peopleOf(
  client: PoolClient,
  district: string,
  families: readonly DbRow[],
  holder: string,
): Promise<readonly DbRow[]> {
  if (families.length === 0) return selectPeopleOf(client, district, 'person', holder)
  const members = new Map<string, DbRow>()
  for (const family of families)
    for (const row of await selectPeopleOf(client, district, 'family', idOf(family))) members.set(idOf(row), row)
  return [...members.values()]
}

const named = (table: Table, rows: readonly DbRow[]): readonly FoundRow[] =>
  rows.map((row) => ({
    table,
    id: idOf(row),
    version: Number(row['version']),
    status: textOf(row['status']) ?? null,
    row,
  }))

const idOf = (row: DbRow): string => String(row['id'])
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const bytesOf = (value: unknown): readonly Buffer[] => (Buffer.isBuffer(value) ? [value] : [])
const importOf = (row: DbRow): string | undefined => (row['way'] === 'import' ? textOf(row['ref']) : undefined)

/** When extracts said something of them: somebody's row is as old as the entry that made it, and so is each record. */
const momentsOf = (found: readonly FoundRow[]): readonly Date[] =>
  found.flatMap(({ row }) => [row['added_at'], row['at']].filter((at) => at instanceof Date))

const isErased = ({ payload: words }: StoredEntry): boolean => words === null

/** What an entry carries of others, and itself: all of it moves on. */
const carriedBy = (entry: StoredEntry, keys: DistrictKeys): readonly number[] =>
  readableOf(entry, keys).flatMap(({ seq, payload: { erases = [] } }) => [...erases.map((one) => one.seq), seq])

import { readFile } from 'node:fs/promises'
import { canonical } from '@openslrt/core/kernel/json.ts'
import type { AnyRow, Table } from '@openslrt/core/ledger/entry.ts'
import type { Client, PoolClient } from 'pg'
import { Pool } from 'pg'
import { foundByOther } from './found-by.ts'
import type { DistrictKeys, Keys } from './keys.ts'
import type { Bounds, Part } from './parts.ts'
import { idRange, partsOf, tablesIn, usualBounds } from './parts.ts'
import { entriesAfter, stateRows, storedCounts, unansweredEntries, usedLedgers } from './queries.ts'
import type { Replay } from './replay.ts'
import { replayLedger, rowKey } from './replay.ts'
import { rowOf } from './tables.ts'

type Db = Pool | PoolClient | Client

export interface Verdict {
  readonly district: string
  readonly entries: number
  readonly rows: number
  /** Sentences, each naming what is wrong; none means that the proof holds. */
  readonly problems: readonly string[]
}

/**
 * LEDGER-8 Proves one district: the chain holds from the first entry to the head, every row and every counter is what
 * the entries add up to, every entry has its command's answer, and no hash written down elsewhere was changed.
 */
export async function verifyDistrict(
  db: Db,
  keys: Keys,
  district: string,
  anchorFile: string | null,
  bounds: Bounds = usualBounds,
): Promise<Verdict> {
  const districtKeys = await keys.forDistrict(district)
  const proof: Proof = { keys: districtKeys, district, anchorFile, bounds }
  return db instanceof Pool ? inSnapshot(db, (client) => prove(client, proof)) : prove(db, proof)
}

interface Proof {
  readonly keys: DistrictKeys
  readonly district: string
  readonly anchorFile: string | null
  readonly bounds: Bounds
}

/** Everything is read as it stood at one moment: people go on working, and the entries are read several times. */
async function inSnapshot<T>(pool: Pool, run: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    return await run(client)
  } finally {
    await client.query('rollback').then(
      () => client.release(),
      (error: Error) => client.release(error),
    )
  }
}

async function prove(
  db: PoolClient | Client,
  { keys: districtKeys, district, anchorFile, bounds }: Proof,
): Promise<Verdict> {
  const problems = new Set<string>()
  let [entries, rows] = [0, 0]
  for (const part of await partsOf(db, district, bounds)) {
    const replay = await replayLedger(db, district, districtKeys, part, bounds)
    const compared = await compareRows(db, district, { replay, part }, districtKeys)
    for (const problem of [...replay.problems, ...compared.problems]) problems.add(problem)
    entries = replay.entries
    rows += compared.compared
    if (part.rest) for (const problem of compareCounts(replay, await storedCounts(db, district))) problems.add(problem)
  }
  for (const problem of answers(await unansweredEntries(db, district))) problems.add(problem)
  for (const problem of anchorFile ? await compareAnchors(db, district, anchorFile) : []) problems.add(problem)
  return { district, entries, rows, problems: [...problems] }
}

/** Every ledger that holds anything, or did when its head was written down, one after the other. */
export async function* verifyAll(db: Db, keys: Keys, anchorFile: string | null): AsyncGenerator<Verdict> {
  const anchored = anchorFile ? (await anchorsIn(anchorFile)).map(({ of }) => of) : []
  for (const district of [...new Set([...(await usedLedgers(db)), ...anchored])].toSorted())
    yield await verifyDistrict(db, keys, district, anchorFile)
}

async function compareRows(
  db: Db,
  district: string,
  { replay, part }: { readonly replay: Replay; readonly part: Part },
  keys: DistrictKeys,
): Promise<{ compared: number; problems: readonly string[] }> {
  const problems: string[] = []
  let compared = 0
  for (const table of tablesIn(part)) {
    const told = replay.world.rows[table]
    for await (const row of stateRows(db, table, district, idRange(part, table))) {
      compared++
      const differs = difference(table, row.id, rowOf(table, row, keys), told.get(row.id))
      problems.push(...differs)
      for (const column of differs.length > 0 ? [] : foundByOther(table, row, keys))
        problems.push(`${table} ${row.id} is found by another ${column} than it says`)
      if (row.seq !== (replay.seqOf.get(rowKey(table, row.id)) ?? row.seq))
        problems.push(
          `${table} ${row.id} names entry ${row.seq} as its last; it is ${replay.seqOf.get(rowKey(table, row.id))}`,
        )
      told.delete(row.id)
    }
    for (const id of told.keys()) problems.push(`${table} ${id} is told by the ledger and is not in its table`)
  }
  return { compared, problems }
}

function difference(table: Table, id: string, stored: object, told: AnyRow | undefined): readonly string[] {
  if (!told) return [`${table} ${id} is in its table and the ledger does not know it`]
  const [left, right] = [meant(stored), meant(told)]
  if (canonical(left) === canonical(right)) return []
  const fields = [...new Set([...Object.keys(left), ...Object.keys(right)])].filter(
    (field) => canonical(left[field]) !== canonical(right[field]),
  )
  return [`${table} ${id} differs from its ledger in ${fields.join(', ')}`]
}

// A field that was never set and one that was set to nothing are the same.
const meant = (row: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined))

function compareCounts(replay: Replay, stored: ReadonlyMap<string, number>): readonly string[] {
  const keys = new Set([...replay.counts.keys(), ...stored.keys()])
  return [...keys]
    .filter((key) => (replay.counts.get(key) ?? 0) !== (stored.get(key) ?? 0))
    .map(
      (key) =>
        `the counter "${key}" says ${stored.get(key) ?? 0}; the ledger adds up to ${replay.counts.get(key) ?? 0}`,
    )
}

const answers = ({
  withoutAnswer,
  withoutEntry,
}: {
  withoutAnswer: number
  withoutEntry: number
}): readonly string[] => [
  ...(withoutAnswer > 0 ? [`${withoutAnswer} entries have no stored answer`] : []),
  ...(withoutEntry > 0 ? [`${withoutEntry} commands were answered "accepted" and have no entry`] : []),
]

/** Hashes that were written down outside the database must still be the ones of those entries. */
async function compareAnchors(db: Db, district: string, file: string): Promise<readonly string[]> {
  const problems: string[] = []
  for (const { at, of, seq, hash } of await anchorsIn(file)) {
    if (of !== district) continue
    const [entry] = await entriesAfter(db, district, seq - 1, 1)
    if (entry?.seq !== seq || entry.hash.toString('hex') !== hash)
      problems.push(`entry ${seq} is not the one that was written down on ${at}`)
  }
  return problems
}

async function anchorsIn(file: string) {
  const text = await readFile(file, 'utf8').catch(() => '')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [at = '', of = '', seq = '', hash = ''] = line.split(' ')
      return { at, of, seq: Number(seq), hash }
    })
}

import { readFile } from 'node:fs/promises'
import { canonical } from '@openslrt/core/kernel/json.ts'
import type { AnyRow, Table } from '@openslrt/core/ledger/entry.ts'
import { tables } from '@openslrt/core/ledger/entry.ts'
import type { Client, Pool, PoolClient } from 'pg'
import type { DistrictKeys, Keys } from './keys.ts'
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
): Promise<Verdict> {
  const districtKeys = await keys.forDistrict(district)
  const replay = await replayLedger(db, district, districtKeys)
  const rows = await compareRows(db, district, replay, districtKeys)
  const problems = [
    ...replay.problems,
    ...rows.problems,
    ...compareCounts(replay, await storedCounts(db, district)),
    ...answers(await unansweredEntries(db, district)),
    ...(anchorFile ? await compareAnchors(db, district, anchorFile) : []),
  ]
  return { district, entries: replay.entries, rows: rows.compared, problems }
}

/** Every ledger that holds anything, one after the other. */
export async function* verifyAll(db: Db, keys: Keys, anchorFile: string | null): AsyncGenerator<Verdict> {
  for (const district of await usedLedgers(db)) yield await verifyDistrict(db, keys, district, anchorFile)
}

async function compareRows(
  db: Db,
  district: string,
  replay: Replay,
  keys: DistrictKeys,
): Promise<{ compared: number; problems: readonly string[] }> {
  const problems: string[] = []
  let compared = 0
  for (const table of tables) {
    const told = new Map(replay.world.rows[table])
    for (const row of await stateRows(db, table, district)) {
      compared++
      problems.push(...difference(table, row.id, rowOf(table, row, keys), told.get(row.id)))
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
  const text = await readFile(file, 'utf8').catch(() => '')
  const lines = text
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, of]) => of === district)
  const problems: string[] = []
  for (const [at, , seq, hash] of lines) {
    const [entry] = await entriesAfter(db, district, Number(seq) - 1, 1)
    if (entry?.seq !== Number(seq) || entry.hash.toString('hex') !== hash)
      problems.push(`entry ${seq} is not the one that was written down on ${at}`)
  }
  return problems
}

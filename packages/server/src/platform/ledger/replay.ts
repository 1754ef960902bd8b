import { countsOf } from '@openslrt/core/case/counts.ts'
import type { Payload, Table } from '@openslrt/core/ledger/entry.ts'
import { tables } from '@openslrt/core/ledger/entry.ts'
import type { World } from '@openslrt/core/ledger/evolve.ts'
import { emptyWorld, evolve } from '@openslrt/core/ledger/evolve.ts'
import { payload } from '@openslrt/core/ledger/payload.ts'
import type { Client, Pool, PoolClient } from 'pg'
import type { DistrictKeys } from './keys.ts'
import { openWords, unpack } from './pack.ts'
import type { Bounds, Part } from './parts.ts'
import { holdsRow, isWide, usualBounds, wholePart } from './parts.ts'
import type { StoredEntry } from './queries.ts'
import { entriesWithin, erasingEntries, headOf } from './queries.ts'
import { sha256 } from './seal.ts'
import { headText } from './statement.ts'

/** What a ledger's entries add up to, and everything that is wrong with them. */
export interface Replay {
  readonly entries: number
  readonly world: World
  /** The number of the entry that last changed each row. */
  readonly seqOf: ReadonlyMap<string, number>
  readonly counts: ReadonlyMap<string, number>
  readonly problems: readonly string[]
}

export const rowKey = (table: Table, id: string): string => `${table} ${id}`

interface Reading {
  readonly district: string
  readonly keys: DistrictKeys
  readonly world: World
  readonly seqOf: Map<string, number>
  readonly counts: Map<string, number>
  readonly problems: string[]
  /** What is left of entries that were erased, as the entry that erased each of them says. */
  readonly remnants: ReadonlyMap<number, Payload>
  readonly part: Part
  readonly bounds: Bounds
  seq: number
  hash: Buffer
}

/**
 * LEDGER-8 Reads a ledger from its first entry to its head: every hash, every digest, and every change of a part. The chain
 * itself, and the counters, are looked at with the part that holds all other tables.
 */
export async function replayLedger(
  db: Pool | PoolClient | Client,
  district: string,
  keys: DistrictKeys,
  part: Part = wholePart,
  bounds: Bounds = usualBounds,
): Promise<Replay> {
  const reading: Reading = {
    district,
    keys,
    part,
    bounds,
    world: emptyWorld(),
    seqOf: new Map(),
    counts: new Map(),
    problems: [],
    remnants: await remnantsOf(db, district, keys),
    seq: 0,
    hash: sha256(district),
  }
  for (;;) {
    const entries = await entriesWithin(db, district, reading.seq, bounds.bytes)
    for (const entry of entries) readEntry(reading, entry)
    bounds.held?.({ rows: peopleIn(reading.world), bytes: bytesOf(entries) })
    if (entries.length === 0) break
  }
  const head = await headOf(db, district)
  if (!head || head.seq !== reading.seq || !head.hash.equals(reading.hash)) {
    reading.problems.push(`the head says ${head?.seq ?? 0} entries; ${reading.seq} lead to another hash or number`)
  }
  const series = [...reading.world.series].map(([year, last]) => [`series ${year}`, last] as const)
  return {
    entries: reading.seq,
    world: reading.world,
    seqOf: reading.seqOf,
    counts: new Map([...positive(reading.counts), ...series]),
    problems: reading.problems,
  }
}

const peopleIn = ({ rows }: World): number => tables.filter(isWide).reduce((sum, table) => sum + rows[table].size, 0)
const bytesOf = (entries: readonly StoredEntry[]): number =>
  entries.length === 1 ? 0 : entries.reduce((sum, { payload: sealed }) => sum + (sealed?.length ?? 0), 0)

function readEntry(reading: Reading, entry: StoredEntry): void {
  if (entry.seq !== reading.seq + 1) reading.problems.push(`entry ${reading.seq + 1} is missing`)
  const expected = sha256(reading.hash, entry.digest, `${entry.seq}${headText(headOfEntry(reading.district, entry))}`)
  if (!expected.equals(entry.hash))
    reading.problems.push(
      `entry ${entry.seq} does not follow from the one before it: it, or its place in the chain, was changed`,
    )
  reading.seq = entry.seq
  reading.hash = entry.hash
  readPayload(reading, entry)
}

function readPayload(reading: Reading, entry: StoredEntry): void {
  if (entry.payload === null || entry.salt === null) {
    const remnant = reading.remnants.get(entry.seq)
    if (remnant) fold(reading, entry.seq, remnant)
    else reading.problems.push(`entry ${entry.seq} has no payload`)
    return
  }
  try {
    const plain = unpack(reading.keys.open(entry.payload, `entry ${entry.command_id}`))
    if (reading.part.rest && !sha256(entry.salt, plain).equals(entry.digest))
      reading.problems.push(`entry ${entry.seq} says something else than when it was written`)
    fold(reading, entry.seq, payload(JSON.parse(plain.toString())))
  } catch (error) {
    reading.problems.push(
      `entry ${entry.seq} can't be read: ${error instanceof Error ? error.message : 'unknown fault'}`,
    )
  }
}

function fold(reading: Reading, seq: number, read: Payload): void {
  const changes = read.changes.filter(({ table, id }) => holdsRow(reading.part, table, id))
  const steps = evolve(reading.world, reading.district, { ...read, changes })
  for (const { table, after } of steps) reading.seqOf.set(rowKey(table, after.id), seq)
  if (!reading.part.rest) return
  const counts = countsOf(read.action, steps)
  for (const [measure, n] of counts.day) add(reading.counts, `day ${read.day} ${measure}`, n)
  for (const [state, n] of counts.state) add(reading.counts, `state ${state}`, n)
}

/** An erasure can only be read once it is reached, and is needed before: those entries are read ahead. */
async function remnantsOf(
  db: Pool | PoolClient | Client,
  district: string,
  keys: DistrictKeys,
): Promise<ReadonlyMap<number, Payload>> {
  const found = new Map<number, Payload>()
  for (const { command_id, payload: sealed } of await erasingEntries(db, district)) {
    const read = sealed ? readErasure(keys, sealed, command_id) : null
    for (const { seq, payload: left } of read?.erases ?? []) found.set(seq, left)
  }
  return found
}

// One that can't be read is named when its turn comes.
function readErasure(keys: DistrictKeys, sealed: Buffer, command: string): Payload | null {
  try {
    return payload(openWords(keys, sealed, command))
  } catch {
    return null
  }
}

const headOfEntry = (district: string, entry: StoredEntry) => ({
  district,
  commandId: entry.command_id,
  kind: entry.kind,
  subject: entry.subject,
  place: entry.place,
  office: entry.office,
  actor: entry.actor,
  doneAt: entry.done_at.getTime(),
  receivedAt: entry.received_at.getTime(),
  refSeq: entry.ref_seq,
})

const add = (map: Map<string, number>, key: string, by: number): void => {
  map.set(key, (map.get(key) ?? 0) + by)
}
const positive = (counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] =>
  [...counts].filter(([, n]) => n !== 0)

import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import type { LoadCard } from '@openslrt/core/contract/load.ts'
import type { Pool } from 'pg'
import { loadAt, openedLoad, sentExtract } from '../a-load.ts'
import { anExtract } from '../an-extract.ts'
import type { Client } from '../client.ts'

/** Enough for several chunks, each of which is an entry: something is left to do whenever death comes. */
export const extractPeople = 6_000

/** An extract that is being loaded by the server's own worker. */
export interface Extract {
  readonly manager: Client
  readonly id: string
}

/** Sends an extract, waits for its trial, and has it loaded. */
export async function beginExtract(manager: Client): Promise<Extract> {
  const id = await openedLoad(manager, await sentExtract(manager, anExtract(extractPeople)))
  const extract = { manager, id }
  await untilIt(extract, ({ status }) => status === 'checked')
  await manager.does('load.start', { subject: id })
  return extract
}

/** Some of it is in, and not all. */
export async function inTheMiddle(extract: Extract): Promise<void> {
  const { counts } = await untilIt(extract, ({ counts: so }) => so.rows > 0)
  assert.ok(counts.rows < extractPeople, 'it was over before anything died')
}

/** All of it is in: whoever was killed, the server went on by itself, and nobody is there twice. */
export async function extractEnds(extract: Extract): Promise<void> {
  const { counts } = await untilIt(extract, ({ status }) => status === 'done')
  assert.deepEqual([counts.rows, counts.newPeople, counts.wrong], [extractPeople, extractPeople, 0])
}

export async function assertExtractOnce(pool: Pool, { id }: Extract): Promise<void> {
  const { rows } = await pool.query(
    `select count(*)::int as people, count(distinct nik_index)::int as numbers,
        (select count(*)::int from ledger where kind = 'load.take' and subject = $1) as chunks from person`,
    [id],
  )
  assert.deepEqual(rows, [{ people: extractPeople, numbers: extractPeople, chunks: extractPeople / 1_000 }])
}

async function untilIt({ manager, id }: Extract, is: (load: LoadCard) => boolean): Promise<LoadCard> {
  for (let tries = 0; tries < 600; tries++) {
    // Nobody answers while the server is down.
    const load = await loadAt(manager, id).catch(() => null)
    if (load && is(load)) return load
    await sleep(100)
  }
  throw new Error('the load did not get there within a minute')
}

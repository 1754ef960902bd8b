import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { RouteRow } from '@openslrt/core/contract/route.ts'
import type { Change } from '@openslrt/core/ledger/entry.ts'
import type { z } from 'zod'
import type { Client } from './client.ts'
import type { TestHouse } from './house.ts'
import { layChanges } from './people.ts'

/** Somebody at a screen: their name in a failure, and who they are. */
export interface Watcher {
  readonly who: string
  readonly client: Client
}

/** A row that somebody looks at, and one act that they try on it. */
export interface Trial {
  readonly watcher: Watcher
  readonly id: string
  readonly step: string
  /** How the row stands, for a failure. */
  readonly stands: string
}

/** What is tried of a capability: its rows, what a screen offers of one, and what is sent. */
export interface Offer<Row> {
  readonly kind: (step: string) => string
  readonly dataOf: (step: string, trial: Trial) => object
  /** Codes that say that the act is not open to this person now; any other says that the words are wrong. */
  readonly shut: readonly string[]
  readonly changesOf: (id: string, row: Row) => readonly Change[]
  /** The acts that the screen offers; null where the row is not shown at all. */
  readonly actsOf: (trial: Trial) => Promise<readonly string[] | null>
}

/** Rows for every watcher, standing and step, laid at once; each is tried upon once, because acts change it. */
export async function layTrials<Row>(
  house: TestHouse,
  offer: Offer<Row>,
  watchers: readonly Watcher[],
  steps: readonly string[],
  rowsFor: (watcher: Watcher) => readonly (readonly [stands: string, row: Row])[],
): Promise<readonly Trial[]> {
  const trials: Trial[] = []
  const changes: (readonly Change[])[] = []
  for (const watcher of watchers)
    for (const [stands, row] of rowsFor(watcher))
      for (const step of steps) {
        const trial = { watcher, id: randomUUID(), step, stands }
        trials.push(trial)
        changes.push(offer.changesOf(trial.id, row))
      }
  // One entry takes 65,535 values where rows are written one by one.
  for (let from = 0; from < changes.length; from += 300)
    await layChanges(house, '34.04.07.2001', changes.slice(from, from + 300).flat())
  return trials
}

/** How many are tried at once: enough that the house is busy, few enough for its connections. */
const atOnce = 8

/** CASE-26 What a screen offers is taken, and what it does not offer is refused. Gives how many of each there were. */
export async function assertOffered<Row>(
  offer: Offer<Row>,
  trials: readonly Trial[],
): Promise<readonly [number, number]> {
  const met = { open: 0, shut: 0 }
  for (const alike of Map.groupBy(trials, ({ watcher, stands }) => `${watcher.who} ${stands}`).values()) {
    const [first] = alike
    const acts = first ? await offer.actsOf(first) : null
    for (let from = 0; from < alike.length; from += atOnce)
      await Promise.all(
        alike
          .slice(from, from + atOnce)
          .map(async (trial) => met[(await tryOne(offer, trial, acts)) ? 'open' : 'shut']++),
      )
  }
  return [met.open, met.shut]
}

async function tryOne<Row>(offer: Offer<Row>, trial: Trial, acts: readonly string[] | null): Promise<boolean> {
  const { watcher, id, step, stands } = trial
  const offered = acts?.includes(step) ?? false
  const { status, body, text } = await watcher.client.send(offer.kind(step), {
    subject: id,
    data: offer.dataOf(step, trial),
  })
  const about = `${watcher.who}: ${step} of one that is ${stands}, offered ${acts}; ${status} ${text}`
  assert.ok(status < 500, about)
  assert.notEqual(offer.shut.includes(String(body.code)), offered, about)
  return offered
}

/** The acts in the answer to a question; null where it shows nothing to this person. */
export async function actsIn<Reply extends z.ZodType<{ readonly acts: readonly string[] }>>(
  client: Client,
  row: RouteRow<z.ZodType, z.ZodType, Reply>,
  id: string,
): Promise<readonly string[] | null> {
  const answer = await client.ask(row, { query: { district: '34.04', id } })
  return answer.status === 200 ? row.reply.parse(answer.body).acts : null
}

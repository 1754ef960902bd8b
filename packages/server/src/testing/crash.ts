import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { withDatabase } from '../cli/open-database.ts'
import { readConfig } from '../config.ts'
import type { Dice } from '../demo/seeded.ts'
import { diceOf } from '../demo/seeded.ts'
import { verifyAll } from '../platform/ledger/verify.ts'
import type { Client } from './client.ts'
import type { Extract } from './crash/extract.ts'
import { assertExtractOnce, beginExtract, extractEnds, inTheMiddle } from './crash/extract.ts'
import type { Installation } from './crash/installation.ts'
import { openInstallation } from './crash/installation.ts'
import type { Delivered } from './crash/outbox.ts'
import { deliver } from './crash/outbox.ts'
import { enterAsAdmin, hireManager, hireOfficers } from './crash/people.ts'
import { work } from './crash/work.ts'

/** What a crash test saw. It throws when anything was lost, doubled or changed. */
export interface CrashReport {
  readonly accepted: number
  readonly refused: number
  /** Letters that had to be sent more than once because something died under them. */
  readonly again: number
  readonly entries: number
}

const officers = 6

/**
 * Kills server, database or both under load, so many times; then sends every letter again and proves the ledgers. What
 * was acknowledged must be there exactly once and be answered as before.
 */
export async function crash(rounds: number, seed: string, say: (line: string) => void): Promise<CrashReport> {
  const installation = await openInstallation()
  const over = new AbortController()
  try {
    const { door, adminToken } = installation
    const admin = await enterAsAdmin(door, adminToken)
    const clients = await hireOfficers(door, admin, officers)
    const extract = await beginExtract(await hireManager(door, admin))
    const run = { installation, extract, dice: diceOf(seed), say, over: over.signal }
    const delivered = await workThroughDeaths(run, clients, rounds)
    say(`${delivered.length} letters were answered; all are sent once more.`)
    await sendAllAgain(delivered, over.signal)
    await extractEnds(extract)
    assert.equal(await installation.stop(), 0, 'the server stops cleanly when it is asked to')
    const sent = delivered.map((mail) => mail.sent)
    return await provedBy(run, sent)
  } finally {
    // Whoever still waits for an answer would wait for ever.
    over.abort()
    await installation.remove()
  }
}

interface Mail {
  readonly client: Client
  readonly sent: Delivered
}

interface Run {
  readonly installation: Installation
  readonly extract: Extract
  readonly dice: Dice
  readonly say: (line: string) => void
  /** Aborted when the test has ended, well or not. */
  readonly over: AbortSignal
}

async function workThroughDeaths(run: Run, clients: readonly Client[], rounds: number): Promise<readonly Mail[]> {
  const { dice, over } = run
  const enough = new AbortController()
  const end = { enough: enough.signal, failed: over }
  const days = clients.map(async (client, nth) => {
    const letters = await work(client, diceOf(`${dice.next()} ${nth}`), end)
    return letters.map((sent) => ({ client, sent }))
  })
  const working = Promise.all(days)
  // A fault in one officer's day must end the test at once, not after the last round.
  await Promise.race([working, dieOften(run, rounds)])
  enough.abort()
  return (await working).flat()
}

async function dieOften({ installation, extract, dice, say }: Run, rounds: number): Promise<void> {
  for (let round = 1; round <= rounds; round++) {
    await (round === 1 ? inTheMiddle(extract) : sleep(dice.between(300, 1_500)))
    // Both kinds of death come in the first two rounds, so that a short run sees both.
    const victim =
      round <= 2 ? (['server', 'database'] as const)[round - 1] : dice.pick(['server', 'database', 'both'] as const)
    say(`Round ${round}: the ${victim} is killed.`)
    if (victim !== 'server') await installation.killPostgres()
    if (victim !== 'database') await installation.killServer()
    await installation.revive()
  }
  await sleep(1_000)
}

/** A repeat is told what it was told before: same status, same words, but for the number of the request. */
async function sendAllAgain(mail: readonly Mail[], over: AbortSignal): Promise<void> {
  const officersOf = Map.groupBy(mail, ({ client }) => client)
  const readAgain = async (client: Client, letters: readonly Mail[]): Promise<void> => {
    for (const { sent } of letters) {
      const { answer } = await deliver(client, sent.letter, over)
      assert.equal(answer.status, sent.answer.status, `${sent.letter.kind} ${answer.text}`)
      assert.deepEqual({ ...answer.body, requestId: '' }, { ...sent.answer.body, requestId: '' })
    }
  }
  await Promise.all([...officersOf].map(([client, letters]) => readAgain(client, letters)))
}

async function provedBy({ installation, extract }: Run, delivered: readonly Delivered[]): Promise<CrashReport> {
  const config = readConfig(installation.env, process.cwd())
  assert.ok(config.ok)
  const accepted = delivered.filter(({ answer }) => answer.status === 200)
  return withDatabase(
    config.config,
    () => undefined,
    async ({ pools, keys }) => {
      let entries = 0
      for await (const verdict of verifyAll(pools.worker, keys, null)) {
        assert.deepEqual(verdict.problems, [], verdict.district)
        entries += verdict.entries
      }
      await assertExtractOnce(pools.worker, extract)
      const { rows } = await pools.worker.query<{ id: string }>(
        "select command_id as id from ledger where kind like 'case.%'",
      )
      assert.deepEqual(
        rows.map(({ id }) => id).toSorted(),
        accepted.map(({ letter }) => letter.id).toSorted(),
        'exactly what was acknowledged',
      )
      const again = delivered.filter(({ tries }) => tries > 1).length
      return { accepted: accepted.length, refused: delivered.length - accepted.length, again, entries }
    },
  )
}

if (import.meta.main) {
  const [rounds = '20', seed = new Date().toISOString()] = process.argv.slice(2)
  console.log(`${rounds} rounds, seed "${seed}"`)
  const report = await crash(Number(rounds), seed, (line) => console.log(line))
  console.log(`Nothing lost, nothing doubled: ${JSON.stringify(report)}`)
}

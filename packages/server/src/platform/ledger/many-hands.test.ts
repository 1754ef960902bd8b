import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seed } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { aCrowd } from '../../testing/a-crowd.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { startTestHouse } from '../../testing/house.ts'
import type { Try } from '../../testing/tries.ts'
import { anyTry, tryOne } from '../../testing/tries.ts'
import { assertVerified } from '../../testing/verified.ts'

// LEDGER-16 Fewer connections than hands: work that holds one and asked for a second would wait for ever.
const house = await startTestHouse({ logLevel: 'warn', env: { OPENSLRT_CONNECTIONS: '2' } })
const crowd = await aCrowd(house, await aDistrictOffice(house))
const walks = fc.array(anyTry, { minLength: 40, maxLength: 120, size: 'max' })
const runs = Number(process.env['FC_RUNS'] ?? 1)

/** Tries everything, so many at once, and counts the answers by status. */
async function walk(tries: readonly Try[], atOnce: number): Promise<ReadonlyMap<number, number>> {
  const answers = new Map<number, number>()
  for (let at = 0; at < tries.length; at += atOnce) {
    const batch = await Promise.all(tries.slice(at, at + atOnce).map((next) => tryOne(house, crowd, next)))
    for (const status of batch) if (status !== null) answers.set(status, (answers.get(status) ?? 0) + 1)
  }
  return answers
}

test('LEDGER-6, LEDGER-16 whatever anybody tries, one after the other or many at once, ledger, rows and counters agree', async (context) => {
  context.diagnostic(`FC_SEED=${seed}`)
  const all = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(walks, fc.constantFrom(1, 6), async (tries, atOnce) => {
      for (const [status, n] of await walk(tries, atOnce)) all.set(status, (all.get(status) ?? 0) + n)
      for (const fault of [500, 503]) assert.equal(all.get(fault), undefined, house.logged.at(-1))
      await assertVerified(house)
    }),
    { seed, numRuns: 24 * runs, endOnFailure: true },
  )
  context.diagnostic(`answers: ${JSON.stringify(Object.fromEntries(all))}`)
  const done = await house.owner<{ kind: string }>(
    "select distinct kind from ledger where district = '34.04' order by 1",
  )
  console.log(done.length, done.map(({ kind }) => kind).join(' '))
  assert.ok(
    (all.get(200) ?? 0) > 200 && (all.get(409) ?? 0) > 50 && (all.get(403) ?? 0) > 20,
    'a walk that came nowhere proves nothing',
  )
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { caseNumber } from '@openslrt/core/ledger/evolve.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { seed } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'

const year = dayIn('Asia/Jakarta', Date.now()).slice(0, 4)
let house: TestHouse
let fo: Client
before(async () => {
  house = await startTestHouse({ logLevel: 'silent' })
  fo = await house.staffAt((await aDistrictOffice(house)).caturtunggal, 'fo')
})
after(() => house.close())

/** The number of the next case, when so many were numbered before it. */
async function numberAfter(last: number): Promise<string> {
  await house.owner(
    "insert into number_series (district, year, last) values ('34.04', $1, $2) on conflict (district, year) do update set last = $2",
    [year, last],
  )
  return (await aCaseBy(fo)).number
}

test('CASE-24 the database numbers a case as core does, also where six digits do not do any more', async () => {
  for (const last of [1, 8, 9, 99, 99_999, 999_998, 999_999, 1_000_000, 12_345_678])
    assert.equal(await numberAfter(last), caseNumber('34.04', year, last + 1))
})

test('CASE-24 whatever was numbered before, the database and core give the same number', async (context) => {
  context.diagnostic(`FC_SEED=${seed}`)
  const some = fc.sample(fc.integer({ min: 100_000, max: 900_000_000 }), { seed, numRuns: 25 })
  for (const last of new Set(some)) assert.equal(await numberAfter(last), caseNumber('34.04', year, last + 1))
})

test('CASE-24 a refused registration takes no number: the next case gets it', async () => {
  const first = await numberAfter(50)
  assert.equal((await fo.send('case.register', { data: {} })).status, 400)
  const unknown = await fo.send('case.register', { data: registration({ category: 'tidak-ada' }) })
  assert.equal(unknown.body.code, 'unknown-category')
  const second = (await aCaseBy(fo)).number
  assert.deepEqual([first, second], [caseNumber('34.04', year, 51), caseNumber('34.04', year, 52)])
})

import assert from 'node:assert/strict'
import { verifyDistrict } from '../platform/ledger/verify.ts'
import type { TestHouse } from './house.ts'

/** Proves one district of a house by the verifier and, independently of it, by plain counting. */
export async function assertVerified(house: TestHouse, district = '34.04'): Promise<void> {
  const { pools, ledger } = house.parts
  const { problems } = await verifyDistrict(pools.worker, ledger.keys, district, null)
  assert.deepEqual(problems, [])
  assert.deepEqual(await storedStates(house, district), await countedStates(house, district))
  const [shape] = await house.owner(
    `select count(*) = max(seq) and min(seq) = 1 and max(seq) = (select seq from district_head where district = $1) as dense,
      (select count(*) from (select number from cases where district = $1 group by number having count(*) > 1) d)::int as twice
      from ledger where district = $1`,
    [district],
  )
  assert.deepEqual(shape, { dense: true, twice: 0 })
}

const storedStates = (house: TestHouse, district: string) =>
  house.owner('select state, n from case_state_count where district = $1 and n <> 0 order by state', [district])

const countedStates = (house: TestHouse, district: string) =>
  house.owner(
    `select status || '|' || kind as state, count(*)::int as n from cases where district = $1 group by 1 order by 1`,
    [district],
  )

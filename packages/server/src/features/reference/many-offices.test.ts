import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { placeCode } from '@openslrt/core/place/code.ts'
import type { Pool } from 'pg'
import { openOffice } from '../../testing/a-district-office.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'
import { manyOffices } from '../../testing/many-offices.ts'
import { openReference } from './index.ts'

let house: TestHouse
let many = 0

before(async () => {
  house = await startTestHouse({ logLevel: 'silent' })
  many = await manyOffices(house)
})
after(() => house.close())

/** The connections of the house, and how many rows came over them. */
function counting(pool: Pool): { pool: Pool; rows: () => number } {
  let rows = 0
  const query = async (text: string, values?: unknown[]) => {
    const answer = await pool.query(text, values)
    rows += answer.rows.length
    return answer
  }
  return {
    pool: new Proxy(pool, { get: (it, name) => (name === 'query' ? query : Reflect.get(it, name)) }),
    rows: () => rows,
  }
}

test('OFFICE-15 of 84,000 offices one that was changed is read again, and no other', async () => {
  const counted = counting(house.parts.pools.api)
  const reference = await openReference(counted.pool, () => undefined)
  reference.close()
  try {
    assert.ok(many > 84_000)
    assert.equal(reference.offices().size, many)
    const before = counted.rows()
    await reference.refresh()
    const idle = counted.rows() - before
    assert.equal(idle, 1, 'whether anything was shipped anew is one row')
    await openOffice(house, { name: 'LKS Baru', kind: 'provider', place: '34.04' })
    await house.owner(
      "update office set name = 'Puskesos Ganti', version = version + 1, seq = 90001 where place = '34.04.07.2001'",
    )
    const known = counted.rows()
    await reference.refresh()
    assert.equal(counted.rows() - known, idle + 2)
    assert.equal(reference.offices().size, many + 1)
    assert.deepEqual(
      reference.serving(placeCode.parse('34.04.07.2001')).map(({ name }) => name),
      [
        'Puskesos Ganti',
        'Sekretariat SLRT Kabupaten Sleman',
        'LKS Baru',
        'Dinas Sosial Daerah Istimewa Yogyakarta',
        'Sekretariat Nasional Indonesia',
      ],
    )
  } finally {
    reference.close()
  }
})

test('OFFICE-15 an office that moved to another village is known there, and no more where it was', async () => {
  const reference = await openReference(house.parts.pools.api, () => undefined)
  reference.close()
  const named = (place: string) => reference.serving(placeCode.parse(place)).map(({ name }) => name)
  assert.equal(named('34.02.01.2001').length, 4)
  await house.owner(
    "update office set place = '34.02.01.2002', version = version + 1, seq = 90001 where place = '34.02.01.2001'",
  )
  await reference.refresh()
  assert.deepEqual([named('34.02.01.2001').length, named('34.02.01.2002').length], [3, 5])
})

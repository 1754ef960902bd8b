import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { ppksData } from '@openslrt/core/testing/a-welfare.ts'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import { cameTo, origin } from '../../testing/families.ts'
import { startTestHouse } from '../../testing/house.ts'

// Whoever held a connection and asked for a second would wait for ever for those who do the same.
const house = await startTestHouse({ logLevel: 'warn', env: { OPENSLRT_CONNECTIONS: '2' } })
const offices = await aDistrictOffice(house)
const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
const each = [1, 2, 3, 4, 5, 6]

test('LEDGER-16 of many who write families and people down at once nobody waits for a second connection', async () => {
  const families = each.map(() => {
    const data = { place: sleman.caturtunggal, values: {}, desil: null, ...origin }
    return desk.send('registry.add-family', { subject: randomUUID(), data })
  })
  assert.deepEqual((await Promise.all(families)).map(cameTo), Array(6).fill('done'))
})

test('LEDGER-16 the same of those who are taken in, in a village that nobody named before', async () => {
  const village = '34.04.07.2002'
  const data = { ...ppksData['ppks.receive'], person: null, village }
  const taken = each.map(() => desk.send('ppks.receive', { subject: randomUUID(), data }))
  const answers = (await Promise.all(taken)).map(cameTo)
  assert.deepEqual(
    answers.filter((answer) => answer === 'unavailable'),
    [],
  )
})

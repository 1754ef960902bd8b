import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { replicaRoutes } from '@openslrt/core/contract/replica.ts'
import { unlike } from '@openslrt/core/replica/census.ts'
import { programmeData } from '@openslrt/core/testing/a-programme.ts'
import { ppksData } from '@openslrt/core/testing/a-welfare.ts'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import type { Phone } from '../../testing/a-phone.ts'
import { aPhone } from '../../testing/a-phone.ts'
import { addFamily, addPerson } from '../../testing/families.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
const manager = await house.staffAt(offices.secretariat, 'manager')
const walker = await house.staffAt(offices.caturtunggal, 'facilitator')
const far = await house.staffAt(offices.maguwoharjo, 'facilitator')
const surveyor = await house.staffAt(offices.caturtunggal, 'surveyor')
const family = await addFamily(desk)
const person = await addPerson(desk, {}, { family })

async function received(own: object = {}, by = desk): Promise<string> {
  const subject = randomUUID()
  const data = { ...ppksData['ppks.receive'], village: sleman.caturtunggal, person, family, ...own }
  await by.does('ppks.receive', { subject, data })
  return subject
}
const heldBy = async (by = walker): Promise<Phone> => {
  const phone = aPhone(by)
  await phone.sync()
  return phone
}

test('SYNC-47 a phone holds who is cared for in its villages, by type alone, and no other phone does', async () => {
  const id = await received()
  const { rows } = await aPhone(walker).pull()
  const row = rows.ppks.find((one) => one.id === id)
  assert.deepEqual(
    { ...row, seq: 0 },
    { id, version: 1, seq: 0, place: sleman.caturtunggal, person, family, type: 'neglected-elderly' },
  )
  assert.equal((await heldBy(far)).held.ppks.size, 0, 'of another village')
  assert.equal((await heldBy(surveyor)).held.ppks.size, 0, 'who may not read the registry')
  const { marks } = await walker.read(replicaRoutes.marks, { body: { table: 'ppks', after: null } })
  assert.ok(marks.some(([held]) => held === id))
})

test('SYNC-47 somebody whom the registry does not know, and types that a role does not name, are on no phone', async () => {
  const nobody = await received({ person: null, family: null })
  const [restricted] = await house.owner<{ code: string }>(
    `select code from list_item where list = 'ppks-type' and data->>'restricted' is not null order by code limit 1`,
  )
  assert.ok(restricted)
  const hidden = await received({ type: restricted.code }, manager)
  const { held } = await heldBy()
  assert.deepEqual([held.ppks.has(nobody), held.ppks.has(hidden)], [false, false])
})

test('SYNC-47 who was found to be none stays as none; whoever goes home leaves the phone; the count tells', async () => {
  const one = async () => received({ person: await addPerson(desk, {}, { family }) })
  const [none, home] = [await one(), await one()]
  const phone = await heldBy()
  assert.ok(phone.held.ppks.has(none) && phone.held.ppks.has(home))
  await desk.does('ppks.end', { subject: none, base: 1, data: { outcome: 'not-ppks', note: '' } })
  await desk.does('ppks.end', { subject: home, base: 1, data: { outcome: 'back-home', note: '' } })
  const { rows, census } = await phone.sync()
  assert.deepEqual(
    rows.ppks.map(({ id, type }) => [id, type]),
    [[none, null]],
  )
  assert.ok(census)
  assert.deepEqual(unlike(phone.census(), census), ['ppks'], 'one row too many lies on the phone')
  const { marks } = await walker.read(replicaRoutes.marks, { body: { table: 'ppks', after: null } })
  const ids = new Set(marks.map(([id]) => id))
  assert.deepEqual([ids.has(none), ids.has(home)], [true, false])
  phone.held.ppks.delete(home)
  assert.deepEqual(unlike(phone.census(), census), [])
})

test('SYNC-47 what was said of a programme comes with its answers, so that it can be said anew at the door', async () => {
  const subject = randomUUID()
  const programme = randomUUID()
  const opening = { ...programmeData['programme.open'], from: '2026-01-01' }
  await manager.does('programme.open', { subject: programme, data: opening })
  const holder = { person: null, family, case: null }
  const answers = { amountRight: 'no', onTime: 'yes', useful: 'unknown' }
  const said = { saidBy: 'family', saidOn: '2026-01-05', since: null, until: null, reason: null, need: null }
  await desk.does('participation.record', {
    subject,
    data: { holder, programme, status: 'receives', ...answers, ...said },
  })
  const { rows } = await aPhone(walker).pull()
  const row = rows.participation.find(({ id }) => id === subject)
  assert.deepEqual(
    [row?.amountRight, row?.onTime, row?.useful, row?.saidBy, row?.reason],
    ['no', 'yes', 'unknown', 'family', null],
  )
})

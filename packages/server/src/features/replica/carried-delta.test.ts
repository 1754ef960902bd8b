import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { Carried } from '@openslrt/core/contract/carried.ts'
import { carriedRoutes } from '@openslrt/core/contract/carried.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { marksOf, stampOf, withDelta } from '@openslrt/core/programme/carried-delta.ts'
import { shippedProgrammes } from '@openslrt/core/programme/shipped.ts'
import { programmeData } from '@openslrt/core/testing/a-programme.ts'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import { startTestHouse } from '../../testing/house.ts'
import { openShippedProgrammes } from '../programme/index.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
await openShippedProgrammes(house.parts, shippedProgrammes)
const manager = await house.staffAt(offices.secretariat, 'manager')
const walker = await house.staffAt(offices.caturtunggal, 'facilitator')
const today = dayIn('Asia/Jakarta', Date.now())

const digest = async (text: string): Promise<string> => createHash('sha256').update(text).digest('hex')
const ask = (query: { readonly have?: string; readonly marks?: string }) =>
  walker.read(carriedRoutes.programmes, { query })
async function all(): Promise<{ readonly stamp: string; readonly carried: Carried }> {
  const { stamp, carried } = await ask({})
  assert.ok(carried)
  return { stamp, carried }
}
const marks = async ({ programmes }: Carried): Promise<string> => (await marksOf(programmes, digest)).join(',')
async function open(name: string): Promise<string> {
  const subject = randomUUID()
  const data = { ...programmeData['programme.open'], from: today, name }
  await manager.does('programme.open', { subject, district: '34.04', data })
  return subject
}
const bytes = (value: unknown): number => gzipSync(JSON.stringify(value)).length

test('FIELD-28 a phone that has the programmes is given the one that is new, and carries what the server does', async (context) => {
  const had = await all()
  const name = `Beras ${randomUUID()}`
  await open(name)
  const { stamp, carried, delta } = await ask({ have: had.stamp, marks: await marks(had.carried) })
  assert.ok(delta && carried === null)
  assert.deepEqual([delta.programmes.map((one) => one.name), delta.gone], [[name], []])
  const now = withDelta(had.carried, delta)
  const whole = await all()
  assert.deepEqual(now, whole.carried)
  assert.deepEqual([stamp, await stampOf(now, digest)], [whole.stamp, whole.stamp])
  const [first, one, none] = [bytes(whole), bytes(delta), bytes(await ask({ have: stamp }))]
  context.diagnostic(
    `${whole.carried.programmes.length} programmes: ${first} bytes of gzip, ${JSON.stringify(whole).length} without; one new ${one}, none ${none}; the question ${(await marks(now)).length}`,
  )
  assert.ok(one * 4 < first, 'a fraction of all of it')
})

test('FIELD-28 a programme whose rule changes or that ends goes and comes; a quota comes without any programme', async () => {
  const id = await open('Sembako Berganti')
  const had = await all()
  const criteria = { ...programmeData['programme.set-criteria'], from: '2099-01-01' }
  await manager.does('programme.set-criteria', { subject: id, data: criteria })
  const changed = await ask({ have: had.stamp, marks: await marks(had.carried) })
  assert.deepEqual(
    changed.delta?.programmes.map((one) => one.id),
    [id],
  )
  assert.deepEqual(
    changed.delta?.gone.map((at) => had.carried.programmes[at]?.id),
    [id],
  )
  const before = await all()
  const quota = { programme: id, place: sleman.caturtunggal, from: today, until: '2099-12-31', places: 7 }
  await manager.does('quota.set', { data: quota })
  const room = await ask({ have: before.stamp, marks: await marks(before.carried) })
  assert.deepEqual([room.delta?.programmes, room.delta?.gone], [[], []])
  assert.ok(room.delta?.quotas.some(({ programme, places }) => programme === id && places === 7))
})

test('FIELD-28 where nothing is other nothing is given, whatever marks come with it', async () => {
  const { stamp, carried } = await all()
  for (const query of [
    { have: stamp },
    { have: stamp, marks: await marks(carried) },
    { have: stamp, marks: '0'.repeat(12) },
  ]) {
    const said = await ask(query)
    assert.deepEqual([said.stamp, said.carried, said.delta ?? null], [stamp, null, null])
  }
})

test('FIELD-28 a phone of an older release, which sends no marks, is given all of it', async () => {
  const { stamp } = await all()
  await open('Baru Saja')
  const said = await ask({ have: stamp })
  assert.ok(said.carried && !said.delta)
})

test('FIELD-28 marks of nothing that is carried here bring all of it, and each of them goes', async () => {
  const { carried } = await all()
  const said = await ask({ have: 'f'.repeat(32), marks: ['0'.repeat(12), '1'.repeat(12)].join(',') })
  assert.equal(said.delta?.programmes.length, carried.programmes.length)
  assert.deepEqual(said.delta?.gone, [0, 1])
})

test('FIELD-28 marks have their form, and an end: more are no question', async () => {
  const many = Array<string>(301).fill('0'.repeat(12)).join(',')
  for (const odd of ['', 'x', '0'.repeat(11), `${'0'.repeat(12)},`, 'A'.repeat(12), many])
    assert.equal((await walker.ask(carriedRoutes.programmes, { query: { marks: odd } })).status, 400, odd.slice(0, 20))
})

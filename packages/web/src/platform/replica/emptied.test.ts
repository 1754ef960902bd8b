import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aFieldPhone, aKey, namesOn, naming, newHardware, person } from '../../testing/a-field-phone.ts'
import { aFieldServer } from '../../testing/a-field-server.ts'
import { makeSeal } from '../outbox/seal.ts'
import { clearRows } from './clear-rows.ts'

const other = { staff: 'budi', dataKey: aKey(), outboxKey: aKey() }

/** Two people on one phone: each has sent something and has something that waits. */
async function shared() {
  const server = aFieldServer(person.staff)
  server.write('Sumarni')
  const engine = newHardware()
  const open = (who: Partial<typeof other> = {}) => aFieldPhone(server.lineOf(), who, engine)
  const [first, second] = [await open(), await open(other)]
  for (const [phone, staff, name] of [
    [first, person.staff, 'Ahmad'],
    [second, other.staff, 'Budiman'],
  ] as const) {
    server.signedIn = staff
    await phone.keep(naming(name))
    assert.ok((await phone.sync()).ok)
    await phone.keep(naming(`${name} kedua`))
  }
  server.signedIn = person.staff
  return { server, engine, open, first, second }
}
type Shared = Awaited<ReturnType<typeof shared>>

/** What the other person's store holds, opened anew as after a night. */
async function ofOther({ open }: Shared) {
  const phone = await open(other)
  const held = {
    rows: namesOn(phone),
    waits: (await phone.shelf.all()).map(({ command }) => command.data),
    accepted: phone.journal.all().map(({ command }) => command.data),
    cursor: phone.replica.state().cursor,
  }
  phone.close()
  return held
}

test('SYNC-58 a phone that was emptied by order tells the secretariat what is left there, after it sent what it could', async () => {
  const { server, first } = await shared()
  server.order = 'wipe'
  server.losesPost = true
  const said = await first.sync()
  assert.ok(!said.ok && said.error.code === 'wiped')
  assert.equal(said.error.details['left'], 1, 'its person is told the same')
  assert.deepEqual(
    server.heard.slice(-2).map(({ waiting, held }) => [waiting, held]),
    [
      [1, 2],
      [1, 0],
    ],
  )
})

test('SYNC-58 where all was sent before, nothing is left, and a line that drops then harms nothing', async () => {
  const well = await shared()
  well.server.order = 'wipe'
  const sent = await well.first.sync()
  assert.ok(!sent.ok && sent.error.details['left'] === 0)
  assert.deepEqual([well.server.heard.at(-1)?.waiting, well.server.heard.at(-1)?.held], [0, 0])
  const cut = await shared()
  cut.server.order = 'wipe'
  // Who, the page with the order, what waits; then nobody answers.
  cut.server.line = 3
  const said = await cut.first.sync()
  assert.ok(!said.ok && said.error.code === 'wiped')
  assert.deepEqual([namesOn(cut.first), cut.first.journal.all()], [[], []])
})

test('SYNC-59 the one person’s order takes nothing of the other’s: rows, what waits, what was accepted, and how far it came', async () => {
  const phone = await shared()
  const before = await ofOther(phone)
  assert.deepEqual([before.waits, before.accepted], [['Budiman kedua'], ['Budiman']])
  phone.server.order = 'wipe'
  await phone.first.sync()
  assert.deepEqual(await ofOther(phone), before)
  phone.server.order = 'none'
  phone.server.signedIn = other.staff
  const again = await phone.open(other)
  const said = await again.sync()
  assert.ok(said.ok && said.value.unlike.length === 0)
  assert.ok(namesOn(again).includes('Budiman kedua'), 'and they go on as if nothing had been')
})

test('SYNC-59 ten wrong PINs take one person’s rows: what they typed stays sealed and counted, and nobody else loses anything', async () => {
  const phone = await shared()
  const before = await ofOther(phone)
  phone.first.close()
  const left = await clearRows((await makeSeal(person.outboxKey)).owner, phone.engine)
  assert.equal(left, 1)
  assert.deepEqual(await ofOther(phone), before)
  const back = await phone.open({ dataKey: aKey() })
  assert.deepEqual(namesOn(back), [])
  assert.deepEqual(
    back.journal.all().map(({ command }) => command.data),
    ['Ahmad'],
    'what was accepted is there for a database that is restored',
  )
  assert.ok((await back.sync()).ok)
  assert.deepEqual([(await back.shelf.all()).length, namesOn(back).includes('Ahmad kedua')], [0, true])
})

test('SYNC-59 a store that was never filled is emptied without harm', async () => {
  assert.equal(await clearRows('nobody', newHardware()), 0)
})

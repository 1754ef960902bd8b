import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aFieldPhone, aKey, namesOn, naming, newHardware, person } from '../../testing/a-field-phone.ts'
import { aFieldServer } from '../../testing/a-field-server.ts'
import { makeSeal } from '../outbox/seal.ts'
import { openJournal } from './journal.ts'
import { openPhoneDb } from './phone-db.ts'

async function used() {
  const server = aFieldServer(person.staff)
  server.write('Sumarni')
  const backup = server.backUp()
  const engine = newHardware()
  const phone = await aFieldPhone(server.lineOf(), {}, engine)
  const [first, second] = [naming('Ahmad'), naming('Budi')]
  await phone.keep(first)
  await phone.keep(second)
  await phone.sync()
  return { server, engine, backup, phone, first, second }
}

test('SYNC-25 what was accepted is kept until it lies in a backup, and then goes', async () => {
  const { server, phone, first, second } = await used()
  assert.deepEqual(
    phone.journal.all().map(({ command, seq }) => [command.id, seq]),
    [
      [first.id, 2],
      [second.id, 3],
    ],
  )
  server.backedUp = 2
  await phone.sync()
  assert.deepEqual(
    phone.journal.all().map(({ command }) => command.id),
    [second.id],
  )
})

test('SYNC-25 it outlives the app, and no more is kept than there is room for: the oldest go first', async () => {
  const { engine, phone } = await used()
  phone.close()
  const db = await openPhoneDb(`openslrt-lapangan-${(await makeSeal(person.outboxKey)).owner}`, engine)
  const journal = await openJournal(db, await makeSeal(person.outboxKey), 3)
  assert.equal(journal.all().length, 2)
  for (const name of ['Citra', 'Dewi']) await journal.keep({ command: naming(name), seq: 9, epoch: 'e' })
  assert.deepEqual(
    journal.all().map(({ command }) => command.data),
    ['Budi', 'Citra', 'Dewi'],
  )
  const stranger = await openJournal(db, await makeSeal(aKey()))
  assert.deepEqual(stranger.all(), [], 'and nobody else reads it')
  db.db.close()
})

test('SYNC-26 a restored database gets again what it lost, in its order and before anything new', async () => {
  const { server, backup, phone, first, second } = await used()
  server.restore(backup)
  const third = naming('Citra')
  await phone.keep(third)
  server.asked = []
  const said = await phone.sync()
  assert.ok(said.ok && said.value.unlike.length === 0)
  assert.deepEqual(
    server.asked.filter((what) => what.startsWith('post')),
    [`post ${first.id} ${second.id}`, `post ${third.id}`],
  )
  assert.deepEqual(namesOn(phone), ['Ahmad', 'Budi', 'Citra', 'Sumarni'])
  server.asked = []
  await phone.sync()
  assert.deepEqual(server.asked, ['who', 'pull'], 'and once is enough')
})

test('SYNC-26 where the line drops in the middle of it, nothing new overtakes, and it goes on later', async () => {
  const { server, backup, phone, first, second } = await used()
  server.restore(backup)
  const third = naming('Citra')
  await phone.keep(third)
  server.losesPost = true
  assert.equal((await phone.sync()).ok, false)
  assert.deepEqual(server.answered(), [first.id, second.id])
  assert.equal((await phone.shelf.all()).length, 1)
  const said = await phone.sync()
  assert.ok(said.ok && said.value.unlike.length === 0)
  assert.deepEqual(server.answered(), [first.id, second.id, third.id])
})

test('SYNC-26 what a restored database refuses now goes to the list of the person, with its words', async () => {
  const { server, backup, phone, first, second } = await used()
  server.restore(backup)
  server.refuse = ({ id }) => (id === first.id ? 'stale' : null)
  await phone.sync()
  const [entry, ...others] = await phone.shelf.all()
  assert.ok(entry?.state === 'refused' && entry.command.data === 'Ahmad')
  assert.deepEqual(others, [])
  assert.deepEqual(
    phone.journal.all().map(({ command }) => command.id),
    [second.id],
  )
})

test('SYNC-26 rows that a restored database never had leave the phone', async () => {
  const { server, phone } = await used()
  const backup = server.backUp()
  const late = server.write('Setelah cadangan')
  await phone.sync()
  server.restore(backup)
  const said = await phone.sync()
  assert.ok(said.ok && said.value.unlike.length === 0)
  assert.equal(phone.replica.view().person.has(late), false)
})

test('SYNC-28 under the session of another person nothing is sent and nothing is asked for', async () => {
  const { server, phone } = await used()
  await phone.keep(naming('Citra'))
  server.signedIn = 'somebody else'
  server.asked = []
  const said = await phone.sync()
  assert.ok(!said.ok && said.error.code === 'of-another')
  assert.deepEqual(server.asked, ['who'])
  assert.equal((await phone.shelf.all()).length, 1)
})

test('SYNC-28 two people on one phone see nothing of each other, and send nothing of each other', async () => {
  const { server, engine, phone } = await used()
  await phone.keep(naming('Citra'))
  const other = { staff: 'other', dataKey: aKey(), outboxKey: aKey() }
  server.signedIn = other.staff
  const second = await aFieldPhone(server.lineOf(), other, engine)
  assert.deepEqual([namesOn(second), await second.shelf.all(), second.journal.all()], [[], [], []])
  const before = server.answered().length
  await second.sync()
  assert.equal(server.answered().length, before)
  assert.equal((await phone.shelf.all()).length, 1)
})

test('SYNC-29 by order of the secretariat a phone sends what waits and forgets the rest', async () => {
  const { server, phone } = await used()
  server.order = 'wipe'
  const third = naming('Citra')
  await phone.keep(third)
  const said = await phone.sync()
  assert.ok(!said.ok && said.error.code === 'wiped')
  assert.ok(server.answered().includes(third.id))
  assert.deepEqual([namesOn(phone), phone.journal.all(), phone.replica.state().cursor], [[], [], null])
})

test('SYNC-29 what could not be sent before it stays sealed, for its person alone', async () => {
  const { server, engine, phone } = await used()
  server.order = 'wipe'
  await phone.keep(naming('Citra'))
  server.losesPost = true
  await phone.sync()
  phone.close()
  const again = await aFieldPhone(server.lineOf(), { dataKey: aKey() }, engine)
  assert.equal((await again.shelf.all()).length, 1)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { no } from '@openslrt/core/kernel/result.ts'
import { aFieldPhone, aKey, namesOn, naming, newHardware, person } from '../../testing/a-field-phone.ts'
import { aFieldServer } from '../../testing/a-field-server.ts'
import { nextSyncAt, syncEveryMs } from './sync.ts'

const names = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `Warga ${String(at).padStart(2, '0')}`)

async function filled(count = 8) {
  const server = aFieldServer(person.staff)
  for (const name of names(count)) server.write(name)
  const engine = newHardware()
  return { server, engine, phone: await aFieldPhone(server.lineOf(), {}, engine) }
}

test('SYNC-20 a phone is filled page after page, and holds what the server says it should', async () => {
  const { server, phone } = await filled()
  const said = await phone.sync()
  assert.ok(said.ok)
  assert.deepEqual([said.value.held, said.value.there, said.value.unlike], [8, 8, []])
  assert.deepEqual(namesOn(phone), names(8))
  server.asked = []
  await phone.sync()
  assert.deepEqual(server.asked, ['who', 'pull'], 'where nothing changed nothing is asked for')
})

test('SYNC-20 a line that drops after any request loses nothing: the next sync goes on where this one stopped', async () => {
  for (let requests = 0; requests < 8; requests += 1) {
    const { server, engine, phone } = await filled()
    server.line = requests
    const cut = await phone.sync()
    const held = namesOn(phone).length
    phone.close()
    server.line = Number.POSITIVE_INFINITY
    const again = await aFieldPhone(server.lineOf(), {}, engine)
    assert.equal(namesOn(again).length, held, `what came before request ${requests} was kept`)
    const said = await again.sync()
    assert.ok(said.ok && said.value.unlike.length === 0, `after ${requests}: ${JSON.stringify([cut, said])}`)
    assert.deepEqual(namesOn(again), names(8))
    again.close()
  }
})

test('SYNC-20 what lies in the store is sealed, and another key opens none of it', async () => {
  const { server, engine, phone } = await filled(3)
  await phone.sync()
  phone.close()
  const stranger = await aFieldPhone(server.lineOf(), { dataKey: aKey() }, engine)
  assert.deepEqual(namesOn(stranger), [])
  const said = await stranger.sync()
  assert.ok(said.ok, 'and where rows can not be opened they are pulled anew')
  assert.deepEqual([said.value.unlike, namesOn(stranger)], [[], names(3)])
})

test('SYNC-21 what the server no longer gives leaves the phone, though no page told of it', async () => {
  const { server, phone } = await filled()
  await phone.sync()
  const [gone = ''] = [...phone.replica.view().person.keys()]
  server.forget(gone)
  server.write('Pendatang')
  server.asked = []
  const said = await phone.sync()
  assert.ok(said.ok && said.value.unlike.length === 0)
  assert.deepEqual([said.value.held, phone.replica.view().person.has(gone)], [8, false])
  assert.deepEqual(server.asked, ['who', 'pull', 'marks person'])
})

test('SYNC-22 a row that is missing here brings everything anew, once', async () => {
  const { server, phone } = await filled()
  await phone.sync()
  const [lost = ''] = [...phone.replica.view().person.keys()]
  await phone.replica.drop('person', [lost])
  server.write('Pendatang')
  const said = await phone.sync()
  assert.ok(said.ok && said.value.unlike.length === 0)
  assert.deepEqual([said.value.held, phone.replica.view().person.has(lost)], [9, true])
})

test('SYNC-22 a server that counts otherwise than its rows are is told as it is: they do not agree', async () => {
  const { server, phone } = await filled(4)
  await phone.sync()
  const line = server.lineOf()
  const odd = await aFieldPhone({
    ...line,
    pull: async (asked) => {
      const page = await line.pull(asked)
      if (!page.ok || !page.value.census) return page
      return { ...page, value: { ...page.value, census: { ...page.value.census, person: { count: 5, sum: 1 } } } }
    },
  })
  const said = await odd.sync()
  assert.ok(said.ok)
  assert.deepEqual([said.value.held, said.value.there, said.value.unlike], [4, 5, ['person']])
})

test('SYNC-23 a browser that gives a sync no turn is told as a sync that failed, and the next one is tried', async () => {
  const server = aFieldServer(person.staff)
  server.write('Warga 00')
  let gives = false
  const phone = await aFieldPhone(server.lineOf(), {}, newHardware(), (work) =>
    gives ? work() : Promise.reject(new DOMException('the page is going', 'InvalidStateError')),
  )
  const said = await phone.sync()
  assert.ok(!said.ok && nextSyncAt(said, 1, 0) === 2_000, JSON.stringify(said))
  gives = true
  assert.ok((await phone.sync()).ok)
  assert.deepEqual(namesOn(phone), ['Warga 00'])
})

test('SYNC-23 the wait before the next sync grows while the line fails, up to five minutes; some noes wait for a person', () => {
  const off = no({ code: 'offline', message: '', requestId: null, details: {} })
  assert.deepEqual(
    [1, 2, 3, 9, 20].map((tries) => nextSyncAt(off, tries, 0)),
    [2_000, 4_000, 8_000, 300_000, 300_000],
  )
  assert.equal(nextSyncAt(no({ ...off.error, code: 'unauthenticated' }), 1, 0), null)
  assert.equal(nextSyncAt({ ok: true, value: { at: 0, held: 0, there: 0, unlike: [] } }, 0, 5), 5 + syncEveryMs)
})

test('SYNC-24 what is done without a line waits, goes first when there is one, and is in the replica after the same sync', async () => {
  const { server, phone } = await filled(2)
  await phone.sync()
  server.line = 0
  assert.equal(await phone.keep(naming('Zubaidah')), true)
  assert.equal((await phone.sync()).ok, false)
  assert.equal((await phone.shelf.all()).length, 1)
  server.line = Number.POSITIVE_INFINITY
  const said = await phone.sync()
  assert.ok(said.ok && said.value.unlike.length === 0)
  assert.deepEqual([await phone.shelf.all(), namesOn(phone)], [[], [...names(2), 'Zubaidah']])
})

test('SYNC-24 an answer that was lost on its way doubles nothing', async () => {
  const { server, phone } = await filled(1)
  await phone.sync()
  const command = naming('Zubaidah')
  await phone.keep(command)
  server.losesPost = true
  assert.equal((await phone.sync()).ok, true, 'the rest goes on')
  assert.equal((await phone.shelf.all()).length, 1, 'nobody told the phone that it was accepted')
  await phone.sync()
  assert.deepEqual([server.answered(), await phone.shelf.all()], [[command.id], []])
  assert.equal(namesOn(phone).filter((name) => name === 'Zubaidah').length, 1)
})

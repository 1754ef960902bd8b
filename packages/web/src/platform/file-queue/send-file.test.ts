import assert from 'node:assert/strict'
import { test } from 'node:test'
import { person } from '../../testing/a-field-phone.ts'
import { aFileQueue, ground, isAccepted, naming, taken } from '../../testing/a-file-queue.ts'
import { aFileServer } from '../../testing/a-file-server.ts'
import { retryAfterMs } from '../outbox/entry.ts'

/** A photo of three parts on a phone whose entry was accepted. */
async function aSending(size = 150_000) {
  const server = aFileServer(person.staff)
  const { queue, clock } = await aFileQueue(server)
  const { file, bytes } = await taken(size)
  await queue.keep(file, bytes)
  const command = naming(file)
  const run = () => queue.run(async () => ground({ ...isAccepted(command), now: clock.now }))
  const one = () => {
    const [kept] = queue.all()
    assert.ok(kept)
    return kept
  }
  return { server, clock, run, one, file, bytes }
}

test('SYNC-41 wherever the line drops, with or without its last answer, the file goes on from what the server has', async () => {
  for (let requests = 0; requests < 5; requests += 1)
    for (const losesAnswer of [false, true]) {
      const { server, clock, run, one, file, bytes } = await aSending()
      server.line = requests
      server.losesAnswer = losesAnswer
      const due = await run()
      if (one().state === 'waiting') {
        assert.equal(due, one().nextAt)
        server.line = Number.POSITIVE_INFINITY
        server.asked = []
        clock.now = due ?? 0
        await run()
        assert.equal(server.asked[0], 'begin', 'it asks before it sends')
        const parts = server.asked.filter((asked) => asked.startsWith('part'))
        assert.ok(parts.length <= 3 - Math.max(0, requests - 2), `${requests}: ${parts.join()}`)
      }
      assert.equal(one().state, 'sent', `${requests} ${losesAnswer}`)
      assert.deepEqual(server.whole.get(file.sha256), bytes)
    }
})

test('SYNC-4, SYNC-41 a line that stays dead is tried later and later; a part that went through makes the wait short again', async () => {
  const { server, clock, run, one } = await aSending(400_000)
  server.line = 0
  const waits: number[] = []
  for (let tries = 0; tries < 4; tries += 1) {
    await run()
    waits.push(one().nextAt - clock.now)
    assert.equal(await run(), one().nextAt, 'and not before its time')
    clock.now = one().nextAt
  }
  assert.deepEqual(waits, [1, 2, 3, 4].map(retryAfterMs))
  server.line = 2
  await run()
  assert.equal(one().nextAt - clock.now, retryAfterMs(1))
  assert.ok(one().have > 0)
})

test('SYNC-43 a file that came broken goes once more from the beginning, and then its person looks at it', async () => {
  const once = await aSending()
  once.server.garbles = 1
  await once.run()
  assert.equal(once.one().state, 'sent')
  const twice = await aSending()
  twice.server.garbles = 2
  await twice.run()
  assert.deepEqual([twice.one().state, twice.one().why], ['stopped', 'broken'])
  twice.server.asked = []
  await twice.run()
  assert.deepEqual(twice.server.asked, [])
})

test('SYNC-43 what the server takes for no photo is kept with its words, and not sent again and again', async () => {
  const { server, run, one } = await aSending()
  server.refuses = 'file-unsafe'
  await run()
  assert.deepEqual([one().state, one().why, one().words], ['stopped', 'unfit', 'kata file-unsafe'])
})

test('SYNC-41 what fails for the moment is no refusal', async () => {
  for (const code of ['unavailable', 'unauthenticated', 'internal', 'rate-limited']) {
    const { server, run, one } = await aSending()
    server.refuses = code
    await run()
    assert.deepEqual([one().state, one().tries], ['waiting', 1], code)
  }
})

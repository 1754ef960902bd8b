import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import type { Server, Socket } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { clamScan, noScan, ScannerAway } from './scan.ts'

const folder = await mkdtemp(join(tmpdir(), 'scan-'))
const servers: Server[] = []
after(async () => {
  for (const server of servers) server.close()
  await rm(folder, { recursive: true, force: true })
})

/** A scanner that says what a test has it say, once the part of no length came; gives what it heard. */
async function scanner(say: (socket: Socket, content: Buffer) => void, path?: string) {
  const heard: Buffer[] = []
  const server = createServer((socket) => {
    const all: Buffer[] = []
    socket.on('error', () => socket.destroy())
    socket.on('data', (part: Buffer) => {
      all.push(part)
      const content = contentOf(Buffer.concat(all))
      if (content === null) return
      heard.push(content)
      say(socket, content)
    })
  })
  servers.push(server)
  server.listen(path === undefined ? { port: 0, host: '127.0.0.1' } : { path })
  await once(server, 'listening')
  const at = server.address()
  const address = typeof at === 'object' && at !== null ? `127.0.0.1:${at.port}` : String(path)
  return { address, heard }
}

/** The parts of INSTREAM put together; null while more is to come. Throws where they are no such parts. */
function contentOf(sent: Buffer): Buffer | null {
  const order = 'zINSTREAM\0'
  assert.ok(order.startsWith(sent.subarray(0, order.length).toString()))
  const parts: Buffer[] = []
  for (let at = order.length; sent.length >= at + 4; ) {
    const length = sent.readUInt32BE(at)
    if (length === 0) return Buffer.concat(parts)
    assert.ok(length <= 64 * 1024)
    if (sent.length < at + 4 + length) return null
    parts.push(sent.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}

const says = (words: string) => scanner((socket) => void socket.end(words))

/** What a scanner says, and what it comes to: clean, the name of what was found, or that it could not be asked. */
const answers: readonly (readonly [words: string, comesTo: string])[] = [
  ['stream: OK\0', 'clean'],
  ['stream: OK\n', 'clean'],
  ['stream: Win.Test.EICAR_HDB-1 FOUND\0', 'Win.Test.EICAR_HDB-1'],
  ['stream: a name of several words FOUND\0', 'a name of several words'],
  ['stream: OK FOUND\0', 'OK'],
  ['', 'away'],
  ['OK\0', 'away'],
  ['stream: ok\0', 'away'],
  ['stream: OK or so\0', 'away'],
  ['stream: FOUND\0', 'away'],
  ['INSTREAM size limit exceeded. ERROR\0', 'away'],
  ['UNKNOWN COMMAND\0', 'away'],
  ['x'.repeat(100_000), 'away'],
]
for (const [words, comesTo] of answers)
  test(`FILE-8 a scanner that says ${JSON.stringify(words.slice(0, 50))} means ${comesTo}`, async () => {
    const { address } = await says(words)
    const asked = clamScan(address)(Buffer.from('isi'))
    if (comesTo === 'away') {
      await assert.rejects(asked, (error: Error) => error instanceof ScannerAway && error.message.length < 400)
      return
    }
    assert.deepEqual(await asked, comesTo === 'clean' ? { clean: true } : { clean: false, found: comesTo })
  })

const sizes = [0, 1, 64 * 1024 - 1, 64 * 1024, 64 * 1024 + 1, 300_000]
test('FILE-8 a file comes to the scanner byte for byte, however long it is', async () => {
  const { address, heard } = await says('stream: OK\0')
  for (const size of sizes) {
    const bytes = Buffer.from(Array.from({ length: size }, (_, nth) => (nth * 7) % 256))
    assert.deepEqual(await clamScan(address)(bytes), { clean: true })
    assert.ok(heard.at(-1)?.equals(bytes), String(size))
  }
})

test('FILE-8 many files that are asked about at once are each told their own', async () => {
  const { address } = await scanner((socket, content) => {
    socket.end(content.includes('buruk') ? `stream: ${content.toString()} FOUND\0` : 'stream: OK\0')
  })
  const files = Array.from({ length: 24 }, (_, nth) => (nth % 3 === 0 ? `buruk-${nth}` : `baik-${nth}`))
  const found = await Promise.all(files.map((file) => clamScan(address)(Buffer.from(file))))
  assert.deepEqual(
    found.map((one) => (one.clean ? 'clean' : one.found)),
    files.map((file) => (file.startsWith('buruk') ? file : 'clean')),
  )
})

test('FILE-8 a scanner is asked at the path of its socket too', async () => {
  const { address } = await scanner((socket) => void socket.end('stream: OK\0'), join(folder, 'clamd.sock'))
  assert.deepEqual(await clamScan(address)(Buffer.from('isi')), { clean: true })
})

test('FILE-8 an answer that comes in two halves is one answer', async () => {
  const { address } = await scanner((socket) => {
    socket.write('stream: Nama.')
    setImmediate(() => socket.end('Virus FOUND\0'))
  })
  assert.deepEqual(await clamScan(address)(Buffer.from('isi')), { clean: false, found: 'Nama.Virus' })
})

test('FILE-8 where nobody listens, or whoever does goes away, nothing is said to be clean', async () => {
  const { address } = await scanner((socket) => socket.destroy())
  const gone = await says('stream: OK\0')
  const closed = servers.at(-1)
  assert.ok(closed)
  closed.close()
  await once(closed, 'close')
  for (const at of [address, gone.address, join(folder, 'none.sock'), 'localhost:1'])
    await assert.rejects(clamScan(at)(Buffer.alloc(200_000)), ScannerAway, at)
})

test('FILE-8 where no scanner is configured, every file counts as clean', async () => {
  assert.deepEqual(await noScan(Buffer.from('apa saja')), { clean: true })
})

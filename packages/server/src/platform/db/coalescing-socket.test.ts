import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo, Server, Socket } from 'node:net'
import { createServer } from 'node:net'
import { after, before, test } from 'node:test'
import { CoalescingSocket } from './coalescing-socket.ts'
import { urlAs } from './pools.ts'
import { allOf, sql } from './sql.ts'
import { withinScope } from './within-scope.ts'

let server: Server
const heard: string[] = []
let other: Socket | undefined
before(async () => {
  server = createServer((socket) => {
    other = socket
    socket.on('data', (part) => void heard.push(part.toString()))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
after(() => server.close())

async function connected(): Promise<CoalescingSocket> {
  const socket = new CoalescingSocket()
  socket.connect((server.address() as AddressInfo).port, '127.0.0.1')
  await once(socket, 'connect')
  heard.length = 0
  return socket
}
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
async function hear(text: string): Promise<void> {
  while (heard.join('') !== text) await turn()
}

test('SOCKET-1 what is written in one turn leaves as one message, in its order', async () => {
  const socket = await connected()
  socket.write('parse ')
  socket.write(Buffer.from('bind '))
  socket.write('execute', 'utf8')
  await hear('parse bind execute')
  assert.equal(heard.length, 1)
  socket.destroy()
})

test('SOCKET-1 what is written later leaves by itself, and nothing is kept back', async () => {
  const socket = await connected()
  socket.write('one')
  await hear('one')
  socket.write('two')
  await hear('onetwo')
  assert.deepEqual(heard, ['one', 'two'])
  socket.destroy()
})

test('SOCKET-2 whoever wants to know when it was written is told, once each', async () => {
  const socket = await connected()
  const told: string[] = []
  socket.write('a', () => void told.push('a'))
  socket.write('b', 'utf8', () => void told.push('b'))
  await hear('ab')
  while (told.length < 2) await turn()
  assert.deepEqual(told, ['a', 'b'])
  socket.destroy()
})

test('SOCKET-2 what is written and then ended arrives whole', async () => {
  const socket = await connected()
  socket.write('last ')
  socket.end('words')
  await hear('last words')
  assert.ok(other)
  await once(socket, 'close')
})

test('ACCESS-5 a role comes to the same database under its own name and password, whatever signs it has', () => {
  const owner = 'postgresql://owner:secret@db.example:6000/slrt?sslmode=require'
  const url = new URL(urlAs(owner, 'openslrt_door', 'p@ss/w:rd#1'))
  assert.deepEqual([url.username, decodeURIComponent(url.password)], ['openslrt_door', 'p@ss/w:rd#1'])
  assert.deepEqual([url.host, url.pathname, url.search], ['db.example:6000', '/slrt', '?sslmode=require'])
  assert.equal(urlAs(owner, 'openslrt_door', 'x').includes('secret'), false)
})

test('ACCESS-4 whoever may see no case gets a condition that no row meets', () => {
  const never = withinScope({ kind: 'setup' }).toOperationNode()
  assert.deepEqual(never, sql`false`.toOperationNode())
  assert.deepEqual(allOf([]).toOperationNode(), sql`true`.toOperationNode())
})

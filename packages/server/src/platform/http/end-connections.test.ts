import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { test } from 'node:test'
import { bareApp } from '../../testing/bare-app.ts'

/** A server on a free port with one door that answers when it is told to. */
async function listening() {
  const { app } = await bareApp()
  const { promise: answer, resolve: letAnswer } = Promise.withResolvers<void>()
  const { promise: asked, resolve: noteAsked } = Promise.withResolvers<void>()
  app.get('/slow', async () => {
    noteAsked()
    await answer
    return 'whole'
  })
  app.get('/quick', () => 'quick')
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return { app, port: Number(new URL(url).port), letAnswer, asked }
}

async function open(port: number, path?: string): Promise<{ socket: Socket; heard: () => string }> {
  const socket = connect(port, '127.0.0.1')
  let text = ''
  socket.on('data', (part: Buffer) => (text += String(part)))
  await once(socket, 'connect')
  if (path) socket.write(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`)
  return { socket, heard: () => text }
}

// Long before Node itself would close them, which takes half a minute at least.
const soon = () => ({ signal: AbortSignal.timeout(10_000) })

test('START-8 a server that ends waits for no connection on which nothing is asked', async () => {
  const { app, port } = await listening()
  const never = await open(port)
  const kept = await open(port, '/quick')
  await once(kept.socket, 'data')
  const gone = [never, kept].map(({ socket }) => once(socket, 'close', soon()))
  await app.close()
  await Promise.all(gone)
  assert.match(kept.heard(), /quick$/)
})

test('START-8 what is being answered is answered whole before its connection goes', async () => {
  const { app, port, letAnswer, asked } = await listening()
  const busy = await open(port, '/slow')
  const gone = once(busy.socket, 'close', soon())
  await asked
  const closing = app.close()
  letAnswer()
  await closing
  await gone
  assert.match(busy.heard(), /^HTTP\/1\.1 200[\s\S]*whole$/)
})

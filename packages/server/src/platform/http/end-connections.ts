import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/**
 * When the server ends, closes each connection as soon as nothing is being answered on it. Browsers keep connections, and
 * open some in advance; Node counts several of these as busy until it looks for late headers, and a stop waited for a minute.
 */
export function closeConnectionsAtEnd(app: FastifyInstance): void {
  const answering = new Map<Socket, number>()
  let ending = false
  const closeUnlessBusy = (socket: Socket): void => {
    if (ending && answering.get(socket) === 0) socket.destroy()
  }
  // One that is closed already is forgotten: its answers end after it.
  const count = (socket: Socket, by: 1 | -1): void => {
    const now = answering.get(socket)
    if (now !== undefined) answering.set(socket, now + by)
  }
  app.server.on('connection', (socket: Socket) => {
    answering.set(socket, 0)
    socket.once('close', () => answering.delete(socket))
    closeUnlessBusy(socket)
  })
  app.server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    count(socket, 1)
    response.once('close', () => {
      count(socket, -1)
      closeUnlessBusy(socket)
    })
  })
  app.addHook('preClose', async () => {
    ending = true
    for (const socket of answering.keys()) closeUnlessBusy(socket)
  })
}

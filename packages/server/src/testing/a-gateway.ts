import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { createServer } from 'node:http'

/** One request that a gateway was asked. */
export interface Heard {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly bytes: Buffer
  readonly body: Record<string, unknown>
}

/** What a gateway answers; `hang` answers nothing, `cut` hangs up. */
export type Says = { readonly status: number; readonly body?: object } | 'hang' | 'cut'

/** A gateway on this machine that answers as a test tells it, and remembers everything it was asked. */
export interface Gateway {
  readonly url: string
  readonly host: string
  readonly heard: Heard[]
  /** What it says from now on; a function may say something else to each request. */
  says: Says | ((heard: Heard) => Says)
  close(): Promise<void>
}

export async function startGateway(says: Gateway['says']): Promise<Gateway> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const bytes = Buffer.concat(parts)
      const heard = { path: request.url ?? '', headers: request.headers, bytes, body: bodyOf(bytes) }
      gateway.heard.push(heard)
      const answer = typeof gateway.says === 'function' ? gateway.says(heard) : gateway.says
      if (answer === 'hang') return
      if (answer === 'cut') request.socket.destroy()
      else
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body ?? {}))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const at = server.address()
  if (at === null || typeof at === 'string') throw new Error('the gateway has no port')
  const host = `127.0.0.1:${at.port}`
  const gateway: Gateway = {
    url: `http://${host}`,
    host,
    heard: [],
    says,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return gateway
}

function bodyOf(bytes: Buffer): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(bytes.toString())
    return typeof read === 'object' && read !== null ? { ...read } : {}
  } catch {
    return {}
  }
}

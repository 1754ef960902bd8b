import { once } from 'node:events'
import { createServer } from 'node:http'

/** A gateway for text messages on this machine: it lets in whoever shows its token, and counts what it took. */
export interface SmsGateway {
  readonly url: string
  token: string
  taken: number
  close(): void
}

export async function startSmsGateway(token: string): Promise<SmsGateway> {
  const server = createServer((request, response) => {
    const isIn = request.headers.authorization === `Bearer ${gateway.token}`
    if (isIn) gateway.taken++
    request.resume()
    response.writeHead(isIn ? 200 : 401, { 'content-type': 'application/json' })
    response.end(JSON.stringify(isIn ? {} : { message: 'token expired' }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const at = server.address()
  const port = at !== null && typeof at === 'object' ? at.port : 0
  const gateway: SmsGateway = { url: `http://127.0.0.1:${port}`, token, taken: 0, close: () => void server.close() }
  return gateway
}

import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { HelmetOptions } from 'helmet'
import helmet from 'helmet'

/** The headers that helmet sets. They are the same for every answer, so they are asked for once. */
export function securityHeaders(options: HelmetOptions): Readonly<Record<string, string>> {
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  helmet(options)(request, response, (error) => {
    if (error) throw error
  })
  return Object.fromEntries(Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]))
}

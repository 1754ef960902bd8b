import { hostname, networkInterfaces } from 'node:os'
import type { FastifyRequest } from 'fastify'

/**
 * PAGE-6 The address under which a request came in, if its host is a name of this very machine. Any other host is only
 * what the sender wrote: a link made of it would carry a secret to wherever they like. Null then.
 */
export function ownAddress({ protocol, host }: FastifyRequest): string | null {
  const text = `${protocol}://${host}`
  // Read as a browser reads it: what stands before the first colon is not always the name ("localhost:@elsewhere").
  const address = URL.canParse(text) ? new URL(text) : null
  return address && isOwnName(address.hostname) ? address.origin : null
}

// Asked only where a link is made, and anew each time: a laptop changes its addresses.
function isOwnName(named: string): boolean {
  const machine = hostname().toLowerCase()
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list?.map(({ address }) => address) ?? [])
  const names = ['localhost', '127.0.0.1', '::1', machine, `${machine}.local`, ...addresses]
  return names.includes(named.replace(/^\[|\]$/g, ''))
}

import type { FastifyRequest } from 'fastify'

/** An address as it was asked for: its path, which begins with exactly one slash, and the words behind it. */
export interface Address {
  readonly path: string
  readonly query: URLSearchParams
}

/**
 * Reads the address of a request, whatever it is. Resolving it against a base would not do: `//` names nothing there,
 * and `//x` the host x, to which our own links would then lead.
 */
export function addressOf(request: FastifyRequest): Address {
  const { pathname, searchParams } = new URL(`http://here/${request.url}`)
  return { path: pathname.replace(/^\/+/, '/'), query: searchParams }
}

/** Whether anything could be at an address: its signs can be read, and it begins with one slash (or names our host). */
export function isReadable(address: string): boolean {
  const [path = ''] = address.split(/[?#]/, 1)
  if (path === '*' || path.startsWith('//')) return false
  if (!path.includes('%')) return true
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(path))
  } catch {
    return false
  }
}

/** An address as the router may have it. What can't be read is led to where nothing is, and answered like that. */
export function routable(address = '/'): string {
  if (isReadable(address)) return address
  return address.startsWith('/api') ? '/api/%25' : '/%25'
}

/** Whom guesses are counted against. A proxy passes on what senders claim, at any length: the key of a row takes less. */
export const sourceOf = (request: FastifyRequest): string => request.ip.slice(0, 64)

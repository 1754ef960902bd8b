import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

/** A real OpenID Connect provider on this machine, where anybody signs in by the name that they type. */
export interface IdentityProvider {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Goes through its pages as somebody, from the address that an attempt gave; gives where it sends the browser in the end. */
  walk(address: string, login: string): Promise<URL>
  stop(): Promise<void>
}

/** Starts one whose only client is sent back to this address. */
export async function startIdentityProvider(returnTo: string): Promise<IdentityProvider> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const [clientId, clientSecret] = ['openslrt', randomBytes(24).toString('base64url')]
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [returnTo] }],
    cookies: { keys: [randomBytes(24).toString('base64url')] },
    pkce: { required: () => true },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  })
  server.on('request', provider.callback())
  const stop = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { issuer, clientId, clientSecret, stop, walk: (address, login) => walk(issuer, address, login) }
}

/** Follows every redirect, and fills in each form that stands in the way. */
async function walk(issuer: string, address: string, login: string): Promise<URL> {
  const jar = new Map<string, string>()
  let next: { readonly url: URL; readonly form: URLSearchParams | null } = { url: new URL(address), form: null }
  for (let steps = 0; steps < 20; steps++) {
    if (next.url.origin !== issuer) return next.url
    const { url, form } = next
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: form }),
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      jar.set(name, value)
    }
    const location = answer.headers.get('location')
    next = location ? { url: new URL(location, url), form: null } : { url, form: formIn(await answer.text(), login) }
  }
  throw new Error(`the identity provider sent nobody back: ${next.url}`)
}

function formIn(page: string, login: string): URLSearchParams {
  const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
  if (!prompt) throw new Error(`the identity provider asks for nothing:\n${page}`)
  return new URLSearchParams({ prompt, login, password: 'apa saja' })
}

// For journeys: a process of its own, which says on its first line how it is reached.
if (import.meta.main) {
  const { issuer, clientId, clientSecret } = await startIdentityProvider(process.argv[2] ?? '')
  process.stdout.write(`${JSON.stringify({ issuer, clientId, clientSecret })}\n`)
}

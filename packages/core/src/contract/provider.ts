import { z } from 'zod'
import { me } from './reference-queries.ts'
import { nothing, row } from './route.ts'

const address = z.object({ address: z.string() })

/** Signing in by way of an identity provider, and connecting one's own account to it. */
export const providerRoutes = {
  begin: row({
    method: 'POST',
    path: '/api/provider/begin',
    summary: 'Where to go at the identity provider to sign in',
    allow: 'public',
    audit: 'PROVIDER_BEGUN',
    query: nothing,
    body: nothing,
    reply: address,
  }),
  connect: row({
    method: 'POST',
    path: '/api/provider/connect',
    summary: "Where to go at the identity provider to connect one's own account; takes the password once more",
    allow: 'signed-in',
    audit: 'PROVIDER_CONNECTING',
    query: nothing,
    body: z.strictObject({ password: z.string().min(1).max(200) }),
    reply: address,
  }),
  finish: row({
    method: 'POST',
    path: '/api/provider/finish',
    summary: 'What the identity provider sent back with the browser: signs in, or connects',
    allow: 'public',
    audit: 'PROVIDER_FINISHED',
    query: nothing,
    body: z.strictObject({ search: z.string().min(1).max(4_000) }),
    reply: z.object({ next: z.enum(['in', 'code', 'set-up', 'connected']), me: me.nullable() }),
  }),
  own: row({
    method: 'GET',
    path: '/api/provider/own',
    summary: 'Whether this account is connected to the identity provider, if there is one',
    allow: 'signed-in',
    audit: 'PROVIDER_READ',
    query: nothing,
    body: nothing,
    reply: z.object({ name: z.string().nullable(), since: z.int().nullable() }),
  }),
  leave: row({
    method: 'POST',
    path: '/api/provider/leave',
    summary: "Disconnect one's own account from the identity provider",
    allow: 'signed-in',
    audit: 'PROVIDER_LEFT',
    query: nothing,
    body: nothing,
    reply: z.object({}),
  }),
} as const

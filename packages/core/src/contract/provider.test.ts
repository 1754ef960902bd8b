import { testRoutes } from '../testing/routes-spec.ts'
import { me, nothing } from '../testing/wire-words.ts'
import { providerRoutes } from './provider.ts'

const address = { address: 'text' } as const

testRoutes(providerRoutes, {
  begin: {
    at: 'POST /api/provider/begin',
    allow: 'public',
    audit: 'PROVIDER_BEGUN',
    query: nothing,
    body: nothing,
    reply: address,
  },
  connect: {
    at: 'POST /api/provider/connect',
    allow: 'signed-in',
    audit: 'PROVIDER_CONNECTING',
    query: nothing,
    body: { strict: 'yes', password: 'text 1..200' },
    reply: address,
  },
  finish: {
    at: 'POST /api/provider/finish',
    allow: 'public',
    audit: 'PROVIDER_FINISHED',
    query: nothing,
    body: { strict: 'yes', search: 'text 1..4000' },
    reply: { next: 'in|code|set-up|connected', me: { 'or null': me } },
  },
  own: {
    at: 'GET /api/provider/own',
    allow: 'signed-in',
    audit: 'PROVIDER_READ',
    query: nothing,
    body: nothing,
    reply: { name: 'text or null', since: 'int or null' },
  },
  leave: {
    at: 'POST /api/provider/leave',
    allow: 'signed-in',
    audit: 'PROVIDER_LEFT',
    query: nothing,
    body: nothing,
    reply: {},
  },
})

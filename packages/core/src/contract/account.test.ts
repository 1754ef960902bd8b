import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testRoutes } from '../testing/routes-spec.ts'
import { me, nothing } from '../testing/wire-words.ts'
import { accountRoutes } from './account.ts'

/** What a door answers after the password: who is in, or which step is left. */
const entered = { me: { 'or null': me }, next: 'in|code|set-up' } as const
const token = 'text 20..100'

testRoutes(accountRoutes, {
  door: {
    at: 'GET /api/door',
    allow: 'public',
    audit: 'DOOR_READ',
    query: nothing,
    body: nothing,
    reply: { demo: 'boolean', provider: 'text or null' },
  },
  signIn: {
    at: 'POST /api/sign-in',
    allow: 'public',
    audit: 'SIGNED_IN',
    query: nothing,
    body: { strict: 'yes', name: 'line 1..40', password: 'text 1..200' },
    reply: entered,
  },
  signOut: {
    at: 'POST /api/sign-out',
    allow: 'signed-in',
    audit: 'SIGNED_OUT',
    query: nothing,
    body: nothing,
    reply: {},
  },
  me: { at: 'GET /api/me', allow: 'signed-in', audit: 'ME_READ', query: nothing, body: nothing, reply: me },
  link: {
    at: 'POST /api/link',
    allow: 'public',
    audit: 'LINK_READ',
    query: nothing,
    body: { strict: 'yes', token },
    reply: { purpose: 'first-admin|invite|reset', name: 'text or null', signInName: 'text or null' },
  },
  accept: {
    at: 'POST /api/link/accept',
    allow: 'public',
    audit: 'LINK_USED',
    query: nothing,
    body: { strict: 'yes', token, name: 'line ..200', signInName: 'sign-in name', password: 'text 1..200' },
    reply: entered,
  },
  invite: {
    at: 'POST /api/staff/invite',
    allow: 'staff.manage',
    audit: 'STAFF_INVITED',
    query: nothing,
    body: { strict: 'yes', staff: 'id' },
    reply: { path: 'text', expiresAt: 'int' },
  },
})

test('WIRE-3 a sign-in name is read as people type it: spaces around it and capitals make no difference', () => {
  const { body } = accountRoutes.signIn
  assert.deepEqual(body.parse({ name: '  Sari.Depok ', password: ' Kopi ' }), {
    name: 'sari.depok',
    password: ' Kopi ',
  })
})

test('WIRE-3 a password is taken sign by sign: nothing is trimmed, and nothing at all is none', () => {
  const { body } = accountRoutes.signIn
  const of = (password: string) => body.safeParse({ name: 'sari', password }).success
  assert.deepEqual([of(''), of(' '), of('x'.repeat(200)), of('x'.repeat(201))], [false, true, true, false])
})

test('WIRE-3 a name of spaces alone is nobody who signs in', () => {
  const { body } = accountRoutes.signIn
  const of = (name: string) => body.safeParse({ name, password: 'kopi-tubruk' }).success
  assert.deepEqual([of('   '), of('a'.repeat(40)), of('a'.repeat(41))], [false, true, false])
})

test('ACCOUNT-8 what is too short or too long to be the token of a link is not even looked up', () => {
  const of = (length: number) => accountRoutes.link.body.safeParse({ token: 'x'.repeat(length) }).success
  assert.deepEqual([of(19), of(20), of(100), of(101)], [false, true, true, false])
})

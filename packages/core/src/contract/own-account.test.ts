import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testRoutes } from '../testing/routes-spec.ts'
import { me, nothing } from '../testing/wire-words.ts'
import { secondCode, secondFactorRoutes } from './second-factor.ts'
import { serviceKeyRoutes } from './service-key.ts'
import { sessionRoutes } from './session.ts'

const code = { strict: 'yes', code: 'text ..40' } as const
const bare = { query: nothing, body: nothing } as const
const seen = { browser: 'text or null', system: 'text or null', source: 'text' } as const
const event =
  'in|wrong-password|wrong-code|recovery-code|in-by-provider|password-set|factor-set|factor-ended|factor-reset|codes-made|provider-connected|provider-left'

testRoutes(secondFactorRoutes, {
  state: {
    at: 'GET /api/second-factor',
    allow: 'signed-in',
    audit: 'SECOND_FACTOR_READ',
    ...bare,
    reply: { since: 'int or null', codesLeft: 'int', required: 'boolean' },
  },
  enter: {
    at: 'POST /api/sign-in/code',
    allow: 'entering',
    audit: 'SIGNED_IN_WITH_CODE',
    query: nothing,
    body: code,
    reply: me,
  },
  begin: {
    at: 'POST /api/second-factor/begin',
    allow: 'entering',
    audit: 'SECOND_FACTOR_BEGUN',
    query: nothing,
    body: { strict: 'yes', 'code?': 'text ..40' },
    reply: { key: 'text', address: 'text' },
  },
  confirm: {
    at: 'POST /api/second-factor/confirm',
    allow: 'entering',
    audit: 'SECOND_FACTOR_SET',
    query: nothing,
    body: code,
    reply: { codes: ['text'], me },
  },
  codes: {
    at: 'POST /api/second-factor/codes',
    allow: 'signed-in',
    audit: 'RECOVERY_CODES_MADE',
    query: nothing,
    body: code,
    reply: { codes: ['text'] },
  },
  end: {
    at: 'POST /api/second-factor/end',
    allow: 'signed-in',
    audit: 'SECOND_FACTOR_ENDED',
    query: nothing,
    body: code,
    reply: {},
  },
  reset: {
    at: 'POST /api/staff/second-factor/reset',
    allow: 'staff.manage',
    audit: 'SECOND_FACTOR_RESET',
    query: nothing,
    body: { strict: 'yes', staff: 'id' },
    reply: {},
  },
})

testRoutes(sessionRoutes, {
  list: {
    at: 'GET /api/sessions',
    allow: 'signed-in',
    audit: 'SESSIONS_READ',
    ...bare,
    reply: { items: [{ id: 'id', ...seen, since: 'int', seenAt: 'int', own: 'boolean' }] },
  },
  end: {
    at: 'POST /api/sessions/end',
    allow: 'signed-in',
    audit: 'SESSION_ENDED',
    query: nothing,
    body: { strict: 'yes', id: 'id' },
    reply: {},
  },
  endOthers: {
    at: 'POST /api/sessions/end-others',
    allow: 'signed-in',
    audit: 'SESSIONS_ENDED',
    ...bare,
    reply: {},
  },
  log: {
    at: 'GET /api/sign-in-log',
    allow: 'signed-in',
    audit: 'SIGN_IN_LOG_READ',
    query: { strict: 'yes', 'page?': 'int 1..10000' },
    body: nothing,
    reply: {
      items: [{ id: 'id', at: 'int', event, ...seen }],
      total: 'int',
      'more?': 'boolean',
      page: 'int',
      size: 'int',
      days: 'int',
    },
  },
})

testRoutes(serviceKeyRoutes, {
  list: {
    at: 'GET /api/service-keys',
    allow: 'staff.manage',
    audit: 'SERVICE_KEYS_READ',
    query: { strict: 'yes', staff: 'id' },
    body: nothing,
    reply: {
      items: [
        {
          id: 'id',
          label: 'text',
          office: 'id',
          officeName: 'text',
          role: 'text',
          reach: 'all|read',
          givenBy: 'text',
          givenAt: 'int',
          expiresAt: 'int',
          usedAt: 'int or null',
          revokedAt: 'int or null',
        },
      ],
    },
  },
  give: {
    at: 'POST /api/service-keys',
    allow: 'staff.manage',
    audit: 'SERVICE_KEY_GIVEN',
    query: nothing,
    body: {
      strict: 'yes',
      staff: 'id',
      post: 'id',
      label: 'line 2..200',
      reach: 'all|read',
      days: '30 or 90 or 180 or 365',
    },
    reply: { id: 'id', key: 'text', expiresAt: 'int' },
  },
  revoke: {
    at: 'POST /api/service-keys/revoke',
    allow: 'staff.manage',
    audit: 'SERVICE_KEY_REVOKED',
    query: nothing,
    body: { strict: 'yes', staff: 'id', id: 'id' },
    reply: {},
  },
})

test('WIRE-3 a code is six digits, or ten signs of a recovery code, with whatever gaps they were typed', () => {
  const read = (typed: string) => secondCode.safeParse(typed).data ?? null
  assert.deepEqual(['123456', '123 456', ' 12-34-56 ', '000000'].map(read), ['123456', '123456', '123456', '000000'])
  assert.deepEqual(['abcde-fghjk', 'ABCDE FGHJK', '2345678923'].map(read), ['abcdefghjk', 'abcdefghjk', '2345678923'])
  for (const wrong of [
    '',
    '12345',
    '1234567',
    'abcde',
    'abcdefghij0',
    '1bcdefghij',
    'abcdefghj!',
    `${' '.repeat(35)}123456`,
  ])
    assert.equal(read(wrong), null, wrong)
})

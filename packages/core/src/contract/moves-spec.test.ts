import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Shape } from '../testing/shape.ts'
import { shapeOf } from '../testing/shape.ts'
import {
  contactWays,
  grantFields,
  kinds,
  levels,
  maySay,
  need,
  officeKinds,
  relations,
  restrictedKinds,
} from '../testing/wire-words.ts'
import { caseMoveData, registerData } from './case.ts'
import { officeCommandData } from './office.ts'
import { referralMoveData } from './referral.ts'

/** What each move of a case carries, as the specification writes it. */
const caseSpec: Readonly<Record<keyof typeof caseMoveData, Shape>> = {
  settle: { strict: 'yes', outcome: 'code', note: maySay },
  take: { strict: 'yes', note: maySay },
  assign: { strict: 'yes', assignee: 'id or null', note: maySay },
  return: { strict: 'yes', reason: 'code', note: need },
  complete: { strict: 'yes', note: need },
  expire: { strict: 'yes', note: maySay },
  recommend: { strict: 'yes', note: need },
  approve: { strict: 'yes', note: maySay },
  'send-back': { strict: 'yes', note: need },
  reject: { strict: 'yes', reason: 'code', note: need },
  escalate: { strict: 'yes', reason: 'code', note: need },
  'take-back': { strict: 'yes', note: maySay },
  'review-pass': { strict: 'yes', note: maySay },
  'review-return': { strict: 'yes', note: need },
  'review-mend': { strict: 'yes', note: need, 'summary?': 'line 3..200', 'story?': maySay },
  'review-hand': { strict: 'yes', assignee: 'id', note: maySay },
  'review-lapse': { strict: 'yes', note: maySay },
  remind: { strict: 'yes', note: maySay },
  overdue: { strict: 'yes', note: maySay },
  'set-red': { strict: 'yes', red: 'boolean', note: need },
  'hand-down': { strict: 'yes', office: 'id', note: need },
  answer: { strict: 'yes', outcome: 'code', note: need, openReferrals: maySay },
  confirm: { strict: 'yes', satisfaction: 'int 1..5 or null', how: 'code or null', note: maySay },
  dispute: { strict: 'yes', note: need },
  lapse: { strict: 'yes', note: maySay },
  visit: { strict: 'yes', became: 'code', note: need },
  appeal: { strict: 'yes', note: need },
  reopen: { strict: 'yes', note: need },
  merge: { strict: 'yes', into: 'id', note: maySay },
  unmerge: { strict: 'yes', note: need },
  cancel: { strict: 'yes', reason: 'code', note: need },
  note: { strict: 'yes', note: need },
  attach: { strict: 'yes', attachment: 'id', sha256: 'sha256', name: 'line 1..200', note: maySay },
  share: { strict: 'yes', grant: 'id', office: 'id', fields: { 'list 1..6': grantFields }, note: need },
  restrict: { strict: 'yes', restricted: `${restrictedKinds} or null`, note: need },
  'set-contact': {
    strict: 'yes',
    contactVia: contactWays,
    contactCare: { 'list ..3': 'no-call|shared-phone|unsafe' },
    note: maySay,
  },
  'renew-secret': { strict: 'yes', check: 'id-card|family-card|other-paper|known-in-person', note: need },
  'ask-erasure': { strict: 'yes', basis: 'retention|request', note: need },
  'decline-erasure': { strict: 'yes', note: need },
  erase: { strict: 'yes', note: 'line ..0' },
}

const asked = { to: 'id', grant: 'id', fields: { 'list ..6': grantFields }, note: need } as const
const agreed = { strict: 'yes', basis: 'form|verbal|statute|override', words: 'line ..200' } as const
const which = { strict: 'yes', referral: 'id' } as const

/** What each move of a referral carries. */
const referralSpec: Readonly<Record<keyof typeof referralMoveData, Shape>> = {
  request: { ...which, ...asked, 'link?': 'id', 'consent?': agreed },
  accept: { ...which, note: maySay },
  reject: { ...which, reason: 'code', note: need },
  start: { ...which, note: maySay },
  hold: { ...which, note: need },
  supply: { ...which, note: need },
  complete: { ...which, outcome: 'code', note: need },
  fail: { ...which, reason: 'code', note: need },
  cancel: { ...which, reason: 'code', note: need },
  'mark-error': { ...which, note: need },
  redirect: { ...which, ...asked, next: 'id', 'link?': 'id', 'consent?': agreed },
  'give-link': { ...which, link: 'id', note: maySay },
  'revoke-link': { ...which, note: maySay },
  remind: { ...which, note: maySay },
  overdue: { ...which, note: maySay },
}

const office = {
  strict: 'yes',
  name: 'line 3..200',
  kind: officeKinds,
  level: levels,
  place: 'place',
  parent: 'id or null',
  address: 'line ..300',
  phone: 'phone or ',
} as const

/** What each command of administration carries, its address, and the right that it takes. */
const officeSpec: Readonly<Record<keyof typeof officeCommandData, { path: string; right: string; data: Shape }>> = {
  'office.open': { path: '/api/offices', right: 'office.manage', data: office },
  'office.change': { path: '/api/offices/change', right: 'office.manage', data: { ...office, active: 'boolean' } },
  'office.hours': {
    path: '/api/offices/hours',
    right: 'office.manage',
    data: {
      strict: 'yes',
      office: 'id',
      from: 'day',
      week: { 'or null': { 'list 7..7': { 'or null': { 'list 2..2': 'anything' } } } },
    },
  },
  'staff.add': {
    path: '/api/staff',
    right: 'staff.manage',
    data: { strict: 'yes', name: 'line 2..200', post: 'id', office: 'id', role: 'code' },
  },
  'staff.change': {
    path: '/api/staff/change',
    right: 'staff.manage',
    data: { strict: 'yes', name: 'line 2..200', active: 'boolean' },
  },
  'post.give': {
    path: '/api/posts',
    right: 'staff.manage',
    data: { strict: 'yes', staff: 'id', office: 'id', role: 'code' },
  },
  'post.serve': {
    path: '/api/posts/serve',
    right: 'staff.manage',
    data: { strict: 'yes', villages: { 'list ..200': 'village' } },
  },
  'leave.give': {
    path: '/api/leaves',
    right: 'staff.manage',
    data: { strict: 'yes', post: 'id', from: 'day', until: 'day', standIn: 'id or null', standInPost: 'id' },
  },
  'leave.end': { path: '/api/leaves/end', right: 'staff.manage', data: { strict: 'yes' } },
  'post.end': { path: '/api/posts/end', right: 'staff.manage', data: { strict: 'yes' } },
}

for (const [action, schema] of Object.entries(caseMoveData)) {
  test(`WIRE-7 the move ${action} of a case carries what is written down`, () => {
    assert.deepEqual(shapeOf(schema), Object.entries(caseSpec).find(([known]) => known === action)?.[1])
  })
}

for (const [action, schema] of Object.entries(referralMoveData)) {
  test(`WIRE-7 the move ${action} of a referral carries what is written down`, () => {
    assert.deepEqual(shapeOf(schema), Object.entries(referralSpec).find(([known]) => known === action)?.[1])
  })
}

for (const [kind, { path, right, data }] of Object.entries(officeCommandData)) {
  test(`WIRE-7 the command ${kind} carries what is written down`, () => {
    const specified = Object.entries(officeSpec).find(([known]) => known === kind)?.[1]
    assert.deepEqual({ path, right, data: shapeOf(data) }, specified)
  })
}

test('WIRE-7 a registration carries what is written down', () => {
  assert.deepEqual(shapeOf(registerData), {
    strict: 'yes',
    kind: kinds,
    category: 'code',
    channel: 'code',
    red: 'boolean',
    place: 'village',
    summary: 'line 3..200',
    story: maySay,
    client: {
      strict: 'yes',
      name: 'line ..200',
      nik: 'nik or null',
      kk: 'nik or null',
      phone: 'phone or null',
      address: 'line ..300',
    },
    reporter: {
      strict: 'yes',
      name: 'line ..200 or null',
      phone: 'phone or null',
      relation: relations,
      anonymous: 'boolean',
    },
    contactVia: contactWays,
    'contactCare?': { 'list ..3': 'no-call|shared-phone|unsafe' },
    restricted: `${restrictedKinds} or null`,
    'consent?': agreed,
    'form?': 'text like ^F\\d{4}-\\d{2}-\\d{3,6}-\\d{2}$',
    'messages?': { strict: 'yes', ids: { 'list 1..20': 'id' }, done: 'boolean' },
    'files?': {
      'list ..12': {
        strict: 'yes',
        id: 'id',
        name: 'line 1..200',
        sha256: 'sha256',
        size: 'int 1..3000000',
        type: 'image/jpeg|image/png',
      },
    },
  })
})

test('WIRE-4 the phone of an office is one, or is left empty', () => {
  const { phone } = officeCommandData['office.open'].data.shape
  assert.deepEqual(
    ['', '0274 512345', 'tanya Budi', ' '].map((typed) => phone.safeParse(typed).success),
    [true, true, false, false],
  )
})

test('WIRE-3 a name of an office or a person is counted after trimming', () => {
  const name = (kind: 'office.open' | 'staff.add', typed: string) =>
    officeCommandData[kind].data.shape.name.safeParse(typed).success
  assert.deepEqual([name('office.open', ' ab '), name('office.open', 'abc')], [false, true])
  assert.deepEqual([name('staff.add', ' a '), name('staff.add', 'Al')], [false, true])
})

test('WIRE-2 a share names at least one part of the case, a referral may name none', () => {
  const { shape: share } = caseMoveData.share
  assert.equal(share.fields.safeParse([]).success, false)
  assert.equal(share.fields.safeParse(['story']).success, true)
  assert.equal(referralMoveData.request.shape.fields.safeParse([]).success, true)
  assert.equal(referralMoveData.request.shape.fields.safeParse(['secret']).success, false)
})

test('WIRE-2 a grade is a whole number from one to five, or none', () => {
  const { satisfaction } = caseMoveData.confirm.shape
  assert.deepEqual(
    [0, 1, 5, 6, 2.5, '3', null].map((grade) => satisfaction.safeParse(grade).success),
    [false, true, true, false, false, false, true],
  )
})

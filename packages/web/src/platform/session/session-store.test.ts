import assert from 'node:assert/strict'
import { test } from 'node:test'
import { me } from '@openslrt/core/contract/reference-queries.ts'
import { actAt, enter, expire, isInside, leave, session, whenBack } from './session-store.ts'

const post = (office: string) => ({
  office,
  officeName: 'Puskesos Caturtunggal',
  kind: 'puskesos',
  level: 'village',
  place: '34.04.07.2003',
  placeName: 'Caturtunggal',
  district: '34.04',
  zone: 'Asia/Jakarta',
  roles: ['fo'],
  permissions: ['case.read'],
})
const [first, second] = ['0192f000-0000-7000-8000-000000000001', '0192f000-0000-7000-8000-000000000002'] as const
const sari = me.parse({
  staff: '0192f000-0000-7000-8000-00000000000a',
  name: 'Sari',
  outboxKey: 'k',
  demo: false,
  posts: [post(first), post(second)],
})

test('SESSION-3 a person acts from their first post until they choose another of theirs', () => {
  enter(sari)
  assert.equal(session().office, first)
  actAt(second)
  assert.equal(session().office, second)
  actAt('0192f000-0000-7000-8000-0000000000ff')
  assert.equal(session().office, second, 'an office that is not theirs')
})

test('SESSION-4 an expired session keeps who was here and where, and goes on when they are back', async () => {
  enter(sari)
  actAt(second)
  expire()
  assert.deepEqual([session().phase, session().me?.name, isInside()], ['expired', 'Sari', true])
  const back = whenBack()
  enter(sari)
  assert.equal(await back, true)
  assert.equal(session().office, second)
})

test('SESSION-5 who leaves is forgotten, and what waited for them is told so', async () => {
  enter(sari)
  expire()
  const back = whenBack()
  leave()
  assert.equal(await back, false)
  assert.deepEqual([session().phase, session().me, session().office], ['out', null, null])
})

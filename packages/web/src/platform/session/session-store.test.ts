import assert from 'node:assert/strict'
import { test } from 'node:test'
import { me } from '@openslrt/core/contract/reference-queries.ts'
import { staffId } from '@openslrt/core/kernel/id.ts'
import { actAt, enter, expire, isInside, leave, session, subscribeSession, whenBack } from './session-store.ts'

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
  roleNames: [{ id: 'Petugas depan (FO)', en: 'Front office (FO)' }],
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
const bagus = staffId.parse('0192f000-0000-7000-8000-00000000000b')

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

test('SESSION-3 who lost the post from which they acted acts from the first that is left', () => {
  enter(sari)
  actAt(second)
  enter({ ...sari, posts: sari.posts.slice(0, 1) })
  assert.equal(session().office, first)
  enter({ ...sari, posts: [] })
  assert.equal(session().office, null)
})

test('SESSION-3 the office that was chosen is found again at the next sign-in, and by nobody else', () => {
  withStore((kept) => {
    enter(sari)
    actAt(second)
    leave()
    enter(sari)
    assert.equal(session().office, second)
    leave()
    enter({ ...sari, staff: bagus })
    assert.equal(session().office, first)
    assert.deepEqual([...kept.values()], [second])
  })
})

test('SESSION-3 where nothing is kept, the choice lasts as long as the page', () => {
  enter(sari)
  actAt(second)
  enter(sari)
  assert.equal(session().office, second)
})

test('SESSION-7 screens hear of every change of who is here, until they are gone', () => {
  const heard: string[] = []
  const enough = subscribeSession(() => heard.push(session().phase))
  enter(sari)
  expire()
  enter(sari)
  leave('left')
  enough()
  enter(sari)
  assert.deepEqual(heard, ['in', 'expired', 'in', 'left'])
})

test('SESSION-4 a session ends only for somebody who has one', () => {
  leave()
  expire()
  assert.equal(session().phase, 'out')
  assert.equal(isInside(), false)
})

test('SESSION-6 nobody waits who has no reason to', async () => {
  enter(sari)
  assert.equal(await whenBack(), true)
  leave()
  assert.equal(await whenBack(), false)
})

test('SESSION-6 all that wait are told at once, and nobody twice', async () => {
  enter(sari)
  expire()
  const waiting = Promise.all([whenBack(), whenBack(), whenBack()])
  enter(sari)
  expire()
  assert.deepEqual(await waiting, [true, true, true])
  const later = whenBack()
  leave()
  assert.equal(await later, false)
})

/** A browser's own store, which this test's process has none of. */
function withStore(work: (kept: ReadonlyMap<string, string>) => void): void {
  const kept = new Map<string, string>()
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  }
  Object.defineProperty(globalThis, 'localStorage', { value: store, configurable: true })
  try {
    work(kept)
  } finally {
    Reflect.deleteProperty(globalThis, 'localStorage')
  }
}

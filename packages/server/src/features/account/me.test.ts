import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountRoutes } from '@openslrt/core/contract/account.ts'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { sessionRoutes, signInEvents } from '@openslrt/core/contract/session.ts'
import { digestOf } from '../../platform/auth/token.ts'
import { within } from '../../platform/db/embedded/processes.ts'
import type { DistrictOffices } from '../../testing/a-district-office.ts'
import { aDistrictOffice, openOffice } from '../../testing/a-district-office.ts'
import type { Client } from '../../testing/client.ts'
import type { Answer } from '../../testing/door.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'
import { agentOf } from './log.ts'
import { forgetOld } from './queries-sessions.ts'

let house: TestHouse
let offices: DistrictOffices
let admin: Client
const password = 'kopi-tubruk-tanpa-gula'
before(async () => {
  house = await startTestHouse({ logLevel: 'silent' })
  offices = await aDistrictOffice(house)
  admin = await house.staffAt(offices.secretariat, 'admin')
})
after(() => house.close())

const meOf = (client: Client) => client.read(accountRoutes.me)
const tokenIn = (client: Client): string => String(client.cookie).slice('openslrt='.length)
const minutesOf = async (client: Client): Promise<number> => {
  const [row] = await house.owner<{ minutes: number }>(
    'select round(extract(epoch from expires_at - now()) / 60)::int as minutes from sign_in_session where token = $1',
    [digestOf(tokenIn(client))],
  )
  return row?.minutes ?? 0
}
const age = (client: Client, minutes: number, left = 60) =>
  house.owner(
    "update sign_in_session set seen_at = now() - $2 * interval '1 minute', expires_at = now() + $3 * interval '1 minute' where token = $1",
    [digestOf(tokenIn(client)), minutes, left],
  )

test('ACCESS-6 a person is told every office where they may act, with its place, zone and what they may do there', async () => {
  const officer = await house.staffAt(offices.caturtunggal, 'bo')
  await house.setUp('post.give', { data: { staff: officer.staff, office: offices.secretariat, role: 'fo' } })
  const { name, staff, posts, demo } = await meOf(officer)
  assert.deepEqual([name, staff, demo], ['Petugas bo', officer.staff, false])
  assert.deepEqual(
    posts.map(({ office, officeName, place, placeName, district, zone, roles, level }) => ({
      office,
      officeName,
      place,
      placeName,
      district,
      zone,
      roles,
      level,
    })),
    [
      {
        office: offices.caturtunggal,
        officeName: 'Puskesos Caturtunggal',
        place: '34.04.07.2001',
        placeName: 'Caturtunggal',
        district: '34.04',
        zone: 'Asia/Jakarta',
        roles: ['bo'],
        level: 'village',
      },
      {
        office: offices.secretariat,
        officeName: 'Sekretariat SLRT Sleman',
        place: '34.04',
        placeName: 'Kabupaten Sleman',
        district: '34.04',
        zone: 'Asia/Jakarta',
        roles: ['fo'],
        level: 'district',
      },
    ],
  )
  assert.ok(posts[0]?.permissions.includes('case.handle'))
  assert.equal(posts[1]?.permissions.includes('case.handle'), false)
})

test('CLOCK-8 a person in the east is told the zone of their district', async () => {
  const kupang = await openOffice(house, { name: 'Sekretariat Kupang', kind: 'secretariat', place: '53.01' })
  const officer = await house.staffAt(kupang, 'fo')
  assert.deepEqual(
    (await meOf(officer)).posts.map(({ zone }) => zone),
    ['Asia/Makassar'],
  )
})

test('ACCESS-6 an office that closed is no place to act from, and a person left without one is told none', async () => {
  const lks = await openOffice(house, { name: 'LKS Kasih', kind: 'provider' })
  const officer = await house.staffAt(lks, 'provider')
  assert.equal((await meOf(officer)).posts.length, 1)
  const data = {
    name: 'LKS Kasih',
    kind: 'provider',
    level: 'district',
    place: '34.04',
    parent: null,
    address: '',
    phone: '',
  }
  await admin.does('office.change', { subject: lks, data: { ...data, active: false } })
  assert.deepEqual((await meOf(officer)).posts, [])
  assert.equal((await officer.ask(caseRoutes.queue)).status, 403)
})

test("SYNC-7 the key that seals what waits on a device is the same person's at every sign-in, and nobody else's", async () => {
  const [one, two] = [await house.staffAt(offices.caturtunggal, 'fo'), await house.staffAt(offices.caturtunggal, 'fo')]
  const again = await house.signIn(one.staff ?? '', offices.caturtunggal)
  const keys = [await meOf(one), await meOf(again), await meOf(two)].map(({ outboxKey }) => outboxKey)
  assert.equal(keys[0], keys[1])
  assert.notEqual(keys[0], keys[2])
  assert.match(keys[0] ?? '', /^[\w-]{43}$/)
})

test('ACCOUNT-6 a session lasts ten hours from its last use, and is written down at most every five minutes', async () => {
  const officer = await house.staffAt(offices.caturtunggal, 'fo')
  await age(officer, 4)
  await meOf(officer)
  assert.equal(await minutesOf(officer), 60, 'used a moment ago: nothing is written')
  await age(officer, 6)
  // What was looked up is kept for two seconds: another sign-in of the same browser asks anew.
  const seen = await house.owner('select seen_at from sign_in_session where token = $1', [digestOf(tokenIn(officer))])
  assert.equal(seen.length, 1)
  await admin.does('staff.change', { subject: officer.staff ?? '', data: { name: 'Petugas fo', active: true } })
  await meOf(officer)
  assert.equal(await minutesOf(officer), 600)
})

test('ACCOUNT-23 however much it is used, a session ends thirty days after it was begun', async () => {
  const officer = await house.staffAt(offices.caturtunggal, 'bo')
  const begun = (hoursAgo: number) =>
    house.owner("update sign_in_session set created_at = now() - $2 * interval '1 hour' where token = $1", [
      digestOf(tokenIn(officer)),
      hoursAgo,
    ])
  for (const [hoursAgo, left] of [
    [24, 600],
    [30 * 24 - 10, 600],
    [30 * 24 - 3, 180],
  ] as const) {
    await begun(hoursAgo)
    await age(officer, 6)
    await soon(async () => (await meOf(officer)) !== null && (await minutesOf(officer)) === left)
  }
  await begun(30 * 24)
  await age(officer, 6)
  await soon(async () => {
    const { status, body } = await officer.ask(accountRoutes.me)
    return status === 401 && body.code === 'unauthenticated'
  })
})

/** A process keeps for two seconds what it read of a session. */
const soon = async (isSo: () => Promise<boolean>): Promise<void> => assert.ok(await within(20_000, isSo))

test('ACCOUNT-6 a session that has run out is over to the second, whatever it was used for before', async () => {
  const officer = await house.staffAt(offices.caturtunggal, 'fo')
  await age(officer, 1, -1)
  const answer = await officer.ask(accountRoutes.me)
  assert.deepEqual([answer.status, answer.body.code], [401, 'unauthenticated'])
})

const cookieOf = ({ headers }: Answer): string => headers['set-cookie'] ?? ''

/** Somebody who sets a password by a link, in a house of their own. */
async function takenUp(own: TestHouse, name: string): Promise<Answer> {
  const district = await aDistrictOffice(own)
  const giver = await own.staffAt(district.secretariat, 'admin')
  const officer = await own.staffAt(district.caturtunggal, 'fo')
  const { path } = await giver.read(accountRoutes.invite, { body: { staff: officer.staff } })
  const token = path.split('#t=')[1] ?? ''
  return own.stranger().ask(accountRoutes.accept, { body: { token, name: 'Rina', signInName: name, password } })
}

test('ACCOUNT-6 over TLS a cookie goes over TLS only; scripts and foreign pages never get it', async () => {
  const secure = await startTestHouse({ logLevel: 'silent', env: { PUBLIC_URL: 'https://slrt.example.go.id' } })
  const answer = await takenUp(secure, 'rina.aman')
  assert.equal(answer.status, 200, answer.text)
  assert.match(cookieOf(answer), /^openslrt=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  assert.match(answer.headers['strict-transport-security'] ?? '', /max-age=\d{7,}/)
  await secure.close()
  const plain = await admin.ask(accountRoutes.me)
  assert.equal(plain.headers['strict-transport-security'], undefined)
})

test('ACCOUNT-6 signing out takes the cookie back, and a second time does no harm', async () => {
  const officer = await house.staffAt(offices.caturtunggal, 'fo')
  const first = await officer.ask(accountRoutes.signOut)
  assert.equal(first.status, 200)
  assert.match(cookieOf(first), /^openslrt=; .*(Max-Age=0|Expires=Thu, 01 Jan 1970)/)
  assert.equal((await officer.ask(accountRoutes.signOut)).status, 401)
  assert.equal(
    (await house.owner('select 1 from sign_in_session where token = $1', [digestOf(tokenIn(officer))])).length,
    0,
  )
})

test('ACCOUNT-8 a link says what it is for before it is used, and nothing about it afterwards', async () => {
  const officer = await house.staffAt(offices.maguwoharjo, 'fo')
  const { path } = await admin.read(accountRoutes.invite, { body: { staff: officer.staff } })
  const token = path.split('#t=')[1] ?? ''
  const stranger = house.stranger()
  assert.equal((await stranger.read(accountRoutes.link, { body: { token } })).purpose, 'invite')
  const accept = (own: object = {}) =>
    stranger.ask(accountRoutes.accept, { body: { token, name: 'Rina', signInName: 'rina.maguwo', password, ...own } })
  for (const [own, code] of [
    [{ password: 'rina.maguwo-2026' }, 'password-weak'],
    [{ signInName: 'x' }, 'invalid'],
    [{ signInName: 'rina maguwo' }, 'invalid'],
    [{ token: `${token.slice(1)}x` }, 'link-used'],
  ] as const)
    assert.equal((await accept(own)).body.code, code)
  assert.equal((await accept()).status, 200)
  assert.equal((await stranger.ask(accountRoutes.link, { body: { token } })).body.code, 'link-used')
  assert.equal((await accept()).body.code, 'link-used')
})

/** So many lines in somebody's log, an hour apart, the first an hour ago. */
const logOf = (staff: string | null, lines: number) =>
  house.owner(
    `insert into sign_in_log (staff, at, event, source, agent)
       select $1, now() - n * interval '1 hour', ($3::text[])[1 + n % cardinality($3::text[])], '10.0.0.' || n % 250, 'Firefox/140 Linux'
         from generate_series(1, $2::int) n`,
    [staff, lines, [...signInEvents]],
  )

test('ACCOUNT-17 the log of an account is read page by page, newest first, by its owner and nobody else', async () => {
  const [own, other] = [await house.staffAt(offices.maguwoharjo, 'fo'), await house.staffAt(offices.maguwoharjo, 'bo')]
  await logOf(own.staff, 70)
  await logOf(other.staff, 3)
  const times: number[] = []
  for (let page = 1; times.length < 70; page++) {
    const { items, total, size } = await own.read(sessionRoutes.log, { query: { page } })
    assert.equal(total, 70)
    assert.equal(items.length, Math.min(size, 70 - times.length))
    assert.ok(items.every(({ browser, system }) => browser === 'Firefox' && system === 'Linux'))
    times.push(...items.map(({ at }) => at))
  }
  assert.deepEqual(
    times,
    times.toSorted((left, right) => right - left),
  )
  const beyond = await own.read(sessionRoutes.log, { query: { page: 99 } })
  assert.deepEqual([beyond.items, beyond.total], [[], 70])
  assert.equal((await other.read(sessionRoutes.log)).total, 3)
  for (const page of ['0', '-1', '1.5', 'x'])
    assert.equal((await own.ask(sessionRoutes.log, { query: { page } })).status, 400, page)
  for (const row of [sessionRoutes.log, sessionRoutes.list, sessionRoutes.endOthers])
    assert.equal((await house.stranger().ask(row)).status, 401, row.path)
})

test('ACCOUNT-17 the own device comes first, then those used last; a session that ran out is none', async () => {
  const one = await house.staffAt(offices.caturtunggal, 'fo')
  const [old, fresh, over] = await Promise.all(
    [1, 2, 3].map(() => house.signIn(String(one.staff), offices.caturtunggal)),
  )
  assert.ok(old && fresh && over)
  await age(old, 50)
  await age(fresh, 5)
  await age(over, 90, -1)
  await age(one, 600)
  const { items } = await one.read(sessionRoutes.list)
  assert.deepEqual(
    items.map(({ own }) => own),
    [true, false, false],
  )
  assert.ok((items[1]?.seenAt ?? 0) > (items[2]?.seenAt ?? 0))
  assert.equal((await one.ask(sessionRoutes.end, { body: { id: 'x' } })).status, 400)
  assert.equal((await one.ask(sessionRoutes.end, { body: { id: crypto.randomUUID() } })).body.code, 'not-found')
})

test('ACCOUNT-17 what is older than it is kept is forgotten, to the day, and sessions only when they ran out', async () => {
  const own = await house.staffAt(offices.caturtunggal, 'bo')
  await logOf(own.staff, 72)
  const over = await house.signIn(String(own.staff), offices.caturtunggal)
  await age(over, 90, -1)
  const counted = async () => (await own.read(sessionRoutes.log)).total
  await forgetOld(house.parts.pools.worker, new Date(), 4)
  assert.equal(await counted(), 72)
  await forgetOld(house.parts.pools.worker, new Date(), 2)
  // The line of two days ago to the hour is older by the moments since it was written.
  assert.equal(await counted(), 47)
  const left = await house.owner('select 1 from sign_in_session where staff = $1', [own.staff])
  assert.equal(left.length, 1)
})

test('ACCOUNT-17 what a browser calls itself is kept at a length that a row takes, without signs that none keeps', () => {
  const agent = (said: string | undefined) => agentOf({ headers: { 'user-agent': said } })
  assert.equal(agent(undefined), '')
  assert.equal(agent('Firefox/140'), 'Firefox/140')
  assert.equal(agent('a\0b\0'), 'ab')
  assert.equal(agent('x'.repeat(301)).length, 300)
  assert.equal(agent('\0'.repeat(10) + 'y'.repeat(300)), 'y'.repeat(300))
})

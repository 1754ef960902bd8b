import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountRoutes } from '@openslrt/core/contract/account.ts'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { aDistrictOffice, openOffice } from '../../testing/a-district-office.ts'
import type { Answer } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'
import { cookieIn, walkIn } from '../../testing/second-step.ts'
import { firstAdminLink } from './first-admin.ts'

const house = await startTestHouse()
const stranger = house.stranger()
const offices = await aDistrictOffice(house)
const admin = await house.staffAt(offices.secretariat, 'admin')
const password = 'kopi-tubruk-tanpa-gula'

const tokenOf = (path: string | null): string => path?.split('#t=')[1] ?? ''
const accept = (
  token: string,
  own: Partial<Record<'name' | 'signInName' | 'password', string>> = {},
): Promise<Answer> =>
  stranger.ask(accountRoutes.accept, { body: { token, name: 'Rina Wulandari', signInName: 'rina', password, ...own } })
const signIn = (name: string, given: string, ip = '127.0.0.1'): Promise<Answer> =>
  stranger.raw({
    method: 'POST',
    path: '/api/sign-in',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': ip },
    body: JSON.stringify({ name, password: given }),
  })
const meOf = (cookie: string): Promise<Answer> => house.door({ method: 'GET', path: '/api/me', headers: { cookie } })

function assertRefused({ status, body }: Answer, expected: number, code: string): void {
  assert.deepEqual([status, body.code], [expected, code])
}

test('ACCOUNT-1 the first link makes the first administrator, once; a second start voids the link before', async () => {
  const voided = tokenOf(await firstAdminLink(house.parts.pools.api))
  const token = tokenOf(await firstAdminLink(house.parts.pools.api))
  assert.ok(token.length >= 43)
  assertRefused(await accept(voided), 410, 'link-used')
  const shown = await stranger.read(accountRoutes.link, { body: { token } })
  assert.deepEqual(shown, { purpose: 'first-admin', name: null, signInName: null })
  assertRefused(await accept(token, { password: 'pendek' }), 422, 'password-weak')
  assertRefused(await accept(token, { password: 'rina-12345678' }), 422, 'password-weak')
  assertRefused(await accept(token, { password: 'aaaaaaaaaaaa' }), 422, 'password-weak')
  const [one, two] = await Promise.all([accept(token), accept(token)])
  assert.deepEqual([one.status, two.status].toSorted(), [200, 410], `${one.text} ${two.text}`)
  const { me } = await walkIn(house.door, one.status === 200 ? one : two)
  assert.deepEqual(
    [me.name, me.posts.map(({ place, roles }) => ({ place, roles }))],
    ['Rina Wulandari', [{ place: '00', roles: ['admin'] }]],
  )
  assertRefused(await accept(token), 410, 'link-used')
  assert.equal(await firstAdminLink(house.parts.pools.api), null)
  const made = await house.owner("select actor, kind from ledger where district = '00' order by seq")
  assert.deepEqual(made, [
    { actor: 'setup', kind: 'office.open' },
    { actor: 'setup', kind: 'staff.add' },
  ])
})

test('ACCOUNT-2 an administrator hands out a link, by which a member of staff sets a password and is in', async () => {
  const officer = await house.staffAt(offices.caturtunggal, 'fo')
  const { path, expiresAt } = await admin.read(accountRoutes.invite, { body: { staff: officer.staff } })
  assert.ok(expiresAt > Date.now() + 60 * 60_000)
  const shown = await stranger.read(accountRoutes.link, { body: { token: tokenOf(path) } })
  assert.deepEqual(shown, { purpose: 'invite', name: 'Petugas fo', signInName: null })
  assertRefused(await accept(tokenOf(path), { signInName: 'rina' }), 409, 'name-taken')
  const accepted = await accept(tokenOf(path), { signInName: 'Wati.FO' })
  assert.equal(accepted.status, 200, accepted.text)
  assert.match(accepted.headers['set-cookie'] ?? '', /^openslrt=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
  assertRefused(await accept(tokenOf(path), { signInName: 'wati.fo' }), 410, 'link-used')
  const again = await signIn('WATI.fo ', password)
  const { next, me } = accountRoutes.signIn.reply.parse(again.body)
  assert.deepEqual([again.status, next, me?.name], [200, 'in', 'Petugas fo'], again.text)
})

test('ACCOUNT-2 a reset puts out everybody who was signed in with the old password, and the old password', async () => {
  const officer = await house.staffAt(offices.caturtunggal, 'bo')
  const first = await admin.read(accountRoutes.invite, { body: { staff: officer.staff } })
  await accept(tokenOf(first.path), { signInName: 'joko.bo' })
  const signedIn = cookieIn(await signIn('joko.bo', password))
  assert.equal((await meOf(signedIn)).status, 200)
  const reset = await admin.read(accountRoutes.invite, { body: { staff: officer.staff } })
  const shown = await stranger.read(accountRoutes.link, { body: { token: tokenOf(reset.path) } })
  assert.deepEqual([shown.purpose, shown.signInName], ['reset', 'joko.bo'])
  await accept(tokenOf(reset.path), { signInName: 'joko.bo', password: 'teh-poci-gula-batu' })
  assertRefused(await meOf(signedIn), 401, 'unauthenticated')
  assertRefused(await signIn('joko.bo', password), 401, 'sign-in-failed')
  assert.equal((await signIn('joko.bo', 'teh-poci-gula-batu')).status, 200)
})

test('ACCOUNT-2 a link is for people under the acting office only, and ends after its days', async () => {
  const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
  const there = await house.staffAt(bantul, 'fo')
  assertRefused(await admin.ask(accountRoutes.invite, { body: { staff: there.staff } }), 422, 'wrong-place')
  assertRefused(await admin.ask(accountRoutes.invite, { body: { staff: crypto.randomUUID() } }), 422, 'unknown-staff')
  const officer = await house.staffAt(offices.maguwoharjo, 'fo')
  const { path } = await admin.read(accountRoutes.invite, { body: { staff: officer.staff } })
  await house.owner("update invitation set expires_at = now() - interval '1 second' where used_at is null")
  assertRefused(await accept(tokenOf(path), { signInName: 'terlambat' }), 410, 'link-used')
  assertRefused(await stranger.ask(accountRoutes.link, { body: { token: tokenOf(path) } }), 410, 'link-used')
})

test('ACCOUNT-2 a new link voids the one before it, so that one which went astray opens nothing', async () => {
  const officer = await house.staffAt(offices.maguwoharjo, 'fo')
  const links = []
  for (const _ of ['astray', 'arrived'])
    links.push(await admin.read(accountRoutes.invite, { body: { staff: officer.staff } }))
  const [astray, arrived] = links.map(({ path }) => tokenOf(path))
  assertRefused(await accept(astray ?? '', { signInName: 'nyasar' }), 410, 'link-used')
  assert.equal((await accept(arrived ?? '', { signInName: 'sampai' })).status, 200)
})

test('ACCOUNT-3 wrong guesses are slowed down, longer each time, and the wait is told; the right word then forgives', async () => {
  const name = 'wati.fo'
  for (let guess = 0; guess < 5; guess++) assertRefused(await signIn(name, 'bukan-kata-sandi'), 401, 'sign-in-failed')
  const locked = await signIn(name, password)
  assertRefused(locked, 429, 'locked-out')
  const wait = Number(locked.headers['retry-after'])
  assert.ok(wait > 0 && wait <= 15, String(wait))
  await ageLocks()
  assertRefused(await signIn(name, 'masih-salah-juga'), 401, 'sign-in-failed')
  const longer = Number((await signIn(name, password)).headers['retry-after'])
  assert.ok(longer > 15 && longer <= 30, String(longer))
  await ageLocks()
  assert.equal((await signIn(name, password)).status, 200)
  const [left] = await house.owner("select failures from lock_out where key = 'name:wati.fo'")
  assert.equal(left, undefined)
  await house.owner('delete from lock_out')
})

/** As if every wait were over. */
const ageLocks = () => house.owner("update lock_out set until = now() - interval '1 second'")

test('ACCOUNT-3 one source that guesses at many names is slowed down too; guesses are counted for names nobody has', async () => {
  for (let guess = 0; guess < 60; guess++) {
    const { status } = await signIn(`tidak-ada-${guess}`, 'bukan-kata-sandi')
    if (status === 429) return
    assert.equal(status, 401)
  }
  assert.fail('sixty names were guessed from one source')
})

test('ACCOUNT-10 an unknown name costs as much work as a wrong password, and gets the same words', async () => {
  await house.owner('delete from lock_out')
  const known = await signIn('rina', 'bukan-kata-sandi')
  const unknown = await signIn('tidak-ada', 'bukan-kata-sandi')
  const { requestId: _one, ...said } = known.body
  const { requestId: _two, ...saidToo } = unknown.body
  assert.deepEqual([known.status, said], [unknown.status, saidToo])
  // The work itself, in processor time: waiting for others on a busy machine is not counted.
  await house.owner('delete from lock_out')
  const workOf = async (name: string): Promise<number> => {
    const before = process.cpuUsage()
    await signIn(name, 'bukan-kata-sandi')
    return process.cpuUsage(before).user
  }
  const [forKnown, forUnknown] = [await workOf('rina'), await workOf('tidak-ada')]
  assert.ok(forUnknown > forKnown / 3, JSON.stringify({ forKnown, forUnknown }))
  await house.owner('delete from lock_out')
})

test("ACCOUNT-5 whoever is suspended is out at once, with every session, and can't come in again", async () => {
  const officer = await house.staffAt(offices.caturtunggal, 'bo')
  const second = await house.signIn(officer.staff ?? '', offices.caturtunggal)
  assert.equal((await officer.ask(accountRoutes.me)).status, 200)
  assert.equal((await second.ask(accountRoutes.me)).status, 200)
  const { path } = await admin.read(accountRoutes.invite, { body: { staff: officer.staff } })
  await accept(tokenOf(path), { signInName: 'akan.pergi' })
  const cookie = cookieIn(await signIn('akan.pergi', password))
  assert.equal((await meOf(cookie)).status, 200)
  await admin.does('staff.change', { subject: officer.staff ?? '', data: { name: 'Petugas bo', active: false } })
  for (const client of [officer, second]) assertRefused(await client.ask(accountRoutes.me), 401, 'unauthenticated')
  assertRefused(await meOf(cookie), 401, 'unauthenticated')
  assertRefused(await signIn('akan.pergi', password), 401, 'sign-in-failed')
})

test('ACCOUNT-5 whoever loses a post loses its rights at once, and keeps those of the other', async () => {
  const officer = await house.staffAt(offices.caturtunggal, 'fo')
  const post = crypto.randomUUID()
  await admin.does('post.give', {
    subject: post,
    data: { staff: officer.staff, office: offices.maguwoharjo, role: 'bo' },
  })
  const there = await house.signIn(officer.staff ?? '', offices.maguwoharjo)
  assert.equal((await there.ask(caseRoutes.queue)).status, 200)
  await admin.does('post.end', { subject: post, data: {} })
  assertRefused(await there.ask(caseRoutes.queue), 403, 'not-permitted')
  assert.equal((await officer.ask(caseRoutes.queue)).status, 200)
})

test('ACCOUNT-6 signing out ends that session and no other', async () => {
  const officer = await house.staffAt(offices.caturtunggal, 'fo')
  const second = await house.signIn(officer.staff ?? '', offices.caturtunggal)
  await officer.read(accountRoutes.signOut)
  assertRefused(await officer.ask(accountRoutes.me), 401, 'unauthenticated')
  assert.equal((await second.ask(accountRoutes.me)).status, 200)
})

test('ACCOUNT-6 a session ends by itself, and a made-up cookie opens nothing', async () => {
  const officer = await house.staffAt(offices.caturtunggal, 'fo')
  await house.owner("update sign_in_session set expires_at = now() - interval '1 second' where staff = $1", [
    officer.staff,
  ])
  assertRefused(await officer.ask(accountRoutes.me), 401, 'unauthenticated')
  for (const cookie of ['openslrt=', 'openslrt=x', `openslrt=${'A'.repeat(5_000)}`, 'openslrt=%00'])
    assert.equal((await meOf(cookie)).status, 401, cookie.slice(0, 20))
})

test('ACCOUNT-7 the database holds digests of cookies and links, and hashes of passwords, and none of them in the open', async () => {
  const officer = await house.staffAt(offices.caturtunggal, 'fo')
  const { path } = await admin.read(accountRoutes.invite, { body: { staff: officer.staff } })
  const [tables] = await house.owner<{ text: string }>(
    "select concat((select string_agg(s::text, ' ') from sign_in_session s), (select string_agg(i::text, ' ') from invitation i), (select string_agg(c::text, ' ') from credential c)) as text",
  )
  const text = tables?.text ?? ''
  for (const secret of [String(officer.cookie).slice('openslrt='.length), tokenOf(path), password]) {
    assert.ok(!text.includes(secret))
    assert.ok(!text.includes(Buffer.from(secret).toString('hex')))
    assert.ok(!text.includes(Buffer.from(secret, 'base64url').toString('hex')))
  }
  const hashes = await house.owner<{ password: string }>('select password from credential')
  assert.ok(hashes.length > 0 && hashes.every(({ password: hash }) => hash.startsWith('argon2id$19456$2$1$')))
})

test('ACCESS-6 nobody acts from an office where they hold no post', async () => {
  const officer = await house.staffAt(offices.caturtunggal, 'fo')
  const pretending = { method: 'GET', path: '/api/cases', headers: { 'x-office': offices.secretariat } } as const
  assertRefused(await officer.raw(pretending), 403, 'not-permitted')
  assert.equal((await officer.raw({ ...pretending, headers: { 'x-office': 'bukan-kantor' } })).status, 200)
  const { items } = await admin.read(referenceRoutes.staff, { query: { q: 'Petugas' } })
  assert.ok(items.every(({ posts }) => posts.every(({ office }) => office !== offices.rsud)))
})

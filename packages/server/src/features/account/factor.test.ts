import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountRoutes } from '@openslrt/core/contract/account.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { secondFactorRoutes } from '@openslrt/core/contract/second-factor.ts'
import { sessionRoutes } from '@openslrt/core/contract/session.ts'
import { codeAt } from '../../platform/auth/totp.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import type { Client } from '../../testing/client.ts'
import { clientAt } from '../../testing/client.ts'
import type { Answer } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'
import type { Entered } from '../../testing/second-step.ts'
import { cookieIn, setUpFactor } from '../../testing/second-step.ts'

const house = await startTestHouse()
const offices = await aDistrictOffice(house)
const admin = await house.staffAt(offices.secretariat, 'admin')
const stranger = house.stranger()
const password = 'kopi-tubruk-tanpa-gula'
let names = 0

/** Somebody with a password of their own, and a door to sign in by. */
async function withAccount(role: string, office = offices.caturtunggal): Promise<{ staff: string; name: string }> {
  const { staff } = await house.staffAt(office, role)
  const { path } = await admin.read(accountRoutes.invite, { body: { staff } })
  const name = `petugas.${names++}`
  const accepted = await stranger.ask(accountRoutes.accept, {
    body: { token: path.split('#t=')[1], name: '', signInName: name, password },
  })
  assert.equal(accepted.status, 200, accepted.text)
  return { staff: staff ?? '', name }
}

const knock = (name: string): Promise<Answer> => stranger.ask(accountRoutes.signIn, { body: { name, password } })
const at = (cookie: string, staff = ''): Client => clientAt(house.door, { staff, office: '', cookie })
const nextOf = ({ body }: Answer) => accountRoutes.signIn.reply.parse(body).next
const refusal = ({ status, body }: Answer) => [status, body.code]

async function withFactor(role: string): Promise<Entered & { staff: string; name: string; own: Client }> {
  const account = await withAccount(role)
  const entered = await setUpFactor(house.door, cookieIn(await knock(account.name)))
  return { ...entered, ...account, own: at(entered.cookie, account.staff) }
}

/** What the app shows, as if its half minute had not been used yet. */
async function nextCode({ staff, secret }: { staff: string; secret: Uint8Array | null }): Promise<string> {
  await house.owner('update second_factor set last_step = 0 where staff = $1', [staff])
  return codeAt(secret ?? new Uint8Array(), Date.now())
}
const eventsOf = async (staff: string) =>
  (await house.owner<{ event: string }>('select event from sign_in_log where staff = $1 order by at', [staff])).map(
    ({ event }) => event,
  )

test('ACCOUNT-15 a role that manages offices or staff is held only in a session that passed a second factor', async () => {
  const { name } = await withAccount('admin', offices.secretariat)
  const knocked = await knock(name)
  assert.equal(nextOf(knocked), 'set-up')
  const half = at(cookieIn(knocked))
  for (const row of [accountRoutes.me, referenceRoutes.staff, sessionRoutes.list, secondFactorRoutes.state])
    assert.deepEqual(refusal(await half.ask(row)), [401, 'unauthenticated'], row.path)
  const { cookie, me } = await setUpFactor(house.door, cookieIn(knocked))
  assert.deepEqual(me.posts[0]?.roles, ['admin'])
  assert.equal((await at(cookie).ask(referenceRoutes.staff)).status, 200)
  assert.deepEqual(refusal(await half.ask(accountRoutes.me)), [401, 'unauthenticated'])
})

test('ACCOUNT-15 a role that is given later closes the session that did not pass one', async () => {
  const { staff, name } = await withAccount('bo')
  const knocked = await knock(name)
  assert.equal(nextOf(knocked), 'in')
  const own = at(cookieIn(knocked))
  assert.equal((await own.ask(accountRoutes.me)).status, 200)
  await admin.does('post.give', { data: { staff, office: offices.secretariat, role: 'admin' } })
  assert.deepEqual(refusal(await own.ask(accountRoutes.me)), [401, 'unauthenticated'])
  assert.equal(nextOf(await knock(name)), 'set-up')
})

test('ACCOUNT-15 whoever put a second factor on is asked for it, whatever their role; a password alone opens nothing', async () => {
  const person = await withFactor('bo')
  const knocked = await knock(person.name)
  assert.equal(nextOf(knocked), 'code')
  const half = at(cookieIn(knocked))
  assert.deepEqual(refusal(await half.ask(accountRoutes.me)), [401, 'unauthenticated'])
  // Nobody sets up another one instead of showing the one that holds.
  assert.deepEqual(refusal(await half.ask(secondFactorRoutes.begin)), [401, 'unauthenticated'])
  assert.deepEqual(refusal(await half.ask(secondFactorRoutes.enter, { body: { code: '000000' } })), [403, 'wrong-code'])
  const entered = await half.ask(secondFactorRoutes.enter, { body: { code: await nextCode(person) } })
  assert.equal(entered.status, 200, entered.text)
  assert.equal((await at(cookieIn(entered)).ask(accountRoutes.me)).status, 200)
})

test('ACCOUNT-15 who must have one does not take it off; who need not does, with a code', async () => {
  const must = await withFactor('fo')
  await admin.does('post.give', { data: { staff: must.staff, office: offices.secretariat, role: 'admin' } })
  const kept = await must.own.ask(secondFactorRoutes.end, { body: { code: await nextCode(must) } })
  assert.deepEqual(refusal(kept), [403, 'second-factor-needed'])
  const free = await withFactor('fo')
  assert.deepEqual(refusal(await free.own.ask(secondFactorRoutes.end, { body: { code: '000000' } })), [
    403,
    'wrong-code',
  ])
  await free.own.read(secondFactorRoutes.end, { body: { code: await nextCode(free) } })
  assert.equal(nextOf(await knock(free.name)), 'in')
})

test('ACCOUNT-13 a code that was seen over a shoulder opens nothing a second time', async () => {
  const person = await withFactor('bo')
  const code = await nextCode(person)
  const enter = async () => at(cookieIn(await knock(person.name))).ask(secondFactorRoutes.enter, { body: { code } })
  assert.equal((await enter()).status, 200)
  assert.deepEqual(refusal(await enter()), [403, 'wrong-code'])
})

test('ACCOUNT-18 a recovery code lets its owner in once; the next set voids the one before', async () => {
  const person = await withFactor('bo')
  assert.equal(person.codes.length, 10)
  const [first = '', second = ''] = person.codes
  const enter = async (code: string) =>
    at(cookieIn(await knock(person.name))).ask(secondFactorRoutes.enter, { body: { code } })
  assert.equal((await enter(first.toUpperCase())).status, 200)
  assert.deepEqual(refusal(await enter(first)), [403, 'wrong-code'])
  const state = await person.own.read(secondFactorRoutes.state)
  assert.deepEqual([state.codesLeft, state.required], [9, false])
  const { codes } = await person.own.read(secondFactorRoutes.codes, { body: { code: await nextCode(person) } })
  assert.deepEqual(refusal(await enter(second)), [403, 'wrong-code'])
  assert.equal((await enter(codes[0] ?? '')).status, 200)
  const [stored] = await house.owner<{ text: string }>(
    "select concat((select string_agg(r::text, ' ') from recovery_code r), (select string_agg(f::text, ' ') from second_factor f)) as text",
  )
  for (const secret of [...codes, first.replace('-', ''), Buffer.from(person.secret ?? []).toString('hex')])
    assert.ok(!(stored?.text ?? '').includes(secret), 'nothing that opens the account stands in the database')
})

test('ACCOUNT-18 codes are guessed as slowly as passwords are, by whatever sessions', async () => {
  const person = await withFactor('bo')
  for (let guess = 0; guess < 5; guess++) {
    const half = at(cookieIn(await knock(person.name)))
    assert.deepEqual(refusal(await half.ask(secondFactorRoutes.enter, { body: { code: '000000' } })), [
      403,
      'wrong-code',
    ])
  }
  const half = at(cookieIn(await knock(person.name)))
  const right = await half.ask(secondFactorRoutes.enter, { body: { code: await nextCode(person) } })
  assert.deepEqual(refusal(right), [429, 'locked-out'])
  assert.ok(Number(right.headers['retry-after']) > 0)
  await house.owner('delete from lock_out')
})

test('ACCOUNT-18 the one that holds opens the way to another phone, and stays until that one is confirmed', async () => {
  const person = await withFactor('bo')
  assert.deepEqual(refusal(await person.own.ask(secondFactorRoutes.begin)), [403, 'wrong-code'])
  const moved = await setUpFactor(house.door, person.cookie, await nextCode(person))
  assert.deepEqual(refusal(await person.own.ask(accountRoutes.me)), [401, 'unauthenticated'])
  const half = at(cookieIn(await knock(person.name)))
  const old = await half.ask(secondFactorRoutes.enter, { body: { code: await nextCode(person) } })
  assert.deepEqual(refusal(old), [403, 'wrong-code'])
  const entered = await half.ask(secondFactorRoutes.enter, {
    body: { code: await nextCode({ staff: person.staff, secret: moved.secret }) },
  })
  assert.equal(entered.status, 200)
})

test('ACCOUNT-14 an administrator takes a lost second factor away: every session ends, and the password is enough again', async () => {
  const person = await withFactor('bo')
  await admin.read(secondFactorRoutes.reset, { body: { staff: person.staff } })
  assert.deepEqual(refusal(await person.own.ask(accountRoutes.me)), [401, 'unauthenticated'])
  assert.equal(nextOf(await knock(person.name)), 'in')
  const reset = (await eventsOf(person.staff)).filter((event) => event === 'factor-reset')
  assert.equal(reset.length, 1, 'its owner reads of it')
})

test('ACCOUNT-14 nobody takes away what they could not hand out a link to, nor their own without a code', async () => {
  const person = await withFactor('bo')
  const officer = await house.staffAt(offices.caturtunggal, 'coordinator')
  const reset = (by: Client, staff: string | null) => by.ask(secondFactorRoutes.reset, { body: { staff } })
  assert.deepEqual(refusal(await reset(officer, person.staff)), [403, 'not-permitted'])
  const villageAdmin = await house.staffAt(offices.maguwoharjo, 'admin')
  assert.deepEqual(refusal(await reset(villageAdmin, person.staff)), [422, 'wrong-place'])
  assert.deepEqual(refusal(await reset(admin, admin.staff)), [403, 'own-second-factor'])
  assert.deepEqual(refusal(await reset(admin, crypto.randomUUID())), [422, 'unknown-staff'])
  assert.equal(nextOf(await knock(person.name)), 'code')
})

test('ACCOUNT-17 a person sees their devices and ends the others; what happened at their door stands in the log', async () => {
  const { staff, name } = await withAccount('fo')
  const [one, two, three] = [await knock(name), await knock(name), await knock(name)].map((a) => at(cookieIn(a)))
  assert.ok(one && two && three)
  await stranger.ask(accountRoutes.signIn, { body: { name, password: 'bukan-kata-sandi' } })
  const { items } = await one.read(sessionRoutes.list)
  assert.equal(items.filter(({ own }) => own).length, 1)
  const other = items.find(({ own }) => !own)
  await one.read(sessionRoutes.end, { body: { id: other?.id } })
  assert.equal((await one.read(sessionRoutes.list)).items.length, items.length - 1)
  await one.read(sessionRoutes.endOthers)
  assert.deepEqual(
    (await one.read(sessionRoutes.list)).items.map(({ own }) => own),
    [true],
  )
  for (const ended of [two, three])
    assert.deepEqual(refusal(await ended.ask(accountRoutes.me)), [401, 'unauthenticated'])
  const log = await one.read(sessionRoutes.log)
  assert.deepEqual(log.items.map(({ event }) => event).toSorted(), [
    'in',
    'in',
    'in',
    'in',
    'password-set',
    'wrong-password',
  ])
  const foreign = await house.signIn(staff, offices.caturtunggal)
  const [row] = (await foreign.read(sessionRoutes.list)).items
  assert.deepEqual(refusal(await admin.ask(sessionRoutes.end, { body: { id: row?.id } })), [404, 'not-found'])
})

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { accountRoutes } from '@openslrt/core/contract/account.ts'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { serviceKeyRoutes } from '@openslrt/core/contract/service-key.ts'
import { sessionRoutes } from '@openslrt/core/contract/session.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aPdf, upload } from '../../testing/a-file.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { clientAt } from '../../testing/client.ts'
import type { Answer } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse()
const offices = await aDistrictOffice(house)
const admin = await house.staffAt(offices.secretariat, 'admin')

interface Program {
  readonly staff: string
  readonly post: string
}

/** A member of staff who never gets a sign-in: what a program acts as. */
async function aProgram(role = 'fo', office: string = offices.caturtunggal): Promise<Program> {
  const [staff, post] = [randomUUID(), randomUUID()]
  await house.setUp('staff.add', { subject: staff, data: { name: 'Aplikasi Kesehatan', post, office, role } })
  return { staff, post }
}
const asked = (program: Program, own: object = {}) => ({
  body: { ...program, label: 'Rekam medis', reach: 'all', days: 90, ...own },
})
const give = (program: Program, own: object = {}, by: Client = admin) =>
  by.ask(serviceKeyRoutes.give, asked(program, own))

async function keyFor(program: Program, own: object = {}): Promise<{ id: string; key: string }> {
  return admin.read(serviceKeyRoutes.give, asked(program, own))
}
/** A program at the door: no cookie, its key in the header. */
const withKey = (key: string, office: string = offices.caturtunggal): Client =>
  clientAt(
    (request) =>
      house.door({
        ...request,
        headers: { ...request.headers, cookie: '', authorization: `Bearer ${key}`, 'x-office': office },
      }),
    {
      staff: '',
      office,
      cookie: '',
    },
  )
const refusal = ({ status, body }: Answer) => [status, body.code]

test('ACCOUNT-16 a program does over the API what a person in its role does, and the ledger says that it was the program', async () => {
  const program = await aProgram()
  const own = withKey((await keyFor(program)).key)
  const { id } = await aCaseBy(own)
  const [entry] = await house.owner<{ actor: string }>('select actor from ledger where subject = $1', [id])
  assert.equal(entry?.actor, `staff:${program.staff}`)
  assert.ok((await own.read(caseRoutes.queue)).items.some((line) => line.id === id))
  assert.equal((await own.read(accountRoutes.me)).name, 'Aplikasi Kesehatan')
  const taken = await own.send('case.take', { subject: id, data: { note: '' } })
  assert.deepEqual(refusal(taken), [403, 'not-permitted'], 'a front office does not take cases')
})

test('ACCOUNT-16 a key sees what its office sees and nothing beside it; another office of the same program is not its own', async () => {
  const program = await aProgram('bo', offices.maguwoharjo)
  const other = await aProgram('bo')
  await house.setUp('post.give', { data: { staff: program.staff, office: offices.caturtunggal, role: 'bo' } })
  const { id } = await aCaseBy(withKey((await keyFor(other)).key))
  const { key } = await keyFor(program)
  const card = { query: { district: '34.04', id } }
  assert.deepEqual(refusal(await withKey(key, offices.maguwoharjo).ask(caseRoutes.card, card)), [404, 'not-found'])
  assert.deepEqual(refusal(await withKey(key).ask(caseRoutes.queue)), [403, 'not-permitted'])
})

test('ACCOUNT-16 a key for reading changes nothing', async () => {
  const own = withKey((await keyFor(await aProgram(), { reach: 'read' })).key)
  assert.equal((await own.ask(caseRoutes.queue)).status, 200)
  assert.deepEqual(refusal(await own.send('case.register', { data: registration() })), [403, 'not-permitted'])
  assert.deepEqual(refusal(await upload(own, '34.04', { bytes: aPdf, type: 'application/pdf' })), [
    403,
    'not-permitted',
  ])
})

test('ACCOUNT-5 ACCOUNT-16 a program that was suspended comes back without the keys that it had', async () => {
  const program = await aProgram()
  const { key } = await keyFor(program)
  const isActive = (active: boolean) =>
    admin.does('staff.change', { subject: program.staff, data: { name: 'Aplikasi Kesehatan', active } })
  await isActive(false)
  await isActive(true)
  assert.deepEqual(refusal(await withKey(key).ask(accountRoutes.me)), [401, 'unauthenticated'])
  const { items } = await admin.read(serviceKeyRoutes.list, { query: { staff: program.staff } })
  assert.ok(items.every(({ revokedAt }) => revokedAt !== null))
  assert.equal((await withKey((await keyFor(program)).key).ask(accountRoutes.me)).status, 200)
})

test('ACCOUNT-16 a key opens nothing once a person signs in to the account, however both came to be', async () => {
  const program = await aProgram()
  const { key } = await keyFor(program)
  await house.owner("insert into credential (staff, name, password, changed_at) values ($1, 'berdua', '', now())", [
    program.staff,
  ])
  assert.deepEqual(refusal(await withKey(key).ask(accountRoutes.me)), [401, 'unauthenticated'])
})

test('ACCOUNT-16 a key ends with its days, when it is revoked, with its post, and with the account', async () => {
  const ends: readonly ((program: Program, id: string) => Promise<unknown>)[] = [
    (_program, id) =>
      house.owner("update service_key set expires_at = now() - interval '1 second' where id = $1", [id]),
    ({ staff }, id) => admin.read(serviceKeyRoutes.revoke, { body: { staff, id } }),
    ({ post }) => admin.does('post.end', { subject: post, data: {} }),
    ({ staff }) => admin.does('staff.change', { subject: staff, data: { name: 'Aplikasi Kesehatan', active: false } }),
  ]
  for (const end of ends) {
    const program = await aProgram()
    const { id, key } = await keyFor(program)
    await end(program, id)
    assert.deepEqual(refusal(await withKey(key).ask(accountRoutes.me)), [401, 'unauthenticated'], String(end))
  }
})

test('ACCOUNT-16 a key that works is known to work for two seconds at most after it was revoked, and at once where it was', async () => {
  const program = await aProgram()
  const { id, key } = await keyFor(program)
  assert.equal((await withKey(key).ask(accountRoutes.me)).status, 200)
  await admin.read(serviceKeyRoutes.revoke, { body: { staff: program.staff, id } })
  assert.deepEqual(refusal(await withKey(key).ask(accountRoutes.me)), [401, 'unauthenticated'])
  for (const made of ['', 'x', `slrt_${'A'.repeat(43)}`, '%00', 'A'.repeat(9_000)])
    assert.deepEqual(refusal(await withKey(made).ask(accountRoutes.me)), [401, 'unauthenticated'])
})

test('ACCOUNT-16 a key is shown once: the database holds its digest; the list says who gave it and when it was used', async () => {
  const program = await aProgram()
  const { key } = await keyFor(program)
  const list = async () => (await admin.read(serviceKeyRoutes.list, { query: { staff: program.staff } })).items[0]
  assert.deepEqual([(await list())?.usedAt, (await list())?.givenBy], [null, 'Petugas admin'])
  await withKey(key).ask(accountRoutes.me)
  assert.ok(((await list())?.usedAt ?? 0) > Date.now() - 60_000)
  const [stored] = await house.owner<{ text: string }>("select string_agg(k::text, ' ') as text from service_key k")
  for (const form of [key, key.slice(5), Buffer.from(key).toString('hex')]) assert.ok(!stored?.text.includes(form))
  assert.ok(!house.logged.join().includes(key))
})

test('ACCOUNT-16 a program has no session, gives no keys and is no cookie’s guest; a foreign page can’t ride on it', async () => {
  const { key } = await keyFor(await aProgram())
  const own = withKey(key)
  assert.deepEqual(refusal(await own.ask(sessionRoutes.list)), [401, 'unauthenticated'])
  const both = await house.door({
    method: 'GET',
    path: '/api/staff',
    headers: { cookie: String(admin.cookie), authorization: 'Bearer salah' },
  })
  assert.deepEqual(refusal(both), [401, 'unauthenticated'], 'a key that is shown is what counts')
  await house.owner(
    "insert into role (code, permissions, restricted, sees, valid_from, second_factor, held_at, given_from) values ('clerk', '{figures.read}', '{}', 'none', '2016-01-01', false, '{secretariat}', '{district,province,nation}')",
  )
  await house.parts.reference.refresh()
  const clerk = withKey((await keyFor(await aProgram('clerk', offices.secretariat))).key, offices.secretariat)
  assert.deepEqual(refusal(await give(await aProgram(), {}, clerk)), [403, 'not-permitted'])
  // ROLE-5 Whatever its row says: who manages people shows a second factor, and a program has none.
  await house.owner("update role set permissions = '{staff.manage}' where code = 'clerk'")
  await house.parts.reference.refresh()
  assert.deepEqual(refusal(await clerk.ask(referenceRoutes.staff)), [401, 'unauthenticated'])
})

test('ACCOUNT-16 keys are for programs only: not for people’s accounts, nor for roles that need a second factor', async () => {
  const person = await aProgram()
  const { path } = await admin.read(accountRoutes.invite, { body: { staff: person.staff } })
  const token = path.split('#t=')[1]
  const program = await aProgram()
  const before = await admin.read(accountRoutes.invite, { body: { staff: program.staff } })
  const body = { name: '', password: 'kopi-tubruk-tanpa-gula' }
  await house.stranger().read(accountRoutes.accept, { body: { ...body, token, signInName: 'orang' } })
  assert.deepEqual(refusal(await give(person)), [409, 'is-person'])
  await keyFor(program)
  assert.deepEqual(refusal(await admin.ask(accountRoutes.invite, { body: { staff: program.staff } })), [
    409,
    'is-service',
  ])
  const late = { ...body, token: before.path.split('#t=')[1], signInName: 'terlambat' }
  assert.deepEqual(refusal(await house.stranger().ask(accountRoutes.accept, { body: late })), [410, 'link-used'])
  assert.deepEqual(refusal(await give(await aProgram('admin', offices.secretariat))), [422, 'role-for-people'])
  assert.deepEqual(refusal(await give({ ...program, post: randomUUID() })), [404, 'not-found'])
})

test('ACCOUNT-16 an administrator gives and revokes keys of the programs under their office only', async () => {
  const beside = await house.staffAt(offices.maguwoharjo, 'admin')
  const program = await aProgram()
  const { id } = await keyFor(program)
  assert.deepEqual(refusal(await give(program, {}, beside)), [422, 'wrong-place'])
  const revoked = await beside.ask(serviceKeyRoutes.revoke, { body: { staff: program.staff, id } })
  assert.deepEqual(refusal(revoked), [422, 'wrong-place'])
  const listed = await beside.ask(serviceKeyRoutes.list, { query: { staff: program.staff } })
  assert.deepEqual(refusal(listed), [422, 'wrong-place'])
  const own = await aProgram('fo', offices.maguwoharjo)
  assert.deepEqual(refusal(await admin.ask(serviceKeyRoutes.revoke, { body: { staff: own.staff, id } })), [
    404,
    'not-found',
  ])
})

test('ACCOUNT-16 one key sends only so much in a minute, wherever it sends from; others go on', async () => {
  const small = await startTestHouse({ perMinute: 60, env: { OPENSLRT_TRUST_PROXY: '1' } })
  const there = await aDistrictOffice(small)
  const chief = await small.staffAt(there.secretariat, 'admin')
  const keys: string[] = []
  for (const _ of ['busy', 'calm']) {
    const [staff, post] = [randomUUID(), randomUUID()]
    const data = { name: 'Aplikasi', post, office: there.caturtunggal, role: 'fo' }
    await small.setUp('staff.add', { subject: staff, data })
    keys.push((await chief.read(serviceKeyRoutes.give, asked({ staff, post }))).key)
  }
  const [busy, calm] = keys
  const knock = (key: string | undefined, nth: number) => {
    const headers = { authorization: `Bearer ${key}`, 'x-forwarded-for': `192.0.2.${nth}` }
    return small.door({ method: 'GET', path: '/api/me', headers })
  }
  const answers: Answer[] = []
  // Twice as many as fit into a minute: the next one may begin in between.
  for (let nth = 0; nth < 70; nth++) answers.push(await knock(busy, nth))
  const refused = answers.filter(({ status }) => status !== 200)
  assert.ok(refused.length > 0 && refused.length <= 40, String(refused.length))
  for (const answer of refused) assert.deepEqual(refusal(answer), [429, 'rate-limited'])
  assert.equal((await knock(calm, 200)).status, 200)
})

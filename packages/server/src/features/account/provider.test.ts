import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { accountRoutes } from '@openslrt/core/contract/account.ts'
import { providerRoutes } from '@openslrt/core/contract/provider.ts'
import { secondFactorRoutes } from '@openslrt/core/contract/second-factor.ts'
import { openTemporaryFolder } from '../../platform/db/embedded/start-temporary.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import type { Answer } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'
import { startIdentityProvider } from '../../testing/identity-provider.ts'
import { setUpFactor } from '../../testing/second-step.ts'

const publicUrl = 'http://127.0.0.1:8080'
const idp = await startIdentityProvider(`${publicUrl}/meja/penyedia`)
after(() => idp.stop())
const secretFile = join(await openTemporaryFolder(), 'client.secret')
await writeFile(secretFile, `${idp.clientSecret}\n`)
const house = await startTestHouse({
  env: {
    PUBLIC_URL: publicUrl,
    OPENSLRT_OIDC_ISSUER: idp.issuer,
    OPENSLRT_OIDC_CLIENT_ID: idp.clientId,
    OPENSLRT_OIDC_CLIENT_SECRET_FILE: secretFile,
    OPENSLRT_OIDC_NAME: 'INApas',
  },
})
const offices = await aDistrictOffice(house)
const admin = await house.staffAt(offices.secretariat, 'admin')
const stranger = house.stranger()
const password = 'kopi-tubruk-tanpa-gula'
let names = 0

/** A browser window with a jar of cookies, which asks by rows. */
function aWindow() {
  const jar = new Map<string, string>()
  const ask = async (row: { method: string; path: string }, body: unknown = {}): Promise<Answer> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const sent = row.method === 'GET' ? {} : { body: JSON.stringify(body) }
    const headers = { 'content-type': 'application/json', cookie }
    const answer = await house.door({ method: row.method as 'GET' | 'POST', path: row.path, headers, ...sent })
    for (const [, name = '', value = ''] of (answer.headers['set-cookie'] ?? '').matchAll(/(openslrt[\w-]*)=([^;,]*)/g))
      jar.set(name, value)
    return answer
  }
  return { ask, jar }
}
type Window = ReturnType<typeof aWindow>
const refusal = ({ status, body }: Answer) => [status, body.code]

async function aPerson(role = 'bo'): Promise<{ staff: string; name: string; window: Window }> {
  const { staff } = await house.staffAt(offices.caturtunggal, role)
  const { path } = await admin.read(accountRoutes.invite, { body: { staff } })
  const name = `petugas.${names++}`
  const window = aWindow()
  await window.ask(accountRoutes.accept, { token: path.split('#t=')[1], name: '', signInName: name, password })
  return { staff: staff ?? '', name, window }
}

/** Begins in a window, signs in at the provider, and gives what comes back with the browser. */
async function away(window: Window, login: string, row: keyof typeof ways = 'begin'): Promise<string> {
  const begun = await window.ask(ways[row].row, ways[row].body)
  assert.equal(begun.status, 200, begun.text)
  const back = await idp.walk(String(begun.body['address']), login)
  assert.equal(back.origin + back.pathname, `${publicUrl}/meja/penyedia`)
  return back.search
}
const ways = {
  begin: { row: providerRoutes.begin, body: {} },
  connect: { row: providerRoutes.connect, body: { password } },
} as const
const finish = (window: Window, search: string) => window.ask(providerRoutes.finish, { search })

async function connected(login: string, role?: string) {
  const person = await aPerson(role)
  const done = await finish(person.window, await away(person.window, login, 'connect'))
  assert.deepEqual([done.status, done.body['next']], [200, 'connected'], done.text)
  return person
}

test('ACCOUNT-19 the door names the provider; an identity that nobody connected signs nobody in, and makes no account', async () => {
  assert.deepEqual(await stranger.read(accountRoutes.door), { demo: false, provider: 'INApas' })
  const before = await house.owner('select id from staff')
  const window = aWindow()
  const answer = await finish(window, await away(window, 'orang-asing'))
  assert.deepEqual(refusal(answer), [403, 'provider-unknown'])
  assert.equal((await house.owner('select id from staff')).length, before.length)
})

test('ACCOUNT-19 its owner connects an account with the password once more; then the provider signs in, until it is left', async () => {
  const person = await aPerson()
  const wrong = await person.window.ask(providerRoutes.connect, { password: 'bukan-kata-sandi' })
  assert.deepEqual(refusal(wrong), [403, 'wrong-password'])
  assert.equal((await finish(person.window, await away(person.window, 'wati', 'connect'))).body['next'], 'connected')
  const elsewhere = aWindow()
  const inside = await finish(elsewhere, await away(elsewhere, 'wati'))
  assert.equal(providerRoutes.finish.reply.parse(inside.body).me?.staff, person.staff)
  assert.equal((await elsewhere.ask(accountRoutes.me)).status, 200)
  const own = await elsewhere.ask(providerRoutes.own)
  assert.deepEqual([own.body['name'], typeof own.body['since']], ['INApas', 'number'])
  await elsewhere.ask(providerRoutes.leave)
  const late = aWindow()
  assert.deepEqual(refusal(await finish(late, await away(late, 'wati'))), [403, 'provider-unknown'])
  const events = await house.owner<{ event: string }>('select event from sign_in_log where staff = $1', [person.staff])
  for (const event of ['provider-connected', 'in-by-provider', 'provider-left'])
    assert.ok(
      events.some((row) => row.event === event),
      event,
    )
})

test('ACCOUNT-19 an attempt is finished in the browser that began it, once, with the state that it was given', async () => {
  await connected('joko')
  const [one, other] = [aWindow(), aWindow()]
  const search = await away(one, 'joko')
  assert.deepEqual(refusal(await finish(other, search)), [403, 'provider-failed'])
  await away(other, 'joko')
  assert.deepEqual(refusal(await finish(other, search)), [403, 'provider-failed'], 'the state is another one')
  assert.equal((await finish(one, search)).status, 200)
  const jar = new Map(one.jar)
  assert.deepEqual(refusal(await finish(one, search)), [403, 'provider-failed'], 'the attempt is over')
  assert.equal(jar.get('openslrt-provider'), '')
  for (const made of ['?error=access_denied', '?code=x&state=y', 'kosong']) {
    const window = aWindow()
    await away(window, 'joko')
    assert.deepEqual(refusal(await finish(window, made)), [403, 'provider-failed'], made)
  }
})

test('ACCOUNT-19 an identity signs in to one account; nobody connects it to another, nor for somebody else', async () => {
  await connected('sari')
  const second = await connected('ratna')
  const taken = await finish(second.window, await away(second.window, 'sari', 'connect'))
  assert.deepEqual(refusal(taken), [409, 'provider-taken'])
  const still = aWindow()
  assert.equal((await finish(still, await away(still, 'ratna'))).status, 200, 'what they had is not given up')
  const victim = await aPerson()
  const search = await away(second.window, 'maling', 'connect')
  second.window.jar.set('openslrt', victim.window.jar.get('openslrt') ?? '')
  assert.deepEqual(refusal(await finish(second.window, search)), [403, 'provider-failed'])
})

test('ACCOUNT-19 a second factor of ours is asked for after the provider too; who is suspended stays out', async () => {
  const person = await connected('bagus')
  await setUpFactor(house.door, `openslrt=${person.window.jar.get('openslrt')}`)
  const window = aWindow()
  const half = await finish(window, await away(window, 'bagus'))
  assert.deepEqual([half.status, half.body['next'], half.body['me']], [200, 'code', null])
  assert.deepEqual(refusal(await window.ask(accountRoutes.me)), [401, 'unauthenticated'])
  assert.deepEqual(refusal(await window.ask(secondFactorRoutes.enter, { code: '000000' })), [403, 'wrong-code'])
  const gone = await connected('pergi')
  await admin.does('staff.change', { subject: gone.staff, data: { name: 'Petugas', active: false } })
  const late = aWindow()
  assert.deepEqual(refusal(await finish(late, await away(late, 'pergi'))), [403, 'provider-unknown'])
})

test('ACCOUNT-19 a new password by a link disconnects the account: no other door to it stays open', async () => {
  const person = await connected('lupa')
  const { path } = await admin.read(accountRoutes.invite, { body: { staff: person.staff } })
  const body = { token: path.split('#t=')[1], name: '', signInName: person.name, password: 'teh-poci-gula-batu' }
  await stranger.read(accountRoutes.accept, { body })
  const window = aWindow()
  assert.deepEqual(refusal(await finish(window, await away(window, 'lupa'))), [403, 'provider-unknown'])
})

test('ACCOUNT-19 while the provider is away people are told so, and sign in with their password', async () => {
  const person = await aPerson()
  await idp.stop()
  const cold = await startTestHouse({
    env: {
      PUBLIC_URL: publicUrl,
      OPENSLRT_OIDC_ISSUER: idp.issuer,
      OPENSLRT_OIDC_CLIENT_ID: idp.clientId,
      OPENSLRT_OIDC_CLIENT_SECRET_FILE: secretFile,
      OPENSLRT_OIDC_NAME: 'INApas',
    },
  })
  const away = await cold.stranger().ask(providerRoutes.begin)
  assert.deepEqual(refusal(away), [503, 'unavailable'])
  const answer = await person.window.ask(accountRoutes.signIn, { name: person.name, password })
  assert.equal(answer.status, 200)
})

test('ACCOUNT-19 without a provider in the configuration its doors lead nowhere', async () => {
  const plain = await startTestHouse()
  assert.deepEqual(await plain.stranger().read(accountRoutes.door), { demo: false, provider: null })
  assert.deepEqual(refusal(await plain.stranger().ask(providerRoutes.begin)), [404, 'not-found'])
})

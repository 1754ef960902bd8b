import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountRoutes } from '@openslrt/core/contract/account.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse()
const stranger = house.stranger()
const offices = await aDistrictOffice(house)
const admin = await house.staffAt(offices.secretariat, 'admin')
const password = 'kopi-tubruk-tanpa-gula'

const signIn = async (name: string, given: string) =>
  (await stranger.ask(accountRoutes.signIn, { body: { name, password: given } })).status
const many = async (times: number, guess: (nth: number) => Promise<number>) => {
  const statuses = await Promise.all(Array.from({ length: times }, (_, nth) => guess(nth)))
  return Object.fromEntries([...Map.groupBy(statuses, (status) => status)].map(([code, { length }]) => [code, length]))
}

async function anAccount(signInName: string): Promise<void> {
  const officer = await house.staffAt(offices.caturtunggal, 'fo')
  const { path } = await admin.read(accountRoutes.invite, { body: { staff: officer.staff } })
  const body = { token: path.split('#t=')[1], name: '', signInName, password }
  assert.equal((await stranger.ask(accountRoutes.accept, { body })).status, 200)
}

test('ACCOUNT-12 thirty wrong passwords at once are five guesses: the others are not heard', async () => {
  await anAccount('sari.depok')
  assert.deepEqual(await many(30, () => signIn('sari.depok', 'bukan-kata-sandi')), { 401: 5, 429: 25 })
  assert.equal(await signIn('sari.depok', password), 429)
  await house.owner('delete from lock_out')
})

test('ACCOUNT-12 guesses at many names at once are fifty from one source', async () => {
  assert.deepEqual(await many(70, (nth) => signIn(`tidak-ada-${nth}`, 'bukan-kata-sandi')), { 401: 50, 429: 20 })
  await house.owner('delete from lock_out')
})

test('ACCOUNT-12 right passwords cost their source no guess, however many come at once', async () => {
  await anAccount('wati.depok')
  for (let nth = 0; nth < 3; nth++) await signIn('tidak-ada', 'bukan-kata-sandi')
  assert.deepEqual(await many(4, () => signIn('wati.depok', password)), { 200: 4 })
  const left = await house.owner("select key, failures from lock_out where key not like 'name:tidak%'")
  assert.deepEqual(left, [{ key: 'source:127.0.0.1', failures: 3 }])
  await house.owner("update lock_out set failures = 60 where key like 'source:%'")
  assert.equal(await signIn('wati.depok', password), 200)
  assert.equal(await signIn('wati.depok', password), 200, 'the first did not lock the second out')
  await house.owner('delete from lock_out')
})

test('TRACK-3 thirty wrong secrets at once are five guesses at the case', async () => {
  const { number } = await aCaseBy(await house.staffAt(offices.caturtunggal, 'fo'))
  const body = new URLSearchParams({ number, secret: 'aaaabbbb' }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const guess = async () => (await house.door({ method: 'POST', path: '/lacak', headers, body })).status
  assert.deepEqual(await many(30, guess), { 403: 5, 429: 25 })
})

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { dialogOf } from './case-card.ts'
import { button, field, link, say } from './desk.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const { house, sleman, faults, enter } = await setScene()
const { admin, offices } = sleman

const knock = (key: string): Promise<Response> =>
  fetch(new URL('/api/cases', house.url), { headers: { authorization: `Bearer ${key}` } })

test('KEY-1 an administrator makes a key, sees it once, and the program gets in with it until it is revoked', async () => {
  const data = { name: 'Rekam Medis RSUD', post: randomUUID(), office: offices.rsud, role: 'provider' }
  await admin.does('staff.add', { subject: randomUUID(), data })
  const page = await enter({ cookie: admin.cookie })
  await page.goto('/meja/petugas?cari=rekam')
  await link(page, data.name).click()
  const dialog = dialogOf(page)
  await button(dialog, say('key.new')).click()
  await button(dialog, say('key.give')).click()
  await dialog.getByText(say('key.label.missing')).waitFor()
  await checkScreen(page, 'service-key-form')
  await field(dialog, say('key.label')).fill('Rekam medis')
  await button(dialog, say('key.give')).click()
  await dialog.getByText(say('key.once'), { exact: true }).waitFor()
  await checkScreen(page, 'service-key-made')
  const key = await dialog.getByText(/^slrt_/).innerText()
  assert.equal((await knock(key)).status, 200)

  await page.reload()
  await dialog.getByText(say('key.revoke'), { exact: true }).waitFor()
  assert.equal(await dialog.getByText(/^slrt_/).count(), 0)
  assert.equal(await button(dialog, say('staff.link.new')).count(), 0, 'a program gets no link')
  await checkScreen(page, 'service-keys')
  await button(dialog, say('key.revoke.of', { label: 'Rekam medis' })).click()
  await button(dialog.getByRole('alert'), say('key.revoke')).click()
  await dialog.getByText(/^Dicabut/).waitFor()
  assert.equal((await knock(key)).status, 401)
})

test('KEY-2 nothing went wrong in any page without being shown', () => {
  assert.deepEqual(faults, [])
})

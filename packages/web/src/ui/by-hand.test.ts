import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { openTheatre } from '../testing/in-browser.ts'
import type * as parts from '../testing/parts/controls.tsx'

type Parts = typeof parts
const theatre = await openTheatre<Parts>(join(import.meta.dirname, '../testing/parts/controls.tsx'))
const { page, call } = await theatre.enter()
const { keyboard } = page

const told = () => call('toldSoFar')
const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
const box = page.getByRole('combobox', { name: 'Kategori' })
const options = () => page.getByRole('option').allInnerTexts()

test('CHOOSE-4 the list opens when the field is pressed, with every group by its name', async () => {
  await call('show', 'choosing')
  assert.equal(await box.getAttribute('aria-expanded'), 'false')
  await box.click()
  assert.equal(await box.getAttribute('aria-expanded'), 'true')
  assert.equal((await options()).length, 3)
  assert.equal(await page.getByRole('group', { name: 'Kesehatan' }).getByRole('option').count(), 2)
})

test('CHOOSE-4 typing makes it shorter, and says when nothing is left', async () => {
  await call('show', 'choosing')
  await box.fill('tidak aktif')
  assert.deepEqual(await options(), ['PBI-JKN tidak aktif'])
  await box.fill('rtlh')
  assert.equal((await options()).length, 1)
  await box.fill('kereta')
  await page.getByText('Tidak ada yang cocok').waitFor()
  await keyboard.press('Enter')
  assert.deepEqual(await told(), [], 'nothing is chosen out of nothing')
})

test('CHOOSE-5 arrow keys walk, readers hear where they are, Enter chooses and sends no form', async () => {
  await call('show', 'choosing')
  await box.focus()
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowUp')
  const active = (await box.getAttribute('aria-activedescendant')) ?? ''
  assert.equal(await page.locator(`[id="${active}"]`).innerText(), 'Layanan rumah sakit')
  await keyboard.press('Enter')
  assert.deepEqual(await told(), ['hospital'])
  assert.equal(await box.inputValue(), 'Layanan rumah sakit')
  assert.equal(await page.getByRole('option').count(), 0)
})

test('CHOOSE-5 a mouse chooses too, and what is chosen is marked when the list opens again', async () => {
  await call('show', 'choosing')
  await box.click()
  await page.getByRole('option', { name: 'Rumah tidak layak huni' }).click()
  assert.deepEqual(await told(), ['roof'])
  await box.click()
  assert.match(await page.getByRole('option', { selected: true }).innerText(), /^Rumah tidak layak huni/)
})

test('CHOOSE-6 Escape, or going elsewhere, leaves what was chosen before', async () => {
  await call('show', 'choosing')
  await box.fill('rumah sakit')
  await keyboard.press('Enter')
  await box.fill('pbi')
  await keyboard.press('Escape')
  assert.equal(await box.inputValue(), 'Layanan rumah sakit')
  await box.fill('pbi')
  await page.getByRole('button', { name: 'di luar' }).focus()
  assert.equal(await box.inputValue(), 'Layanan rumah sakit')
  assert.deepEqual(await told(), ['hospital'])
})

const search = page.getByLabel('Cari kantor')

test('LIST-4 the list follows the words once they stand still, trimmed, and not letter by letter', async () => {
  await call('show', 'searching')
  assert.equal(await search.inputValue(), 'depok')
  await search.press('End')
  await search.pressSequentially(' baru ', { delay: 20 })
  await page.waitForFunction('globalThis.parts.toldSoFar().length > 0')
  assert.deepEqual(await told(), ['depok baru'])
})

test('LIST-4 when the address takes the words away, the field is empty too and asks nothing by itself', async () => {
  await call('show', 'searching')
  await page.getByRole('button', { name: 'hapus saringan' }).click()
  await page.waitForFunction(() => document.querySelector('input')?.value === '')
  await search.fill('mlati')
  await page.waitForFunction('globalThis.parts.toldSoFar().length > 0')
  assert.deepEqual(await told(), ['mlati'])
})

const menu = page.getByRole('group').filter({ hasText: 'SW' })
const isOpen = () => menu.evaluate((element) => element.hasAttribute('open'))
const item = (name: string) => page.getByRole('button', { name })

test('MENU-1 a menu closes by choosing, and tells which one is chosen now', async () => {
  await call('show', 'menu')
  await page.getByText('SW', { exact: true }).click()
  assert.equal(await item('Puskesos').getAttribute('aria-current'), 'true')
  assert.equal(await item('Sekretariat').getAttribute('aria-current'), null)
  await item('Sekretariat').click()
  assert.deepEqual(await told(), ['secretariat'])
  assert.equal(await isOpen(), false)
})

test('MENU-1 Escape closes it and leads back to its button', async () => {
  await call('show', 'menu')
  await page.getByText('SW', { exact: true }).focus()
  await keyboard.press('Enter')
  await keyboard.press('Tab')
  assert.equal(await isOpen(), true)
  await keyboard.press('Escape')
  assert.equal(await isOpen(), false)
  assert.equal(await focused(), 'SW')
})

test('MENU-1 looking elsewhere closes it, by mouse and by keyboard', async () => {
  for (const leave of [
    () => page.getByRole('button', { name: 'di luar' }).click(),
    () => page.getByRole('button', { name: 'di luar' }).focus(),
  ]) {
    await call('show', 'menu')
    await page.getByText('SW', { exact: true }).click()
    assert.equal(await isOpen(), true)
    await leave()
    assert.equal(await isOpen(), false)
  }
  assert.deepEqual(await told(), [])
})

test('KEYS-3 j and k walk the rows of a list from wherever one is, and stop at both ends', async () => {
  await call('show', 'list')
  const walk: string[] = []
  for (const key of ['j', 'j', 'j', 'j', 'k', 'k', 'k']) {
    await keyboard.press(key)
    walk.push(await focused())
  }
  assert.deepEqual(walk, ['satu', 'dua', 'tiga', 'tiga', 'dua', 'satu', 'satu'])
})

test('KEYS-3 while somebody types they are letters', async () => {
  await call('show', 'list')
  const field = page.getByRole('searchbox', { name: 'Cari' })
  await field.fill('')
  await field.pressSequentially('jk/')
  assert.equal(await field.inputValue(), 'jk/')
  await keyboard.press('Enter')
  assert.deepEqual(await told(), ['jk/'])
})

test('KEYS-4 the slash leads to the search from anywhere, and is not typed into it', async () => {
  await call('show', 'list')
  await page.getByRole('link', { name: 'dua' }).focus()
  await keyboard.press('/')
  const field = page.getByRole('searchbox', { name: 'Cari' })
  assert.equal(await field.evaluate((one) => one === document.activeElement), true)
  assert.equal(await field.inputValue(), 'awal')
})

test('KEYS-5 under a dialog no key acts on the page below', async () => {
  await call('show', 'asking')
  await page.getByRole('button', { name: 'batalkan kasus' }).click()
  const dialog = page.getByRole('dialog', { name: 'Yakin?' })
  await dialog.waitFor()
  await keyboard.press('j')
  assert.notEqual(await focused(), 'satu')
  await keyboard.press('/')
  assert.equal(await dialog.evaluate((element) => element.contains(document.activeElement)), true)
})

test('DIALOG-1 a dialog that asks first ends with a yes, a no or Escape, and gives the keyboard back', async () => {
  const opener = page.getByRole('button', { name: 'batalkan kasus' })
  for (const [act, word] of [
    [() => page.getByRole('button', { name: 'Ya', exact: true }).click(), 'yes'],
    [() => page.getByRole('button', { name: 'Tidak', exact: true }).click(), 'no'],
    [() => keyboard.press('Escape'), 'no'],
  ] as const) {
    await call('show', 'asking')
    await opener.click()
    await page.getByRole('dialog', { name: 'Yakin?' }).waitFor()
    await act()
    await page.locator('dialog').waitFor({ state: 'detached' })
    assert.deepEqual(await told(), [word])
    await page.waitForFunction(() => document.activeElement?.textContent === 'batalkan kasus')
  }
})

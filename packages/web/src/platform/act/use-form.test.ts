import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { test } from 'node:test'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { openTheatre, type Stage } from '../../testing/in-browser.ts'
import type * as parts from '../../testing/parts/forms.tsx'

type Parts = typeof parts
const theatre = await openTheatre<Parts>(join(import.meta.dirname, '../../testing/parts/forms.tsx'))

/** A window of somebody who is signed in, with nothing opened yet. */
async function aDesk(key = randomBytes(32).toString('base64url')): Promise<Stage<Parts>> {
  const stage = await theatre.enter()
  await stage.call('signIn', key)
  return stage
}

interface State {
  readonly values: { readonly name: string; readonly note: string; readonly how: string; readonly tags: string[] }
  readonly restored: boolean
  readonly dirty: boolean
}
const stateOf = async ({ page }: Stage<Parts>): Promise<State> => JSON.parse(await page.locator('#state').innerText())
const type = ({ page }: Stage<Parts>, label: string, words: string) =>
  page.getByLabel(label, { exact: true }).fill(words)
const press = ({ page }: Stage<Parts>, name: string) => page.getByRole('button', { name }).click()
/** Waits until what was typed lies on the device: the page would then be left without a question. */
const kept = ({ page }: Stage<Parts>) => page.waitForFunction('!globalThis.parts.wouldAsk()')
const restored = ({ page }: Stage<Parts>) =>
  page.waitForFunction(() => document.getElementById('state')?.innerText.includes('"restored":true'))

test('DRAFT-11 a form gives back what was typed in it, says so, and leaves other forms alone', async () => {
  const desk = await aDesk()
  await desk.call('open', 'case 1')
  await type(desk, 'Nama', 'Ngatinem')
  await type(desk, 'Catatan', 'Atap bocor\nsejak Februari')
  await press(desk, 'tambah')
  await kept(desk)
  await desk.call('open', 'case 2')
  assert.deepEqual(await stateOf(desk), {
    values: { name: '', note: '', how: '', tags: [] },
    restored: false,
    dirty: false,
  })
  await desk.call('open', 'case 1')
  await restored(desk)
  const { values } = await stateOf(desk)
  assert.deepEqual(values, { name: 'Ngatinem', note: 'Atap bocor\nsejak Februari', how: '', tags: ['baru'] })
})

test('DRAFT-11 the last letters are kept too, when a form is closed right after them', async () => {
  const desk = await aDesk()
  await desk.call('open', 'case 1')
  await type(desk, 'Catatan', 'Sudah')
  await kept(desk)
  await type(desk, 'Catatan', 'Sudah dihubungi')
  await desk.call('close')
  await desk.call('open', 'case 1')
  await restored(desk)
  assert.equal((await stateOf(desk)).values.note, 'Sudah dihubungi')
})

test('DRAFT-11 a form that was emptied or sent is empty when it is opened again', async () => {
  const desk = await aDesk()
  await desk.call('open', 'case 1')
  await type(desk, 'Catatan', 'Sudah dihubungi')
  await press(desk, 'kosongkan')
  assert.deepEqual(await stateOf(desk), {
    values: { name: '', note: '', how: '', tags: [] },
    restored: false,
    dirty: false,
  })
  await desk.call('open', 'case 1')
  assert.equal(await desk.call('loadDraft', 'case 1'), null)
  assert.equal((await stateOf(desk)).restored, false)
})

test('DRAFT-11 what is typed after that is a draft again', async () => {
  const desk = await aDesk()
  await desk.call('open', 'case 1')
  await type(desk, 'Catatan', 'pertama')
  await press(desk, 'kosongkan')
  await type(desk, 'Catatan', 'kedua')
  await kept(desk)
  await desk.call('open', 'case 1')
  await restored(desk)
  assert.equal((await stateOf(desk)).values.note, 'kedua')
})

test('DRAFT-12 while the last letters are not kept, the browser asks before the page is left; then no more', async () => {
  const desk = await aDesk()
  await desk.call('open', 'case 1')
  assert.equal(await desk.call('wouldAsk'), false)
  await type(desk, 'Catatan', 'Sudah')
  assert.equal(await desk.call('wouldAsk'), true)
  await kept(desk)
  await desk.call('close')
  assert.equal(await desk.call('wouldAsk'), false)
})

test('DRAFT-12 a form that was closed before its last letters were kept asks until they are', async () => {
  const key = randomBytes(32).toString('base64url')
  const desk = await aDesk(key)
  await desk.call('open', 'case 1')
  assert.equal(await desk.call('askedAfterClosing', 'Sudah dihubungi'), true)
  await kept(desk)
  await desk.page.reload()
  await desk.page.waitForFunction('globalThis.parts')
  await desk.call('signIn', key)
  await desk.call('open', 'case 1')
  await restored(desk)
  assert.equal((await stateOf(desk)).values.note, 'Sudah dihubungi')
})

test('DRAFT-13 what the page itself puts in is no draft, and is written over by one', async () => {
  const desk = await aDesk()
  await desk.call('open', 'case 1')
  await press(desk, 'usulkan')
  assert.deepEqual([(await stateOf(desk)).values.name, (await stateOf(desk)).dirty], ['Usulan', false])
  assert.equal(await desk.call('wouldAsk'), false)
  await desk.call('open', 'case 1')
  assert.equal((await stateOf(desk)).values.name, '')
  await type(desk, 'Nama', 'Ngatinem')
  await kept(desk)
  await desk.call('open', 'case 1', { name: 'Nama dari server' })
  await restored(desk)
  assert.equal((await stateOf(desk)).values.name, 'Ngatinem')
})

test('DRAFT-13 who types faster than the device reads keeps what they typed', async () => {
  const desk = await aDesk()
  await desk.call('saveDraft', 'case 1', { name: 'Lama', note: 'lama' })
  await desk.page.evaluate(() => {
    const { parts } = globalThis as unknown as { parts: Parts }
    parts.open('case 1')
    const field = document.querySelector('textarea')
    // As React hears it: the value is set past its own tracking, then told.
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, 'baru')
    field?.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await kept(desk)
  const { values, restored: came } = await stateOf(desk)
  assert.deepEqual([values.note, values.name, came], ['baru', '', false])
})

test('DRAFT-13 a draft of another shape gives back what still fits', async () => {
  const desk = await aDesk()
  await desk.call('saveDraft', 'case 1', { name: 'Ngatinem', note: 7, how: ['phone'], tags: ['a', 1], gone: 'x' })
  await desk.call('open', 'case 1', { note: 'usulan' })
  await restored(desk)
  assert.deepEqual((await stateOf(desk)).values, { name: 'Ngatinem', note: 'usulan', how: '', tags: [] })
})

test('FORM-1 nobody is blamed before they tried to send; then each fault stands at its field until it is mended', async () => {
  const desk = await aDesk()
  const said = desk.page.getByText('Tulis dulu.')
  await desk.call('open', 'case 1')
  await type(desk, 'Catatan', 'a')
  await type(desk, 'Catatan', '')
  assert.equal(await said.count(), 0)
  await press(desk, 'kirim')
  await said.waitFor()
  const field = desk.page.getByLabel('Catatan', { exact: true })
  assert.equal(await field.getAttribute('aria-invalid'), 'true')
  await type(desk, 'Catatan', 'Sudah dihubungi')
  await said.waitFor({ state: 'detached' })
  await type(desk, 'Catatan', '')
  await said.waitFor()
  await press(desk, 'kosongkan')
  await said.waitFor({ state: 'detached' })
})

test('FORM-2 more than can be kept is said at its field in the reader’s language, and nothing is cut off', async () => {
  const desk = await aDesk()
  await desk.call('open', 'case 1')
  await type(desk, 'Catatan', 'x'.repeat(4001))
  await press(desk, 'kirim')
  await desk.page.getByText(sayIn('id')('act.too-long', { most: 4000 })).waitFor()
  assert.equal((await stateOf(desk)).values.note.length, 4001)
  await desk.call('chooseLanguage', 'en')
  await desk.page.getByText(sayIn('en')('act.too-long', { most: 4000 })).waitFor()
})

test('FORM-3 what was pasted out of a PDF loses the signs that nobody sees', async () => {
  const desk = await aDesk()
  await desk.call('open', 'case 1')
  await type(desk, 'Catatan', 'halaman satu\fhalaman dua\u0001')
  assert.equal((await stateOf(desk)).values.note, 'halaman satu halaman dua ')
})

test('FORM-4 a choice in sight is made by mouse and by arrow keys, with its hint heard', async () => {
  const desk = await aDesk()
  await desk.call('open', 'case 1')
  await desk.page.getByRole('radio', { name: 'Telepon' }).check()
  await desk.page.keyboard.press('ArrowDown')
  assert.equal((await stateOf(desk)).values.how, 'visit')
  assert.equal(await desk.page.getByRole('radio', { name: 'Kunjungan', description: 'ke rumah' }).count(), 1)
})

test('FORM-5 fields of one form have places of their own, by which a fault leads to its field', async () => {
  const desk = await aDesk()
  await desk.call('open', 'case 0192f000:case.note')
  const ids = await desk.page.locator('input[id], textarea[id]').evaluateAll((fields) => fields.map(({ id }) => id))
  assert.equal(new Set(ids).size, ids.length)
  assert.ok(ids.includes('case-0192f000-case-note-note'), ids.join())
})

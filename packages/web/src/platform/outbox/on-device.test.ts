import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { test } from 'node:test'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import type { Page } from 'playwright-core'
import { aCommand } from '../../testing/a-command.ts'
import { openTheatre } from '../../testing/in-browser.ts'
import type * as parts from '../../testing/parts/device.ts'
import type { Command, Entry } from './entry.ts'

type Parts = typeof parts
const theatre = await openTheatre<Parts>(join(import.meta.dirname, '../../testing/parts/device.ts'))

const keyOf = (): string => randomBytes(32).toString('base64url')
const command = (id: string, data: unknown = { note: `catatan ${id}` }): Command => aCommand(id, { data })
const said = (entries: readonly Entry[]): string[] => entries.map(({ state, command: { id } }) => `${id} ${state}`)
const refused = (id: string): Entry => ({
  state: 'refused',
  command: command(id),
  why: { code: 'stale', message: 'Orang lain baru saja mengubahnya.', details: { version: 3 } },
})

test('SHELF-1 entries lie in the order of doing, keep their place when their state changes, and go one by one', async () => {
  const { call } = await theatre.enter()
  const key = keyOf()
  for (const id of ['a', 'b', 'c']) await call('keep', key, command(id))
  await call('put', key, refused('b'))
  assert.deepEqual(said(await call('all', key)), ['a waiting', 'b refused', 'c waiting'])
  await call('remove', key, 'a')
  await call('remove', key, 'gone')
  assert.deepEqual(said(await call('all', key)), ['b refused', 'c waiting'])
})

test('SHELF-1 an entry is read back with all that it was, whatever its state', async () => {
  const { call } = await theatre.enter()
  const key = keyOf()
  const entries: readonly Entry[] = [
    {
      state: 'waiting',
      command: command('w'),
      tries: 3,
      nextAt: 7,
      why: { code: 'offline', message: 'x', details: {} },
    },
    {
      state: 'accepted',
      command: command('a'),
      outcome: { status: 'accepted', seq: 4, version: 2, number: '3404-26-000001' },
      at: 9,
    },
    refused('r'),
  ]
  for (const entry of entries) await call('put', key, entry)
  assert.deepEqual(await call('all', key), entries)
})

test('SHELF-4 what waits outlives the page, and is there in the next window', async () => {
  const stage = await theatre.enter()
  const key = keyOf()
  await stage.call('keep', key, command('a'))
  await stage.page.close()
  const next = await theatre.beside(stage)
  assert.deepEqual(said(await next.call('all', key)), ['a waiting'])
})

test('SHELF-5 on the device stands no word that was typed, and nobody’s name', async () => {
  const { call } = await theatre.enter()
  const key = keyOf()
  const typed = { note: 'Atap bocor', client: { name: 'Sumarni', nik: '3404075203600001' } }
  await call('keep', key, command('a', typed))
  await call('signInWith', key)
  await call('saveDraft', 'register', typed)
  const found = await call('everything')
  for (const word of ['Atap', 'Sumarni', '34040752', 'note', 'catatan', 'Sari', key])
    assert.ok(!found.includes(word), `it shows ${word}`)
  assert.ok(found.includes(await call('ownerOf', key)), 'the rows were looked at')
})

test('SHELF-5 another person finds nothing, and nothing of theirs is lost', async () => {
  const { call } = await theatre.enter()
  const [sari, bagus] = [keyOf(), keyOf()]
  await call('keep', sari, command('a'))
  assert.deepEqual(await call('all', bagus), [])
  await call('keep', bagus, command('b'))
  assert.deepEqual(said(await call('all', sari)), ['a waiting'])
  assert.deepEqual(said(await call('all', bagus)), ['b waiting'])
})

test('SHELF-6 what was put into another place does not open, and is not thrown away', async () => {
  const { call } = await theatre.enter()
  const key = keyOf()
  for (const id of ['a', 'b', 'c']) await call('keep', key, command(id))
  await call('swapBoxes', 'a', 'b')
  assert.deepEqual(said(await call('all', key)), ['c waiting'])
  assert.equal(await call('rowCount'), 3)
  await call('swapBoxes', 'a', 'b')
  assert.deepEqual(said(await call('all', key)), ['a waiting', 'b waiting', 'c waiting'])
})

test('SHELF-2 a window hears at once of what another one keeps and sends, and no more when it has heard enough', async () => {
  const stage = await theatre.enter()
  const other = await theatre.beside(stage)
  const key = keyOf()
  await stage.call('watch', key)
  const hears = (ids: readonly string[]) =>
    stage.page.waitForFunction(
      (wanted) => JSON.stringify(Reflect.get(globalThis, 'parts').heardSoFar().at(-1)) === wanted,
      JSON.stringify(ids),
    )
  await hears([])
  await other.call('keep', key, command('a'))
  await hears(['a'])
  await other.call('keep', key, command('b'))
  await hears(['a', 'b'])
  await other.call('remove', key, 'a')
  await hears(['b'])
  await stage.call('stopWatching')
  await other.call('remove', key, 'b')
  await other.call('all', key)
  assert.deepEqual((await stage.call('heardSoFar')).at(-1), ['b'])
})

/** The line from all windows of a person to a server: what went over it, and what came back. */
async function lineOf(page: Page, answer: (ids: readonly string[]) => unknown) {
  const sent: string[][] = []
  await page.context().route('**/api/commands', async (route) => {
    const { commands }: { commands: { id: string }[] } = route.request().postDataJSON()
    const ids = commands.map(({ id }) => id)
    sent.push(ids)
    const body = answer(ids)
    return body === null ? route.abort() : route.fulfill({ json: body })
  })
  return sent
}
const yes = (ids: readonly string[]) => ({
  outcomes: ids.map((id, at) => ({ id, status: 'accepted', seq: at + 1, version: 2 })),
})

const ids = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `0192f000-0000-7000-8000-0000000000${10 + at}`)

test('SHELF-7 two windows that send at the same moment send each entry once', async () => {
  const stage = await theatre.enter()
  const other = await theatre.beside(stage)
  const key = keyOf()
  const sent = await lineOf(stage.page, yes)
  const wanted = ids(6)
  for (const id of wanted) await stage.call('keep', key, command(id))
  await Promise.all([stage.call('flush', key), other.call('flush', key), stage.call('flush', key)])
  assert.deepEqual(sent, [wanted])
})

test('SHELF-7 each window hears what became of its own, also when the other one sent it', async () => {
  const stage = await theatre.enter()
  const other = await theatre.beside(stage)
  const key = keyOf()
  const sent = await lineOf(stage.page, yes)
  const [one = '', two = ''] = ids(2)
  const [first, second] = await Promise.all([
    stage.call('send', key, command(one)),
    other.call('send', key, command(two)),
  ])
  assert.deepEqual([first.state, second.state], ['accepted', 'accepted'])
  assert.deepEqual(sent.flat().toSorted(), [one, two])
  assert.deepEqual(await stage.call('all', key), [])
})

test('SHELF-8 a page without keys keeps nothing and says so, but sends all the same', async () => {
  const stage = await theatre.enter()
  const key = keyOf()
  const sent = await lineOf(stage.page, yes)
  await stage.call('withoutKeys')
  assert.equal(await stage.call('isDurable', key), false)
  const [id = ''] = ids(1)
  assert.equal((await stage.call('send', key, command(id))).state, 'accepted')
  assert.deepEqual(sent, [[id]])
})

test('SHELF-8 when the store was cleared under an open page, what is done goes straight to the server', async () => {
  const stage = await theatre.enter()
  const key = keyOf()
  const sent = await lineOf(stage.page, yes)
  assert.equal(await stage.call('isDurable', key), true)
  await stage.call('closeStore')
  const [id = ''] = ids(1)
  assert.equal((await stage.call('send', key, command(id))).state, 'accepted')
  assert.deepEqual(sent, [[id]])
})

test('SHELF-8 and without a line it is not told as kept: the form goes on showing what was typed', async () => {
  const stage = await theatre.enter()
  const key = keyOf()
  await lineOf(stage.page, () => null)
  assert.equal(await stage.call('isDurable', key), true)
  await stage.call('closeStore')
  const [id = ''] = ids(1)
  const entry = await stage.call('send', key, command(id))
  assert.ok(entry.state === 'refused' && entry.why.code === 'unavailable', JSON.stringify(entry))
  await stage.call('seen', key, id)
})

test('SHELF-8 where keys are there again nothing of what the store holds was lost', async () => {
  const stage = await theatre.enter()
  const key = keyOf()
  await stage.call('keep', key, command('a'))
  await stage.call('withoutKeys')
  assert.equal(await stage.call('isDurable', key), false)
  const next = await theatre.beside(stage)
  assert.deepEqual(said(await next.call('all', key)), ['a waiting'])
})

test('DRAFT-8 a draft is there for the same person after a reload, and for nobody else', async () => {
  const { call, page } = await theatre.enter()
  const [sari, bagus] = [keyOf(), keyOf()]
  await call('signInWith', sari)
  await call('saveDraft', 'register', { name: 'Ngatinem' })
  await page.reload()
  await page.waitForFunction('globalThis.parts')
  await call('signInWith', bagus)
  assert.equal(await call('loadDraft', 'register'), null)
  await call('saveDraft', 'register', { name: 'Tukiyem' })
  await call('signInWith', sari)
  assert.deepEqual(await call('loadDraft', 'register'), { name: 'Ngatinem' })
  assert.equal(await call('loadDraft', 'another form'), null)
})

test('DRAFT-8 a draft that was dropped is gone, and the other forms keep theirs', async () => {
  const { call } = await theatre.enter()
  await call('signInWith', keyOf())
  await call('saveDraft', 'one', { note: '1' })
  await call('saveDraft', 'two', { note: '2' })
  await call('dropDraft', 'one')
  assert.deepEqual([await call('loadDraft', 'one'), await call('loadDraft', 'two')], [null, { note: '2' }])
})

test('DRAFT-9 what nobody came back to for two weeks is no longer kept, whoever looks', async () => {
  const { call } = await theatre.enter()
  const sari = keyOf()
  await call('signInWith', sari)
  await call('saveDraft', 'old', { note: 'Bu S.' })
  await call('ageDrafts', 13 * dayMs)
  assert.deepEqual(await call('loadDraft', 'old'), { note: 'Bu S.' })
  await call('ageDrafts', 2 * dayMs)
  await call('signInWith', keyOf())
  await call('loadDraft', 'something else')
  assert.equal(await call('everything'), '')
  await call('signInWith', sari)
  assert.equal(await call('loadDraft', 'old'), null)
})

test('DRAFT-10 without keys to seal with, a draft lasts as long as the page and touches no disk', async () => {
  const { call } = await theatre.enter()
  await call('signInWith', keyOf())
  await call('withoutKeys')
  await call('saveDraft', 'register', { name: 'Ngatinem' })
  assert.deepEqual(await call('loadDraft', 'register'), { name: 'Ngatinem' })
  assert.equal(await call('everything'), '')
  await call('dropDraft', 'register')
  assert.equal(await call('loadDraft', 'register'), null)
})

test('DRAFT-10 and whoever sits down at the same page after them finds an empty form', async () => {
  const { call } = await theatre.enter()
  const [sari, bagus] = [keyOf(), keyOf()]
  await call('withoutKeys')
  await call('signInWith', sari)
  await call('saveDraft', 'register', { name: 'Ngatinem' })
  await call('signInWith', null)
  await call('signInWith', bagus)
  assert.equal(await call('loadDraft', 'register'), null)
  await call('dropDraft', 'register')
  await call('signInWith', sari)
  assert.deepEqual(await call('loadDraft', 'register'), { name: 'Ngatinem' })
})

test('DRAFT-10 drafts of nobody are gone with the page', async () => {
  const { call, page } = await theatre.enter()
  await call('saveDraft', 'register', { name: 'Ngatinem' })
  await page.reload()
  await page.waitForFunction('globalThis.parts')
  assert.equal(await call('loadDraft', 'register'), null)
})

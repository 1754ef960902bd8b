import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { after } from 'node:test'
import { commandRows } from '@openslrt/core/contract/command.ts'
import { envelope } from '@openslrt/core/contract/envelope.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import type { Command } from '../platform/outbox/entry.ts'
import { sari } from './draw-desk.ts'
import { openTheatre } from './in-browser.ts'
import type * as parts from './parts/screens.tsx'

// Forms in a browser: what is typed must leave them in the shape that the contract lets in, once, and none of it be lost.

type Parts = typeof parts
type Name = Parameters<Parts['show']>[0]
const rights = [
  ...(['case.read', 'case.register', 'case.open', 'case.assign'] as const),
  ...(['joint.lead', 'joint.join', 'meeting.attend', 'office.manage'] as const),
]

export const t = sayIn('id')
const theatre = await openTheatre<Parts>(join(import.meta.dirname, 'parts/screens.tsx'))
export const { page, call } = await theatre.enter()

/** What the server says to a question, by its path: `cut` breaks the line, and what is not named is not found. */
export const replies = new Map<string, unknown>()
/** The same where it depends on what is asked. */
export const answers = new Map<string, (query: URLSearchParams, body: unknown) => unknown>()
/** What it was asked, in order. */
export const asked: { readonly path: string; readonly body: unknown }[] = []
await page.route('**/api/**', async (route) => {
  const { pathname, searchParams } = new URL(route.request().url())
  const body: unknown = route.request().postDataJSON()
  asked.push({ path: pathname, body })
  const reply = answers.get(pathname)?.(searchParams, body) ?? replies.get(pathname)
  if (reply === undefined)
    return route.fulfill({
      status: 404,
      json: { code: 'not-found', message: 'Tidak ada.', requestId: 'r', details: {} },
    })
  return reply === 'cut' ? route.abort() : route.fulfill({ json: reply })
})
const faults: string[] = []
page.on('pageerror', (fault) => faults.push(fault.message))
after(() => assert.deepEqual(faults, [], 'nothing was thrown while forms were used'))

/** Whoever has another key is somebody else, and finds no draft. */
export const newKey = (): string => randomBytes(32).toString('base64url')

/** Opens a form for somebody who has every right that these forms ask for; `at` is where they act, when not in a village. */
export async function show<Of extends Name>(
  name: Of,
  given: parts.Given<Of>,
  key = newKey(),
  at: object = {},
): Promise<void> {
  const [post] = sari(rights).posts
  assert.ok(post)
  asked.length = 0
  // Only data crosses into a window.
  const values: unknown = JSON.parse(JSON.stringify(given))
  await page.evaluate(([scene, own, who]) => Reflect.get(globalThis, 'parts').show(scene, own, who), [
    name,
    values,
    { key, post: { ...post, ...at } },
  ] as const)
}

export const fieldOf = (label: string) => page.getByLabel(label, { exact: true })
export const fill = (label: string, words: string): Promise<void> => fieldOf(label).fill(words)
export const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).last().click()
export const said = (words: string): Promise<void> => page.getByText(words, { exact: true }).first().waitFor()
export const times = (words: string): Promise<number> => page.getByText(words, { exact: true }).count()
export const sent = (): Promise<readonly Command[]> => call('sent')
/** What the form told its screen, once it did. */
export async function told(): Promise<readonly (readonly unknown[])[]> {
  await page.waitForFunction('globalThis.parts.told().length > 0')
  return call('told')
}

interface Sent extends Command {
  readonly data: Readonly<Record<string, unknown>>
}

/** The only command that was sent: as it crosses the wire, with its data as the contract reads it. */
export async function theCommand(): Promise<Sent> {
  await page.waitForFunction('globalThis.parts.sent().length > 0')
  const [command, ...more] = await sent()
  assert.ok(command && more.length === 0, `${more.length + 1} commands`)
  const { kind, data, ...about } = command
  envelope.parse(about)
  const row = commandRows.find((one) => one.kind === kind)
  assert.ok(row, kind)
  return { ...command, data: Object(row.data.parse(data)) }
}

/** Looks a village up as a person does. */
export async function chooseVillage(label: string): Promise<void> {
  const items = [{ code: '34.04.07.2001', name: 'Caturtunggal', level: 'village', path: 'Depok, Sleman' }]
  replies.set('/api/places', { items })
  await page.getByRole('combobox', { name: label, exact: true }).fill('catur')
  await page.getByRole('option', { name: 'Caturtunggal, Depok, Sleman' }).click()
}

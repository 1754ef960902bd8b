import { me } from '@openslrt/core/contract/reference-queries.ts'
import { openDeviceStore } from '../../platform/outbox/device-store.ts'
import * as drafts from '../../platform/outbox/drafts.ts'
import { type Command, type Entry, waitingEntry } from '../../platform/outbox/entry.ts'
import { outboxFor } from '../../platform/outbox/open-outbox.ts'
import { makeSeal } from '../../platform/outbox/seal.ts'
import { sealedShelf } from '../../platform/outbox/sealed-shelf.ts'
import { enter, leave } from '../../platform/session/session-store.ts'

// What a test calls in a window of a browser; values go in and out as JSON.

const shelfOf = async (key: string) => sealedShelf(await makeSeal(key))

export const ownerOf = async (key: string): Promise<string> => (await makeSeal(key)).owner
export const put = async (key: string, entry: Entry): Promise<void> => (await shelfOf(key)).put(entry)
export const all = async (key: string): Promise<readonly Entry[]> => (await shelfOf(key)).all()
export const remove = async (key: string, id: string): Promise<void> => (await shelfOf(key)).remove(id)
export const keep = (key: string, command: Command): Promise<void> => put(key, waitingEntry(command))

const heard: string[][] = []
let enough: () => void = () => {}

export async function watch(key: string): Promise<void> {
  enough = (await shelfOf(key)).watch((entries) => heard.push(entries.map(({ command }) => command.id)))
}
export const heardSoFar = (): readonly string[][] => heard
export const stopWatching = (): void => enough()

/** Everything that lies in the browser's store, as somebody finds it who has the device and no key. */
export async function everything(): Promise<string> {
  const store = await openDeviceStore()
  const rows = [...(await store.entries.toArray()), ...(await store.drafts.toArray())]
  const letters = (bytes: ArrayBuffer): string => new TextDecoder('latin1').decode(bytes)
  return rows.map(({ box, iv, ...open }) => JSON.stringify(open) + letters(box) + letters(iv.buffer)).join('\n')
}

/** Puts what is sealed in one row into another, as somebody might who wants to send it in another's place. */
export async function swapBoxes(one: string, other: string): Promise<void> {
  const { entries } = await openDeviceStore()
  const [first, second] = [await entries.get({ id: one }), await entries.get({ id: other })]
  if (first?.seq === undefined || second?.seq === undefined) throw new Error('no such rows')
  await entries.update(first.seq, { iv: second.iv, box: second.box })
  await entries.update(second.seq, { iv: first.iv, box: first.box })
}

export const rowCount = async (): Promise<number> => (await openDeviceStore()).entries.count()

/** Makes every draft this much older. */
export async function ageDrafts(ms: number): Promise<void> {
  const store = await openDeviceStore()
  await store.drafts.toCollection().modify((row: { keptAt: number }) => {
    row.keptAt -= ms
  })
}

/** The store of a browser whose owner has just cleared it, while the page is still open. */
export async function closeStore(): Promise<void> {
  const { db } = await openDeviceStore()
  db.close({ disableAutoOpen: true })
}

/** A page without TLS: browsers give it no keys to seal with. */
export function withoutKeys(): void {
  Reflect.deleteProperty(Crypto.prototype, 'subtle')
}

/** As somebody of this key; another key is another person. */
export function signInWith(outboxKey: string | null): void {
  if (outboxKey === null) return leave('left')
  const staff = `0192f000-0000-7000-8000-${[...outboxKey]
    .map((sign) => sign.charCodeAt(0).toString(16))
    .join('')
    .slice(0, 12)}`
  enter(me.parse({ staff, name: 'Sari', outboxKey, demo: false, posts: [] }))
}

export const saveDraft = (key: string, values: unknown): Promise<void> => drafts.saveDraft(key, values)
export const loadDraft = (key: string): Promise<unknown> => drafts.loadDraft(key)
export const dropDraft = (key: string): Promise<void> => drafts.dropDraft(key)

export const send = async (key: string, command: Command): Promise<Entry> => (await outboxFor(key)).send(command)
export const flush = async (key: string): Promise<void> => (await outboxFor(key)).flush(true)
export const isDurable = async (key: string): Promise<boolean> => (await outboxFor(key)).durable
export const seen = async (key: string, id: string): Promise<void> => (await outboxFor(key)).seen(id)

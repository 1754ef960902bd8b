import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { session } from '../session/session-store.ts'
import type { DeviceStore } from './device-store.ts'
import { makeSeal, type Seal } from './seal.ts'

/** Nobody comes back to a form after this long; what was typed about people is not kept for nothing. */
const keepMs = 14 * dayMs

/** For browsers that let nothing be kept: drafts then last as long as the page, still each person's apart. */
const onPage = new Map<string, unknown>()
const onPageAs = (key: string): string => `${session().me?.staff ?? ''} ${key}`

/** Keeps what is typed in a form, sealed for whoever is signed in. */
export const saveDraft = (key: string, values: unknown): Promise<void> => inTurn(() => save(key, values))

/** What the same person typed in this form before; null for nothing. */
export const loadDraft = (key: string): Promise<unknown> => inTurn(() => load(key))

/** Forgets a form that was sent or given up. */
export const dropDraft = (key: string): Promise<void> => inTurn(() => drop(key))

let last: Promise<unknown> = Promise.resolve()

/** One after the other: what was just forgotten must not come back by a save that was still under way. */
function inTurn<Kept>(work: () => Promise<Kept>): Promise<Kept> {
  const done = last.then(work)
  last = done.catch(() => undefined)
  return done
}

async function save(key: string, values: unknown): Promise<void> {
  const seal = await currentSeal()
  if (!seal) {
    onPage.set(onPageAs(key), values)
    return
  }
  const sealed = await seal.close(key, values)
  const { drafts } = await openStore()
  await drafts.put({ owner: seal.owner, key, keptAt: Date.now(), ...sealed })
}

async function load(key: string): Promise<unknown> {
  const seal = await currentSeal()
  if (!seal) return onPage.get(onPageAs(key)) ?? null
  const { drafts } = await openStore()
  await drafts
    .where('keptAt')
    .below(Date.now() - keepMs)
    .delete()
  const row = await drafts.get([seal.owner, key])
  return row ? seal.open(key, row) : null
}

async function drop(key: string): Promise<void> {
  onPage.delete(onPageAs(key))
  const seal = await currentSeal()
  if (!seal) return
  const { drafts } = await openStore()
  await drafts.delete([seal.owner, key])
}

// Loaded when first needed: see `openShelf`.
const openStore = async (): Promise<DeviceStore> => (await import('./device-store.ts')).openDeviceStore()

let made: { readonly key: string; readonly seal: Promise<Seal> } | null = null

async function currentSeal(): Promise<Seal | null> {
  const key = session().me?.outboxKey
  // Without TLS a browser gives no keys to seal with.
  if (key === undefined || !('subtle' in crypto)) return null
  if (made?.key !== key) made = { key, seal: makeSeal(key) }
  return made.seal
}

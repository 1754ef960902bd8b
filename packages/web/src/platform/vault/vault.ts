import type { Me } from '@openslrt/core/contract/reference-queries.ts'
import { me as meShape } from '@openslrt/core/contract/reference-queries.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { z } from 'zod'
import { makeSeal, type Sealed } from '../outbox/seal.ts'
import { idleAtFirst, mostTries, waitAfterMs } from './pin.ts'
import { newDeviceKey, pinRounds, wrapKeyOf } from './pin-key.ts'
import type { Drawer, VaultStore } from './vault-store.ts'

/** What a PIN opens: who the person is, with the key of what waits, the key of their rows, and the number of their phone. */
export interface Keys {
  readonly me: Me
  /** 32 random bytes, base64url. A forgotten PIN loses it, and the rows are pulled anew. */
  readonly dataKey: string
  readonly device: string
}

/** Why a PIN opened nothing. */
export type Shut =
  | { readonly code: 'wrong'; readonly left: number; readonly nextAt: number }
  | { readonly code: 'wait'; readonly nextAt: number }
  | { readonly code: 'emptied'; readonly owner: string }
  | { readonly code: 'nobody' }

/** Who has a drawer here, as the door shows them. */
export type Someone = Pick<Drawer, 'staff' | 'name' | 'tries' | 'nextAt' | 'idleMinutes'>

export interface Vault {
  people(): Promise<readonly Someone[]>
  /** SYNC-35 Gives somebody who has just signed in a PIN. Without their old keys, new ones are made. */
  setPin(me: Me, pin: string, before?: Keys): Promise<Keys>
  unlock(staff: string, pin: string): Promise<Result<Keys, Shut>>
  setIdle(staff: string, minutes: number): Promise<void>
  /** The drawer goes, and with it the only key to what lies sealed under it. */
  forget(staff: string): Promise<void>
}

export interface VaultWorld {
  readonly store: VaultStore
  readonly now: () => number
  readonly newId: () => string
  /** Fewer in tests, which try many PINs. */
  readonly rounds?: number
}

export function makeVault(world: VaultWorld): Vault {
  const { store, rounds = pinRounds } = world
  return {
    people: async () => (await store.drawers.toArray()).toSorted((a, b) => a.name.localeCompare(b.name)),
    async setPin(me, pin, before) {
      const known = await store.drawers.get(me.staff)
      const device = before?.device ?? known?.device ?? (await keptNumber(store, me.staff)) ?? world.newId()
      const keys = { device, dataKey: before?.dataKey ?? newKey(), me }
      const salt = crypto.getRandomValues(new Uint8Array(16))
      const sealed = await close(await wrapKeyOf(pin, salt, rounds, await deviceKey(store)), keys)
      const idleMinutes = known?.idleMinutes ?? idleAtFirst
      const { owner } = await makeSeal(me.outboxKey)
      await store.drawers.put({
        staff: me.staff,
        name: me.name,
        owner,
        device,
        salt,
        rounds,
        tries: 0,
        nextAt: 0,
        idleMinutes,
        ...sealed,
      })
      return keys
    },
    async unlock(staff, pin) {
      const drawer = await countTry(world, staff)
      if (!drawer.ok) return drawer
      const { salt, rounds: made, tries } = drawer.value
      const keys = await open(await wrapKeyOf(pin, salt, made, await deviceKey(store)), staff, drawer.value)
      if (keys) {
        await store.drawers.update(staff, { tries: 0, nextAt: 0 })
        return ok(keys)
      }
      if (tries < mostTries) return no({ code: 'wrong', left: mostTries - tries, nextAt: drawer.value.nextAt })
      await emptyDrawer(store, drawer.value)
      return no({ code: 'emptied', owner: drawer.value.owner })
    },
    setIdle: async (staff, idleMinutes) => void (await store.drawers.update(staff, { idleMinutes })),
    async forget(staff) {
      await store.drawers.delete(staff)
      // Its order was carried out: whoever comes back begins a new phone.
      await store.device.delete(`number:${staff}`)
    },
  }
}

/** SYNC-33 Counted before it is tried: whoever ends the app in between has used it up. */
function countTry({ store, now }: VaultWorld, staff: string): Promise<Result<Drawer, Shut>> {
  return store.db.transaction('rw', store.drawers, async (): Promise<Result<Drawer, Shut>> => {
    const drawer = await store.drawers.get(staff)
    if (!drawer) return no({ code: 'nobody' })
    if (drawer.nextAt > now()) return no({ code: 'wait', nextAt: drawer.nextAt })
    const tries = drawer.tries + 1
    const counted = { ...drawer, tries, nextAt: now() + waitAfterMs(tries) }
    await store.drawers.put(counted)
    return ok(counted)
  })
}

/** SYNC-59 The number stays: else an order that waits for this phone, and what lies on it, would be another phone's. */
const emptyDrawer = ({ db, drawers, device }: VaultStore, { staff, device: number }: Drawer): Promise<void> =>
  db.transaction('rw', drawers, device, async () => {
    await drawers.delete(staff)
    await device.put({ id: `number:${staff}`, number })
  })

async function keptNumber({ device }: VaultStore, staff: string): Promise<string | null> {
  const kept = await device.get(`number:${staff}`)
  return kept && 'number' in kept ? kept.number : null
}

async function deviceKey({ db, device }: VaultStore): Promise<CryptoKey> {
  const made = await newDeviceKey()
  return db.transaction('rw', device, async () => {
    const before = await device.get('device')
    if (before && 'key' in before) return before.key
    await device.put({ id: 'device', key: made })
    return made
  })
}

const keysShape: z.ZodType<Keys> = z.object({ me: meShape, dataKey: z.string(), device: z.string() })

async function close(key: CryptoKey, keys: Keys): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const plain = new TextEncoder().encode(JSON.stringify(keys))
  return { iv, box: await crypto.subtle.encrypt(boundTo(keys.me.staff, iv), key, plain) }
}

async function open(key: CryptoKey, staff: string, { iv, box }: Sealed): Promise<Keys | null> {
  try {
    const plain = await crypto.subtle.decrypt(boundTo(staff, iv), key, box)
    return keysShape.parse(JSON.parse(new TextDecoder().decode(plain)))
  } catch {
    return null
  }
}

/** A drawer is its person's: what lies in another's can't be put into it. */
const boundTo = (staff: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(`vault:${staff}`),
})

const newKey = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

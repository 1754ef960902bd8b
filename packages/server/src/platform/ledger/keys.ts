import type { KeyObject } from 'node:crypto'
import { randomBytes } from 'node:crypto'
import type { Client, Pool } from 'pg'
import { readDoorKey } from './door-key.ts'
import { derived, wrappingKey } from './master.ts'
import type { DataKey } from './seal.ts'
import { keyedDigest, keyedDigests, keyOf, seal, unseal } from './seal.ts'

/** Seals and opens one district's personal data. Made once per district and kept; it holds keys, never values. */
export interface DistrictKeys {
  seal(plain: Buffer, about: string): Buffer
  open(sealed: Buffer, about: string): Buffer
  /** Digest of a sealed value for exact search. */
  index(purpose: string, value: string): Buffer
}

/** What is thrown for a code that no district, province or nation has: no key is ever made for it. */
export class UnknownDistrict extends Error {
  override readonly name = 'UnknownDistrict'
}

/** The keys of this installation, all derived from or wrapped by one master key that lies outside the database. */
export interface Keys {
  forDistrict(district: string): Promise<DistrictKeys>
  /** Digest of a citizen's secret; without the key, 40 bits could be guessed from a stolen database. */
  doorDigest(secret: string): Buffer
  /** A secret that only this installation can make again from the same seed. */
  derive(purpose: string, seed: string): Buffer
}

/** How long a process may go by keys that it read; and how long a new key waits before anything is sealed with it. */
export interface KeyPace {
  readonly freshMs: number
  readonly settleMs: number
}

/** Every process has read a new key, with room for a request that takes long, before any process seals with it. */
export const usualPace: KeyPace = { freshMs: 20_000, settleMs: 60_000 }

interface Kept {
  readonly loading: Promise<DistrictKeys>
  readonly at: number
}

/**
 * Opens the keys under a master key of 32 bytes. The index key is derived from it apart from the wrapping key, so that
 * data keys can be turned over without touching the digests.
 */
export async function openKeys(master: Buffer, pool: Pool, pace: KeyPace = usualPace): Promise<Keys> {
  const wrapping = wrappingKey(master)
  const indexing = derived(master, 'index')
  const door = await readDoorKey(pool, master)
  const kept = new Map<string, Kept>()
  const load = (district: string): Promise<DistrictKeys> =>
    loadDistrict({ pool, wrapping, indexing, settleMs: pace.settleMs }, district)
  return {
    forDistrict(district) {
      const known = kept.get(district)
      if (known && performance.now() - known.at < pace.freshMs) return known.loading
      const loading = load(district).catch((error: unknown) => {
        kept.delete(district)
        throw error
      })
      kept.set(district, { loading, at: performance.now() })
      return loading
    },
    doorDigest: (secret) => keyedDigest(door, 'door', secret),
    derive: (purpose, seed) => keyedDigest(door, purpose, seed),
  }
}

interface Vault {
  readonly pool: Pool
  readonly wrapping: DataKey
  readonly indexing: KeyObject
  readonly settleMs: number
}

async function loadDistrict(vault: Vault, district: string): Promise<DistrictKeys> {
  const rows = await readKeys(vault, district)
  const secrets = new Map(
    rows.map(({ id, wrapped }) => [id, keyOf(unseal(() => vault.wrapping.secret, wrapped, district))]),
  )
  return districtKeys(secrets, sealingKey(rows), vault.indexing)
}

/** What a district's opened keys are good for; `sealing` is the one that new values are sealed with. */
export function districtKeys(
  secrets: ReadonlyMap<number, KeyObject>,
  sealing: number,
  indexing: KeyObject,
): DistrictKeys {
  const current: DataKey = { id: sealing, secret: secretOf(secrets, sealing) }
  return {
    seal: (plain, about) => seal(current, plain, about),
    open: (sealed, about) => unseal((id) => secretOf(secrets, id), sealed, about),
    index: remembered(keyedDigests(indexing)),
  }
}

const mostRemembered = 5_000

/** A number is looked for, and a moment later written: of a load these digests are a tenth of the work. */
function remembered(digest: DistrictKeys['index']): DistrictKeys['index'] {
  const known = new Map<string, Buffer>()
  return (purpose, value) => {
    const key = `${purpose} ${value}`
    const found = known.get(key) ?? digest(purpose, value)
    if (known.size >= mostRemembered) known.clear()
    known.set(key, found)
    return found
  }
}

/** The newest key that every process knows by now; a district's first key is used at once. */
function sealingKey(rows: readonly KeyRow[]): number {
  const settled = rows.filter((row) => row.settled).map(({ id }) => id)
  return settled.length > 0 ? Math.max(...settled) : Math.min(...rows.map(({ id }) => id))
}

function secretOf(secrets: ReadonlyMap<number, KeyObject>, id: number): KeyObject {
  const secret = secrets.get(id)
  if (!secret) throw new Error(`no data key ${id}: it was made after this process read its keys, or it is lost`)
  return secret
}

interface KeyRow {
  readonly id: number
  readonly wrapped: Buffer
  readonly settled: boolean
}

async function readKeys({ pool, wrapping, settleMs }: Vault, district: string): Promise<readonly KeyRow[]> {
  const found = await selectKeys(pool, district, settleMs)
  if (found.length > 0) return found
  // Two processes may come here at once: the first key that is written counts for both.
  const wrapped = seal(wrapping, randomBytes(32), district)
  await pool.query(
    'insert into data_key (district, id, wrapped, created_at) select p.code, 1, $2, now() from place p where p.code = $1 on conflict do nothing',
    [district, wrapped],
  )
  const rows = await selectKeys(pool, district, settleMs)
  if (rows.length === 0) throw new UnknownDistrict(`there is no district, province or nation ${district}`)
  return rows
}

/** Keys with whether they have settled: by the database's clock, the only one that all processes share. */
async function selectKeys(pool: Pool, district: string, settleMs: number): Promise<readonly KeyRow[]> {
  const { rows } = await pool.query<KeyRow>(
    "select id, wrapped, created_at <= now() - $2 * interval '1 millisecond' as settled from data_key where district = $1",
    [district, settleMs],
  )
  return rows
}

/** SEAL-6 Makes the next key of a district, beside those that it has. Gives its number. */
export async function addKey(owner: Client, master: Buffer, district: string): Promise<number> {
  const { rows } = await owner.query<{ id: number }>(
    'insert into data_key (district, id, wrapped, created_at) select $1, max(id) + 1, $2, now() from data_key where district = $1 having max(id) is not null returning id',
    [district, seal(wrappingKey(master), randomBytes(32), district)],
  )
  const [made] = rows
  if (!made) throw new UnknownDistrict(`there is no key of ${district} yet: nothing was sealed there`)
  return made.id
}

import type { KeyObject } from 'node:crypto'
import { hkdfSync, randomBytes } from 'node:crypto'
import type { Client, Pool } from 'pg'
import type { DataKey } from './seal.ts'
import { keyedDigest, keyOf, seal, unseal } from './seal.ts'

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

/**
 * Opens the keys under a master key of 32 bytes. The index key is derived from it apart from the wrapping key, so that
 * data keys can be turned over without touching the digests.
 */
export function openKeys(master: Buffer, pool: Pool): Keys {
  const wrapping: DataKey = { id: 1, secret: derived(master, 'wrap') }
  const indexing = derived(master, 'index')
  const door = derived(master, 'door')
  const kept = new Map<string, Promise<DistrictKeys>>()
  const load = (district: string): Promise<DistrictKeys> => loadDistrict(pool, wrapping, indexing, district)
  return {
    forDistrict(district) {
      const known = kept.get(district)
      if (known) return known
      const loading = load(district).catch((error: unknown) => {
        kept.delete(district)
        throw error
      })
      kept.set(district, loading)
      return loading
    },
    doorDigest: (secret) => keyedDigest(door, 'door', secret),
    derive: (purpose, seed) => keyedDigest(door, purpose, seed),
  }
}

const derived = (master: Buffer, purpose: string): KeyObject =>
  keyOf(Buffer.from(hkdfSync('sha256', master, '', `openslrt ${purpose}`, 32)))

async function loadDistrict(
  pool: Pool,
  wrapping: DataKey,
  indexing: KeyObject,
  district: string,
): Promise<DistrictKeys> {
  const secrets = await readKeys(pool, wrapping, district)
  const newest = Math.max(...secrets.keys())
  const current: DataKey = { id: newest, secret: secretOf(secrets, newest) }
  return {
    seal: (plain, about) => seal(current, plain, about),
    open: (sealed, about) => unseal((id) => secretOf(secrets, id), sealed, about),
    index: (purpose, value) => keyedDigest(indexing, purpose, value),
  }
}

function secretOf(secrets: ReadonlyMap<number, KeyObject>, id: number): KeyObject {
  const secret = secrets.get(id)
  if (!secret) throw new Error(`no data key ${id}: it was made after this process read its keys, or it is lost`)
  return secret
}

async function readKeys(pool: Pool, wrapping: DataKey, district: string): Promise<ReadonlyMap<number, KeyObject>> {
  const found = await selectKeys(pool, district)
  if (found.length === 0) {
    // Two processes may come here at once: the first key that is written counts for both.
    const wrapped = seal(wrapping, randomBytes(32), district)
    await pool.query(
      'insert into data_key (district, id, wrapped, created_at) select p.code, 1, $2, now() from place p where p.code = $1 on conflict do nothing',
      [district, wrapped],
    )
  }
  const rows = found.length > 0 ? found : await selectKeys(pool, district)
  if (rows.length === 0) throw new UnknownDistrict(`there is no district, province or nation ${district}`)
  return new Map(rows.map(({ id, wrapped }) => [id, keyOf(unseal(() => wrapping.secret, wrapped, district))]))
}

async function selectKeys(pool: Pool, district: string): Promise<readonly { id: number; wrapped: Buffer }[]> {
  const { rows } = await pool.query<{ id: number; wrapped: Buffer }>(
    'select id, wrapped from data_key where district = $1',
    [district],
  )
  return rows
}

/** Something that only this master key opens: a backup carries it, so that the right key is told before anything is done. */
export const markOf = (master: Buffer): string =>
  seal({ id: 1, secret: derived(master, 'wrap') }, Buffer.from('openslrt'), 'mark').toString('base64')

export function fitsMark(master: Buffer, mark: string): boolean {
  try {
    unseal(() => derived(master, 'wrap'), Buffer.from(mark, 'base64'), 'mark')
    return true
  } catch {
    return false
  }
}

/**
 * Refuses to go on with a master key that is not this database's: a new one would start without a word, and nothing
 * that was sealed before could be opened again. A database that holds no key yet fits every master.
 */
export async function assertMasterFits(master: Buffer, owner: Client): Promise<void> {
  const { rows } = await owner.query<{ found: boolean }>("select to_regclass('public.data_key') is not null as found")
  if (!rows[0]?.found) return
  const kept = await owner.query<{ district: string; wrapped: Buffer }>(
    'select district, wrapped from data_key limit 1',
  )
  const [key] = kept.rows
  if (!key) return
  try {
    unseal(() => derived(master, 'wrap'), key.wrapped, key.district)
  } catch (error) {
    throw new Error(
      'the master key is not the one that this database was sealed with. Put back the file master.key that belongs to it (see the README on backups); nothing was changed.',
      { cause: error },
    )
  }
}

import type { KeyObject } from 'node:crypto'
import { tables } from '@openslrt/core/ledger/entry.ts'
import type { Client } from 'pg'
import { escapeIdentifier } from 'pg'
import type { RolePasswords } from '../db/roles.ts'
import { ensureRoles, roleNames } from '../db/roles.ts'
import { digestCell, fieldAbout } from './codec.ts'
import { keepDoorKey, readDoorKey } from './door-key.ts'
import type { DistrictKeys } from './keys.ts'
import { districtKeys } from './keys.ts'
import { derived, wrappingKey } from './master.ts'
import { keyOf, seal, unseal } from './seal.ts'
import { columnOf, specs } from './tables.ts'

/** How much of a database was put under another master key. */
export interface Rewrapped {
  readonly keys: number
  readonly digests: number
}

export interface MasterChange {
  readonly from: Buffer
  readonly to: Buffer
  /** What the database's roles are to be let in by, made from the new key. */
  readonly passwords: RolePasswords
}

/**
 * SEAL-9 Puts everything that hangs on the master key under another one: keys of districts, the digests that values are
 * found by, the key of secrets in people's hands, the passwords of the roles. All of it or nothing, in one transaction.
 */
export async function changeMaster(owner: Client, change: MasterChange): Promise<Rewrapped> {
  await owner.query('begin')
  try {
    await owner.query('set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0')
    // A start holds this lock while it prepares the database: it comes before us, and is seen below, or after us.
    await owner.query('select pg_advisory_xact_lock(7237112)')
    await assertNobodyWorks(owner)
    const door = await readDoorKey(owner, change.from)
    const keys = await rewrapKeys(owner, change)
    // Where nothing was ever sealed, nothing was made with it either.
    if (keys.size > 0) await keepDoorKey(owner, door, change.to)
    const digests = await renewDigests(owner, keys, derived(change.to, 'index'))
    await ensureRoles(owner, change.passwords)
    await owner.query('commit')
    return { keys: [...keys.values()].reduce((sum, of) => sum + of.size, 0), digests }
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}

/** Whoever works now would go on with keys and passwords that are none any more. */
async function assertNobodyWorks(owner: Client): Promise<void> {
  const { rowCount } = await owner.query(
    'select 1 from pg_stat_activity where datname = current_database() and usename = any($1) limit 1',
    [[...roleNames]],
  )
  if (rowCount)
    throw new Error('OpenSLRT is running: stop it everywhere, then change the master key. Nothing was changed.')
}

type SecretsOf = ReadonlyMap<string, ReadonlyMap<number, KeyObject>>

/** Seals the keys of districts under the new master key, and gives them opened. */
async function rewrapKeys(owner: Client, { from, to }: MasterChange): Promise<SecretsOf> {
  const { rows } = await owner.query<{ district: string; id: number; wrapped: Buffer }>(
    'select district, id, wrapped from data_key order by district, id for update',
  )
  const [old, fresh] = [wrappingKey(from), wrappingKey(to)]
  const opened = new Map<string, Map<number, KeyObject>>()
  for (const { district, id, wrapped } of rows) {
    const secret = unseal(() => old.secret, wrapped, district)
    await owner.query('update data_key set wrapped = $3 where district = $1 and id = $2', [
      district,
      id,
      seal(fresh, secret, district),
    ])
    opened.set(district, (opened.get(district) ?? new Map()).set(id, keyOf(secret)))
  }
  return opened
}

const pageSize = 1_000

/** Makes the digests anew by which sealed values are found: with the old key and time, numbers could be guessed from them. */
async function renewDigests(owner: Client, keys: SecretsOf, indexing: KeyObject): Promise<number> {
  let renewed = 0
  for (const [district, secrets] of keys) {
    const vault = districtKeys(secrets, Math.max(...secrets.keys()), indexing)
    for (const found of foundColumns) renewed += await renewColumn(owner, district, found, vault)
  }
  return renewed
}

/** Columns of sealed values that lie beside a digest. */
const foundColumns = tables.flatMap((table) =>
  Object.entries(specs[table].fields).flatMap(([field, codec]) => {
    const cell = digestCell(codec)
    return cell ? [{ table: specs[table].sqlName, column: columnOf(table, field), cell }] : []
  }),
)

async function renewColumn(
  owner: Client,
  district: string,
  { table, column, cell }: (typeof foundColumns)[number],
  vault: DistrictKeys,
): Promise<number> {
  const [into, sealed] = [escapeIdentifier(table), escapeIdentifier(column)]
  const digest = escapeIdentifier(`${column}${cell.suffix}`)
  let [renewed, after] = [0, '00000000-0000-0000-0000-000000000000']
  for (;;) {
    const { rows } = await owner.query<{ id: string; sealed: Buffer }>(
      `select id, ${sealed} as sealed from ${into} where district = $1 and ${sealed} is not null and id > $2 order by id limit ${pageSize}`,
      [district, after],
    )
    const fresh = rows.map((row) => cell.of(vault.open(row.sealed, fieldAbout).toString(), vault))
    await owner.query(
      `update ${into} t set ${digest} = n.fresh from unnest($2::uuid[], $3::bytea[]) as n(id, fresh) where t.district = $1 and t.id = n.id`,
      [district, rows.map(({ id }) => id), fresh],
    )
    renewed += rows.length
    after = rows.at(-1)?.id ?? after
    if (rows.length < pageSize) return renewed
  }
}

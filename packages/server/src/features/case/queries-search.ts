import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { GrantField } from '@openslrt/core/case/case.ts'
import { phoneKey } from '@openslrt/core/person/mask.ts'
import { nameKey } from '@openslrt/core/person/name-key.ts'
import type { PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { rowsOf, sql, withoutWildcards } from '../../platform/db/sql.ts'
import { showing, withinScope } from '../../platform/db/within-scope.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'

/**
 * What a text in the search box asks for: a number of ours, sixteen digits, a phone, or the beginning of a name. A case
 * is found only by what it would show this reader; its number stands on every line of a list.
 */
export function searchCondition(text: string, actor: StaffActor, keys: DistrictKeys): Fragment {
  const digits = text.replace(/[^0-9]/g, '')
  const shown = (part: GrantField, found: Fragment): Fragment => sql`${found} and ${showing(actor, part)}`
  if (/^\d{4}-\d{2}-/.test(text)) return sql`c.number like ${`${withoutWildcards(text)}%`}`
  if (digits.length === 16)
    return shown(
      'identity',
      sql`(c.client_nik_index = ${keys.index('nik', digits)} or c.client_kk_index = ${keys.index('kk', digits)})`,
    )
  if (/^[+0-9 ()-]{8,}$/.test(text))
    return shown('contact', sql`c.client_phone_index = ${keys.index('phone', phoneKey(text))}`)
  const key = nameKey(text)
  // Signs alone name nobody; without this they would name everybody.
  return key === '' ? sql`false` : shown('client', sql`c.client_name_key like ${`${key}%`} and c.client_name_key <> ''`)
}

/** What is typed of a new case, for comparing it with those that are there. */
export interface Typed {
  readonly place: string | null
  readonly category: string | null
  readonly name: string
  readonly nik: string | null
  readonly kk: string | null
  readonly phone: string | null
}

/** Keyed digests of the numbers that were typed. */
export interface Digests {
  readonly nik: Buffer | null
  readonly kk: Buffer | null
  readonly phone: Buffer | null
}

/** Conditions under which a case is worth comparing with what is typed; none when nothing telling was typed yet. */
export function candidateConditions(typed: Typed, digests: Digests, actor: StaffActor): readonly Fragment[] {
  const start = nameKey(typed.name).slice(0, 3)
  const [identity, contact, client] = (['identity', 'contact', 'client'] as const).map((part) => showing(actor, part))
  return [
    ...(digests.nik ? [sql`(c.client_nik_index = ${digests.nik} and ${identity})`] : []),
    ...(digests.kk ? [sql`(c.client_kk_index = ${digests.kk} and ${identity})`] : []),
    ...(digests.phone ? [sql`(c.client_phone_index = ${digests.phone} and ${contact})`] : []),
    ...(start.length === 3 && typed.place
      ? [sql`(c.place = ${typed.place} and c.client_name_key like ${`${start}%`} and ${client})`]
      : []),
  ]
}

/** Cases of one person in a district, within scope, the newest first. Erased ones have no person any more. */
export const selectCasesOf = (
  client: PoolClient,
  actor: StaffActor,
  district: string,
  nik: Buffer,
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select c.* from cases c where c.district = ${district} and c.client_nik_index = ${nik} and ${withinScope(actor)} order by c.registered_at desc, c.id`,
  )

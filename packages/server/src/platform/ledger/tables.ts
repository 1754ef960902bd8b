import type { Rows, Table } from '@openslrt/core/ledger/entry.ts'
import type { Codec, DbRow } from './codec.ts'
import type { DistrictKeys } from './keys.ts'
import type { Spec } from './spec.ts'
import { caseSpecs } from './specs/case.ts'
import { challengeSpecs } from './specs/challenge.ts'
import { helpSpecs } from './specs/help.ts'
import { independenceSpecs } from './specs/independence.ts'
import { officeSpecs } from './specs/office.ts'
import { proposalSpecs } from './specs/proposal.ts'
import { registrySpecs } from './specs/registry.ts'
import { surgeSpecs } from './specs/surge.ts'
import { togetherSpecs } from './specs/together.ts'
import { welfareSpecs } from './specs/welfare.ts'
export const specs: { readonly [T in Table]: Spec<Rows[T]> } = {
  ...caseSpecs,
  ...officeSpecs,
  ...togetherSpecs,
  ...registrySpecs,
  ...helpSpecs,
  ...surgeSpecs,
  ...proposalSpecs,
  ...welfareSpecs,
  ...independenceSpecs,
  ...challengeSpecs,
}

const columnNames = new Map([
  ['post.from', 'valid_from'],
  ['post.until', 'valid_until'],
  ['leave.from', 'valid_from'],
  ['leave.until', 'valid_until'],
  ['duty.from', 'valid_from'],
  ['duty.until', 'valid_until'],
  ['officeWeek.from', 'valid_from'],
  ['networkTarget.of', 'counted'],
  ['listItem.from', 'valid_from'],
  ['officeHours.from', 'valid_from'],
  ['person.values', 'said'],
  ['family.values', 'said'],
  ['registryRecord.values', 'said'],
  ['load.offset', 'at_byte'],
  ['need.by', 'said_by'],
  ['application.from', 'from_office'],
  ['participation.by', 'recorded_by'],
  ['quota.from', 'valid_from'],
  ['quota.until', 'valid_until'],
])

/** The column of a field: its name in snake case, but for the few that SQL reserves. Asked for every field of every write. */
export function columnOf(table: Table, field: string): string {
  const key = `${table}.${field}`
  const known = columnNames.get(key)
  if (known) return known
  const made = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  columnNames.set(key, made)
  return made
}

/** The codec of a field; throws for a field that the table does not have, because an entry must not name one. */
export function codecOf(table: Table, field: string): Codec {
  const fields: Readonly<Record<string, Codec>> = specs[table].fields
  const codec = fields[field]
  if (!codec) throw new RangeError(`the table ${table} has no field ${field}`)
  return codec
}

/** Reads a row of the database as core's row. Sealed fields are opened, or stay null where no keys are given: deciding needs none. */
export function rowOf<T extends Table>(table: T, row: DbRow, keys: DistrictKeys | null): Rows[T] {
  const fields = Object.entries<Codec>(specs[table].fields).map(([field, codec]) => [
    field,
    codec.decode(row, columnOf(table, field), keys) ?? null,
  ])
  const { district, id, version } = row
  return { district, id, version, ...Object.fromEntries(fields) } as Rows[T]
}

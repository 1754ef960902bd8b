import type { Change, Table } from '@openslrt/core/ledger/entry.ts'

/** A row that is made, or changed where it has a base. What fits a table the types of its feature say; a test of all tables knows them by name. */
export function changeOf(table: Table, id: string, base: number, set: object): Change {
  const made = { table, id, base, set }
  if (!isChange(made)) throw new TypeError(`no change of ${table}`)
  return made
}

const isChange = (made: { readonly base: number }): made is Change => made.base >= 0

import type { ReplicaRow, ReplicaRows } from '@openslrt/core/contract/replica.ts'
import { replicaRow } from '@openslrt/core/contract/replica.ts'
import { tableOf } from '@openslrt/core/kernel/keys.ts'
import type { Census } from '@openslrt/core/replica/census.ts'
import { tallyOf } from '@openslrt/core/replica/census.ts'
import type { ReplicaTable } from '@openslrt/core/replica/tables.ts'
import { replicaTables } from '@openslrt/core/replica/tables.ts'
import type { z } from 'zod'

/** The rows that a phone holds, opened, by their ids. */
export type View = { readonly [Table in ReplicaTable]: Map<string, ReplicaRow[Table]> }

/** The rows to show, which nobody changes. */
export type Shown = { readonly [Table in ReplicaTable]: ReadonlyMap<string, ReplicaRow[Table]> }

export const emptyView = (): View => ({
  family: new Map(),
  person: new Map(),
  case: new Map(),
  visit: new Map(),
  need: new Map(),
  participation: new Map(),
  ppks: new Map(),
  application: new Map(),
  proposal: new Map(),
})

/** Writes a page of rows over what is held. */
export function putRows(view: View, rows: ReplicaRows): void {
  put(view.family, rows.family)
  put(view.person, rows.person)
  put(view.case, rows.case)
  put(view.visit, rows.visit)
  put(view.need, rows.need)
  put(view.participation, rows.participation)
  put(view.ppks, rows.ppks)
  put(view.application, rows.application)
  put(view.proposal, rows.proposal)
}

const put = <Row extends { readonly id: string }>(held: Map<string, Row>, rows: readonly Row[]): void => {
  for (const row of rows) held.set(row.id, row)
}

/** What was opened of the store, by table. */
export type Opened = Readonly<Record<ReplicaTable, readonly unknown[]>>

/** Reads opened rows. One in the shape of another release is not held: the count tells, and it is pulled anew. */
export function viewOf(opened: Opened): View {
  const view = emptyView()
  read(view.family, replicaRow.family, opened.family)
  read(view.person, replicaRow.person, opened.person)
  read(view.case, replicaRow.case, opened.case)
  read(view.visit, replicaRow.visit, opened.visit)
  read(view.need, replicaRow.need, opened.need)
  read(view.participation, replicaRow.participation, opened.participation)
  read(view.ppks, replicaRow.ppks, opened.ppks)
  read(view.application, replicaRow.application, opened.application)
  read(view.proposal, replicaRow.proposal, opened.proposal)
  return view
}

const read = <Row extends { readonly id: string }>(
  held: Map<string, Row>,
  shape: z.ZodType<Row>,
  values: readonly unknown[],
): void => {
  for (const value of values) {
    const row = shape.safeParse(value)
    if (row.success) held.set(row.data.id, row.data)
  }
}

/** SYNC-21 Both sides count alike: over what can be opened here, not over what was once written. */
export const censusOf = (view: View): Census => tableOf(replicaTables, (table) => tallyOf(view[table].values()))

export const countOf = (census: Census): number => replicaTables.reduce((sum, table) => sum + census[table].count, 0)

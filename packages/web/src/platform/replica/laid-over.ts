import { type ReplicaRow, replicaRow } from '@openslrt/core/contract/replica.ts'
import { masked } from '@openslrt/core/registry/said.ts'
import { z } from 'zod'
import type { Command } from '../outbox/entry.ts'
import type { Pending } from './pending.ts'
import type { Shown } from './view.ts'

const given = z.object({
  place: z.string().optional(),
  family: z.string().nullish(),
  values: replicaRow.family.shape.said,
})
type Given = z.infer<typeof given>

/** FIELD-6 The rows with the people and families that were recorded here, and what was answered of them. */
export function laidOver(view: Shown, pending: readonly Pending[]): Shown {
  const about = pending.filter(({ state, command }) => state !== 'refused' && command.kind.startsWith('registry.'))
  if (about.length === 0) return view
  const rows = { family: new Map(view.family), person: new Map(view.person) }
  for (const { command } of about) lay(rows, command)
  return { ...view, ...rows }
}

interface Rows {
  readonly family: Map<string, ReplicaRow['family']>
  readonly person: Map<string, ReplicaRow['person']>
}

function lay({ family, person }: Rows, { kind, subject, data }: Command): void {
  const read = given.safeParse(data)
  if (!read.success) return
  const row = { ...newRow(subject, read.data), said: masked(read.data.values) }
  if (kind === 'registry.add-family' && !family.has(subject)) put(family, replicaRow.family.safeParse(row))
  if (kind === 'registry.add-person' && !person.has(subject)) put(person, replicaRow.person.safeParse(row))
  if (kind === 'registry.record') {
    say(family, subject, read.data)
    say(person, subject, read.data)
  }
}

/** What is added here has its first version once the server has it, whoever comes after. */
const newRow = (id: string, { place = '', family = null }: Given) => ({
  id,
  place,
  family,
  version: 1,
  seq: 0,
  status: 'known',
  mergedInto: null,
})

const put = <Row extends { readonly id: string }>(rows: Map<string, Row>, read: z.ZodSafeParseResult<Row>): void =>
  void (read.success && rows.set(read.data.id, read.data))

function say<Row extends Pick<ReplicaRow['family'], 'said'>>(
  rows: Map<string, Row>,
  id: string,
  { values }: Given,
): void {
  const row = rows.get(id)
  if (row) rows.set(id, { ...row, said: replicaRow.family.shape.said.parse({ ...row.said, ...masked(values) }) })
}

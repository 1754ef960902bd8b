import './texts.ts'
import { needCommandData } from '@openslrt/core/contract/need.ts'
import { type ReplicaRow, replicaRow } from '@openslrt/core/contract/replica.ts'
import { needRule, recordedNeed } from '@openslrt/core/need/moves.ts'
import type { Command } from '../../platform/outbox/entry.ts'
import type { Pending } from '../../platform/replica/pending.ts'
import type { Shown } from '../../platform/replica/view.ts'

type Need = ReplicaRow['need']
type Participation = ReplicaRow['participation']

/** A row with what was done here laid over it, and where that is. */
export interface Laid<Row> {
  readonly row: Row
  readonly pending: Pending['state'] | null
}

type Name = (programme: string) => string

/** FIELD-23 Needs as they were recorded here and on the server; what was refused is not among them. */
export function laidNeeds(view: Shown, pending: readonly Pending[], now: number): readonly Laid<Need>[] {
  const found = new Map<string, Laid<Need>>([...view.need].map(([id, row]) => [id, { row, pending: null }]))
  for (const { command, state } of pending) {
    if (state === 'refused') continue
    const known = found.get(command.subject)
    const row = known ? afterMatch(known.row, command) : newNeed(view, command, now)
    if (row) found.set(command.subject, { row, pending: state })
  }
  return [...found.values()]
}

function newNeed(view: Shown, { kind, subject, data }: Command, now: number): Need | null {
  if (kind !== 'need.record') return null
  const said = needCommandData['need.record'].data.safeParse(data)
  if (!said.success) return null
  const { holder, ...words } = said.data
  const about = { person: holder.person, family: holder.family, caseId: holder.case, place: placeOf(view, holder) }
  const base = { id: subject, version: 1, seq: 0, status: recordedNeed, programme: null, changedAt: now }
  return replicaRow.need.safeParse({ ...base, ...about, ...words }).data ?? null
}

function afterMatch(row: Need, { kind, data }: Command): Need | null {
  if (kind !== 'need.match') return null
  const said = needCommandData['need.match'].data.safeParse(data)
  return said.success ? { ...row, status: needRule('match').to, programme: said.data.programme } : null
}

/** FIELD-23 What people have of programmes, as it was said last, here or at a desk. */
export function laidTaken(view: Shown, pending: readonly Pending[], nameOf: Name): readonly Laid<Participation>[] {
  const found = new Map<string, Laid<Participation>>(
    [...view.participation].map(([id, row]) => [id, { row, pending: null }]),
  )
  for (const { command, state } of pending) {
    const row = state === 'refused' ? null : saidAnew(view, command, nameOf)
    if (row) found.set(command.subject, { row, pending: state })
  }
  return [...found.values()]
}

function saidAnew(view: Shown, { kind, subject, data }: Command, nameOf: Name): Participation | null {
  if (kind !== 'participation.record') return null
  const said = needCommandData['participation.record'].data.safeParse(data)
  if (!said.success) return null
  const { holder, need: _, ...words } = said.data
  const known = view.participation.get(subject)
  const about = { person: holder.person, family: holder.family, caseId: holder.case, place: placeOf(view, holder) }
  const row = { id: subject, version: 1, seq: 0, programmeName: nameOf(words.programme), ...about, ...known, ...words }
  return replicaRow.participation.safeParse(row).data ?? null
}

const placeOf = (view: Shown, { person, family }: { readonly person: string | null; readonly family: string | null }) =>
  view.family.get(family ?? '')?.place ?? view.person.get(person ?? '')?.place ?? ''

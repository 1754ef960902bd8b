import { type RegistryCommandData, registryCommandData } from '@openslrt/core/contract/registry.ts'
import type { ReplicaRow } from '@openslrt/core/contract/replica.ts'
import { canonical, type Json } from '@openslrt/core/kernel/json.ts'
import { ledgerOf, placeCode } from '@openslrt/core/place/code.ts'
import { masked } from '@openslrt/core/registry/said.ts'
import { z } from 'zod'
import type { Command, Entry } from '../../platform/outbox/entry.ts'
import { commandOf } from '../make-command.ts'

type Refused = Extract<Entry, { state: 'refused' }>
type Given = RegistryCommandData['registry.record']
type Held = ReplicaRow['family'] | ReplicaRow['person']

/** A value that this phone gave and somebody else changed meanwhile. Numbers masked. */
export interface Differing {
  readonly variable: string
  readonly stands: Json
  readonly given: Json
}

const clashes = z.array(z.object({ variable: z.string() }))

/** FIELD-8 What clashes in a refused answer, as it stands on the phone by now; null where nothing of that kind was refused. */
export function differingIn({ command, why }: Refused, { said }: Held): readonly Differing[] | null {
  const data = givenIn(command)
  if (!data) return null
  const named = clashes.safeParse(why.details['clashes'])
  if (why.code !== 'stale' && !named.success) return null
  // Of "stale" nobody can say what was changed since: every value that differs is looked at.
  const variables = named.success ? named.data.map(({ variable }) => variable) : Object.keys(data.values)
  const gives = masked(data.values)
  return variables
    .filter((variable) => variable in gives)
    .map((variable) => ({ variable, stands: said[variable] ?? null, given: gives[variable] ?? null }))
    .filter(({ stands, given }) => canonical(stands) !== canonical(given))
}

export type Choice = 'stands' | 'given'

/** FIELD-8 What goes on the version that stands there now: the values chosen, and all that nobody else changed. None where nothing is left. */
export function settled(
  { command }: Refused,
  row: Held,
  choices: Readonly<Record<string, Choice>>,
  source: string,
): Command | null {
  const data = givenIn(command)
  if (!data) return null
  const left = Object.entries(data.values).filter(
    ([name, value]) => choices[name] !== 'stands' && !isSame(row.said[name], value),
  )
  if (left.length === 0) return null
  return commandOf('registry.record', {
    district: ledgerOf(placeCode.parse(row.place)),
    subject: row.id,
    base: row.version,
    data: { ...data, values: Object.fromEntries(left), source },
  })
}

const isSame = (left: Json | undefined, right: Json | undefined): boolean => canonical(left) === canonical(right)

function givenIn({ kind, data }: Command): Given | null {
  const read = registryCommandData['registry.record'].data.safeParse(data)
  return kind === 'registry.record' && read.success ? read.data : null
}

/** Whose values they are, as the phone holds them. */
export const heldBy = (
  view: { readonly family: ReadonlyMap<string, Held>; readonly person: ReadonlyMap<string, Held> },
  { subject }: Command,
): Held | null => view.family.get(subject) ?? view.person.get(subject) ?? null

/** Nobody decides on what they can't see: first the values that stand there must have reached this phone. */
export const isSeen = (row: Held, { base }: Command): boolean => base !== null && row.version > base

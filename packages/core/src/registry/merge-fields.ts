import type { Json } from '../kernel/json.ts'
import { canonical } from '../kernel/json.ts'
import type { FamilyRow, Holder, PersonRow } from './registry.ts'

export type HolderRow = PersonRow | FamilyRow

/** The columns of a holder that a merge chooses between; everything in `values` beside them, each variable for itself. */
const columns = {
  person: ['name', 'nik', 'birthDate', 'sex', 'phone', 'place', 'family'],
  family: ['kk', 'address', 'place', 'desil', 'desilOn', 'desilSource'],
} as const satisfies Record<Holder, readonly string[]>

// A desil without its day and source would be evidence of nothing: the three go together, under its name.
const together: Readonly<Record<string, readonly string[]>> = { desil: ['desil', 'desilOn', 'desilSource'] }
const withAnother: readonly string[] = ['desilOn', 'desilSource']

/** One field of two holders, and which value stands if nobody says otherwise. */
export interface Compared {
  readonly field: string
  readonly kept: Json
  readonly gone: Json
  readonly same: boolean
  /** Whether the value of the one that goes is taken: where the other knows nothing. */
  readonly take: boolean
}

/** DOUBLE-6 What two holders say, field by field, where either says anything: the columns first, then the variables by name. */
export function compareFields(of: Holder, kept: HolderRow, gone: HolderRow): readonly Compared[] {
  const names = columns[of].filter((name) => !withAnother.includes(name))
  const variables = [...new Set([...Object.keys(kept.values), ...Object.keys(gone.values)])].toSorted()
  return [...names, ...variables]
    .map((field) => compared(field, valueOf(of, kept, field), valueOf(of, gone, field)))
    .filter((one) => !(isBlank(one.kept) && isBlank(one.gone)))
}

function compared(field: string, kept: Json, gone: Json): Compared {
  const same = canonical(kept) === canonical(gone)
  return { field, kept, gone, same, take: isBlank(kept) && !isBlank(gone) }
}

const isBlank = (value: Json): boolean => value === null || value === ''

/** What a holder says in a field: a column, or a variable. */
export function valueOf(of: Holder, row: HolderRow, field: string): Json {
  const value: unknown = isColumn(of, field) ? Reflect.get(row, field) : row.values[field]
  return (value ?? null) as Json
}

/** Whether a field is a column of its own, and no variable. */
export const isColumn = (of: Holder, field: string): boolean => columns[of].some((name) => name === field)

/** The columns that go with one that is taken. */
export const columnsWith = (field: string): readonly string[] => together[field] ?? [field]

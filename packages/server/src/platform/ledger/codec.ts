import { nameKey } from '@openslrt/core/person/name-key.ts'
import { soundText } from '@openslrt/core/registry/sounds.ts'
import type { DistrictKeys } from './keys.ts'

/** One column that a field writes: its name behind the field's own, its SQL type, and its value made of the field's. */
export interface Cell {
  readonly suffix: string
  readonly type: string
  of(value: unknown, keys: DistrictKeys): unknown
}

export type DbRow = Readonly<Record<string, unknown>>

/** How one field of a core row lies in columns, and how it is read back. */
export interface Codec {
  readonly cells: readonly Cell[]
  /** Without keys, sealed fields stay closed and read as null. */
  decode(row: DbRow, column: string, keys: DistrictKeys | null): unknown
}

const same = (value: unknown): unknown => value
const plain = (type: string): Codec => ({
  cells: [{ suffix: '', type, of: same }],
  decode: (row, column) => row[column],
})

export const text = plain('text')
export const uuid = plain('uuid')
export const int = plain('int')
export const bool = plain('boolean')
export const texts = plain('text[]')
export const uuids = plain('uuid[]')
export const ints = plain('int[]')
/** A calendar day, as text on both sides. */
export const day = plain('date')

/** Something of several parts that is read and written whole. */
export const json: Codec = {
  cells: [{ suffix: '', type: 'jsonb', of: (value) => JSON.stringify(value ?? null) }],
  decode: (row, column) => row[column],
}

// As text: the driver spells a Date in local time, digit by digit, which took longer than all else of a value.
// The rows of one entry share theirs.
let [lastMs, lastText] = [0, new Date(0).toISOString()]
function dateOf(value: unknown): string | null {
  if (typeof value !== 'number') return null
  if (value !== lastMs) [lastMs, lastText] = [value, new Date(value).toISOString()]
  return lastText
}
const msOf = (value: unknown): number | null => (value instanceof Date ? value.getTime() : null)

/** A moment: milliseconds in core, timestamptz in the table. */
export const time: Codec = {
  cells: [{ suffix: '', type: 'timestamptz', of: dateOf }],
  decode: (row, column) => msOf(row[column]),
}

/** A name, with the key by which like names are found. */
export const name: Codec = {
  cells: [
    { suffix: '', type: 'text', of: same },
    { suffix: '_key', type: 'text', of: (value) => nameKey(typeof value === 'string' ? value : '') },
  ],
  decode: (row, column) => row[column],
}

/** FIND-1 The name of somebody among millions: beside its key, how its words sound, by which people are fetched. */
export const personName: Codec = {
  ...name,
  cells: [
    ...name.cells,
    { suffix: '_sounds', type: 'text', of: (value) => soundText(typeof value === 'string' ? value : '') },
  ],
}

const sealedCell: Cell = {
  suffix: '',
  type: 'bytea',
  of: (value, keys) => (typeof value === 'string' ? keys.seal(Buffer.from(value), fieldAbout) : null),
}

/** Personal data that nobody reads without the district's key. */
export const sealed: Codec = {
  cells: [sealedCell],
  decode: (row, column, keys) => opened(row[column], keys),
}

const indexSuffix = '_index'

/** Sealed, and found again by exact value through a keyed digest. */
export const found = (purpose: string, spelling: (value: string) => string = (value) => value): Codec => ({
  cells: [
    sealedCell,
    {
      suffix: indexSuffix,
      type: 'bytea',
      of: (value, keys) => (typeof value === 'string' ? keys.index(purpose, spelling(value)) : null),
    },
  ],
  decode: (row, column, keys) => opened(row[column], keys),
})

/** A digest: hexadecimal in core, bytes in the table. */
export const digest: Codec = {
  cells: [{ suffix: '', type: 'bytea', of: (value) => (typeof value === 'string' ? Buffer.from(value, 'hex') : null) }],
  decode: (row, column) => {
    const bytes = row[column]
    return Buffer.isBuffer(bytes) ? bytes.toString('hex') : null
  },
}

/** Whether a field lies sealed in its column: such columns are sealed anew when a district gets a new key. */
export const isSealed = ({ cells }: Codec): boolean => cells.includes(sealedCell)

/** The cell of the digest that a sealed field is found by, where it has one. */
export const digestCell = ({ cells }: Codec): Cell | undefined => cells.find(({ suffix }) => suffix === indexSuffix)

/** What a field's sealed bytes are bound to. */
export const fieldAbout = 'field'

type ClockPart = 'startedAt' | 'dueAt' | 'left'
const partOf = (value: unknown, part: ClockPart): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined

/** A clock in working time: when it started, when it is due, or what is left while it is held. */
export const clock: Codec = {
  cells: [
    { suffix: '_started_at', type: 'timestamptz', of: (value) => dateOf(partOf(value, 'startedAt')) },
    { suffix: '_due_at', type: 'timestamptz', of: (value) => dateOf(partOf(value, 'dueAt')) },
    { suffix: '_left', type: 'int', of: (value) => partOf(value, 'left') },
  ],
  decode: (row, column) => ({
    startedAt: msOf(row[`${column}_started_at`]),
    dueAt: msOf(row[`${column}_due_at`]),
    left: row[`${column}_left`] ?? null,
  }),
}

const opened = (value: unknown, keys: DistrictKeys | null): string | null =>
  Buffer.isBuffer(value) && keys ? keys.open(value, fieldAbout).toString() : null

import { nameKey } from '@openslrt/core/person/name-key.ts'
import type { DistrictKeys } from './keys.ts'

/** One column that a field writes: its name behind the field's own, its SQL type, and the value. */
export interface Cell {
  readonly suffix: string
  readonly type: string
  readonly value: unknown
}

export type DbRow = Readonly<Record<string, unknown>>

/** How one field of a core row lies in columns, and how it is read back. */
export interface Codec {
  readonly suffixes: readonly string[]
  encode(value: unknown, keys: DistrictKeys): readonly Cell[]
  /** Without keys, sealed fields stay closed and read as null. */
  decode(row: DbRow, column: string, keys: DistrictKeys | null): unknown
}

const plain = (type: string): Codec => ({
  suffixes: [''],
  encode: (value) => [{ suffix: '', type, value }],
  decode: (row, column) => row[column],
})

export const text = plain('text')
export const uuid = plain('uuid')
export const int = plain('int')
export const bool = plain('boolean')
export const texts = plain('text[]')

const dateOf = (value: unknown): Date | null => (typeof value === 'number' ? new Date(value) : null)
const msOf = (value: unknown): number | null => (value instanceof Date ? value.getTime() : null)

/** A moment: milliseconds in core, timestamptz in the table. */
export const time: Codec = {
  suffixes: [''],
  encode: (value) => [{ suffix: '', type: 'timestamptz', value: dateOf(value) }],
  decode: (row, column) => msOf(row[column]),
}

/** A name, with the key by which like names are found. */
export const name: Codec = {
  suffixes: ['', '_key'],
  encode: (value) => [
    { suffix: '', type: 'text', value },
    { suffix: '_key', type: 'text', value: nameKey(typeof value === 'string' ? value : '') },
  ],
  decode: (row, column) => row[column],
}

/** Personal data that nobody reads without the district's key. */
export const sealed: Codec = {
  suffixes: [''],
  encode: (value, keys) => [
    { suffix: '', type: 'bytea', value: typeof value === 'string' ? keys.seal(Buffer.from(value), 'field') : null },
  ],
  decode: (row, column, keys) => opened(row[column], keys),
}

/** Sealed, and found again by exact value through a keyed digest. */
export const found = (purpose: string, spelling: (value: string) => string = (value) => value): Codec => ({
  suffixes: ['', '_index'],
  encode: (value, keys) => [
    ...sealed.encode(value, keys),
    { suffix: '_index', type: 'bytea', value: typeof value === 'string' ? keys.index(purpose, spelling(value)) : null },
  ],
  decode: (row, column, keys) => opened(row[column], keys),
})

/** A digest: hexadecimal in core, bytes in the table. */
export const digest: Codec = {
  suffixes: [''],
  encode: (value) => [
    { suffix: '', type: 'bytea', value: typeof value === 'string' ? Buffer.from(value, 'hex') : null },
  ],
  decode: (row, column) => {
    const bytes = row[column]
    return Buffer.isBuffer(bytes) ? bytes.toString('hex') : null
  },
}

/** A clock in working time: when it started, when it is due, or what is left while it is held. */
export const clock: Codec = {
  suffixes: ['_started_at', '_due_at', '_left'],
  encode: (value) => {
    const { startedAt, dueAt, left } = value as { startedAt: number; dueAt: number | null; left: number | null }
    return [
      { suffix: '_started_at', type: 'timestamptz', value: dateOf(startedAt) },
      { suffix: '_due_at', type: 'timestamptz', value: dateOf(dueAt) },
      { suffix: '_left', type: 'int', value: left },
    ]
  },
  decode: (row, column) => ({
    startedAt: msOf(row[`${column}_started_at`]),
    dueAt: msOf(row[`${column}_due_at`]),
    left: row[`${column}_left`] ?? null,
  }),
}

const opened = (value: unknown, keys: DistrictKeys | null): string | null =>
  Buffer.isBuffer(value) && keys ? keys.open(value, 'field').toString() : null

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Table } from '@openslrt/core/ledger/entry.ts'
import { tables } from '@openslrt/core/ledger/entry.ts'
import { nameKey } from '@openslrt/core/person/name-key.ts'
import { aCase } from '@openslrt/core/testing/a-case.ts'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { exampleRows } from '../../testing/example-rows.ts'
import type { Codec, DbRow } from './codec.ts'
import type { DistrictKeys } from './keys.ts'
import { keyedDigest, keyOf, seal, unseal } from './seal.ts'
import { codecOf, columnOf, rowOf, specs } from './tables.ts'

const secret = keyOf(Buffer.alloc(32, 3))
const keys: DistrictKeys = {
  seal: (plain, about) => seal({ id: 1, secret }, plain, about),
  open: (sealed, about) => unseal(() => secret, sealed, about),
  index: (purpose, value) => keyedDigest(secret, purpose, value),
}

/** A cell as PostgreSQL gives it back: text of a moment comes as a moment, and JSON is read. */
function readBack(type: string, value: unknown): unknown {
  if (typeof value !== 'string') return value
  if (type === 'timestamptz') return new Date(value)
  return type === 'jsonb' ? JSON.parse(value) : value
}

/** The row as PostgreSQL would give it back. */
function stored(table: Table, row: object): DbRow {
  const fields = new Map(Object.entries(row))
  const cells = Object.entries<Codec>(specs[table].fields).flatMap(([field, { cells: own }]) =>
    own.map(({ suffix, type, of }) => {
      const value = of(fields.get(field) ?? null, keys)
      return [`${columnOf(table, field)}${suffix}`, readBack(type, value)] as const
    }),
  )
  return {
    district: fields.get('district'),
    id: fields.get('id'),
    version: fields.get('version'),
    ...Object.fromEntries(cells),
  }
}

for (const table of tables) {
  test(`LEDGER-5 a row of ${table} is read from its columns as it was written into them, field by field`, () => {
    assert.deepEqual(rowOf(table, stored(table, exampleRows[table]), keys), exampleRows[table])
  })

  test(`LEDGER-5 every field of ${table} has columns of its own`, () => {
    const columns = Object.entries<Codec>(specs[table].fields).flatMap(([field, { cells }]) =>
      cells.map(({ suffix }) => `${columnOf(table, field)}${suffix}`),
    )
    assert.equal(new Set(columns).size, columns.length)
    for (const column of columns) assert.match(column, /^[a-z][a-z0-9_]*$/)
  })

  test(`LEDGER-4 an entry that names a field which ${table} does not have is a fault, whatever the name`, () => {
    for (const field of ['colour', 'constructor', 'toString', '', 'id'])
      if (!(field in specs[table].fields) || field === 'constructor' || field === 'toString')
        assert.throws(() => codecOf(table, field).cells.length, `${table}.${field}`)
  })
}

test('LEDGER-5 fields are called as columns are, but for the two that SQL keeps for itself', () => {
  assert.deepEqual(
    [
      columnOf('case', 'clientNik'),
      columnOf('case', 'registeredOffice'),
      columnOf('case', 'status'),
      columnOf('post', 'from'),
      columnOf('post', 'until'),
      columnOf('grant', 'until'),
    ],
    ['client_nik', 'registered_office', 'status', 'valid_from', 'valid_until', 'until'],
  )
})

test('CASE-28 numbers of people lie sealed, and only the numbers that are searched for have a digest', () => {
  const row = stored('case', exampleRows.case)
  const bytes = [
    'client_nik',
    'client_kk',
    'client_phone',
    'reporter_phone',
    'client_nik_index',
    'client_kk_index',
    'client_phone_index',
  ]
  for (const column of bytes) assert.ok(Buffer.isBuffer(row[column]), column)
  assert.equal('reporter_phone_index' in row, false)
  for (const secretText of ['3404075203600001', '3404070101100001', '081234567890', '081300001111'])
    for (const value of Object.values(row))
      assert.equal(String(Buffer.isBuffer(value) ? value.toString('latin1') : value).includes(secretText), false)
})

test('CASE-27 a phone number has one digest however it is typed, and a name one key', () => {
  const digest = (clientPhone: string) =>
    (stored('case', { ...exampleRows.case, clientPhone })['client_phone_index'] as Buffer).toString('hex')
  assert.equal(digest('0812-3456-7890'), digest('+62 812 3456 7890'))
  assert.notEqual(digest('081234567890'), digest('081234567891'))
  const row = stored('case', { ...exampleRows.case, clientName: 'Hj. Siti Aminnah' })
  assert.equal(row['client_name_key'], nameKey('Siti Aminah'))
})

test('CASE-28 without keys a row is read as far as deciding needs: sealed fields stay closed', () => {
  const row = rowOf('case', stored('case', exampleRows.case), null)
  const { clientNik, clientKk, clientPhone, reporterPhone } = row
  assert.deepEqual([clientNik, clientKk, clientPhone, reporterPhone], [null, null, null, null])
  assert.equal(row.clientName, 'Sumarni')
})

test('CLOCK-4 a held clock and a running one lie in the same three columns', () => {
  const running = stored('case', exampleRows.case && aCase('registered'))
  assert.deepEqual([running['hop_left'], running['hop_due_at'] instanceof Date], [null, true])
  const held = stored('case', aCase('returned'))
  assert.deepEqual([held['hop_left'], held['hop_due_at']], [600, null])
})

const moment = fc.option(fc.integer({ min: 0, max: 4_000_000_000_000 }), { nil: null })
property(
  'LEDGER-5 whatever a case holds, it is read back as it was written',
  fc.record({
    summary: fc.string({ unit: 'grapheme' }),
    clientNik: fc.option(fc.stringMatching(/^\d{16}$/), { nil: null }),
    clientPhone: fc.option(fc.stringMatching(/^\+?[0-9 ()-]{6,20}$/), { nil: null }),
    satisfaction: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
    answeredAt: moment,
    closedAt: moment,
    appeals: fc.subarray(['village', 'district', 'province'] as const),
    hop: fc
      .record({
        startedAt: fc.nat(),
        dueAt: moment,
        left: fc.option(fc.integer({ min: -9_000, max: 9_000 }), { nil: null }),
      })
      .map((clock) => ({ ...clock })),
  }),
  (own) => {
    const kase = aCase('handling', { ...own, doorShort: null, doorLong: null })
    assert.deepEqual(rowOf('case', stored('case', kase), keys), kase)
  },
)

import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import type { Change } from '@openslrt/core/ledger/entry.ts'
import { aPerson } from '@openslrt/core/testing/a-family.ts'
import { grouped, listed, listText } from './bulk-rows.ts'
import { listBytes } from './list-bytes.ts'
import { pack, unpack } from './pack.ts'

const { id: _id, version: _version, ...set } = aPerson
const nth = (n: number): string => `a0000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const change = (n: number, own: Partial<Change> = {}): Change =>
  ({ table: 'person', id: nth(n), base: 0, set, ...own }) as Change
const several = (many: number, own?: Partial<Change>): readonly Change[] =>
  Array.from({ length: many }, (_, n) => change(n, own))

test('LEDGER-20 rows of one shape are written together, the few of another one by one', () => {
  const changes = [
    ...several(20),
    ...several(9, { base: 2, set: { name: 'Siti' } }),
    ...several(3, { base: 2, set: { sex: 'P' } }),
  ]
  const { singles, groups } = grouped(changes)
  assert.deepEqual(
    groups.map((group) => [group.isNew, group.fields.length, group.changes.length]),
    [
      [true, Object.keys(set).length - 1, 20],
      [false, 1, 9],
    ],
  )
  assert.equal(singles.length, 3)
})

test('LEDGER-20 what is numbered under the head lock, and lists of texts, are written one by one', () => {
  const numbered = several(10, { table: 'letter', base: 1, set: {}, numbered: { series: 'x', pattern: '{nomor}' } })
  const cases = several(10, { table: 'case', set: { kind: 'service' } })
  const lists = several(10, { table: 'grant', base: 1, set: { fields: ['story'] } })
  assert.equal(grouped([...numbered, ...cases, ...lists]).singles.length, 30)
})

test('LEDGER-21 words come back as they were, packed or not', async () => {
  const long = Buffer.from(JSON.stringify({ v: 1, rows: Array.from({ length: 4_000 }, () => set) }))
  for (const words of [Buffer.from('{"v":1}'), long]) assert.deepEqual(unpack(await pack(words)), words)
  assert.ok((await pack(long)).length < long.length / 5)
  assert.equal((await pack(Buffer.from('{"v":1}'))).length, 7)
  const noise = Buffer.from(JSON.stringify(randomBytes(80_000).toString('hex')))
  assert.deepEqual(unpack(await pack(noise)), noise)
})

test('LEDGER-20 a list is written as PostgreSQL reads it, whatever its members say', () => {
  const digest = Buffer.from([0, 255])
  assert.equal(listText([null, undefined, 5, true, digest]), '{NULL,NULL,"5","true","\\\\x00ff"}')
  assert.equal(listText(['', 'NULL', 'a,b', '{x}', ' ']), '{"","NULL","a,b","{x}"," "}')
  assert.equal(listText(['"', '\\', '{"a":"b\\n"}']), '{"\\"","\\\\","{\\"a\\":\\"b\\\\n\\"}"}')
  assert.equal(listText([]), '{}')
})

test('LEDGER-20 a list of words or bytes is written in the form in which PostgreSQL keeps it', () => {
  const words = listBytes('text', ['ä', null, ''])
  assert.equal(
    words.toString('hex'),
    `${'00000001'.repeat(2)}${'00000019'}${'00000003'}${'00000001'}00000002c3a4ffffffff00000000`,
  )
  const bytes = listBytes('bytea', [Buffer.from([0, 255])])
  assert.equal(bytes.toString('hex'), '00000001000000000000001100000001000000010000000200ff')
})

test('LEDGER-20 what all rows of a list share is one value, but what is sealed is sealed apart for each', () => {
  const keys = { seal: (plain: Buffer) => plain, open: (sealed: Buffer) => sealed, index: () => Buffer.alloc(32) }
  const { changes, groups } = listed(several(200, { set: { ...set, phone: '081234567890' } }), keys)
  assert.deepEqual([changes.length, groups.length], [0, 1])
  const one = new Set(groups[0]?.columns.filter(({ isOne }) => isOne).map(({ name }) => name))
  assert.deepEqual(
    [one.has('status'), one.has('added_at'), one.has('phone'), one.has('phone_index')],
    [true, true, false, false],
  )
  assert.equal(listed(several(50), keys).groups.length, 0, 'a form of few rows is written one by one')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mostLoadBytes } from '@openslrt/core/contract/load.ts'
import { seed } from '@openslrt/core/testing/property.ts'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import type { FileStore } from '../../platform/files/store.ts'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { districtKeys } from '../../platform/ledger/keys.ts'
import { keyOf } from '../../platform/ledger/seal.ts'
import { bookOf, sheetOf, zipOf } from '../../testing/a-sheet.ts'
import { keepFile } from './keep-file.ts'
import type { FileChunk } from './read-file.ts'
import { readChunks } from './read-file.ts'

/** Sends bytes as a network would, in chunks; gives what was kept, as one text. */
async function sent(source: AsyncIterable<Buffer> | Buffer) {
  const pieces: Buffer[] = []
  const kept = await keepFile(Buffer.isBuffer(source) ? cut(source) : source, async (piece) => {
    pieces.push(piece)
    return String(pieces.length)
  })
  return kept.ok ? { ...kept.value, text: Buffer.concat(pieces).toString() } : kept.error
}

async function* cut(bytes: Buffer, size = 7): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += bytes.length > 10_000 ? 65_536 : size)
    yield bytes.subarray(at, at + (bytes.length > 10_000 ? 65_536 : size))
}

const table = 'NIK;Nama;Alamat\n3404074506800001;Siti Nuraéni;Jl. Mawar – RT 2\n'
const wide = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
const big = (text: string): Buffer => Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()])
const old = Buffer.from(table.replace('–', '\u0096'), 'latin1')

for (const [what, bytes, encoding] of [
  ['UTF-8', Buffer.from(table), 'utf-8'],
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${table}`), 'utf-8'],
  ['UTF-16', wide(table), 'utf-16'],
  ['UTF-16 the other way round', big(table), 'utf-16'],
  ['Windows-1252', old, 'windows-1252'],
] as const)
  test(`LOAD-10 lines of ${what} are kept as what they say`, async () => {
    const kept = await sent(bytes)
    assert.ok('text' in kept)
    assert.deepEqual([kept.text, kept.encoding, kept.size], [table, encoding, bytes.length])
  })

test('LOAD-10 a long file is kept in pieces, none of them cut within a line', async () => {
  const line = `${'3404074506800001;Siti Aminah;Jl. Melati '.repeat(4)}\n`
  async function* long() {
    for (let n = 0; n < 60; n++) yield Buffer.from(line.repeat(1_500))
  }
  const pieces: Buffer[] = []
  const kept = await keepFile(long(), async (piece) => String(pieces.push(piece)))
  assert.ok(kept.ok && pieces.length > 2)
  for (const piece of pieces) assert.ok(piece.length < 5_000_000 && piece.at(-1) === 10)
  assert.equal(
    pieces.reduce((sum, { length }) => sum + length, 0),
    line.length * 90_000,
  )
})

test('LOAD-11 more than a gigabyte is answered as soon as it is more, and nothing is read after that', async () => {
  const chunk = Buffer.alloc(64 * 1024 * 1024, `${'a;'.repeat(63)}\n`)
  let read = 0
  async function* endless() {
    for (;;) {
      read += chunk.length
      yield chunk
    }
  }
  const kept = await keepFile(endless(), async () => 'x')
  assert.deepEqual(kept.ok ? null : kept.error, { code: 'file-too-large', limit: mostLoadBytes })
  assert.ok(read <= mostLoadBytes + chunk.length)
})

const sheet = (xml: string): Buffer => zipOf(bookOf(xml))
const cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>NIK</t></is></c></row>'
const refused: readonly (readonly [string, Buffer, string])[] = [
  ['an old Excel file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]), 'no-table'],
  ['a PDF', Buffer.from('%PDF-1.7\n...'), 'no-table'],
  ['UTF-16 without its mark', Buffer.from(table, 'utf16le'), 'no-table'],
  ['nothing', Buffer.alloc(0), 'no-table'],
  ['an archive of something else', zipOf([{ name: 'word/document.xml', content: '<x/>' }]), 'no-table'],
  ['a damaged archive', sheetOf([['NIK'], ['1']]).subarray(0, 200), 'archive-unfit'],
  ['a bomb', zipOf([{ name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(80_000_000) }]), 'archive-unfit'],
  [
    'an archive that says it is smaller than it is',
    zipOf([{ name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(80_000), claims: 10 }]),
    'archive-unfit',
  ],
  [
    'merged cells',
    sheet(`${cell}</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells><sheetData>`),
    'sheet-merged',
  ],
  ['formulas', sheet('<row r="1"><c r="A1"><f>B1+1</f><v>2</v></c></row>'), 'sheet-formulas'],
  ['a sheet of heads alone', sheetOf([['NIK', 'Nama']]), 'no-table'],
]
for (const [what, bytes, code] of refused)
  test(`LOAD-11 ${what} is answered with ${code}`, async () => {
    const kept = await sent(bytes)
    assert.equal('code' in kept ? kept.code : '', code)
  })

test('LOAD-11 a sheet becomes lines; a number of sixteen digits in it is told as the quantity that it became', async () => {
  const kept = await sent(
    sheetOf([
      ['NIK', 'Nama'],
      ['3404074506800001', 'Siti; "Ibu"'],
      [3404074506800001, 'Budi'],
    ]),
  )
  assert.ok('text' in kept)
  assert.deepEqual(
    [kept.encoding, kept.text],
    ['xlsx', 'NIK;Nama\n3404074506800001;"Siti; ""Ibu"""\n3.40407e+15;Budi\n'],
  )
})

/** Reads text as rows, so many at a time, from pieces that end anywhere; each chunk with the byte at which the next begins. */
async function chunksOf(text: string, size: number, start = { line: 0, offset: 0 }, piece = 50) {
  const bytes = Buffer.from(text)
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, nth) => String(nth))
  const get = async (_district: string, nth: string) => bytes.subarray(Number(nth) * piece, (Number(nth) + 1) * piece)
  const store: FileStore = { get, put: async () => undefined, remove: async () => undefined }
  const keys = await testKeys()
  const chunks: FileChunk[] = []
  for await (const chunk of readChunks({ store, district: '34.04', keys }, { pieces }, start, size)) chunks.push(chunk)
  return chunks
}
const testKeys = async (): Promise<DistrictKeys> =>
  districtKeys(new Map([[1, keyOf(Buffer.alloc(32))]]), 1, keyOf(Buffer.alloc(32)))

const withGaps: readonly (readonly [what: string, lines: readonly string[], at: readonly number[]])[] = [
  ['plain', ['a;b', '', '1;2', '   ', '', '3;4', '5;6'], [3, 6, 7]],
  ['quoted', ['a;b', '', '"1";2', '', '', '3;4', '', '5;6'], [3, 6, 8]],
  ['plain, then quoted', ['', 'a;b', '1;2', '', '"3";4', '', '5;6'], [3, 5, 7]],
  ['quoted over two lines, which is one row', ['a;b', '', '"1', '2";3', '', '4;5'], [3, 5]],
]
for (const [what, lines, at] of withGaps)
  for (const end of ['\n', '\r\n'])
    test(`LOAD-15 rows are told by the line of their file, empty ones counted: ${what}, ${JSON.stringify(end)}`, async () => {
      const chunks = await chunksOf(lines.join(end), 2, undefined, 5)
      assert.deepEqual(
        chunks.flatMap((chunk) => chunk.lines),
        at,
      )
    })

const someCell = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[A-Za-z0-9 .,'/-]{0,12}$/) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('a"b', '"a; b"', '"a ""b"" c"', '"a\nb"', ' spasi ', 'é', '5" pipa', '', '#N/A'),
  },
)
const someTable = fc.record({
  rows: fc.array(fc.array(someCell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 12 }),
  end: fc.constantFrom('\n', '\r\n'),
  ends: fc.boolean(),
  blank: fc.constantFrom('', '\n', '   \n'),
  size: fc.integer({ min: 1, max: 5 }),
})

test('LOAD-10 rows are the same whichever way they are read, in chunks of any size, from pieces that end anywhere', async (context) => {
  context.diagnostic(`FC_SEED=${seed}`)
  await fc.assert(
    fc.asyncProperty(someTable, async ({ rows, end, ends, blank, size }) => {
      const lines = [['a', 'b'], ...rows].map((cells) => cells.join(';'))
      const text = `${lines.join(end)}${ends ? end : ''}${blank}`
      const [, ...wanted] = parse(text, {
        delimiter: ';',
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: true,
        trim: true,
      })
      const chunks = await chunksOf(text, size)
      assert.deepEqual(
        chunks.flatMap((chunk) => chunk.rows),
        wanted,
      )
      for (const [nth, { from, next, rows: own }] of chunks.entries()) {
        assert.equal(from, nth * size)
        // Whoever goes on from here, after a crash, reads the same.
        const rest = await chunksOf(text, size, { line: from + own.length, offset: next })
        assert.deepEqual(
          rest.flatMap((chunk) => chunk.rows),
          wanted.slice(from + own.length),
        )
      }
    }),
    { seed, numRuns: 150 },
  )
})

test('LOAD-11 a line that never ends is no row, whether it is quoted or not', async () => {
  const endless = 'a'.repeat(300_000)
  for (const line of [endless, `"${endless}"`])
    await assert.rejects(chunksOf(`a;b\n1;2\n${line}`, 10, undefined, 60_000))
  assert.deepEqual(
    (await chunksOf('a;b\r1;2\r3;4\r', 10)).flatMap(({ rows }) => rows),
    [
      ['1', '2'],
      ['3', '4'],
    ],
  )
})

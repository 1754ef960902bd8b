import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { csvMark } from '../../platform/files/csv-rows.ts'
import type { FileStore } from '../../platform/files/store.ts'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import type { FileRow } from './queries.ts'

/** Where a file is kept, and how it is opened. */
export interface Kept {
  readonly store: FileStore
  readonly district: string
  readonly keys: DistrictKeys
}

/** Some rows of a file that lie one behind the other. */
export interface FileChunk {
  readonly rows: readonly (readonly string[])[]
  /** In which line of the file each of them stands, as a spreadsheet counts: empty lines too, a row of several lines once. */
  readonly lines: readonly number[]
  /** How many rows of the file came before, and where in it the next one begins. */
  readonly from: number
  readonly next: number
}

const mostInRecord = 200_000

/**
 * LOAD-10 Reads a file piece by piece from a byte on, so many rows at a time: in memory is a piece and a handful of rows,
 * however long the file is.
 */
export async function* readChunks(
  kept: Kept,
  file: Pick<FileRow, 'pieces'>,
  start: Place,
  size: number,
  heads = start.offset === 0 ? 1 : 0,
): AsyncGenerator<FileChunk> {
  const delimiter = csvMark(await firstLine(kept, file))
  const rows = new Rows(start, size, heads)
  const plain = readPlain(kept, file, start.offset, delimiter, rows)
  let read = await plain.next()
  for (; !read.done; read = await plain.next()) yield read.value
  if (read.value !== null) yield* readQuoted(kept, file, read.value, delimiter, rows)
  const last = rows.rest()
  if (last) yield last
}

interface Place {
  readonly line: number
  readonly offset: number
}

/** Rows on their way into chunks. */
class Rows {
  readonly #size: number
  #heads: number
  #from: number
  #next: number
  #rows: (readonly string[])[] = []
  #lines: number[] = []
  /** The line of the file that was read last. Whoever goes on in the middle tells no lines: there it counts rows. */
  line: number

  constructor({ line, offset }: Place, size: number, heads: number) {
    this.line = offset === 0 ? 0 : line + 1
    this.#size = size
    this.#heads = heads
    this.#from = line
    this.#next = offset
  }

  /** One more row; the chunk that it fills. The heads are a row like any other, and no row of data. */
  take(cells: readonly string[], next: number): FileChunk | null {
    this.#next = next
    this.line++
    if (this.#heads-- > 0) return null
    this.#rows.push(cells)
    this.#lines.push(this.line)
    return this.#rows.length < this.#size ? null : this.rest()
  }

  rest(): FileChunk | null {
    const [rows, lines, from] = [this.#rows, this.#lines, this.#from]
    if (rows.length === 0) return null
    this.#rows = []
    this.#lines = []
    this.#from += rows.length
    return { rows, lines, from, next: this.#next }
  }
}

/**
 * The rows of lines without quote marks, which most files have and no others: taken apart by hand they cost a quarter.
 * Ends with the byte at which the first other line begins, or with null.
 */
async function* readPlain(
  kept: Kept,
  file: Pick<FileRow, 'pieces'>,
  offset: number,
  delimiter: string,
  rows: Rows,
): AsyncGenerator<FileChunk, number | null> {
  let at = offset
  let waiting: Buffer = Buffer.alloc(0)
  for await (const piece of piecesFrom(kept, file.pieces, offset)) {
    const bytes = waiting.length > 0 ? Buffer.concat([waiting, piece]) : piece
    let begin = 0
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, begin)) {
      const line = bytes.toString('utf8', begin, end)
      if (!isPlain(line)) return at + begin
      begin = end + 1
      const chunk = takeLine(line, delimiter, rows, at + begin)
      if (chunk) yield chunk
    }
    at += begin
    waiting = bytes.subarray(begin)
    if (waiting.length > mostInRecord) return at
  }
  const line = waiting.toString()
  if (!isPlain(line)) return at
  const chunk = takeLine(line, delimiter, rows, at + waiting.length)
  if (chunk) yield chunk
  return null
}

/** Neither quoted, nor of a file whose lines end as on an old Macintosh, nor longer than any record. */
const isPlain = (line: string): boolean =>
  !line.includes('"') && line.length <= mostInRecord && [-1, line.length - 1].includes(line.indexOf('\r'))

function takeLine(line: string, delimiter: string, rows: Rows, next: number): FileChunk | null {
  if (!line.includes(delimiter) && line.trim() === '') {
    rows.line++
    return null
  }
  return rows.take(
    line.split(delimiter).map((cell) => cell.trim()),
    next,
  )
}

interface Parsed {
  readonly record: string[]
  readonly info: { readonly bytes: number; readonly empty_lines: number; readonly records: number }
}

async function* readQuoted(
  kept: Kept,
  file: Pick<FileRow, 'pieces'>,
  offset: number,
  delimiter: string,
  rows: Rows,
): AsyncGenerator<FileChunk> {
  const options = {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  } as const
  const parser = parse({ ...options, info: true, max_record_size: mostInRecord })
  const source = Readable.from(piecesFrom(kept, file.pieces, offset))
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  const before = rows.line
  for await (const { record, info } of parser as AsyncIterable<Parsed>) {
    rows.line = before + info.empty_lines + info.records - 1
    const chunk = rows.take(record, offset + info.bytes)
    if (chunk) yield chunk
  }
}

/** The first rows of a file, its heads among them. */
export async function firstRows(
  kept: Kept,
  file: Pick<FileRow, 'pieces'>,
  most: number,
): Promise<readonly (readonly string[])[]> {
  for await (const { rows } of readChunks(kept, file, { line: 0, offset: 0 }, most, 0)) return rows
  return []
}

async function firstLine({ store, district, keys }: Kept, { pieces }: Pick<FileRow, 'pieces'>): Promise<string> {
  const [first] = pieces
  if (first === undefined) return ''
  const bytes = await store.get(district, first, keys)
  const end = bytes.indexOf(10)
  return bytes.subarray(0, end < 0 ? bytes.length : end).toString()
}

async function* piecesFrom(
  { store, district, keys }: Kept,
  pieces: readonly string[],
  offset: number,
): AsyncGenerator<Buffer> {
  let left = offset
  for (const sha256 of pieces) {
    // oxlint-disable-next-line no-await-in-loop -- one at a time: together they would be in memory at once
    const bytes = await store.get(district, sha256, keys)
    if (left < bytes.length) yield left > 0 ? bytes.subarray(left) : bytes
    left = Math.max(0, left - bytes.length)
  }
}

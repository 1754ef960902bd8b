import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { mostLoadBytes, mostSheetBytes } from '@openslrt/core/contract/load.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { readLargeSheet } from './read-sheet.ts'

/** A file as it was kept. */
export interface KeptFile {
  readonly digest: string
  readonly size: number
  readonly encoding: Encoding
  readonly pieces: readonly string[]
}
export type Encoding = 'utf-8' | 'utf-16' | 'windows-1252' | 'xlsx'

/** Puts a piece away and gives the name by which it is found. */
export type PutPiece = (piece: Buffer) => Promise<string>

const pieceBytes = 4 * 1024 * 1024

/**
 * LOAD-10 Takes a file in as it comes, in pieces, as lines of UTF-8, whatever it was written in. A sheet is turned into
 * such lines. What is no table, too large, or damaged is answered before more of it is read.
 */
export async function keepFile(source: AsyncIterable<Buffer>, put: PutPiece): Promise<Result<KeptFile, Refusal>> {
  const digest = createHash('sha256')
  const keeper = new Keeper(put)
  let [size, form]: [number, Form | null] = [0, null]
  for await (const chunk of source) {
    size += chunk.length
    if (size > mostLoadBytes) return no({ code: 'file-too-large', limit: mostLoadBytes })
    digest.update(chunk)
    form ??= formOf(chunk)
    if (form === 'none') return no({ code: 'no-table' })
    if (form === 'sheet' && size > mostSheetBytes) return no({ code: 'file-too-large', limit: mostSheetBytes })
    const refusal = await keeper.take(chunk, form)
    if (refusal) return no(refusal)
  }
  const ended = await keeper.end()
  if (!ended.ok) return ended
  return ok({ digest: digest.digest('hex'), size, ...ended.value })
}

type Form = 'sheet' | 'utf-16le' | 'utf-16be' | 'lines' | 'none'

/** What a file is by how it begins. Older Excel files and PDF are none; nor is an archive of something else, later. */
function formOf(begins: Buffer): Form {
  const [first, second] = begins
  if (begins.subarray(0, 2).toString('latin1') === 'PK') return 'sheet'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return begins.subarray(0, 4096).includes(0) || begins.subarray(0, 4).toString('latin1') === '%PDF' ? 'none' : 'lines'
}

class Keeper {
  readonly #put: PutPiece
  readonly #pieces: string[] = []
  #encoding: Encoding = 'utf-8'
  #wide: TextDecoder | null = null
  /** What has come and is no whole piece yet; of a sheet, all of it. */
  #waiting: Buffer[] = []
  #bytes = 0
  #isSheet = false

  constructor(put: PutPiece) {
    this.#put = put
  }

  async take(chunk: Buffer, form: Form): Promise<Refusal | null> {
    if (form === 'sheet') this.#isSheet = true
    if (form === 'utf-16le' || form === 'utf-16be') {
      this.#encoding = 'utf-16'
      this.#wide ??= new TextDecoder(form)
      return this.#add(Buffer.from(this.#wide.decode(chunk, { stream: true })))
    }
    return this.#add(chunk)
  }

  async end(): Promise<Result<Pick<KeptFile, 'encoding' | 'pieces'>, Refusal>> {
    if (this.#isSheet) {
      const read = await readLargeSheet(Buffer.concat(this.#waiting))
      if (!read.ok) return read
      this.#waiting = []
      this.#encoding = 'xlsx'
      for (let at = 0; at < read.value.length; at += pieceBytes)
        await this.#keep(read.value.subarray(at, at + pieceBytes))
    } else {
      const refusal = await this.#cut(Buffer.concat(this.#waiting))
      if (refusal) return no(refusal)
    }
    return this.#pieces.length > 0 ? ok({ encoding: this.#encoding, pieces: this.#pieces }) : no({ code: 'no-table' })
  }

  async #add(bytes: Buffer): Promise<Refusal | null> {
    this.#waiting.push(bytes)
    this.#bytes += bytes.length
    if (this.#isSheet || this.#bytes < pieceBytes) return null
    const all = Buffer.concat(this.#waiting)
    const end = all.lastIndexOf(10) + 1
    // Four megabytes without the end of a line are no line of a table.
    if (end === 0) return { code: 'no-table' }
    this.#waiting = [all.subarray(end)]
    this.#bytes = all.length - end
    return this.#cut(all.subarray(0, end))
  }

  /** Whole lines: what is not UTF-8 among them was written by an older spreadsheet. A byte of nought no table can keep. */
  async #cut(lines: Buffer): Promise<Refusal | null> {
    if (lines.includes(0)) return { code: 'no-table' }
    const plain = this.#pieces.length === 0 ? withoutMark(lines) : lines
    if (isUtf8(plain)) {
      await this.#keep(plain)
      return null
    }
    this.#encoding = 'windows-1252'
    await this.#keep(Buffer.from(new TextDecoder('windows-1252').decode(plain)))
    return null
  }

  async #keep(piece: Buffer): Promise<void> {
    if (piece.length > 0) this.#pieces.push(await this.#put(piece))
  }
}

const withoutMark = (bytes: Buffer): Buffer =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes

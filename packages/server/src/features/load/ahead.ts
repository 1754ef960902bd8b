import type { RowProblem, SaidRow } from '@openslrt/core/load/check-row.ts'
import { checkRow } from '@openslrt/core/load/check-row.ts'
import type { FileChunk } from './read-file.ts'
import type { Working } from './working.ts'

/** Rows of a file, looked at. */
export interface Ready {
  readonly chunk: FileChunk
  readonly checked: Checked
}

export interface Checked {
  readonly said: readonly SaidRow[]
  readonly wrong: readonly (RowProblem & { readonly line: number })[]
}

/** The rows of a chunk that can be read, and what is wrong with the others, by the line of the file. */
export function checkAll({ reading }: Pick<Working, 'reading'>, { rows, lines }: FileChunk): Checked {
  const [said, wrong]: [SaidRow[], (RowProblem & { line: number })[]] = [[], []]
  for (const [nth, cells] of rows.entries()) {
    const line = lines[nth] ?? 0
    const read = checkRow(cells, line, reading)
    if (read.ok) said.push(read.value)
    else wrong.push({ ...read.error, line })
  }
  return { said, wrong }
}

/** LOAD-14 Reads and looks at the next rows of a file while the database is busy with those before: a fifth of the work on a person. */
export class Ahead {
  readonly #working: Pick<Working, 'reading'>
  readonly #chunks: AsyncGenerator<FileChunk>
  #begun: Promise<Ready | null> | null = null

  constructor(working: Pick<Working, 'reading'>, chunks: AsyncGenerator<FileChunk>) {
    this.#working = working
    this.#chunks = chunks
  }

  begin(): void {
    this.#begun ??= this.#read()
    // Whoever asks for it next is told.
    this.#begun.catch(() => undefined)
  }

  next(): Promise<Ready | null> {
    const begun = this.#begun ?? this.#read()
    this.#begun = null
    return begun
  }

  async #read(): Promise<Ready | null> {
    const { done, value } = await this.#chunks.next()
    return done ? null : { chunk: value, checked: checkAll(this.#working, value) }
  }
}

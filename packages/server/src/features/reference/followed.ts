/** How far each ledger had come in what was read of one table: the numbers that the next reading goes on from. */
export interface ReadSoFar {
  readonly ledgers: readonly string[]
  readonly seqs: readonly number[]
}

/** What every followed row says of itself: whose ledger wrote it, and under which number. */
export interface Written {
  readonly district: string
  readonly seq: number
}

/** So many ledgers are read at once when everything is: some ten thousand rows, instead of all of them twice in memory. */
const atOnce = 64

/** Below the number of every row: a ledger begins with 1, and what was put there past all ledgers has 0. */
const nothingRead = -1

/**
 * One table of which only the rows are read that were written since. A ledger gives its numbers in the order of its
 * commits (its head is locked until then), so nothing can come late under a number that was passed already.
 */
export class Followed<Row extends Written> {
  readonly #known: Map<string, number>
  readonly #select: (so: ReadSoFar) => Promise<readonly Row[]>

  constructor(ledgers: readonly string[], select: (so: ReadSoFar) => Promise<readonly Row[]>) {
    this.#known = new Map(ledgers.map((ledger) => [ledger, nothingRead]))
    this.#select = select
  }

  /** Everything, in parts: for a process that begins. */
  async readAll(take: (rows: readonly Row[]) => void): Promise<void> {
    const ledgers = [...this.#known.keys()]
    for (let from = 0; from < ledgers.length; from += atOnce) await this.#read(ledgers.slice(from, from + atOnce), take)
  }

  /** What was written since, of whatever ledger. */
  readNew(take: (rows: readonly Row[]) => void): Promise<void> {
    return this.#read([...this.#known.keys()], take)
  }

  /** The last number that was read of a ledger. */
  seqOf(ledger: string): number {
    return this.#known.get(ledger) ?? nothingRead
  }

  // Until nothing is new: one reading takes no more than some rows of each ledger.
  async #read(ledgers: readonly string[], take: (rows: readonly Row[]) => void): Promise<void> {
    for (;;) {
      const rows = await this.#select({ ledgers, seqs: ledgers.map((ledger) => this.seqOf(ledger)) })
      if (rows.length === 0) return
      take(rows)
      for (const { district, seq } of rows) this.#known.set(district, Math.max(seq, this.seqOf(district)))
    }
  }
}

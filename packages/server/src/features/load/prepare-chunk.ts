import type { Change } from '@openslrt/core/ledger/entry.ts'
import { addCounts, stepLoad } from '@openslrt/core/load/decide.ts'
import { knownAfter } from '@openslrt/core/load/known-after.ts'
import type { LoadRow } from '@openslrt/core/load/load.ts'
import type { Known, Loading } from '@openslrt/core/load/plan-chunk.ts'
import { planChunk } from '@openslrt/core/load/plan-chunk.ts'
import type { Statement } from '../../platform/db/prepared.ts'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { Command } from '../../platform/ledger/execute.ts'
import { readyStatement } from '../../platform/ledger/execute.ts'
import { entriesOf } from '../../platform/ledger/hold.ts'
import type { Ahead, Ready } from './ahead.ts'
import { lookUp } from './look-up.ts'
import { commandOf } from './step-as-work.ts'
import type { Working } from './working.ts'
import { countsWith, loadingOf } from './working.ts'

/** A chunk that waits for nothing but its turn. */
export interface Prepared {
  readonly rows: Ready
  readonly command: Command
  /** The load that it goes on from, and as it stands once the chunk is in. */
  readonly before: LoadRow
  readonly after: LoadRow
  readonly changes: readonly Change[]
  /** How many entries its ledger has when it is written. */
  readonly on: number
  readonly statement: Statement
}

/**
 * LOAD-24 Chunks one behind the other: each is read, checked, looked up, planned, sealed and put into its statement while the
 * one before it is written, as if that one were in. Where it comes in otherwise, the next is made ready anew.
 */
export class Line {
  readonly #working: Working
  readonly #ahead: Ahead
  #begun: Promise<Begun> | null = null

  constructor(working: Working, ahead: Ahead) {
    this.#working = working
    this.#ahead = ahead
  }

  /** Begins to make ready what comes behind a chunk that is on its way. */
  begin(behind: Prepared): void {
    this.#begun = this.#behind(behind)
    // Whoever asks for the next one is told.
    this.#begun.catch(() => undefined)
  }

  /** The next chunk; `isAsReady` tells whether the one before it came in as it was made ready. */
  async next(load: LoadRow, isAsReady: boolean): Promise<Prepared | null> {
    const begun = this.#begun
    this.#begun = null
    const { rows, prepared } = begun ? await begun : { rows: await this.#ahead.next(), prepared: null }
    if (isAsReady && prepared) return prepared
    return rows && this.#prepare(rows, load, null)
  }

  /** What is begun comes to its end before whoever began it goes. */
  async end(): Promise<void> {
    await Promise.allSettled([this.#begun])
  }

  async #behind(behind: Prepared): Promise<Begun> {
    const rows = await this.#ahead.next()
    return { rows, prepared: rows && (await this.#prepare(rows, behind.after, behind)) }
  }

  async #prepare(rows: Ready, before: LoadRow, behind: Prepared | null): Promise<Prepared | null> {
    const { parts, held, actor } = this.#working
    // Asked for each: a key that came meanwhile is sealed with as everywhere. No connection is held here.
    const keys = await parts.ledger.keys.forDistrict(held.district)
    const now = Math.max(Date.now(), (behind?.command.receivedAt ?? 0) + 1)
    const loading = loadingOf(this.#working, before, now)
    const { seq, known } = await this.#lookUp(rows, loading)
    // Somebody else wrote into the ledger: what is on its way is decided anew, and this then as well.
    if (behind && seq !== behind.on && seq !== behind.on + 1) return null
    const { said } = rows.checked
    const plan = planChunk(said, behind ? knownAfter(known, said, behind.changes, loading.snapshot) : known, loading)
    const set = placeAfter(rows, addCounts(before.counts, countsWith(plan.counts, rows.checked)))
    const decided = stepLoad(before, 'take', set, parts.reference.policyFor(held.district, now, now), plan.changes)
    if (!decided.ok) throw new Error(`a chunk could not be made ready: ${decided.error.code}`)
    const command = commandOf(this.#working, before.version, 'take', now)
    const on = behind ? behind.on + 1 : seq
    const ready = { decision: decided.value, place: actor.place, before: [before], relies: [] }
    const statement = await readyStatement(parts.ledger, command, ready, keys, on)
    const { changes } = decided.value
    return { rows, command, before, after: loadAfter(before, changes), changes, on, statement }
  }

  /** What stands of those whom the rows name, and how many entries the ledger had before that was read. */
  #lookUp(rows: Ready, loading: Loading): Promise<{ readonly seq: number; readonly known: Known }> {
    const { parts, held, actor, kept } = this.#working
    const zone = parts.reference.zoneOf(held.district)
    return inScope(parts.ledger.pool, scopeOf(actor, held.district), async (client) => {
      const [seq, known] = await Promise.all([
        entriesOf(client, held.district),
        lookUp({ client, keys: kept.keys, zone }, rows.checked.said, loading),
        // While the database looks up.
        setImmediate(() => this.#ahead.begin()),
      ])
      return { seq, known }
    })
  }
}

/** Rows behind a chunk on its way, and, where all is as it was thought to be, made ready. */
interface Begun {
  readonly rows: Ready | null
  readonly prepared: Prepared | null
}

/** Where a load stands once these rows are in. */
export const placeAfter = ({ chunk }: Ready, counts: LoadRow['counts']) => ({
  line: chunk.from + chunk.rows.length,
  offset: chunk.next,
  counts,
})

function loadAfter(load: LoadRow, changes: readonly Change[]): LoadRow {
  const own = changes.find((change): change is Change<'load'> => change.table === 'load' && change.id === load.id)
  return own ? { ...load, ...own.set, version: own.base + 1 } : load
}

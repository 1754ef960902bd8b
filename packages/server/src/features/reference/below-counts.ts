import type { OfficeId } from '@openslrt/core/kernel/id.ts'
import type { OfficeRow } from '@openslrt/core/office/office.ts'

/** How many offices lie below one, and how many of them take no cases. */
export interface Below {
  readonly all: number
  readonly inactive: number
}

const none: Below = { all: 0, inactive: 0 }

/**
 * The offices below each, counted as they become known: every change goes up the few offices above, and the tree of
 * 84,000 is never walked. Offices may be told in any order: what lies below an unknown one is kept until that is told.
 */
export class BelowCounts {
  readonly #counts = new Map<OfficeId, Below>()
  readonly #aboveOf: (office: OfficeId) => OfficeId | null

  /** `aboveOf` says under which office one stands in the tree; null for the highest, and for one that is not told yet. */
  constructor(aboveOf: (office: OfficeId) => OfficeId | null) {
    this.#aboveOf = aboveOf
  }

  of(office: OfficeId): Below {
    return this.#counts.get(office) ?? none
  }

  /** Counts an office that is among them now with those below it. */
  add(office: OfficeRow): void {
    this.#move(office, 1)
  }

  /** Counts it no more; it still stands where it stood. */
  take(office: OfficeRow): void {
    this.#move(office, -1)
  }

  #move(office: OfficeRow, by: 1 | -1): void {
    const own = this.of(office.id)
    const all = by * (own.all + 1)
    const inactive = by * (own.inactive + (office.active ? 0 : 1))
    for (const above of this.#above(office)) {
      const was = this.of(above)
      this.#counts.set(above, { all: was.all + all, inactive: was.inactive + inactive })
    }
  }

  // The way up by names alone: the last of them may be one that is not told yet. It ends where it would come back.
  #above({ id }: OfficeRow): ReadonlySet<OfficeId> {
    const above = new Set<OfficeId>()
    for (let at = this.#aboveOf(id); at !== null && at !== id && !above.has(at); at = this.#aboveOf(at)) above.add(at)
    return above
  }
}

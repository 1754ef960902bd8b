import type { OfficeId } from '@openslrt/core/kernel/id.ts'
import type { OfficeRow, Offices } from '@openslrt/core/office/office.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { nationPlace, parentOf } from '@openslrt/core/place/code.ts'
import type { Below } from './below-counts.ts'
import { BelowCounts } from './below-counts.ts'

/**
 * All offices as this process knows them, by id and by place. Changed in place: 84,000 of them copied for each change
 * would take longer than the change.
 */
export class OfficeBook {
  readonly #byId = new Map<OfficeId, OfficeRow>()
  readonly #at = new Map<PlaceCode, readonly OfficeRow[]>()
  readonly #names = new Map<PlaceCode, string>()
  readonly #below = new BelowCounts(this.#byId)

  /** Notes an office as it stands now. One that is known already as it was later is left. */
  put(office: OfficeRow, placeName: string): void {
    const known = this.#byId.get(office.id)
    if (known && known.version > office.version) return
    if (known) {
      this.#at.set(known.place, this.#others(known))
      this.#below.take(known)
    }
    this.#byId.set(office.id, office)
    this.#below.add(office)
    this.#at.set(office.place, [...(this.#at.get(office.place) ?? []), office])
    this.#names.set(office.place, placeName)
  }

  /** Every office by its id. */
  all(): Offices {
    return this.#byId
  }

  /** The offices whose place covers this one, the nearest first: five looks instead of 84,000. */
  serving(place: PlaceCode): readonly OfficeRow[] {
    return placesOver(place).flatMap((code) => this.#at.get(code) ?? [])
  }

  /** How many offices lie below one. */
  below(office: OfficeId): Below {
    return this.#below.of(office)
  }

  placeName(code: PlaceCode): string | undefined {
    return this.#names.get(code)
  }

  #others({ id, place }: OfficeRow): readonly OfficeRow[] {
    return (this.#at.get(place) ?? []).filter((office) => office.id !== id)
  }
}

/** A place and all that it lies in, up to the nation. */
function placesOver(place: PlaceCode): readonly PlaceCode[] {
  const over: PlaceCode[] = []
  for (let at: PlaceCode | null = place; at !== null; at = parentOf(at)) over.push(at)
  return place === nationPlace ? over : [...over, nationPlace]
}

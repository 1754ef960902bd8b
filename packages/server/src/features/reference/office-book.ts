import type { OfficeId } from '@openslrt/core/kernel/id.ts'
import type { OfficeKind, OfficeRow, Offices } from '@openslrt/core/office/office.ts'
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
  readonly #names = new Map<string, string>()
  readonly #below = new BelowCounts((id) => this.#aboveOf(id))
  #told = 0

  /** Notes an office as it stands now. One that is known already as it was later is left. */
  put(office: OfficeRow, placeName: string): void {
    const known = this.#byId.get(office.id)
    if (known && known.version > office.version) return
    this.#told++
    // Whoever stands under it by their place alone is counted anew once it is there, or elsewhere.
    const guests = isGuestKind(office.kind) ? [] : this.#guestsAt(office.place, known?.place)
    for (const guest of guests) this.#below.take(guest)
    if (known) {
      this.#at.set(known.place, this.#others(known))
      this.#below.take(known)
    }
    this.#byId.set(office.id, office)
    this.#at.set(office.place, [...(this.#at.get(office.place) ?? []), office])
    this.#below.add(office)
    for (const guest of guests) this.#below.add(guest)
    this.#names.set(office.place, placeName)
  }

  /** Another number whenever something was told: for what is made from all of them, and kept. */
  get told(): number {
    return this.#told
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

  /** OFFICE-16 The office of the ladder at a place: agencies and providers without one above stand under it in the tree. */
  hostAt(place: PlaceCode): OfficeId | null {
    const hosts = (this.#at.get(place) ?? []).filter(({ kind }) => !isGuestKind(kind))
    return hosts.map(({ id }) => id).toSorted()[0] ?? null
  }

  placeName(code: string): string | undefined {
    return this.#names.get(code)
  }

  #aboveOf(id: OfficeId): OfficeId | null {
    const office = this.#byId.get(id)
    if (!office) return null
    return office.parent ?? (isGuestKind(office.kind) ? this.hostAt(office.place) : null)
  }

  #guestsAt(...places: readonly (PlaceCode | undefined)[]): readonly OfficeRow[] {
    const there = [...new Set(places)].flatMap((place) => (place ? (this.#at.get(place) ?? []) : []))
    return there.filter(({ kind, parent }) => parent === null && isGuestKind(kind))
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

/** Agencies and providers answer referrals; most stand beside the ladder, without an office above. */
export const guestKinds = ['agency', 'provider'] as const satisfies readonly OfficeKind[]
const isGuestKind = (kind: OfficeKind): boolean => guestKinds.some((guest) => guest === kind)

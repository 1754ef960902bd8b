import type {
  CompletenessShown,
  DoubtShown,
  FamilyCard,
  PersonCard,
  Shown,
} from '@openslrt/core/contract/registry-queries.ts'
import type { Holder } from '@openslrt/core/registry/registry.ts'

/** A person or a family, as far as its values are looked at and given. */
export interface Held {
  readonly of: Holder
  readonly id: string
  readonly district: string
  readonly version: number
  readonly said: Shown
  readonly doubts: readonly DoubtShown[]
  readonly completeness: CompletenessShown
  readonly today: string
  readonly mayEdit: boolean
}

export const heldFamily = ({ line, said, doubts, completeness, today, mayEdit }: FamilyCard): Held => ({
  of: 'family',
  id: line.id,
  district: line.district,
  version: line.version,
  said,
  doubts,
  completeness,
  today,
  mayEdit,
})

export const heldPerson = (
  { id, district, version, said, doubts, completeness }: PersonCard,
  { today, mayEdit }: { readonly today: string; readonly mayEdit: boolean },
): Held => ({ of: 'person', id, district, version, said, doubts, completeness, today, mayEdit })

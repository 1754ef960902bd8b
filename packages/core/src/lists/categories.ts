import type { RestrictedKind } from '../access/permission.ts'
import type { Category } from '../case/policy.ts'
import { healthAndSchool } from './categories-health-school.ts'
import { livelihood } from './categories-livelihood.ts'
import { social } from './categories-social.ts'
import { uses } from './category-line.ts'
import type { Names } from './item.ts'
import { sinceTheStart } from './item.ts'
import type { Sector } from './sectors.ts'
import { standards } from './standards.ts'

export interface ShippedCategory extends Omit<Category, 'steps' | 'rises'> {
  readonly names: Names
  readonly sector: Sector
  readonly restricted: RestrictedKind | null
  readonly from: string
  readonly until: string | null
}

/**
 * Needs and complaints as offices of the field list them (Musi Rawas, Langsa, Blitar, Batang, the PKH complaint form),
 * under SLRT's nine sectors.
 */
export const categories: readonly ShippedCategory[] = [...healthAndSchool, ...social, ...livelihood].map(
  ([code, sector, id, en, use, standard, restricted]) => ({
    code,
    sector,
    names: { id, en },
    kinds: uses[use],
    ...standards[standard],
    restricted: restricted ?? null,
    ...sinceTheStart,
  }),
)

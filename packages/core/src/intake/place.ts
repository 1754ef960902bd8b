import type { PlaceCode } from '../place/code.ts'
import { nearness, plain } from './alike.ts'
import type { Meant } from './report.ts'

/** A village as the look-up gives it: its name, and the names of what it lies in. */
export interface VillageChoice {
  readonly code: PlaceCode
  readonly name: string
  readonly path: string
}

/**
 * INTAKE-16 The real village that a name means. Two villages of one name are told apart by their sub-district, and where
 * that is not said, none of them is chosen.
 */
export function villageIn(
  name: string,
  subdistrict: string,
  found: readonly VillageChoice[],
): Meant<VillageChoice> | null {
  const scored = found
    .map((village) => ({
      value: village,
      sure: alikeness(name, village.name),
      within: within(subdistrict, village.path),
    }))
    .filter(({ sure, within: fits }) => sure > 0 && fits > 0)
    .toSorted((left, right) => right.sure * right.within - left.sure * left.within)
  const [best, second] = scored
  if (!best || (second && second.sure * second.within === best.sure * best.within)) return null
  return { value: best.value, sure: best.sure * best.within }
}

const alikeness = (left: string, right: string): number => nearness(joined(left), joined(right))
const joined = (text: string): string => plain(text).replaceAll(' ', '')

/** Who names no sub-district means any; a wrong one rules the village out. */
const within = (subdistrict: string, path: string): number =>
  subdistrict === '' ? 1 : Math.max(...path.split(',').map((part) => alikeness(subdistrict, part)))

/** How many letters of a name the look-up is asked with: slips come later in a word. */
export const lookUpLetters = 3

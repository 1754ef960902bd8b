import type { Household } from './plan-families.ts'
import { demoVillage } from './world.ts'

/** Somewhere in the village, roughly: nobody's house. */
export const spotOf = ({ village, daysAgo }: Household) =>
  village === demoVillage
    ? { lat: -7.775 - daysAgo / 20_000, long: 110.405 + daysAgo / 20_000, accuracy: 18 }
    : { lat: -7.7 - daysAgo / 5_000, long: 110.36 + daysAgo / 5_000, accuracy: 35 }

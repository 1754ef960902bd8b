import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Instant } from '@openslrt/core/kernel/instant.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import type { Handler } from '../platform/http/order.ts'
import { giveAsStaff, sideBySide } from './give.ts'
import type { Household } from './plan-families.ts'

interface FamilyStage {
  readonly handle: Handler
  readonly now: Instant
  /** Whoever takes families down in a village. */
  readonly officerOf: (village: string) => StaffActor
}

/** Gives the commands that make the families of the demo: a family first, then its people, families side by side. */
export const makeFamilies = (
  { handle, now, officerOf }: FamilyStage,
  households: readonly Household[],
): Promise<void> =>
  sideBySide(households, async ({ steps, village, daysAgo }) => {
    const at = now - daysAgo * dayMs
    for (const step of steps) await giveAsStaff(handle, officerOf(village), { ...step, at })
  })

import type { ReferralRow } from './referral.ts'

type Linked = Pick<ReferralRow, 'id' | 'partOf'>

/** REF-30 The referrals that a referral came from by being turned elsewhere, the first one first; itself not among them. */
export function chainBefore<Row extends Linked>(referral: Linked, all: readonly Row[]): readonly Row[] {
  const before = all.find(({ id }) => id === referral.partOf)
  // Taken out of the rows that are left, so that no row comes twice whatever the rows say.
  return before
    ? [
        ...chainBefore(
          before,
          all.filter(({ id }) => id !== before.id),
        ),
        before,
      ]
    : []
}

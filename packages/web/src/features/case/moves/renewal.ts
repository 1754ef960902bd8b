import type { CaseCard, GrantLine } from '@openslrt/core/contract/case-queries.ts'

/** CARD-6 A leave to see the case that ran out although its office still owes an answer: it can't answer what it can't see. */
export function leaveToRenew(
  { grants, referrals }: Pick<CaseCard, 'grants' | 'referrals'>,
  now: number,
): GrantLine | null {
  const stillAsked = grants.filter(({ referral }) =>
    referrals.some(({ id, endedAt }) => id === referral && endedAt === null),
  )
  return stillAsked.find(({ office, until }) => until <= now && !sees(grants, office, now)) ?? null
}

const sees = (grants: readonly GrantLine[], office: string, now: number): boolean =>
  grants.some((grant) => grant.office === office && grant.until > now)

import type { Actor } from '../access/actor.ts'
import type { Policy } from '../case/policy.ts'
import type { LawRefusal } from '../case/refusal.ts'
import type { Door } from '../case/register.ts'
import type { LinkId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import { dayMs } from '../kernel/instant.ts'
import type { ReferralRow } from './referral.ts'

/** The part of a referral that is its reply link. */
export type Link = Pick<ReferralRow, 'link' | 'linkUntil' | 'linkShort' | 'linkLong'>

export const noLink: Link = { link: null, linkUntil: null, linkShort: null, linkLong: null }

/** REF-21 A new link, with the digests of its secrets; whatever link the referral had before opens nothing any more. */
export const freshLink = (link: LinkId, door: Door, policy: Policy): Link => ({
  link,
  linkUntil: lastsUntil(policy),
  linkShort: door.short,
  linkLong: door.long,
})

/** REF-22 What a step makes of the link: it lasts on while the referral is worked on, and ends with it. */
export function linkAfter({ link }: ReferralRow, ended: boolean, policy: Policy): Partial<Link> {
  if (link === null) return {}
  return ended ? noLink : { linkUntil: lastsUntil(policy) }
}

const lastsUntil = ({ now, windows }: Policy): Instant => now + windows.linkDays * dayMs

/** REF-22 Why the holder of a reply link may not act by it now: links end by themselves. */
export function linkOver(referral: ReferralRow, actor: Actor, now: Instant): LawRefusal | null {
  if (actor.kind !== 'provider') return null
  const until = referral.linkUntil ?? now
  return now < until ? null : { code: 'window-over', until }
}

/** What lies beside a case's file when a referral of it moves. */
export interface Beside {
  /** Digests of the secrets of the link that the move names; made outside, because core knows no keys. */
  readonly door: Door | null
  /** Whether somebody of the asked office has an account to answer with. */
  readonly answerable: boolean
  /** Another office that the case waits for, where whoever moves doesn't see its referral. */
  readonly waits: ReferralRow['toOffice'] | null
}

export const nothingBeside: Beside = { door: null, answerable: true, waits: null }

/** REF-24 The link that a new referral begins with: one where nobody of the asked office could answer otherwise. */
export const firstLink = (link: LinkId | undefined, { door, answerable }: Beside, policy: Policy): Link =>
  link && door && !answerable ? freshLink(link, door, policy) : noLink

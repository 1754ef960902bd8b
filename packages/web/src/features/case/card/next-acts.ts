import type { CaseCard, Offer } from '@openslrt/core/contract/case-queries.ts'
import { offerOrder } from '@openslrt/core/referral/offer-order.ts'

/** A move as the card offers it: one of the case, or one of a referral (`new`: asking another office). */
export interface CardAct {
  readonly of: 'case' | 'referral'
  readonly action: string
  readonly referral: string | null
}

/** An act that this person can't do now, with the sentence that says why. */
export interface RefusedAct extends CardAct {
  readonly code: string
  readonly why: string
}

export interface CardActs {
  /** The next one: the only loud button of the card. */
  readonly primary: CardAct | null
  readonly near: readonly CardAct[]
  readonly more: readonly CardAct[]
  readonly refused: readonly RefusedAct[]
  /** Nothing can be done from here, because the case lies at another office. */
  readonly elsewhere: boolean
}

/** What the order of acts rests on, beside the offers of the law. */
type Situation = Pick<CaseCard, 'offers' | 'referralOffers' | 'referrals' | 'decision' | 'sees' | 'visitAt'> & {
  readonly line: Pick<CaseCard['line'], 'assignee'>
}

/**
 * CARD-1 The acts of a card in the order in which this person needs them. What is allowed comes from the law; only the
 * order is ours: first what somebody waits for, then what ends the work, then what is rare.
 */
export function actsOf(card: Situation, me: string): CardActs {
  const allowed = allowedActs(card).filter((act) => !isIdle(act, card, me))
  const primary = primaryOf(card, allowed)
  const rest = allowed.filter((act) => act !== primary)
  const near = nearTo(primary, rest)
  return {
    primary,
    near,
    more: rest.filter((act) => !near.includes(act) && !standsInPanel(act, card)),
    refused: refusedActs(card),
    elsewhere: liesElsewhere(card, allowed),
  }
}

/** In the menu these stand in this order; what is not here has its own place on the card (notes, files) or no form. */
const caseOrder = [
  'review-pass',
  'review-return',
  'review-mend',
  'review-hand',
  'take',
  'approve',
  'complete',
  'confirm',
  'recommend',
  'answer',
  'settle',
  'send-back',
  'return',
  'assign',
  'share',
  'escalate',
  'hand-down',
  'take-back',
  'set-red',
  'dispute',
  'reject',
  'appeal',
  'visit',
  'reopen',
  'merge',
  'unmerge',
  'restrict',
  'set-contact',
  'renew-secret',
  'cancel',
  'erase',
  'decline-erasure',
  'ask-erasure',
] as const

function allowedActs(card: Situation): readonly CardAct[] {
  const ofReferrals = Object.entries(card.referralOffers).flatMap(([referral, offers]) =>
    [...offerOrder, 'request'].filter((action) => isAllowed(offers, action)).map((action) => asked(action, referral)),
  )
  const ofCase = caseOrder.filter((action) => isAllowed(card.offers, action)).map((action) => own(action))
  return [...ofCase, ...ofReferrals]
}

function primaryOf(card: Situation, allowed: readonly CardAct[]): CardAct | null {
  const find = (of: CardAct['of'], action: string) => allowed.find((act) => act.of === of && act.action === action)
  const open = card.referrals.some(({ endedAt }) => endedAt === null)
  const approved = card.decision === 'approved'
  // Asked, and nobody did it: the citizen is not answered before somebody else was asked.
  const inVain = approved && !open && card.referrals.every(({ outcome }) => outcome === null)
  const recommend = find('case', 'recommend')
  // Taking is next while nobody has it here, or while nothing further is possible without it.
  const free = card.line.assignee === null || !recommend
  const order = [
    find('referral', 'accept'),
    find('referral', 'start'),
    find('referral', 'complete'),
    find('referral', 'supply'),
    find('case', 'review-pass'),
    find('case', 'review-mend'),
    find('case', 'approve'),
    free ? find('case', 'take') : undefined,
    find('case', 'complete'),
    find('case', 'confirm'),
    inVain ? allowed.findLast(({ of, action }) => of === 'referral' && action === 'redirect') : undefined,
    approved && card.referrals.length === 0 ? find('referral', 'request') : undefined,
    approved && !open ? find('case', 'answer') : undefined,
    approved ? undefined : recommend,
    find('case', 'settle'),
    // Allowed on every closed case; only a planned one is not idle.
    find('case', 'visit'),
  ]
  return order.find((act) => act !== undefined) ?? null
}

/** The law lets everyone of the office take a case at any time; whoever has it and works on it needs no such button. */
const isIdle = ({ of, action }: CardAct, card: Situation, me: string): boolean =>
  of === 'case' &&
  (action === 'visit'
    ? card.visitAt === null
    : action === 'take' && card.line.assignee === me && isAllowed(card.offers, 'recommend'))

/** Where the whole case is seen, each referral has its own acts beside it. */
const standsInPanel = ({ of, action }: CardAct, card: Situation): boolean =>
  card.sees === 'all' && of === 'referral' && action !== 'request'

/** What people reach for beside the main act: its opposite, or the other usual way on. */
const beside: Readonly<Record<string, readonly string[]>> = {
  'case review-pass': ['case review-return'],
  'case take': ['case settle', 'case return', 'case assign'],
  'case settle': ['case return'],
  'case recommend': ['case answer', 'case return', 'referral request'],
  'case approve': ['case send-back', 'case reject'],
  'case answer': ['referral request', 'case return'],
  'case confirm': ['case dispute'],
  'case complete': ['case cancel'],
  'referral request': ['case answer', 'case return'],
  'referral accept': ['referral hold', 'referral reject'],
  'referral start': ['referral complete', 'referral hold'],
  'referral complete': ['referral hold', 'referral fail'],
  'referral supply': ['referral redirect', 'case answer'],
  'referral redirect': ['case answer', 'referral request'],
  none: ['case erase', 'case decline-erasure', 'case answer', 'referral request', 'case reopen', 'case dispute'],
}
const mostBeside = 2

function nearTo(primary: CardAct | null, rest: readonly CardAct[]): readonly CardAct[] {
  const wanted = beside[primary ? nameOf(primary) : 'none'] ?? []
  const sameReferral = rest.filter(
    (act) =>
      primary?.of !== 'referral' || act.of === 'case' || act.action === 'request' || act.referral === primary.referral,
  )
  return wanted.flatMap((name) => sameReferral.find((act) => nameOf(act) === name) ?? []).slice(0, mostBeside)
}

const nameOf = ({ of, action }: CardAct): string => `${of} ${action}`

/** Acts on the main way: these are missed when they are not there, so that their absence is explained. */
const missed = ['take', 'recommend', 'approve', 'answer', 'reject', 'assign', 'escalate', 'cancel'] as const
/** Of these it is also told when they only have to wait. */
const nextOnWay: ReadonlySet<string> = new Set(['recommend', 'approve', 'answer'])
/** Nobody misses these once it is decided. */
const beforeDecision: ReadonlySet<string> = new Set(['recommend', 'approve'])

function refusedActs(card: Situation): readonly RefusedAct[] {
  if (card.sees === 'grant') return []
  const decided = card.decision === 'approved'
  const ofCase = missed
    .filter((action) => !(decided && beforeDecision.has(action)))
    .flatMap((action) => explained(card.offers, action, own(action)))
  return [...ofCase, ...explained(card.referralOffers['new'] ?? [], 'request', asked('request', 'new'))]
}

function explained(offers: readonly Offer[], action: string, act: CardAct): readonly RefusedAct[] {
  const offer = offers.find((one) => one.action === action)
  const code = offer?.refusal?.code
  if (!offer?.message || code === undefined || code === 'not-here') return []
  const waits = code === 'wrong-status' && !nextOnWay.has(action) && action !== 'request'
  return waits ? [] : [{ ...act, code, why: offer.message }]
}

// Whoever sees a case may do these for a citizen who stands before them; they are no work on it.
const anywhere: ReadonlySet<string> = new Set(['take-back', 'set-contact', 'renew-secret'])

function liesElsewhere(card: Situation, allowed: readonly CardAct[]): boolean {
  const own = allowed.some(({ of, action }) => of === 'case' && !anywhere.has(action))
  if (card.sees === 'grant' || own) return false
  return card.offers.some(({ refusal }) => refusal?.code === 'not-here')
}

const isAllowed = (offers: readonly Offer[], action: string): boolean =>
  offers.some((offer) => offer.action === action && offer.refusal === null)
const own = (action: string): CardAct => ({ of: 'case', action, referral: null })
const asked = (action: string, referral: string): CardAct => ({ of: 'referral', action, referral })

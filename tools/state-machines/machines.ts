import type { Right } from '@openslrt/core/access/permission.ts'
import type { CaseStatus } from '@openslrt/core/case/case.ts'
import { caseStatuses } from '@openslrt/core/case/case.ts'
import type { CaseAction, CaseRule } from '@openslrt/core/case/moves.ts'
import { caseActions, caseRule, registerRights } from '@openslrt/core/case/moves.ts'
import { letterMoveData } from '@openslrt/core/contract/letter.ts'
import { translate } from '@openslrt/core/i18n/translate.ts'
import { letterStatuses } from '@openslrt/core/letter/letter.ts'
import type { LetterStep } from '@openslrt/core/letter/moves.ts'
import { letterRights, letterRule, letterSteps } from '@openslrt/core/letter/moves.ts'
import type { ProposalStep } from '@openslrt/core/proposal/moves.ts'
import { draftedProposal, proposalRights, proposalRule, proposalSteps } from '@openslrt/core/proposal/moves.ts'
import { proposalStatuses } from '@openslrt/core/proposal/proposal.ts'
import type { ReferralStep } from '@openslrt/core/referral/moves.ts'
import { openReferral, redirectFrom, referralRule, referralSteps } from '@openslrt/core/referral/moves.ts'
import { referralStatuses } from '@openslrt/core/referral/referral.ts'
import type { Machine, Move } from './machine.ts'

const clockWords: Readonly<Record<CaseRule['hop'], string>> = {
  start: 'begins anew',
  run: 'runs',
  pause: 'is held',
  end: 'ends',
  keep: 'as it was',
  'as-before': 'as it was at the office that gets it back',
}
const sideWords = { requester: 'the office that asked', owner: 'the office that was asked' } as const

export const caseColumns = ['Note', 'Acting from', 'Kinds', 'Clock of the hop', 'Clock end to end']
export const referralColumns = ['Side']
export const letterColumns = ['Note']
export const proposalColumns = ['Note', 'Not by']

/** The law of cases, in English words, as a picture needs it. */
export const caseMachine: Machine = {
  title: 'Cases: what may follow what',
  source: 'packages/core/src/case/moves.ts',
  states: caseStatuses.map((code) => ({ code, name: translate('en', `status.${code}`) })),
  begins: { move: translate('en', 'move.register'), who: anyOf(registerRights), at: 'registered' },
  moves: caseActions.map(caseMove),
}

/** The law of referrals, likewise. A redirect ends one referral and begins the next. */
export const referralMachine: Machine = {
  title: 'Referrals: what may follow what',
  source: 'packages/core/src/referral/moves.ts',
  states: referralStatuses.map((code) => ({ code, name: translate('en', `referral-status.${code}`) })),
  begins: { move: translate('en', 'referral-move.request'), who: anyOf(['referral.request']), at: 'requested' },
  moves: [...referralSteps.map(referralMove), redirect()],
}

/** The law of letters, likewise. What a replaced letter goes through is made by signing the one that replaces it. */
export const letterMachine: Machine = {
  title: 'Letters: what may follow what',
  source: 'packages/core/src/letter/moves.ts',
  states: letterStatuses.map((code) => ({ code, name: translate('en', `letter-status.${code}`) })),
  begins: { move: translate('en', 'letter.new'), who: anyOf(letterRights.draft), at: 'drafted' },
  moves: letterSteps.map(letterMove),
}

/** The law of proposals to the registry, likewise. */
export const proposalMachine: Machine = {
  title: 'Proposals to the registry: what may follow what',
  source: 'packages/core/src/proposal/moves.ts',
  states: proposalStatuses.map((code) => ({ code, name: translate('en', `proposal-status.${code}`) })),
  begins: { move: 'Draft', who: anyOf(proposalRights('draft')), at: draftedProposal },
  moves: proposalSteps.map(proposalMove),
}

function proposalMove(step: ProposalStep): Move {
  const { from, to, by, note, apart } = proposalRule(step)
  return {
    name: translate('en', `proposal-act.${step}`),
    ways: from.map((status) => [status, to === 'same' ? status : to] as const),
    who: anyOf(by),
    more: [note, apart.length === 0 ? '' : apart.map((who) => `the ${who}`).join(', ')],
  }
}

function caseMove(action: CaseAction): Move {
  const rule = caseRule(action)
  return {
    name: translate('en', `move.${action}`),
    ways: rule.from.flatMap((from) => leadsTo(rule, from).map((to) => [from, to] as const)),
    who: anyOf(rule.by),
    more: [
      rule.note,
      rule.where === 'here' ? 'the office where the case lies' : 'any office that sees the case',
      rule.kinds ? rule.kinds.map((kind) => translate('en', `kind.${kind}`)).join(', ') : 'all',
      clockWords[rule.hop],
      clockWords[rule.total],
    ],
  }
}

/** Where a move leads; one that leads back leads to wherever the move that it undoes can begin. */
function leadsTo(rule: CaseRule, from: CaseStatus): readonly CaseStatus[] {
  if (rule.to === 'same') return [from]
  if (rule.to !== 'before') return [rule.to]
  return rule.undoes ? caseRule(rule.undoes).from : []
}

function referralMove(step: ReferralStep): Move {
  const { from, to, by, side } = referralRule(step)
  const ways = from.map((status) => [status, to] as const)
  return { name: translate('en', `referral-move.${step}`), ways, who: anyOf([by]), more: [sideWords[side]] }
}

function letterMove(step: LetterStep): Move {
  const { from, to, by } = letterRule(step)
  const name = step === 'supersede' ? 'Sign the letter that replaces it' : translate('en', `letter.act.${step}`)
  return { name, ways: from.map((status) => [status, to] as const), who: anyOf(by), more: [noteOf(step)] }
}

/** What the wire asks for: with `min(1)` words are needed. */
function noteOf(step: LetterStep): string {
  if (step === 'supersede') return 'none'
  const { shape } = letterMoveData[step]
  if (!('note' in shape)) return 'none'
  return shape.note.safeParse('').success ? 'optional' : 'required'
}

function redirect(): Move {
  const ways = redirectFrom.map((from) => [from, openReferral.includes(from) ? 'cancelled' : from] as const)
  const name = translate('en', 'referral-move.redirect')
  return { name, ways, who: anyOf(['referral.request']), more: ['where the case lies; begins a new referral'] }
}

function anyOf(rights: readonly Right[]): string {
  return rights.map((right) => translate('en', `permission.${right}`)).join(' or ')
}

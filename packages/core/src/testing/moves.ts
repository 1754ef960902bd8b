import type { Surroundings } from '../case/effects.ts'
import type { CaseAction } from '../case/moves.ts'
import type { CaseMoveData, CaseMoveOf } from '../contract/case.ts'
import type { ReferralMoveData, ReferralMoveOf } from '../contract/referral.ts'
import { aCase } from './a-case.ts'
import { offices } from './an-office.ts'
import { ids } from './ids.ts'

const note = 'Sudah diperiksa.'
const sha256 = 'a'.repeat(64)

/** For every move of a case, data that the law has nothing against (in `surroundings`). */
export const caseData: CaseMoveData = {
  settle: { outcome: 'informed', note },
  take: { note },
  assign: { assignee: ids.staff(2), note },
  return: { reason: 'papers-missing', note },
  complete: { note },
  expire: { note: '' },
  recommend: { note },
  approve: { note },
  'send-back': { note },
  reject: { reason: 'quota-full', note },
  escalate: { reason: 'beyond-authority', note },
  'hand-down': { office: offices.village.id, note },
  'take-back': { note },
  'review-pass': { note },
  'review-return': { note },
  'review-mend': { note, summary: 'Air hujan masuk, dua kamar', story: 'Sejak Mei, di RT 03.' },
  'review-hand': { assignee: ids.staff(2), note },
  'review-lapse': { note: '' },
  remind: { note: '' },
  overdue: { note: '' },
  'set-red': { red: true, note },
  answer: { outcome: 'granted', note, openReferrals: '' },
  confirm: { satisfaction: 5, how: 'phone', note },
  dispute: { note },
  lapse: { note: '' },
  visit: { became: 'better', note },
  appeal: { note },
  reopen: { note },
  merge: { into: ids.case(2), note },
  unmerge: { note },
  cancel: { reason: 'withdrawn', note },
  note: { note },
  attach: { attachment: ids.attachment(1), sha256, name: 'surat.pdf', note },
  share: { grant: ids.grant(9), office: offices.health.id, fields: ['story'], note },
  restrict: { restricted: 'violence', note },
  'set-contact': { contactVia: 'sms', contactCare: ['shared-phone'], note },
  'renew-secret': { check: 'id-card', note },
  'ask-erasure': { basis: 'request', note },
  'decline-erasure': { note },
  erase: { note: '' },
}

/** The rows around the case that `caseData` speaks of. */
export const surroundings: Surroundings = {
  target: aCase('handling', { id: ids.case(2), number: '3404-26-000002' }),
  staffHere: new Set([ids.staff(1), ids.staff(2)]),
  staffed: new Set(),
  duty: new Map(),
  blob: { sha256, type: 'application/pdf', size: 1000 },
  door: { short: 'new-short', long: 'new-long' },
  hangings: {
    referrals: [],
    attachments: [],
    letters: [],
    visits: [],
    photos: [],
    help: [],
    helpEntries: [],
    entries: [],
  },
}

/** A move of a case with data that the law has nothing against, or with other data. */
export const caseMove = <Action extends CaseAction>(
  action: Action,
  own: Partial<CaseMoveData[Action]> = {},
): CaseMoveOf<Action> => ({ action, data: { ...caseData[action], ...own } })

/** For every move of a referral, data that the law has nothing against. */
export const referralData: ReferralMoveData = {
  request: {
    referral: ids.referral(2),
    to: offices.health.id,
    grant: ids.grant(2),
    fields: ['story'],
    note,
    link: ids.link(1),
    consent: { basis: 'verbal', words: 'Pak RT Suroto' },
  },
  accept: { referral: ids.referral(1), note },
  reject: { referral: ids.referral(1), reason: 'capacity-full', note },
  start: { referral: ids.referral(1), note },
  hold: { referral: ids.referral(1), note },
  supply: { referral: ids.referral(1), note },
  complete: { referral: ids.referral(1), outcome: 'granted', note },
  fail: { referral: ids.referral(1), reason: 'citizen-absent', note },
  cancel: { referral: ids.referral(1), reason: 'no-longer-needed', note },
  'mark-error': { referral: ids.referral(1), note },
  redirect: {
    referral: ids.referral(1),
    next: ids.referral(2),
    to: offices.health.id,
    grant: ids.grant(2),
    fields: ['story'],
    note,
    link: ids.link(1),
    consent: { basis: 'verbal', words: 'Pak RT Suroto' },
  },
  'give-link': { referral: ids.referral(1), link: ids.link(1), note },
  'revoke-link': { referral: ids.referral(1), note },
  remind: { referral: ids.referral(1), note: '' },
  overdue: { referral: ids.referral(1), note: '' },
}

/** A move of a referral with data that the law has nothing against, or with other data. */
export const referralMove = <Action extends keyof ReferralMoveData>(
  action: Action,
  own: Partial<ReferralMoveData[Action]> = {},
): ReferralMoveOf<Action> => ({ action, data: { ...referralData[action], ...own } })

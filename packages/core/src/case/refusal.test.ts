import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../access/actor.ts'
import type { BlankRow } from '../blank/blank.ts'
import type { CaseMoveOf } from '../contract/case.ts'
import type { LetterMove } from '../contract/letter.ts'
import type { ReferralMove } from '../contract/referral.ts'
import { dayMs } from '../kernel/instant.ts'
import { keysOf } from '../kernel/keys.ts'
import type { Result } from '../kernel/result.ts'
import { decideLetter } from '../letter/decide.ts'
import type { LetterRow } from '../letter/letter.ts'
import { villageCode } from '../place/code.ts'
import { decideReferral } from '../referral/decide.ts'
import { aBlank } from '../testing/a-blank.ts'
import { aCase, aLetter, aReferral, registration } from '../testing/a-case.ts'
import { aLetterFile, letterMove, shippedRules } from '../testing/a-letter.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { almighty, citizen, staff } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { caseMove, referralData, surroundings } from '../testing/moves.ts'
import type { CaseRow } from './case.ts'
import { decideCase } from './decide.ts'
import type { CaseAction } from './moves.ts'
import type { LawRefusal } from './refusal.ts'
import { registerCase } from './register.ts'

const late = aPolicy(monday + 60 * dayMs)
const door = { short: 's', long: 'l' }
type Asked = () => Result<unknown, LawRefusal>

const decide =
  (kase: CaseRow, move: CaseMoveOf<CaseAction>, actor: Actor = almighty()): Asked =>
  () =>
    decideCase(kase, move, actor, late, surroundings)
const refer =
  (kase: CaseRow, move: ReferralMove, actor: Actor = almighty()): Asked =>
  () =>
    decideReferral({ case: kase, referrals: [aReferral()], grants: [] }, move, actor, late)
const register =
  (own: Parameters<typeof registration>[0]): Asked =>
  () =>
    registerCase(ids.case(1), registration(own), staff('fo'), door, late)

const typing =
  (form: BlankRow | null): Asked =>
  () =>
    registerCase(ids.case(1), registration({ form: 'F3404-26-001-01' }), staff('fo'), { ...door, form }, late)

const letter =
  (move: LetterMove, own: Partial<LetterRow> = {}, kase = aCase('handling', { decision: 'approved' })): Asked =>
  () =>
    decideLetter(aLetterFile({ case: kase, letters: [aLetter(own)] }), move, almighty(), late, shippedRules())

const handling = aCase('handling', { decision: 'approved' })
const { request } = referralData

/** One way to each refusal of the law. A new code without a way to it does not compile. */
const ways: Readonly<Record<LawRefusal['code'], Asked>> = {
  'not-permitted': decide(handling, caseMove('answer'), staff('fo')),
  'not-here': decide(handling, caseMove('answer'), staff('bo', offices.otherVillage)),
  'wrong-status': decide(handling, caseMove('approve')),
  'wrong-referral-status': refer(handling, { action: 'start', data: referralData.start }, almighty(offices.hospital)),
  'wrong-kind': decide(aCase('registered'), caseMove('settle')),
  'note-missing': decide(handling, caseMove('answer', { note: '' })),
  'wrong-place': register({ place: villageCode.parse('32.01.01.2001') }),
  'unknown-form': typing(null),
  'wrong-form-status': typing(aBlank({ status: 'void' })),
  'unknown-category': register({ category: 'made-up' }),
  'unknown-channel': register({ channel: 'made-up' }),
  'unknown-reason': decide(handling, caseMove('return', { reason: 'made-up' })),
  'unknown-outcome': decide(handling, caseMove('answer', { outcome: 'made-up' })),
  'unknown-office': refer(handling, { action: 'request', data: { ...request, to: ids.office(99) } }),
  'office-not-active': refer(handling, { action: 'request', data: { ...request, to: offices.closed.id } }),
  'same-office': refer(handling, { action: 'request', data: { ...request, to: handling.office } }),
  'unknown-referral': refer(handling, { action: 'start', data: { ...referralData.start, referral: ids.referral(99) } }),
  'no-office-above': decide(
    aCase('handling', { office: offices.hospital.id }),
    caseMove('escalate'),
    almighty(offices.hospital),
  ),
  'not-below': decide(handling, caseMove('hand-down', { office: offices.district.id })),
  'assignee-not-here': decide(handling, caseMove('assign', { assignee: ids.staff(99) })),
  'decision-missing': refer(aCase('handling'), { action: 'request', data: request }),
  'referral-open': decide({ ...handling, openReferrals: 2 }, caseMove('answer')),
  'appeal-used': decide(aCase('answered', { appeals: ['village'] }), caseMove('appeal')),
  'window-over': decide(aCase('closed'), caseMove('reopen'), citizen()),
  'how-missing': decide(aCase('answered'), caseMove('confirm', { how: null })),
  'client-missing': register({ client: { ...registration().client, name: '' } }),
  'consent-missing': () => registerCase(ids.case(1), registration(), almighty(offices.hospital), door, aPolicy()),
  'merge-target': decide(handling, caseMove('merge', { into: ids.case(3) })),
  'merge-self': decide(handling, caseMove('merge', { into: ids.case(1) })),
  'unknown-file': decide(handling, caseMove('attach', { sha256: 'f'.repeat(64) })),
  'already-so': decide(handling, caseMove('restrict', { restricted: null })),
  'too-early': decide(aCase('closed'), caseMove('ask-erasure', { basis: 'retention' })),
  'not-passed-up': decide(aCase('registered'), caseMove('take-back')),
  'in-review': decide(aCase('registered', { review: 'waiting' }), caseMove('take')),
  'not-in-review': decide(aCase('registered'), caseMove('review-pass')),
  'own-review': decide(
    aCase('registered', { review: 'waiting', sentBy: ids.staff(1) }),
    caseMove('review-pass'),
    almighty(),
  ),
  'not-asked': decide(aCase('closed'), caseMove('erase')),
  'same-person': decide(
    aCase('closed', { erasureAskedBy: ids.staff(1), erasureAskedAt: late.now }),
    caseMove('erase'),
    almighty(),
  ),
  'wrong-letter-status': letter(letterMove('sign'), { status: 'revoked' }),
  'unknown-letter': letter(letterMove('sign', { letter: ids.letter(99) })),
  'letter-not-here': letter(letterMove('draft', { kind: 'recommendation' })),
  'letter-field': letter(letterMove('draft', { fields: {} })),
  'unknown-purpose': letter(letterMove('draft', { purpose: 'made-up' })),
  'desil-above': letter(letterMove('draft', { purpose: 'pip', fields: { desil: '9', 'tanggal-data': '2026-10-01' } })),
  'letter-turn': letter(letterMove('initial')),
  'own-letter': letter(letterMove('sign'), { drafter: ids.staff(1) }),
}

for (const code of keysOf(ways)) {
  test(`CASE-28 the law can say ${code}`, () => {
    const answer = ways[code]()
    assert.equal(answer.ok ? 'allowed' : answer.error.code, code)
  })
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LawRefusal } from '../case/refusal.ts'
import { keysOf } from '../kernel/keys.ts'
import { aCase, aLetter } from '../testing/a-case.ts'
import { aLetterFile, letterMove, shippedRules } from '../testing/a-letter.ts'
import { aPolicy } from '../testing/a-policy.ts'
import { almighty, citizen, clock, setup, staffLacking } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { decideLetter } from './decide.ts'
import type { LetterStatus } from './letter.ts'
import { letterStatuses } from './letter.ts'
import type { LetterRule, LetterStep } from './moves.ts'
import { letterRule, letterSteps, unsignedLetter, validLetter, waitingLetter } from './moves.ts'

const unsigned: readonly LetterStatus[] = ['drafted', 'initialled', 'returned']
const valid: readonly LetterStatus[] = ['issued', 'handed-over']

/** The law as the specification writes it, apart from the table. */
const spec: Readonly<Record<LetterStep, LetterRule & { readonly rule: string }>> = {
  change: { rule: 'LETTER-2', from: unsigned, to: 'drafted', by: ['letter.draft'] },
  initial: { rule: 'LETTER-3', from: ['drafted', 'initialled'], to: 'initialled', by: ['letter.initial'] },
  return: { rule: 'LETTER-4', from: ['drafted', 'initialled'], to: 'returned', by: ['letter.initial', 'letter.sign'] },
  sign: { rule: 'LETTER-6', from: ['drafted', 'initialled'], to: 'issued', by: ['letter.sign'] },
  'hand-over': { rule: 'LETTER-5', from: ['issued'], to: 'handed-over', by: ['letter.draft', 'case.settle'] },
  revoke: { rule: 'LETTER-7', from: [...unsigned, ...valid], to: 'revoked', by: ['letter.draft', 'letter.sign'] },
  supersede: { rule: 'LETTER-8', from: valid, to: 'replaced', by: ['letter.sign'] },
}
const followers: Readonly<Record<LetterStatus, readonly LetterStatus[]>> = {
  drafted: ['drafted', 'initialled', 'returned', 'issued', 'revoked'],
  initialled: ['drafted', 'initialled', 'returned', 'issued', 'revoked'],
  returned: ['drafted', 'revoked'],
  issued: ['handed-over', 'revoked', 'replaced'],
  'handed-over': ['revoked', 'replaced'],
  revoked: [],
  replaced: [],
}

for (const step of keysOf(spec)) {
  const { rule, ...row } = spec[step]
  test(`${rule} ${step} stands in the table as it is specified`, () => assert.deepEqual(letterRule(step), row))
}

test('LETTER-1 the law knows exactly the steps of the specification', () => {
  assert.deepEqual([...letterSteps].toSorted(), [...keysOf(spec)].toSorted())
})

for (const status of letterStatuses) {
  test(`LETTER-1 after ${status} comes ${followers[status].join(', ') || 'nothing'}`, () => {
    const reached = letterSteps.map(letterRule).filter(({ from }) => from.includes(status))
    assert.deepEqual(new Set(reached.map(({ to }) => to)), new Set(followers[status]))
  })
}

test('LETTER-9 a letter counts from its signature until it is revoked or replaced', () => {
  assert.deepEqual(validLetter, valid)
  assert.deepEqual(unsignedLetter, unsigned)
  assert.deepEqual(waitingLetter, [...unsigned, 'issued'])
})

const steps = keysOf(spec).filter((step) => step !== 'supersede')
const needsInitial = [
  { act: 'initial' as const, post: 'Kepala Bidang' },
  { act: 'sign' as const, post: 'Kepala Dinas' },
]
const asked = (step: (typeof steps)[number], status: LetterStatus, actor: Parameters<typeof decideLetter>[2]) => {
  const chain = step === 'initial' ? needsInitial : aLetter().chain
  const file = aLetterFile({ letters: [aLetter({ status, chain })] })
  return decideLetter(file, letterMove(step), actor, aPolicy(), shippedRules())
}

for (const step of steps) {
  const rule = letterRule(step)
  for (const status of letterStatuses) {
    test(`LETTER-1 ${step} of a letter that is ${status} is ${rule.from.includes(status) ? 'allowed' : 'refused'}`, () => {
      const decided = asked(step, status, almighty())
      if (!rule.from.includes(status)) {
        const error = { code: 'wrong-letter-status', status, allowedFrom: rule.from }
        return assert.deepEqual(decided, { ok: false, error })
      }
      assert.ok(decided.ok, JSON.stringify(decided))
      const change = decided.value.changes.find(({ table }) => table === 'letter')
      assert.ok(change?.table === 'letter')
      assert.deepEqual([change.set.status, change.base, change.set.changedAt], [rule.to, 1, aPolicy().now])
    })
  }
  test(`ACCESS-1 ${step} of a letter takes ${rule.by.join(' or ')}, at its own office, by people`, () => {
    const from = rule.from[0] ?? 'drafted'
    const refused = (decided: ReturnType<typeof asked>): LawRefusal => {
      assert.ok(!decided.ok)
      return decided.error
    }
    assert.deepEqual(refused(asked(step, from, staffLacking(rule.by))), { code: 'not-permitted', needs: rule.by })
    assert.deepEqual(refused(asked(step, from, almighty(offices.district))), {
      code: 'not-here',
      office: offices.village.id,
    })
    for (const actor of [citizen(), clock, setup]) assert.equal(refused(asked(step, from, actor)).code, 'not-permitted')
  })
  test(`LETTER-10 ${step} stops where the case was withdrawn or forgotten`, () => {
    const statuses = ['cancelled', 'duplicate', 'erased'] as const
    for (const status of statuses) {
      const file = aLetterFile({ case: aCase(status), letters: [aLetter({ status: rule.from[0] ?? 'drafted' })] })
      const decided = decideLetter(file, letterMove(step), almighty(), aPolicy(), shippedRules())
      assert.equal(!decided.ok && decided.error.code, 'wrong-status', status)
    }
  })
}

test('LETTER-7 what was signed is revoked by whoever signs; a draft also by whoever drafts', () => {
  const drafter = staffLacking(['letter.sign'])
  assert.ok(asked('revoke', 'drafted', drafter).ok)
  const signed = asked('revoke', 'issued', drafter)
  assert.deepEqual(!signed.ok && signed.error, { code: 'not-permitted', needs: ['letter.sign'] })
})

test('LETTER-1 a letter that the case does not hold is no letter', () => {
  const decided = decideLetter(
    aLetterFile(),
    letterMove('sign', { letter: ids.letter(7) }),
    almighty(),
    aPolicy(),
    shippedRules(),
  )
  assert.deepEqual(decided, { ok: false, error: { code: 'unknown-letter' } })
})

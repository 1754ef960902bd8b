import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keysOf } from '../kernel/keys.ts'
import { aCase, aReferral } from '../testing/a-case.ts'
import { aPolicy } from '../testing/a-policy.ts'
import { staff } from '../testing/actors.ts'
import { referralMove } from '../testing/moves.ts'
import type { Consent, ConsentBasis } from './consent.ts'
import { consentBases, lacksConsentWords } from './consent.ts'
import { decideReferral } from './decide.ts'

/** Which basis takes words, as the specification writes it. */
const spec: Readonly<Record<ConsentBasis, boolean>> = { form: false, verbal: true, statute: true, override: true }

for (const basis of keysOf(spec))
  test(`REF-31 the basis ${basis} ${spec[basis] ? 'takes words' : 'speaks for itself'}`, () => {
    assert.equal(consentBases[basis], spec[basis])
    assert.equal(lacksConsentWords({ basis, words: '  ' })?.code ?? null, spec[basis] ? 'note-missing' : null)
    assert.equal(lacksConsentWords({ basis, words: 'Pak RT Suroto' }), null)
  })

const file = {
  case: aCase('handling', { decision: 'approved', openReferrals: 1 }),
  referrals: [aReferral({ consent: 'statute', consentWords: 'UU 35/2014 pasal 59' })],
  grants: [],
}
function recorded(action: 'request' | 'redirect', consent: Consent | undefined) {
  const answer = decideReferral(file, referralMove(action, { consent }), staff('bo'), aPolicy())
  if (!answer.ok) return answer.error.code
  const made = answer.value.changes.find(({ table, base }) => table === 'referral' && base === 0)
  return [Reflect.get(made?.set ?? {}, 'consent'), Reflect.get(made?.set ?? {}, 'consentWords')]
}

test('REF-31 the consent stands on the referral; who is asked instead is told by the same right, or by a new one', () => {
  const form = { basis: 'form', words: '' } as const
  for (const action of ['request', 'redirect'] as const) {
    assert.deepEqual(recorded(action, form), ['form', ''])
    assert.equal(recorded(action, { basis: 'override', words: '' }), 'note-missing')
  }
  assert.deepEqual(recorded('redirect', undefined), ['statute', 'UU 35/2014 pasal 59'])
  assert.deepEqual(recorded('request', undefined), [null, null])
})

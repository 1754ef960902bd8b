import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { caseMoveData, registerData } from '../contract/case.ts'
import { contactCares, identityChecks, reachOf } from '../notice/contact.ts'
import { aCase, registration } from '../testing/a-case.ts'
import { aPolicy } from '../testing/a-policy.ts'
import { almighty, citizen, clock, staff } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { caseMove, surroundings } from '../testing/moves.ts'
import { seed } from '../testing/property.ts'
import type { CaseRow, CaseStatus } from './case.ts'
import { caseStatuses, contactWays } from './case.ts'
import { decideCase } from './decide.ts'
import { forgotten } from './erasure.ts'
import { registerCase } from './register.ts'

const door = { short: 's', long: 'l' }
const setOf = (decided: ReturnType<typeof decideCase>): Partial<CaseRow> => {
  assert.ok(decided.ok)
  const [own] = decided.value.changes
  assert.ok(own?.table === 'case')
  return own.set
}

test('NOTICE-4 what must be minded is said at registration; who does not know of it says nothing', () => {
  const registered = (own: object) => {
    const decided = registerCase(ids.case(1), registration(own), staff('fo'), door, aPolicy())
    assert.ok(decided.ok)
    const [made] = decided.value.changes
    assert.ok(made?.table === 'case')
    return made.set.contactCare
  }
  assert.deepEqual(registered({ contactCare: ['shared-phone'] }), ['shared-phone'])
  const { contactCare: _left, ...older } = registration()
  assert.equal(registerData.safeParse(older).success, true)
  assert.equal(registered({ contactCare: undefined }), null)
  assert.equal(registerData.safeParse(registration({ contactCare: ['loud' as never] })).success, false)
})

test('NOTICE-4 how a citizen is reached is set by whoever sees the case at a desk or handles it, at any office', () => {
  for (const actor of [staff('facilitator'), staff('fo'), staff('bo'), almighty(offices.otherVillage)])
    for (const via of contactWays) {
      const move = caseMove('set-contact', { contactVia: via, contactCare: ['unsafe'] })
      const set = setOf(decideCase(aCase('handling'), move, actor, aPolicy(), surroundings))
      assert.deepEqual([set.contactVia, set.contactCare, set.status], [via, ['unsafe'], 'handling'])
    }
  for (const actor of [citizen(), clock, staff('leader'), staff('provider', offices.hospital)])
    assert.equal(decideCase(aCase('handling'), caseMove('set-contact'), actor, aPolicy(), surroundings).ok, false)
})

test('NOTICE-4 what was set decides how the citizen is reached from then on', () => {
  const anySaid = fc.record({
    contactVia: fc.constantFrom(...contactWays),
    contactCare: fc.subarray([...contactCares]),
  })
  fc.assert(
    fc.property(anySaid, (said) => {
      const kase = aCase('answered', { contactVia: 'whatsapp', contactCare: null })
      const set = setOf(decideCase(kase, caseMove('set-contact', said), staff('fo'), aPolicy(), surroundings))
      const ways = new Set(['sms', 'whatsapp'] as const)
      assert.deepEqual(reachOf({ ...kase, ...set }, ways), reachOf({ ...kase, ...said }, ways))
    }),
    { seed },
  )
})

test('NOTICE-4 neither clocks nor what was passed up are touched by how one is reached', () => {
  const kase = aCase('handling')
  const set = setOf(decideCase(kase, caseMove('set-contact'), staff('fo'), aPolicy(), surroundings))
  assert.deepEqual([set.hop, set.total, set.passed], [kase.hop, kase.total, undefined])
})

const living: readonly CaseStatus[] = ['registered', 'handling', 'returned', 'recommended', 'answered', 'closed']

test('NOTICE-18 a secret is renewed as long as the case has a page to open, with what was checked and by words', () => {
  for (const status of caseStatuses)
    for (const check of identityChecks) {
      const decided = decideCase(
        aCase(status),
        caseMove('renew-secret', { check }),
        staff('fo'),
        aPolicy(),
        surroundings,
      )
      assert.equal(decided.ok, living.includes(status), status)
      if (!decided.ok) continue
      const { doorShort, doorLong } = setOf(decided)
      assert.deepEqual([doorShort, doorLong, decided.value.say], ['new-short', 'new-long', { check }])
    }
  const silent = decideCase(aCase(), caseMove('renew-secret', { note: '' }), staff('fo'), aPolicy(), surroundings)
  assert.equal(!silent.ok && silent.error.code, 'note-missing')
  assert.equal(caseMoveData['renew-secret'].safeParse({ check: 'voice', note: 'x' }).success, false)
})

test('NOTICE-18 nobody gets a secret for themselves: neither the citizen by the old one, nor the clock, nor who only handles', () => {
  for (const actor of [citizen(), clock, staff('provider', offices.hospital), staff('section-head')]) {
    const decided = decideCase(aCase(), caseMove('renew-secret'), actor, aPolicy(), surroundings)
    assert.equal(!decided.ok && decided.error.code, 'not-permitted')
  }
})

test('NOTICE-18 without new secrets nothing is renewed', () => {
  const bare = { ...surroundings, door: null }
  assert.equal(decideCase(aCase(), caseMove('renew-secret'), staff('fo'), aPolicy(), bare).ok, false)
})

test('NOTICE-15 what must be minded is forgotten with the person', () => {
  assert.deepEqual([forgotten.case.contactVia, forgotten.case.contactCare], ['none', null])
})

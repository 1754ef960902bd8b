import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { restrictedKinds } from '../access/permission.ts'
import { contactWays } from '../case/case.ts'
import { aCase } from '../testing/a-case.ts'
import { seed } from '../testing/property.ts'
import type { PhoneWay } from './contact.ts'
import { contactCares, internationalOf, phoneWays, reachOf } from './contact.ts'

const all = new Set<PhoneWay>(phoneWays)
const none = new Set<PhoneWay>()
const phone = '0812-3456-7890'
const kase = (own: Parameters<typeof aCase>[1]) =>
  aCase('handling', { clientPhone: phone, reporterPhone: null, ...own })

const byWish: readonly (readonly [via: (typeof contactWays)[number], kind: string, ways: readonly PhoneWay[]])[] = [
  ['none', 'none', []],
  ['visit', 'in-person', []],
  ['whatsapp', 'phone', ['whatsapp', 'sms']],
  ['sms', 'phone', ['sms']],
  ['phone', 'phone', ['sms']],
]
for (const [via, kind, ways] of byWish)
  test(`NOTICE-3 who asked to be reached by ${via} is reached so and in no other way`, () => {
    const reach = reachOf(kase({ contactVia: via }), all)
    assert.equal(reach.kind, kind)
    assert.deepEqual(reach.kind === 'phone' ? reach.ways : [], ways)
  })

test('NOTICE-3 without a gateway that the citizen agreed to, the text goes by hand; without a number, somebody goes there', () => {
  const byHand = reachOf(kase({ contactVia: 'whatsapp' }), none)
  assert.deepEqual(byHand, { kind: 'phone', number: '6281234567890', wording: 'full', ways: [], mayCall: true })
  assert.equal(reachOf(kase({ contactVia: 'sms' }), new Set(['whatsapp'] as const)).kind, 'phone')
  assert.deepEqual(reachOf(kase({ clientPhone: null }), all), { kind: 'in-person' })
  assert.deepEqual(reachOf(kase({ clientPhone: '12' }), all), { kind: 'in-person' })
})

test('NOTICE-3 whoever reported is told; who reported for themselves by their own number', () => {
  const numberOf = (own: Parameters<typeof aCase>[1]) => {
    const reach = reachOf(kase(own), all)
    return reach.kind === 'phone' ? reach.number : null
  }
  assert.equal(numberOf({ reporterPhone: '+62 811 222 333', reporterRelation: 'neighbour' }), '62811222333')
  assert.equal(numberOf({ reporterPhone: '0811222333', reporterRelation: 'self' }), '6281234567890')
  assert.equal(numberOf({ reporterPhone: '0811222333', reporterRelation: 'self', clientPhone: null }), '62811222333')
})

test('NOTICE-4 a shared phone and every restricted kind get no word about the matter', () => {
  const wordingOf = (own: Parameters<typeof aCase>[1]) => {
    const reach = reachOf(kase(own), all)
    return reach.kind === 'phone' ? reach.wording : reach.kind
  }
  assert.equal(wordingOf({}), 'full')
  assert.equal(wordingOf({ contactCare: ['no-call'] }), 'full')
  assert.equal(wordingOf({ contactCare: ['shared-phone'] }), 'bare')
  assert.equal(wordingOf({ restricted: 'hiv' }), 'bare')
  assert.equal(wordingOf({ restricted: 'child-in-law' }), 'bare')
})

test('NOTICE-4 where a message itself may harm, none goes out on any phone', () => {
  for (const restricted of ['violence', 'child-violence', 'child-protection', 'trafficking'] as const)
    assert.deepEqual(reachOf(kase({ restricted }), all), { kind: 'none' }, restricted)
  assert.deepEqual(reachOf(kase({ contactCare: ['unsafe'] }), all), { kind: 'none' })
  assert.deepEqual(reachOf(kase({ contactCare: ['unsafe'], clientPhone: null }), all), { kind: 'none' })
  assert.deepEqual(reachOf(kase({ restricted: 'violence', contactVia: 'visit' }), all), { kind: 'in-person' })
  assert.deepEqual(reachOf(aCase('erased'), all), { kind: 'none' })
})

test('NOTICE-4 who must not be called is not offered to be called', () => {
  const mayCall = (own: Parameters<typeof aCase>[1]) => {
    const reach = reachOf(kase(own), all)
    return reach.kind === 'phone' && reach.mayCall
  }
  assert.equal(mayCall({}), true)
  assert.equal(mayCall({ contactCare: ['no-call', 'shared-phone'] }), false)
})

test('NOTICE-4 whatever a case says, nothing in full reaches a shared phone, and nothing at all who wants nothing', () => {
  const anyCase = fc.record({
    contactVia: fc.constantFrom(...contactWays),
    contactCare: fc.option(fc.subarray([...contactCares])),
    restricted: fc.option(fc.constantFrom(...restrictedKinds)),
    clientPhone: fc.option(fc.constantFrom(phone, '021', '+1 202 555 0100')),
  })
  fc.assert(
    fc.property(anyCase, fc.subarray([...phoneWays]), (own, open) => {
      const reach = reachOf(kase(own), new Set(open))
      const careful = own.restricted !== null || (own.contactCare ?? []).includes('shared-phone')
      if (reach.kind !== 'phone') return
      assert.ok(reach.ways.every((way) => open.includes(way)))
      assert.notEqual(own.contactVia, 'none')
      assert.ok(!(own.contactCare ?? []).includes('unsafe'))
      assert.equal(reach.wording, careful ? 'bare' : 'full')
      assert.match(reach.number, /^\d{8,15}$/)
    }),
    { seed },
  )
})

test('NOTICE-3 numbers are read as people write them', () => {
  for (const [typed, read] of [
    ['0812-3456 7890', '6281234567890'],
    ['+62 812 3456 7890', '6281234567890'],
    ['62 81234567890', '6281234567890'],
    ['(0274) 868405', '62274868405'],
    ['110', null],
    ['0812 3456 7890 1234 5678', null],
  ] as const)
    assert.equal(internationalOf(typed), read, typed)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { GrantField } from '@openslrt/core/case/case.ts'
import { grantFields } from '@openslrt/core/case/case.ts'
import { aCase, aGrant } from '@openslrt/core/testing/a-case.ts'
import { monday } from '@openslrt/core/testing/a-policy.ts'
import { staff } from '@openslrt/core/testing/actors.ts'
import { offices } from '@openslrt/core/testing/an-office.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { fieldsFor } from './card.ts'

const kase = aCase('handling')
const hospital = staff('provider', offices.hospital)
const seen = (...given: Parameters<typeof fieldsFor>): readonly GrantField[] => {
  const fields = fieldsFor(...given)
  return grantFields.filter((field) => fields.has(field))
}

test('ACCESS-7 staff of the place, and staff of the office where it lies, see the whole case', () => {
  for (const actor of [staff('fo'), staff('manager', offices.district)])
    assert.equal(fieldsFor(kase, actor, [], monday).all, true)
  const visiting = aCase('handling', { office: offices.otherVillage.id })
  assert.equal(fieldsFor(visiting, staff('bo', offices.otherVillage), [], monday).all, true)
  const escalated = aCase('handling', { office: offices.province.id })
  assert.equal(fieldsFor(escalated, staff('province', offices.province), [], monday).all, true)
})

test('ACCESS-7 who sees no place of their own sees the whole case only while it lies with them', () => {
  const answer = fieldsFor(kase, staff('province', offices.province), [], monday)
  assert.deepEqual([answer.all, grantFields.some((field) => answer.has(field))], [false, false])
})

test('ACCESS-12 a restricted case shows itself whole only to a role that names its kind, and by grant to others', () => {
  const restricted = aCase('handling', { restricted: 'violence' })
  assert.equal(fieldsFor(restricted, staff('coordinator'), [], monday).all, true)
  assert.deepEqual(seen(restricted, staff('bo'), [], monday), [])
  const grant = aGrant({ office: offices.village.id, fields: ['contact'] })
  assert.deepEqual(seen(restricted, staff('bo'), [grant], monday), ['contact'])
})

test('ACCESS-7 an office with a grant sees the fields that it names, of several grants all of them', () => {
  assert.deepEqual(seen(kase, hospital, [aGrant({ fields: ['story'] })], monday), ['story'])
  const two = [aGrant({ fields: ['story', 'files'] }), aGrant({ id: ids.grant(2), fields: ['contact', 'story'] })]
  assert.deepEqual(seen(kase, hospital, two, monday), ['story', 'contact', 'files'])
  assert.deepEqual(seen(kase, hospital, [aGrant({ fields: [] })], monday), [])
})

test('ACCESS-7 a grant that ran out, was withdrawn, or names another office shows nothing', () => {
  const until = aGrant().until
  assert.deepEqual(seen(kase, hospital, [aGrant()], until - 1), ['story', 'client'])
  assert.deepEqual(seen(kase, hospital, [aGrant()], until), [])
  assert.deepEqual(seen(kase, hospital, [aGrant({ withdrawnAt: monday })], monday), [])
  assert.deepEqual(seen(kase, hospital, [aGrant({ office: offices.health.id })], monday), [])
})

property(
  'ACCESS-7 what an office sees of a case elsewhere is exactly what its live grants name',
  fc.array(
    fc.record({
      office: fc.constantFrom(offices.hospital.id, offices.health.id),
      fields: fc.subarray([...grantFields]),
      until: fc.constantFrom(monday - 1, monday, monday + 1),
      withdrawnAt: fc.constantFrom(null, monday),
    }),
    { maxLength: 4 },
  ),
  (grants) => {
    const live = grants.filter(
      ({ office, until, withdrawnAt }) => office === offices.hospital.id && until > monday && withdrawnAt === null,
    )
    const named = new Set(live.flatMap(({ fields }) => fields))
    assert.deepEqual(
      seen(
        kase,
        hospital,
        grants.map((own) => aGrant(own)),
        monday,
      ),
      grantFields.filter((field) => named.has(field)),
    )
  },
)

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { registerData } from '@openslrt/core/contract/case.ts'
import { categories } from '@openslrt/core/lists/categories.ts'
import { villageCode } from '@openslrt/core/place/code.ts'
import { emptyComplaint } from '../screens/complaint-values.ts'
import { faultsOf, isFor, kindOf, saidKinds, saidOf } from './say-values.ts'

const place = villageCode.parse('34.04.07.2003')
const values = {
  ...emptyComplaint,
  kind: 'question',
  place,
  name: 'Sumarni',
  category: 'info',
  summary: 'Kapan PKH cair?',
}

test('FIELD-26 a question and a suggestion go as the desk registers them, brought in by whoever visits', () => {
  for (const kind of saidKinds) {
    const said = registerData.parse(saidOf({ ...values, phone: '081300001111' }, kind, place))
    assert.deepEqual(
      [said.kind, said.channel, said.contactVia, said.client.phone],
      [kind, 'visit', 'phone', '081300001111'],
    )
  }
  assert.equal(registerData.parse(saidOf(values, 'question', place)).contactVia, 'visit')
})

test('FIELD-26 what is missing is told by its field', () => {
  assert.deepEqual(faultsOf(values), {})
  assert.deepEqual(Object.keys(faultsOf({ ...values, ...emptyComplaint, kind: 'complaint', phone: 'x' })), [
    'kind',
    'place',
    'name',
    'category',
    'summary',
    'phone',
  ])
  assert.deepEqual([kindOf('service'), kindOf('suggestion')], [null, 'suggestion'])
})

test('FIELD-26 of the categories those of the kind are offered, and those of all', () => {
  assert.deepEqual(
    [isFor('question', ['complaint']), isFor('question', ['question']), isFor('question', undefined)],
    [false, true, true],
  )
  for (const kind of saidKinds)
    assert.ok(
      categories.some(({ kinds }) => isFor(kind, kinds)),
      kind,
    )
})

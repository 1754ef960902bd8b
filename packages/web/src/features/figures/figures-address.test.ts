import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeCode } from '@openslrt/core/place/code.ts'
import { casesHref, filterOf, orderOf, turned } from './figures-address.ts'

const depok = placeCode.parse('34.04.07')
const period = { from: '2026-10-24', to: '2026-11-22' }

test('FIG-9 a figure of a period opens the list of its days and place; what holds now opens without days', () => {
  assert.equal(
    casesHref('handled', depok, period),
    '/antrean?queue=all&measure=handled&place=34.04.07&from=2026-10-24&to=2026-11-22',
  )
  assert.equal(casesHref('late', depok, period), '/antrean?queue=all&measure=late&place=34.04.07')
  assert.match(casesHref('registered', depok, period, 'pip'), /&category=pip$/)
})

test('FIG-9 an address with something that is no place or day shows the usual figures', () => {
  assert.deepEqual(filterOf('?place=34.04&from=gestern&to=2026-11-22&x=1'), { place: '34.04', to: '2026-11-22' })
})

test('FIG-10 a heading pressed sorts highest first, pressed again lowest first; names begin with A', () => {
  const byName = orderOf('')
  assert.deepEqual(byName, { orderBy: 'name', direction: 'ascending' })
  assert.deepEqual(orderOf(`?urut=${turned(byName, 'late')}`), { orderBy: 'late', direction: 'descending' })
  assert.deepEqual(orderOf(`?urut=${turned(orderOf('?urut=late'), 'late')}`), {
    orderBy: 'late',
    direction: 'ascending',
  })
  assert.deepEqual(orderOf(`?urut=${turned(byName, 'name')}`), { orderBy: 'name', direction: 'descending' })
  assert.equal(turned(orderOf('?urut=late'), 'name'), undefined)
})

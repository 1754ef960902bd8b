import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseMeasures, isStanding } from '@openslrt/core/case/measures.ts'
import { caseFilter } from '@openslrt/core/contract/case-queries.ts'
import { daysIn } from '@openslrt/core/figures/period.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import { casesHref, filterOf, lastDays, orderOf, turned } from './figures-address.ts'

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

test('FIG-9 the usual lengths end today, and hold as many days as they say', () => {
  for (const days of [7, 30, 90, 365]) {
    const last = lastDays(days, '2026-11-22')
    assert.deepEqual([last.to, daysIn(last)], ['2026-11-22', days])
  }
  assert.deepEqual(lastDays(1, '2026-03-01'), { from: '2026-03-01', to: '2026-03-01' })
})

test('FIG-9 every measure opens a list that the queue knows', () => {
  for (const measure of caseMeasures) {
    const [path, search = ''] = casesHref(measure, depok, period, 'pip').split('?')
    assert.equal(path, '/antrean')
    const read = caseFilter.safeParse(Object.fromEntries(new URLSearchParams(search)))
    assert.ok(read.success && read.data.measure === measure, measure)
    assert.equal(read.data.from === undefined, isStanding(measure), `${measure} is asked for days`)
  }
})

test('FIG-10 an order that names nothing is the usual one, and turning it begins at the top', () => {
  assert.deepEqual(orderOf('urut='), { orderBy: 'name', direction: 'ascending' })
  assert.deepEqual(orderOf('urut=-name'), { orderBy: 'name', direction: 'descending' })
  assert.equal(turned(orderOf('urut=late'), 'registered'), 'registered')
  assert.equal(turned(orderOf('urut=-late'), 'late'), 'late')
  assert.equal(turned(orderOf('urut=-name'), 'name'), 'name')
})

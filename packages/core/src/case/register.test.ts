import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../access/actor.ts'
import type { RegisterData } from '../contract/case.ts'
import { addWorking } from '../kernel/calendar.ts'
import { ledgerCode, villageCode } from '../place/code.ts'
import { registration } from '../testing/a-case.ts'
import { aCalendar, aPolicy, monday } from '../testing/a-policy.ts'
import { almighty, citizen, clock, setup, staff } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { registerCase } from './register.ts'

const id = ids.case(1)
const door = { short: 'hash of the short one', long: 'hash of the long one' }
const register = (own: Partial<RegisterData> = {}, actor: Actor = staff('fo'), policy = aPolicy()) =>
  registerCase(id, registration(own), actor, door, policy)

function rowOf(own: Partial<RegisterData> = {}, actor: Actor = staff('fo')) {
  const decided = register(own, actor)
  assert.ok(decided.ok, JSON.stringify(decided))
  const [change] = decided.value.changes
  assert.ok(change?.table === 'case' && change.base === 0 && decided.value.changes.length === 1)
  return change.set
}
const refusalOf = (own: Partial<RegisterData>, actor: Actor = staff('fo'), policy = aPolicy()) => {
  const decided = register(own, actor, policy)
  return decided.ok ? null : decided.error
}

test('CASE-0 a walk-in lies with the office that took it in, and waits for somebody to take it', () => {
  const row = rowOf()
  assert.deepEqual(
    [row.office, row.registeredOffice, row.status, row.assignee, row.district],
    [offices.village.id, offices.village.id, 'registered', null, '34.04'],
  )
})

test('CASE-0 both clocks start: the hop by the level of the office, the total by the category', () => {
  const row = rowOf()
  const within = (days: number) => addWorking(aCalendar(), monday, days * 420)
  assert.deepEqual(row.hop, { startedAt: monday, dueAt: within(1), left: null })
  assert.deepEqual(row.total, { startedAt: monday, dueAt: within(14), left: null })
  assert.equal(rowOf({}, staff('manager', offices.district)).hop?.dueAt, within(3))
})

test('CASE-0 from home a case goes to the lowest office that takes citizens of the place', () => {
  assert.equal(rowOf({}, citizen(id)).office, offices.village.id)
  const withoutPuskesos = rowOf({ place: villageCode.parse('34.04.08.2001') }, citizen(id))
  assert.equal(withoutPuskesos.office, offices.district.id)
})

test('CASE-0 where nobody serves a place, a report from home is refused and not lost in silence', () => {
  const policy = aPolicy(monday, { offices: new Map([[offices.hospital.id, offices.hospital]]) })
  assert.deepEqual(refusalOf({}, citizen(id), policy), { code: 'wrong-place' })
})

test('CASE-0 a desk takes in people of its own district only', () => {
  assert.equal(rowOf({ place: villageCode.parse('34.04.08.2001') }).place, '34.04.08.2001')
  assert.deepEqual(refusalOf({ place: villageCode.parse('34.02.01.2001') }), { code: 'wrong-place' })
  assert.deepEqual(refusalOf({}, almighty(offices.closed)), { code: 'wrong-place' })
})

test('CASE-0 the case belongs to the home district of its place', () => {
  assert.equal(rowOf().district, ledgerCode.parse('34.04'))
})

test('ACCESS-1 registering takes the right to, or being the citizen of this very case', () => {
  const needs = ['case.register', 'case.open', 'citizen']
  for (const actor of [staff('section-head'), staff('leader'), citizen(ids.case(2)), clock, setup])
    assert.deepEqual(refusalOf({}, actor), { code: 'not-permitted', needs }, actor.kind)
})

test('CASE-0 category, kind and channel are those of the lists in force', () => {
  assert.deepEqual(refusalOf({ category: 'made-up' }), { code: 'unknown-category' })
  assert.deepEqual(refusalOf({ channel: 'pigeon' }), { code: 'unknown-channel' })
  assert.deepEqual(refusalOf({ category: 'decile-check', kind: 'complaint' }), {
    code: 'wrong-kind',
    kind: 'complaint',
    allowed: ['service', 'question'],
  })
})

test('CASE-0 a red card is a case of the highest priority', () => {
  assert.deepEqual([rowOf().priority, rowOf({ red: true }).priority], ['normal', 'red'])
})

test('CASE-0 a case has a client with a name, unless it is reported without one', () => {
  const client = { ...registration().client, name: '' }
  assert.deepEqual(refusalOf({ client }), { code: 'client-missing' })
  assert.equal(rowOf({ client, reporter: { ...registration().reporter, anonymous: true } }).clientName, '')
})

test('CASE-0 who reports about themselves with their name is named', () => {
  const reporter = { name: 'Sumarni', phone: '081234567890', relation: 'self', anonymous: false } as const
  const { clientName, clientNik, reporterName } = rowOf({ reporter })
  assert.deepEqual([clientName, clientNik, reporterName], ['Sumarni', '3404075203600001', 'Sumarni'])
})

test('CASE-0 who reports about themselves without a name leaves nothing that tells who they are', () => {
  const reporter = { name: 'Sumarni', phone: '081234567890', relation: 'self', anonymous: true } as const
  const { clientName, clientNik, clientKk, clientPhone, clientAddress, reporterName, reporterPhone } = rowOf({
    reporter,
  })
  assert.deepEqual(
    [clientName, clientNik, clientKk, clientPhone, clientAddress, reporterName, reporterPhone],
    ['', null, null, null, '', null, null],
  )
})

test('CASE-0 who reports for a neighbour without a name hides themselves, not the neighbour', () => {
  const reporter = { name: 'Budi', phone: '081', relation: 'neighbour', anonymous: true } as const
  const { clientName, reporterName, reporterPhone, reporterRelation, anonymous } = rowOf({ reporter })
  assert.deepEqual(
    [clientName, reporterName, reporterPhone, reporterRelation, anonymous],
    ['Sumarni', null, null, 'neighbour', true],
  )
})

test('CASE-0 what was typed stands in the case, word for word', () => {
  const data = registration()
  const row = rowOf()
  assert.deepEqual(
    [row.kind, row.category, row.channel, row.summary, row.story, row.contactVia, row.restricted],
    [data.kind, data.category, data.channel, data.summary, data.story, data.contactVia, data.restricted],
  )
  assert.deepEqual(
    [row.clientName, row.clientNik, row.clientKk, row.clientPhone, row.clientAddress],
    Object.values(data.client),
  )
  assert.deepEqual([row.reporterName, row.reporterPhone, row.reporterRelation], ['Budi', null, 'family'])
  assert.deepEqual([row.doorShort, row.doorLong], [door.short, door.long])
})

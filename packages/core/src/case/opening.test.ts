import assert from 'node:assert/strict'
import { test } from 'node:test'
import { permissions } from '../access/permission.ts'
import type { RegisterData } from '../contract/case.ts'
import { registerData } from '../contract/case.ts'
import { noticesOf, nowhere } from '../notice/tell.ts'
import { villageCode } from '../place/code.ts'
import { registration } from '../testing/a-case.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { citizen, staff, staffLacking, staffWith } from '../testing/actors.ts'
import { anOffice, offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { forgotten } from './erasure.ts'
import { openerOf, registerCase } from './register.ts'

const id = ids.case(1)
const door = { short: 's', long: 'l' }
const hospital = staff('provider', offices.hospital)
const consent = { basis: 'verbal', words: 'Perawat Siti' } as const
const elsewhere = villageCode.parse('34.04.08.2001')

const open = (own: Partial<RegisterData> = {}, actor = hospital, staffed?: ReadonlySet<typeof offices.village.id>) =>
  registerCase(id, registration({ consent, ...own }), actor, { ...door, ...(staffed ? { staffed } : {}) }, aPolicy())

function opened(...asked: Parameters<typeof open>) {
  const decided = open(...asked)
  assert.ok(decided.ok, JSON.stringify(decided))
  const [change] = decided.value.changes
  assert.ok(change?.table === 'case')
  return { ...decided.value, row: change.set }
}

test('OPEN-1 what a hospital opens lies with the lowest office that serves the village, and not with the hospital', () => {
  const { row, say } = opened()
  assert.deepEqual(
    [row.office, row.registeredOffice, row.openedBy, row.status],
    [offices.village.id, offices.village.id, offices.hospital.id, 'registered'],
  )
  assert.equal(say['office'], offices.village.name)
  assert.equal(opened({ place: elsewhere }).row.office, offices.district.id)
})

test('OPEN-1 where nobody works at the Puskesos it falls to the next office, as from home', () => {
  assert.equal(opened({}, hospital, new Set([offices.district.id])).row.office, offices.district.id)
  assert.equal(opened({}, hospital, new Set()).row.office, offices.village.id, 'somebody will be appointed there')
})

test('OPEN-1 a restricted case goes to the district at once, and keeps who opened it', () => {
  const { row } = opened({ category: 'violence', restricted: 'violence' })
  assert.deepEqual([row.office, row.restricted, row.openedBy], [offices.district.id, 'violence', offices.hospital.id])
})

test('OPEN-1 a hospital serves patients of other districts; where nobody receives them, nothing is lost in silence', () => {
  const bantul = anOffice({ id: ids.office(40), place: villageCode.parse('34.02.01.2001') })
  const known = new Map([offices.hospital, bantul].map((office) => [office.id, office]))
  const asked = registration({ consent, place: villageCode.parse('34.02.01.2001') })
  const policy = aPolicy(monday, { offices: known })
  const decided = registerCase(id, asked, hospital, door, policy)
  const [change] = decided.ok ? decided.value.changes : []
  assert.deepEqual(change?.table === 'case' && [change.set.office, change.set.district], [bantul.id, '34.02'])
  const nobody = aPolicy(monday, { offices: new Map([[offices.hospital.id, offices.hospital]]) })
  const refused = registerCase(id, asked, hospital, door, nobody)
  assert.deepEqual(!refused.ok && refused.error, { code: 'wrong-place' })
})

test('OPEN-1 the kind of the office decides, not the role: an agency opens too, a desk keeps what it takes in', () => {
  const agency = anOffice({ id: ids.office(41), kind: 'agency', place: offices.district.place })
  const known = new Map([...Object.values(offices), agency].map((office) => [office.id, office]))
  assert.equal(openerOf(staff('provider', agency), known)?.id, agency.id)
  for (const desk of [offices.village, offices.district, offices.province])
    assert.equal(openerOf(staff('provider', desk), known), null, desk.name)
  assert.equal(openerOf(staff('provider', offices.closed), known), null, 'what is closed opens nothing')
  assert.equal(openerOf(citizen(), known), null)
})

test('OPEN-1 opening takes the right to; the right alone lets nobody speak for the citizen afterwards', () => {
  const lacking = staffLacking(['case.open', 'case.register'], offices.hospital)
  const refused = open({}, lacking)
  const needs = ['case.register', 'case.open', 'citizen']
  assert.deepEqual(!refused.ok && refused.error, { code: 'not-permitted', needs })
  const only = staffWith({ permissions: ['case.read', 'case.open'], restricted: [], sees: 'office' }, offices.hospital)
  assert.ok(open({}, only).ok)
  assert.ok(permissions.includes('case.open') && !hospital.permissions.has('case.register'))
})

test('OPEN-2 it says by what right it tells of the person, in row, history and words; a form speaks for itself', () => {
  const { row, note, say } = opened()
  assert.deepEqual(
    [row.consent, row.consentWords, note, say['consent']],
    ['verbal', 'Perawat Siti', 'Perawat Siti', 'verbal'],
  )
  assert.equal(opened({ consent: { basis: 'form', words: '' } }).row.consentWords, '')
  assert.deepEqual([forgotten.case.consentWords], [null])
})

test('OPEN-2 without a consent, or without its words, no other office is told', () => {
  const { consent: _, ...unsaid } = registration()
  const refusals = [
    unsaid,
    ...(['verbal', 'statute', 'override'] as const).map((basis) => registration({ consent: { basis, words: ' ' } })),
  ]
    .map((data) => registerCase(id, data, hospital, door, aPolicy()))
    .map((decided) => (decided.ok ? 'ok' : decided.error.code))
  assert.deepEqual(refusals, ['consent-missing', 'note-missing', 'note-missing', 'note-missing'])
  assert.equal(registerData.safeParse(registration({ consent })).success, true)
  assert.equal(registerData.safeParse({ ...registration(), consent: { basis: 'hearsay', words: '' } }).success, false)
})

test('OPEN-2 at a desk and from home nobody is told of by another: nothing of it is recorded', () => {
  for (const actor of [staff('fo'), citizen(id)]) {
    const decided = registerCase(id, registration({ consent }), actor, door, aPolicy())
    const [change] = decided.ok ? decided.value.changes : []
    assert.ok(change?.table === 'case' && !('openedBy' in change.set) && !('consent' in change.set), actor.kind)
  }
})

test('OPEN-1 who handles cases where it lies is told that it came, and the citizen that it was received', () => {
  const { action, note, say, day, changes } = opened()
  const payload = { v: 1 as const, action, note, say, day, changes }
  const entry = {
    kind: 'case.register',
    actor: `staff:${ids.staff(1)}`,
    office: offices.hospital.id,
    at: monday,
    payload,
  }
  const told = noticesOf(entry, nowhere, aPolicy().windows)
  assert.deepEqual(
    told.map(({ whom, what }) => [whom.kind, whom.kind === 'office' && whom.office, what]),
    [
      ['citizen', false, 'received'],
      ['office', offices.village.id, 'arrived'],
    ],
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Actor } from '../access/actor.ts'
import { restrictedKinds } from '../access/permission.ts'
import { registerData } from '../contract/case.ts'
import { officeLevels, receives } from '../office/office.ts'
import { covers, ledgerOf, villageCode } from '../place/code.ts'
import { consentBases } from '../referral/consent.ts'
import { aBlank } from '../testing/a-blank.ts'
import { registration } from '../testing/a-case.ts'
import { aPolicy } from '../testing/a-policy.ts'
import { almighty, citizen, clock, setup } from '../testing/actors.ts'
import { anOffice, offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { property } from '../testing/property.ts'
import { openerOf, registerCase } from './register.ts'

const id = ids.case(1)
const bantul = anOffice({
  ...offices.district,
  id: ids.office(70),
  place: villageCode.parse('34.02.01.2001'),
  level: 'village',
  kind: 'puskesos',
})
const known = new Map([...Object.values(offices), bantul].map((office) => [office.id, office]))
const all = [...known.values()]
const policy = aPolicy(undefined, { offices: known, officesFor: () => all })
const villages = ['34.04.07.2001', '34.04.07.2002', '34.04.08.2001', '34.02.01.2001', '34.02.09.2001'] as const
const door = { short: 's', long: 'l' }
const duty = new Map(all.map((office, at) => [office.id, ids.staff(100 + at)]))

const anArrival = fc.record({
  at: fc.constantFrom(...all.map((office) => almighty(office)), citizen(id)),
  place: fc.constantFrom(...villages).map((village) => villageCode.parse(village)),
  restricted: fc.option(fc.constantFrom(...restrictedKinds)),
  red: fc.boolean(),
  staffed: fc.option(fc.subarray(all).map((some) => new Set(some.map((office) => office.id)))),
  basis: fc.option(fc.constantFrom('form', 'verbal', 'statute', 'override')),
  words: fc.constantFrom('', 'Perawat Siti'),
})
type Arrived = typeof anArrival extends fc.Arbitrary<infer Value> ? Value : never

function register({ at, place, restricted, red, staffed, basis, words }: Arrived) {
  const consent = basis ? { consent: { basis, words } as const } : {}
  const around = { ...door, duty, ...(staffed ? { staffed } : {}) }
  return registerCase(id, registration({ place, restricted, red, ...consent }), at, around, policy)
}
function rowOf(drawn: Arrived) {
  const decided = register(drawn)
  const [change] = decided.ok ? decided.value.changes : []
  return change?.table === 'case' ? change.set : null
}

property(
  'CASE-0, OPEN-1 whoever brings it from wherever, a case lies with an open office of its place that takes citizens in, in its ledger',
  anArrival,
  (drawn) => {
    const row = rowOf(drawn)
    if (!row) return
    const office = row.office && known.get(row.office)
    assert.ok(office && receives(office), 'it lies with somebody')
    assert.equal(row.district, ledgerOf(drawn.place))
    assert.equal(row.registeredOffice, row.office)
    if (drawn.at.kind === 'staff' && !openerOf(drawn.at, known)) assert.equal(office.id, drawn.at.office)
    else {
      assert.ok(covers(office.place, drawn.place))
      if (drawn.restricted) assert.ok(officeLevels.indexOf(office.level) >= officeLevels.indexOf('district'))
    }
  },
  400,
)

property(
  'OPEN-1, OPEN-2 what another office opened says so and by what right; what a desk or a citizen brought says nothing of it',
  anArrival,
  (drawn) => {
    const decided = register(drawn)
    const lacks = lacking(drawn)
    if (lacks) return assert.equal(decided.ok ? 'done' : decided.error.code, lacks)
    const row = rowOf(drawn)
    if (!row) return
    const opener = openerOf(drawn.at, known)
    const said = opener ? [opener.id, drawn.basis, drawn.words] : [undefined, undefined, undefined]
    assert.deepEqual([row.openedBy, row.consent, row.consentWords], said)
    assert.notEqual(row.office, row.openedBy)
  },
  400,
)

property(
  'CASE-41 a red card lies with who is on duty where it came to, any other with nobody yet',
  anArrival,
  (drawn) => {
    const row = rowOf(drawn)
    if (!row?.office) return
    assert.equal(row.assignee, drawn.red ? duty.get(row.office) : null)
    assert.equal(row.priority, drawn.red ? 'red' : 'normal')
  },
)

/** Why what another office brings is not told; null where it is, and where nobody is told by another. */
function lacking({ at, basis, words }: Arrived): string | null {
  if (!openerOf(at, known)) return null
  if (!basis) return 'consent-missing'
  return consentBases[basis] && words === '' ? 'note-missing' : null
}

/** Who takes a case in for a village of Sleman, and where it lies then. */
const taken: readonly (readonly [who: string, actor: Actor, office: string])[] = [
  ['the Puskesos of the village', almighty(offices.village), offices.village.name],
  ['the Puskesos of the next village', almighty(offices.otherVillage), offices.otherVillage.name],
  ['the secretariat', almighty(offices.district), offices.district.name],
  ['a hospital', almighty(offices.hospital), offices.village.name],
  ['the health office', almighty(offices.health), offices.village.name],
  ['the citizen', citizen(id), offices.village.name],
  ['the province', almighty(offices.province), 'wrong-place'],
  ['the nation', almighty(offices.nation), 'wrong-place'],
  ['a Puskesos of another district', almighty(bantul), 'wrong-place'],
  ['a post that was closed', almighty(offices.subdistrict), 'wrong-place'],
  ['a provider that was closed', almighty(offices.closed), 'wrong-place'],
  ['an office that nobody knows', { ...almighty(), office: ids.office(88) }, 'wrong-place'],
  ['the citizen of another case', citizen(ids.case(2)), 'not-permitted'],
  ['the clock', clock, 'not-permitted'],
  ['the set-up', setup, 'not-permitted'],
]
for (const [who, actor, where] of taken)
  test(`CASE-0, OPEN-1 taken in by ${who}: ${where}`, () => {
    const consent = { basis: 'form', words: '' } as const
    const decided = registerCase(id, registration({ consent }), actor, door, policy)
    assert.equal(decided.ok ? decided.value.say['office'] : decided.error.code, where)
  })

/** What is wrong with a form and with what was typed from it: the first is told that stands first in the law. */
const first: readonly (readonly [own: object, form: NonNullable<Parameters<typeof aBlank>[0]> | null, code: string])[] =
  [
    [{ category: 'made-up' }, null, 'unknown-category'],
    [{ category: 'made-up', channel: 'pigeon' }, {}, 'unknown-category'],
    [{ channel: 'pigeon' }, { status: 'void' }, 'unknown-channel'],
    [{}, null, 'unknown-form'],
    [{}, { status: 'typed' }, 'wrong-form-status'],
    [{}, {}, 'done'],
  ]
for (const [own, form, code] of first)
  test(`BLANK-3 typed from ${form ? (form.status ?? 'a form of the pile') : 'no form'} with ${JSON.stringify(own)}: ${code}`, () => {
    const data = registration({ form: 'F3404-26-012-01', ...own })
    const decided = registerCase(id, data, almighty(), { ...door, form: form ? aBlank(form) : null }, policy)
    assert.equal(decided.ok ? 'done' : decided.error.code, code)
  })

/** What a registration may carry beside the case: its form, its messages, its consent. */
const message = ids.attachment(1)
const beside: readonly (readonly [own: object, taken: boolean])[] = [
  [{}, true],
  [{ messages: { ids: [message], done: true } }, true],
  [{ messages: { ids: Array.from({ length: 20 }, () => message), done: false } }, true],
  [{ messages: { ids: Array.from({ length: 21 }, () => message), done: false } }, false],
  [{ messages: { ids: [], done: true } }, false],
  [{ messages: { ids: [message] } }, false],
  [{ messages: { ids: ['1'], done: true } }, false],
  [{ messages: null }, false],
  [{ form: '' }, false],
  [{ form: null }, false],
  [{ consent: { basis: 'form', words: '' } }, true],
  [{ consent: { basis: 'form' } }, false],
  [{ consent: { basis: 'hearsay', words: 'x' } }, false],
  [{ consent: { basis: 'verbal', words: 'x'.repeat(201) } }, false],
  [{ openedBy: offices.hospital.id }, false],
  [{ office: offices.hospital.id }, false],
  [{ assignee: ids.staff(1) }, false],
  [{ priority: 'red' }, false],
  [{ doorShort: 'a'.repeat(64) }, false],
]
for (const [own, may] of beside)
  test(`WIRE-1 a registration with ${JSON.stringify(own).slice(0, 70)} is ${may ? 'read' : 'turned away'}`, () => {
    assert.equal(registerData.safeParse({ ...registration(), ...own }).success, may)
  })

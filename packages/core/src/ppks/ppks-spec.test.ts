import assert from 'node:assert/strict'
import { test } from 'node:test'
import { restrictedKinds } from '../access/permission.ts'
import { caseId, familyId, officeId, personId } from '../kernel/id.ts'
import { keysOf } from '../kernel/keys.ts'
import { shippedLists } from '../lists/shipped.ts'
import { villageCode } from '../place/code.ts'
import { aPerson } from '../testing/a-family.ts'
import { monday } from '../testing/a-policy.ts'
import { aPpks, aService, ppksData, welfareNth } from '../testing/a-welfare.ts'
import { citizen, clock, setup, staff, staffLacking } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import type { PpksLook, PpksMove } from './decide.ts'
import { decidePpks } from './decide.ts'
import { ppksSteps, serviceSteps } from './moves.ts'
import type { PpksStatus, ServiceStatus } from './ppks.ts'
import { courseOf, ppksStatuses, serviceStatuses } from './ppks.ts'
import { cellLimitData, ppksTypeData } from './types.ts'

const today = '2026-11-02'
const officer = staff('bo')
const types = new Map(
  shippedLists.items
    .filter(({ list }) => list === 'ppks-type')
    .map(({ code, data }) => [code, ppksTypeData.parse(data)]),
)
const siti = aPerson
const look = (own: Partial<PpksLook> = {}): PpksLook => ({
  now: monday,
  day: today,
  offices: new Map(Object.values(offices).map((office) => [office.id, office])),
  ppks: aPpks(),
  services: [aService()],
  type: (code) => types.get(code) ?? null,
  risks: new Set(['no-carer']),
  endings: new Set(['back-home']),
  knowsVillage: true,
  knows: { family: false, case: false },
  person: null,
  twin: false,
  client: null,
  ...own,
})
const move = <Kind extends PpksMove['kind']>(kind: Kind, own: object = {}): PpksMove =>
  ({ kind, subject: aPpks().id, data: { ...ppksData[kind], ...own } }) as PpksMove
const decide = (kind: PpksMove['kind'], own: object = {}, seen: Partial<PpksLook> = {}, by = officer) =>
  decidePpks(move(kind, own), by, look({ ...(kind === 'ppks.receive' && { ppks: null, services: [] }), ...seen }))
const said = (kind: PpksMove['kind'], own: object = {}, seen: Partial<PpksLook> = {}, by = officer): string => {
  const decided = decide(kind, own, seen, by)
  return decided.ok ? 'yes' : decided.error.code
}

/** The law once more: from where, to where, and the status of the service that it is about. */
const spec: Readonly<Record<(typeof ppksSteps)[number], readonly [string, PpksStatus | 'same', ServiceStatus?]>> = {
  assess: ['received', 'assessed'],
  plan: ['assessed', 'planned'],
  'add-service': ['planned in-service monitored', 'same'],
  'begin-service': ['planned in-service monitored', 'in-service', 'planned'],
  'finish-service': ['in-service monitored', 'same', 'running'],
  'stop-service': ['planned in-service monitored', 'same', 'running'],
  monitor: ['in-service monitored', 'monitored'],
  end: ['received assessed planned in-service monitored', 'ended', 'done'],
  correct: ['received assessed planned in-service monitored', 'same'],
  reassess: ['assessed planned in-service monitored', 'received'],
  replan: ['planned in-service monitored', 'assessed'],
  reopen: ['ended', 'received'],
}
for (const step of ppksSteps)
  for (const status of ppksStatuses)
    test(`PPKS-2 ${step} of somebody who is ${status}`, () => {
      const [from, to, service] = spec[step]
      const seen = {
        ppks: aPpks({ status, outcome: 'died', endedOn: today }),
        services: [aService({ status: service ?? 'planned' })],
      }
      const decided = decide(`ppks.${step}`, {}, seen)
      if (!from.split(' ').includes(status)) {
        assert.deepEqual(decided.ok, false)
        assert.equal(!decided.ok && decided.error.code, 'ppks-step')
        return
      }
      assert.ok(decided.ok, JSON.stringify(decided))
      const [own] = decided.value.changes
      assert.deepEqual(own && 'status' in own.set && own.set.status, to === 'same' ? status : to)
    })

for (const step of serviceSteps)
  for (const status of serviceStatuses)
    test(`PPKS-5 ${step} of a service that is ${status}`, () => {
      const may = {
        'begin-service': ['planned'],
        'finish-service': ['running'],
        'stop-service': ['planned', 'running'],
      }
      const seen = { ppks: aPpks({ status: 'in-service' }), services: [aService({ status })] }
      assert.equal(said(`ppks.${step}`, {}, seen), may[step].includes(status) ? 'yes' : 'ppks-service')
    })

test('PPKS-1 the 26 types stand in the order of the ministry, ten of them under their own restricted kind', () => {
  const shut = [...types.values()].filter(({ restricted }) => restricted !== null)
  assert.deepEqual(
    [...types.values()].map(({ number }) => number),
    Array.from({ length: 26 }, (_, nth) => nth + 1),
  )
  assert.deepEqual(
    shut.map(({ number }) => number),
    [3, 6, 7, 10, 14, 15, 16, 17, 18, 19],
  )
  assert.deepEqual(
    shut.map(({ restricted }) => restricted),
    restrictedKinds,
  )
  const limit = shippedLists.items.find(({ list }) => list === 'cell-limit')
  assert.equal(cellLimitData.parse(limit?.data).least, 5)
})

const refusals: readonly (readonly [kind: PpksMove['kind'], own: object, seen: Partial<PpksLook>, code: string])[] = [
  ['ppks.receive', { type: 'none' }, {}, 'ppks-type'],
  ['ppks.receive', { type: 'hiv' }, {}, 'ppks-restricted'],
  ['ppks.receive', { village: villageCode.parse('34.04.07.2002') }, {}, 'village-elsewhere'],
  ['ppks.receive', {}, { knowsVillage: false }, 'village-elsewhere'],
  ['ppks.receive', { name: '' }, {}, 'ppks-who'],
  ['ppks.receive', { since: '2026-11-03' }, {}, 'ppks-day'],
  ['ppks.receive', { person: personId.parse(welfareNth(90)) }, {}, 'ppks-who'],
  ['ppks.receive', { family: familyId.parse(welfareNth(91)) }, {}, 'ppks-who'],
  ['ppks.receive', { case: caseId.parse(welfareNth(92)) }, {}, 'ppks-case'],
  ['ppks.receive', { person: siti.id }, { person: { ...siti, mergedInto: aPerson.id } }, 'ppks-who'],
  ['ppks.receive', { person: siti.id }, { person: siti, twin: true }, 'ppks-twice'],
  ['ppks.receive', {}, { ppks: aPpks() }, 'already-so'],
  ['ppks.assess', {}, { ppks: null }, 'ppks-unknown'],
  ['ppks.assess', { risks: ['none'] }, {}, 'ppks-risk'],
  ['ppks.assess', { on: '2026-09-30' }, {}, 'ppks-day'],
  ['ppks.assess', { on: '2026-11-03' }, {}, 'ppks-day'],
  ['ppks.plan', { services: [] }, { ppks: aPpks({ status: 'assessed' }), services: [] }, 'ppks-no-service'],
  [
    'ppks.plan',
    { services: [] },
    { ppks: aPpks({ status: 'assessed' }), services: [aService({ status: 'done' })] },
    'ppks-no-service',
  ],
  ['ppks.add-service', { office: null }, { ppks: aPpks({ status: 'planned' }) }, 'unknown-office'],
  [
    'ppks.add-service',
    { office: officeId.parse(welfareNth(93)) },
    { ppks: aPpks({ status: 'planned' }) },
    'unknown-office',
  ],
  ['ppks.add-service', { until: '2026-11-01' }, { ppks: aPpks({ status: 'planned' }) }, 'ppks-day'],
  ['ppks.monitor', { on: '2026-12-01' }, { ppks: aPpks({ status: 'in-service' }) }, 'ppks-day'],
  ['ppks.end', { outcome: 'none' }, { services: [] }, 'unknown-outcome'],
  ['ppks.end', {}, {}, 'ppks-owed'],
  ['ppks.reassess', { note: '' }, { ppks: aPpks({ status: 'planned' }) }, 'note-missing'],
  ['ppks.correct', { type: 'hiv' }, {}, 'ppks-restricted'],
  ['ppks.correct', { village: villageCode.parse('34.02.07.2001') }, {}, 'village-elsewhere'],
]
for (const [kind, own, seen, code] of refusals)
  test(`PPKS-3, PPKS-4, PPKS-6 ${kind} with ${JSON.stringify(own)} is refused: ${code}`, () => {
    assert.equal(said(kind, own, seen), code)
  })

test('PPKS-3 whoever the registry or a case names is taken down with them, by whoever sees them', () => {
  const named = { person: personId.parse(welfareNth(90)), case: caseId.parse(welfareNth(92)) }
  const decided = decide('ppks.receive', named, { knows: { family: false, case: true }, person: siti })
  assert.ok(decided.ok)
  const [own] = decided.value.changes
  assert.ok(own?.table === 'ppks')
  const { person, caseId: kase, office, status, course } = own.set
  assert.deepEqual([person, kase, office, status], [named.person, named.case, officer.office, 'received'])
  assert.deepEqual(
    courseOf({ course: course ?? '' }).map(({ act, by }) => [act, by]),
    [['receive', officer.staff]],
  )
})

test('PPKS-3 from a case it is the citizen of the case, where nobody else is named', () => {
  const client = { name: 'Sumarni', nik: '3404075203600001' }
  const seen = { client, knows: { family: false, case: true } }
  const nameOf = (name: string) => {
    const decided = decide('ppks.receive', { case: caseId.parse(welfareNth(92)), name }, seen)
    assert.ok(decided.ok)
    const [own] = decided.value.changes
    return own?.table === 'ppks' && own.set.name
  }
  assert.deepEqual([nameOf(''), nameOf('Karto')], ['Sumarni', 'Karto'])
})

test('PPKS-4 a role that names a restricted kind records it, and the row carries the kind', () => {
  const decided = decide('ppks.receive', { type: 'hiv' }, {}, staff('manager', offices.district))
  assert.ok(decided.ok)
  const [own] = decided.value.changes
  assert.equal(own?.table === 'ppks' && own.set.restricted, 'hiv')
})

test('PPKS-7 every step is kept with who took it and why; one that goes back takes the end away', () => {
  const seen = { ppks: aPpks({ status: 'ended', outcome: 'died', endedOn: today, course: '[]' }) }
  const decided = decide('ppks.reopen', { note: 'Salah orang.' }, seen)
  assert.ok(decided.ok)
  const [own] = decided.value.changes
  assert.ok(own?.table === 'ppks')
  assert.deepEqual([own.set.outcome, own.set.endedOn], [null, null])
  assert.deepEqual(courseOf({ course: own.set.course ?? '' }), [
    { act: 'reopen', at: monday, by: officer.staff, on: null, note: 'Salah orang.' },
  ])
})

for (const kind of keysOf(ppksData))
  test(`PPKS-8 ${kind} is not for citizens, clocks, set-up, or staff without the right`, () => {
    for (const by of [citizen(), clock, setup, staffLacking(['ppks.handle'])])
      assert.deepEqual(decidePpks(move(kind), by, look()), {
        ok: false,
        error: { code: 'not-permitted', needs: ['ppks.handle'] },
      })
  })

test('PPKS-8 an office of another place is told of nobody', () => {
  assert.equal(said('ppks.assess', {}, { ppks: aPpks({ place: villageCode.parse('34.04.07.2002') }) }), 'ppks-unknown')
})

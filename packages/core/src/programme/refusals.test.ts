import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../access/actor.ts'
import { programmeId } from '../kernel/id.ts'
import { ledgerCode, placeCode } from '../place/code.ts'
import { aProgramme, programmeData } from '../testing/a-programme.ts'
import { almighty, citizen, clock, setup, staffLacking } from '../testing/actors.ts'
import { anOffice, offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import type { ProgrammeLook, ProgrammeMove } from './decide.ts'
import { decideProgramme } from './decide.ts'
import { factsOfProgrammes } from './place-facts.ts'
import type { ProgrammeRow } from './programme.ts'
import { keyOf } from './programme.ts'
import { vocabulary } from './vocabulary.ts'

const today = '2026-11-22'
const taken = factsOfProgrammes([aProgramme, { ...aProgramme, code: 'sembako' }])
const look: ProgrammeLook = {
  now: Date.parse('2026-11-22T03:00:00Z'),
  day: today,
  vocabulary: new Map([...vocabulary, ...taken.map((fact) => [fact.name, fact] as const)]),
  officeKind: 'secretariat',
  knowsPlace: true,
  officePlace: null,
  replaced: null,
}
const district = almighty(offices.district)
const village = almighty(offices.village)
const province = almighty(offices.province)
const bantul = almighty(anOffice({ ...offices.district, place: placeCode.parse('34.02') }))
const place = (code: string) => ({ place: placeCode.parse(code) })
const central: ProgrammeRow = {
  ...aProgramme,
  id: programmeId.parse(ids.office(7)),
  district: ledgerCode.parse('00'),
  place: placeCode.parse('00'),
  owner: 'central',
}
const tooLarge = { fact: 'desil', is: 'at-least', value: 11 } as const
const office = { office: offices.hospital.id }
const ofVillage = { owner: 'village', ...place('34.04.07.2001') } as const

type Case = readonly [
  kind: ProgrammeMove['kind'],
  why: string,
  own: object,
  before: Partial<ProgrammeRow> | null,
  more: Partial<ProgrammeLook>,
  by: Actor,
  code: string,
]
/** Everything for which a command about a programme is not done, and what lies just beside it. */
const cases: readonly Case[] = [
  ['programme.open', 'of one’s own district', {}, null, {}, district, 'done'],
  ['programme.open', 'of the next district', {}, null, {}, bantul, 'programme-not-yours'],
  ['programme.open', 'of a district, by its province', {}, null, {}, province, 'programme-not-yours'],
  ['programme.open', 'of a district, by its village', {}, null, {}, village, 'programme-not-yours'],
  ['programme.open', 'of one’s own village', ofVillage, null, {}, village, 'done'],
  ['programme.open', 'of a village, by its district', ofVillage, null, {}, district, 'done'],
  ['programme.open', 'of a village, by the next district', ofVillage, null, {}, bantul, 'programme-not-yours'],
  ['programme.open', 'by a citizen', {}, null, {}, citizen(), 'not-permitted'],
  ['programme.open', 'by the clock', {}, null, {}, clock, 'not-permitted'],
  [
    'programme.open',
    'without the right',
    {},
    null,
    {},
    staffLacking(['programme.manage'], offices.district),
    'not-permitted',
  ],
  ['programme.open', 'for a place that there is not', {}, null, { knowsPlace: false }, district, 'unknown-place'],
  ['programme.open', 'of a district, for a sub-district', place('34.04.07'), null, {}, district, 'programme-place'],
  ['programme.open', 'of a village, for a district', { owner: 'village' }, null, {}, district, 'programme-place'],
  ['programme.open', 'decided by an office of nobody', office, null, {}, district, 'programme-office'],
  [
    'programme.open',
    'decided by an office of the district',
    office,
    null,
    { officePlace: placeCode.parse('34.04') },
    district,
    'done',
  ],
  [
    'programme.open',
    'decided by an office of one of its villages',
    office,
    null,
    { officePlace: placeCode.parse('34.04.07.2001') },
    district,
    'done',
  ],
  [
    'programme.open',
    'decided by an office of the next district',
    office,
    null,
    { officePlace: placeCode.parse('34.02') },
    district,
    'programme-office',
  ],
  ['programme.open', 'in the stead of nothing', { replaces: central.id }, null, {}, district, 'programme-replaces'],
  [
    'programme.open',
    'in the stead of one from above',
    { replaces: central.id },
    null,
    { replaced: central },
    district,
    'done',
  ],
  [
    'programme.open',
    'in the stead of one of its own place',
    { replaces: central.id },
    null,
    { replaced: { ...central, ...place('34.04') } },
    district,
    'programme-replaces',
  ],
  [
    'programme.open',
    'in the stead of a local rule',
    { replaces: central.id },
    null,
    { replaced: { ...central, replaces: aProgramme.id } },
    district,
    'programme-replaces',
  ],
  ['programme.open', 'for nobody', { rule: tooLarge }, null, {}, district, 'programme-rule'],
  ['programme.open', 'for whoever', { rule: { all: [] } }, null, {}, district, 'programme-rule'],
  [
    'programme.open',
    'that excludes itself by its id',
    { excludes: [aProgramme.id] },
    null,
    {},
    district,
    'programme-excludes',
  ],
  [
    'programme.open',
    'that excludes itself by its code',
    { code: 'sembako', excludes: ['sembako'] },
    null,
    {},
    district,
    'programme-excludes',
  ],
  ['programme.change', 'of one’s own', {}, {}, {}, district, 'done'],
  ['programme.change', 'of nobody', {}, null, {}, district, 'programme-unknown'],
  ['programme.change', 'of the next district', {}, {}, {}, bantul, 'programme-not-yours'],
  ['programme.change', 'that ends tomorrow', {}, { endsOn: '2026-11-23' }, {}, district, 'done'],
  ['programme.change', 'that ended today', {}, { endsOn: today }, {}, district, 'programme-over'],
  ['programme.change', 'that ended a year ago', {}, { endsOn: '2025-11-22' }, {}, district, 'programme-over'],
  ['programme.change', 'to an office of nobody', office, {}, {}, district, 'programme-office'],
  ['programme.set-criteria', 'from today on', { from: today }, {}, {}, district, 'done'],
  ['programme.set-criteria', 'from yesterday on', { from: '2026-11-21' }, {}, {}, district, 'programme-past'],
  ['programme.set-criteria', 'from yesterday on, by a release', { from: '2026-11-21' }, {}, {}, setup, 'done'],
  [
    'programme.set-criteria',
    'from the day on which it ends',
    { from: '2026-12-31' },
    { endsOn: '2026-12-31' },
    {},
    district,
    'programme-over',
  ],
  [
    'programme.set-criteria',
    'for its last day',
    { from: '2026-12-30' },
    { endsOn: '2026-12-31' },
    {},
    district,
    'done',
  ],
  ['programme.set-criteria', 'for nobody', { from: today, rule: tooLarge }, {}, {}, district, 'programme-rule'],
  [
    'programme.set-criteria',
    'that exclude it',
    { from: today, excludes: [keyOf(aProgramme)] },
    {},
    {},
    district,
    'programme-excludes',
  ],
  ['programme.set-criteria', 'by the province', { from: today }, {}, {}, province, 'programme-not-yours'],
  ['programme.end', 'today', { from: today }, {}, {}, district, 'done'],
  ['programme.end', 'yesterday', { from: '2026-11-21' }, {}, {}, district, 'programme-past'],
  ['programme.end', 'later than it was to end', { from: '2027-06-30' }, { endsOn: '2026-12-31' }, {}, district, 'done'],
  ['programme.end', 'that ended', { from: '2027-06-30' }, { endsOn: today }, {}, district, 'programme-over'],
  ['programme.end', 'of nobody', {}, null, {}, district, 'programme-unknown'],
]
for (const [kind, why, own, before, more, by, code] of cases)
  test(`PROG-8, PROG-9, PROG-10 ${kind} ${why}: ${code}`, () => {
    const move = { kind, subject: aProgramme.id, data: { ...programmeData[kind], ...own } } as ProgrammeMove
    const row = before && { ...aProgramme, version: 5, ...before }
    const answer = decideProgramme(row, move, by, { ...look, ...more })
    assert.equal(answer.ok ? 'done' : answer.error.code, code)
    if (!answer.ok) return
    const [change, ...none] = answer.value.changes
    assert.deepEqual([none, change?.table, change?.id, change?.base], [[], 'programme', aProgramme.id, row ? 5 : 0])
  })

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../access/actor.ts'
import { programmeId } from '../kernel/id.ts'
import type { OfficeRow } from '../office/office.ts'
import { ledgerCode, placeCode } from '../place/code.ts'
import { aProgramme, programmeData } from '../testing/a-programme.ts'
import { almighty, clock, setup, staffLacking } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import type { ProgrammeLook, ProgrammeMove } from './decide.ts'
import { decideProgramme } from './decide.ts'
import type { ProgrammeRow } from './programme.ts'
import { vocabulary } from './vocabulary.ts'

const today = '2026-11-22'
const subject = aProgramme.id
const look: ProgrammeLook = {
  now: Date.parse('2026-11-22T03:00:00Z'),
  day: today,
  vocabulary,
  officeKind: 'secretariat',
  knowsPlace: true,
  officePlace: null,
  replaced: null,
}
const secretariat = almighty(offices.district)
type Data<Kind extends ProgrammeMove['kind']> = Partial<Extract<ProgrammeMove, { kind: Kind }>['data']>
const open = (more: Data<'programme.open'> = {}): ProgrammeMove => ({
  kind: 'programme.open',
  subject,
  data: { ...programmeData['programme.open'], ...more },
})
const criteria = (more: Data<'programme.set-criteria'> = {}): ProgrammeMove => ({
  kind: 'programme.set-criteria',
  subject,
  data: { ...programmeData['programme.set-criteria'], from: today, ...more },
})
const end = (from: string): ProgrammeMove => ({
  kind: 'programme.end',
  subject,
  data: { from, note: 'Anggaran habis.' },
})
const change: ProgrammeMove = { kind: 'programme.change', subject, data: programmeData['programme.change'] }

const refusalOf = (
  move: ProgrammeMove,
  actor: Actor = secretariat,
  more: Partial<ProgrammeLook> = {},
  before: ProgrammeRow | null = aProgramme,
) => {
  const answer = decideProgramme(move.kind === 'programme.open' ? null : before, move, actor, { ...look, ...more })
  return answer.ok ? null : answer.error.code
}

test('PROG-8 a programme is opened with all that people ask about it, and its first rule', () => {
  const answer = decideProgramme(null, open(), secretariat, look)
  assert.ok(answer.ok)
  const [change] = answer.value.changes
  assert.ok(change?.table === 'programme' && change.base === 0 && change.id === subject)
  const { from, rule, legal, note, conflicts, excludes, ...words } = programmeData['programme.open']
  assert.deepEqual(change.set, {
    ...words,
    district: '34.04',
    versions: [{ from, rule, legal, note, conflicts, excludes }],
    startsOn: from,
    endsOn: null,
    changedAt: look.now,
  })
  assert.deepEqual([answer.value.action, answer.value.say], ['programme-open', { programme: words.name }])
})

const at = (level: OfficeRow['level'], place: string) =>
  almighty({ ...offices.district, level, place: placeCode.parse(place) })

test('PROG-9 each level keeps its own programmes, a district those of its villages too, and no other place', () => {
  const tries: readonly (readonly [ProgrammeRow['owner'], string, Actor, string | null])[] = [
    ['district', '34.04', at('district', '34.04'), null],
    ['district', '34.04', at('village', '34.04.07.2001'), 'programme-not-yours'],
    ['district', '34.04', at('district', '34.02'), 'programme-not-yours'],
    ['district', '34.04', at('province', '34'), 'programme-not-yours'],
    ['village', '34.04.07.2001', at('village', '34.04.07.2001'), null],
    ['village', '34.04.07.2001', at('district', '34.04'), null],
    ['village', '34.04.07.2002', at('village', '34.04.07.2001'), 'programme-not-yours'],
    ['provincial', '34', at('province', '34'), null],
    ['provincial', '34', at('nation', '00'), 'programme-not-yours'],
    ['central', '00', at('nation', '00'), null],
    ['central', '00', at('province', '34'), 'programme-not-yours'],
    ['non-government', '34.04', at('district', '34.04'), null],
    ['central', '34.04', at('nation', '00'), 'programme-place'],
    ['district', '34.04.07.2001', at('district', '34.04'), 'programme-place'],
  ]
  for (const [owner, place, actor, refusal] of tries)
    assert.equal(refusalOf(open({ owner, place: placeCode.parse(place) }), actor), refusal, `${owner} ${place}`)
  assert.equal(refusalOf(open(), secretariat, { knowsPlace: false }), 'unknown-place')
})

test('PROG-9 a provider keeps what its own office gives, and nobody without the right keeps anything', () => {
  const foundation = almighty({ ...offices.district, id: ids.office(9), level: 'district' })
  const provider = { officeKind: 'provider', officePlace: offices.district.place } as const
  const mine = { owner: 'non-government', office: ids.office(9) } as const
  assert.equal(refusalOf(open(mine), foundation, provider), null)
  assert.equal(refusalOf(open({ owner: 'non-government' }), foundation, provider), 'programme-not-yours')
  assert.equal(refusalOf(open({ owner: 'district' }), foundation, provider), 'programme-not-yours')
  assert.equal(refusalOf(change, foundation, provider, { ...aProgramme, ...mine }), null)
  for (const actor of [staffLacking(['programme.manage'], offices.district), clock])
    for (const move of [open(), change, criteria(), end(today)]) assert.equal(refusalOf(move, actor), 'not-permitted')
})

test('PROG-7 a broken rule is not saved, neither when a programme opens nor later', () => {
  const rule = { any: [] }
  for (const move of [open({ rule }), criteria({ rule })]) {
    const answer = decideProgramme(move.kind === 'programme.open' ? null : aProgramme, move, secretariat, look)
    assert.deepEqual(answer, { ok: false, error: { code: 'programme-rule', fault: 'empty-group', fact: '' } })
  }
  assert.equal(refusalOf(open({ rule: { fact: 'usia', is: 'at-least', value: 70 } })), 'programme-rule')
  assert.equal(refusalOf(open({ rule: { fact: 'usia', is: 'at-least', value: 70 }, unit: 'person' })), null)
})

test('PROG-10 criteria change from a day on, today or later; those that held are kept', () => {
  const versionsAfter = (move: ProgrammeMove, before = aProgramme) => {
    const answer = decideProgramme(before, move, secretariat, look)
    const set = answer.ok && answer.value.changes[0]?.table === 'programme' ? answer.value.changes[0].set : {}
    return set.versions?.map(({ from, legal }) => `${from} ${legal}`)
  }
  assert.deepEqual(versionsAfter(criteria({ legal: 'B' })), ['2026-01-01 Perbup 1/2026', `${today} B`])
  const planned = {
    ...aProgramme,
    versions: [...aProgramme.versions, { ...aProgramme.versions[0], from: '2027-06-01' }],
  }
  assert.deepEqual(versionsAfter(criteria({ legal: 'B', from: '2027-06-01' }), planned as ProgrammeRow), [
    '2026-01-01 Perbup 1/2026',
    '2027-06-01 B',
  ])
  assert.deepEqual(versionsAfter(criteria({ legal: 'B', from: '2027-01-01' }), planned as ProgrammeRow), [
    '2026-01-01 Perbup 1/2026',
    '2027-01-01 B',
    '2027-06-01 Perbup 1/2026',
  ])
  assert.equal(refusalOf(criteria({ from: '2026-11-21' })), 'programme-past')
  assert.equal(refusalOf(criteria({ from: '2026-11-21' }), setup), null)
})

test('PROG-10 a programme ends on a day, today or later, and then nothing of it changes any more', () => {
  assert.equal(refusalOf(end(today)), null)
  assert.equal(refusalOf(end('2026-11-21')), 'programme-past')
  const ended = { ...aProgramme, endsOn: '2026-12-31' }
  assert.equal(refusalOf(change, secretariat, {}, ended), null)
  assert.equal(refusalOf(criteria({ from: '2026-12-31' }), secretariat, {}, ended), 'programme-over')
  const over = { ...aProgramme, endsOn: today }
  for (const move of [change, criteria(), end('2027-01-01')])
    assert.equal(refusalOf(move, secretariat, {}, over), 'programme-over')
  assert.equal(refusalOf(change, secretariat, {}, null), 'programme-unknown')
})

test('PROG-11 only a programme from above is replaced by a local rule, and a local rule by none', () => {
  const central = {
    ...aProgramme,
    id: programmeId.parse(ids.office(7)),
    district: ledgerCode.parse('00'),
    place: placeCode.parse('00'),
    owner: 'central',
  } as const
  const replaces = open({ replaces: central.id })
  const after = (replaced: ProgrammeRow | null) => refusalOf(replaces, secretariat, { replaced })
  assert.equal(after(central), null)
  assert.equal(after(null), 'programme-replaces')
  assert.equal(after({ ...central, place: placeCode.parse('35') }), 'programme-replaces')
  assert.equal(after({ ...central, place: placeCode.parse('34.04') }), 'programme-replaces')
  assert.equal(after({ ...central, replaces: aProgramme.id }), 'programme-replaces')
})

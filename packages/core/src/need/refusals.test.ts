import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StaffActor } from '../access/actor.ts'
import type { Json } from '../kernel/json.ts'
import { canonical } from '../kernel/json.ts'
import { placeCode } from '../place/code.ts'
import {
  aHolder,
  aNeed,
  aNeedFile,
  anApplication,
  aParticipation,
  aQuota,
  needData,
  needNth,
  someProgramme,
} from '../testing/a-need.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { staff } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { decideAboutNeed } from './decide.ts'
import type { NeedFile, NeedMove } from './scene.ts'

const policy = aPolicy()
const village = staff('fo', offices.village)
const agency = staff('manager', offices.district)
const province = staff('manager', offices.province)
const neighbour = staff('manager', offices.otherVillage)

const sent = aNeed({ status: 'applied', standing: 1 })
const twoAsked = aNeed({ status: 'applied', standing: 2 })
const met = aNeed({ status: 'met', settledAt: monday })
const open = anApplication()
const drafted = anApplication({ status: 'drafted', sentAt: null })
const waiting = anApplication({ status: 'waiting', quota: aQuota().id, ticket: 1 })
const had = anApplication({ status: 'granted', quota: aQuota().id })
const year2027 = { from: '2027-01-01', until: '2027-12-31' }
const villagePlace = placeCode.parse('34.04.07.2001')
type Case = readonly [
  kind: NeedMove['kind'],
  why: string,
  own: object,
  file: Partial<NeedFile>,
  by: StaffActor,
  code: string,
]
/** Everything for which a command about needs is not done, and what lies just beside it. */
const cases: readonly Case[] = [
  ['need.record', 'nothing stands in the way', {}, {}, village, 'done'],
  ['need.record', 'it stands already', {}, { need: aNeed() }, village, 'already-so'],
  ['need.record', 'nobody is known', {}, { holder: null }, village, 'need-holder'],
  ['need.record', 'the kind is not listed', { kind: 'car' }, {}, village, 'need-kind'],
  ['need.record', 'the kind is written large', { kind: 'FOOD-CARD' }, {}, village, 'need-kind'],
  ['need.record', 'somebody of a restricted case', {}, { holder: { ...aHolder, restricted: true } }, village, 'done'],
  ['need.match', 'it is recorded', {}, { need: aNeed() }, village, 'done'],
  ['need.match', 'it is matched, to another', {}, { need: aNeed({ status: 'matched' }) }, village, 'done'],
  ['need.match', 'no programme', {}, { need: aNeed(), programme: null }, village, 'programme-unknown'],
  ['need.match', 'something is asked', {}, { need: sent }, village, 'need-standing'],
  ['need.match', 'it is met', {}, { need: met }, village, 'need-status'],
  ['need.match', 'nothing is known of it', {}, {}, village, 'need-unknown'],
  ['need.meet', 'something is asked', {}, { need: sent }, village, 'done'],
  ['need.meet', 'two are asked', {}, { need: twoAsked }, village, 'done'],
  ['need.meet', 'without words', { note: '' }, { need: aNeed() }, village, 'note-missing'],
  ['need.meet', 'it is met', {}, { need: met }, village, 'need-status'],
  ['need.fail', 'something is asked', {}, { need: sent }, village, 'need-standing'],
  ['need.fail', 'by a reason of another list', { reason: 'graduated' }, { need: aNeed() }, village, 'unknown-reason'],
  ['need.fail', 'by no reason', { reason: '' }, { need: aNeed() }, village, 'unknown-reason'],
  ['need.fail', 'without words', { note: '' }, { need: aNeed() }, village, 'done'],
  ['need.reopen', 'it was never settled', {}, { need: aNeed() }, village, 'need-status'],
  ['need.reopen', 'without words', { note: '' }, { need: met }, village, 'note-missing'],
  ['need.reopen', 'it is met, and something stands', {}, { need: { ...met, standing: 1 } }, village, 'need-standing'],
  ['application.draft', 'no need', {}, { need: null }, village, 'need-unknown'],
  ['application.draft', 'no holder', {}, { need: aNeed(), holder: null }, village, 'need-unknown'],
  ['application.draft', 'no programme', {}, { need: aNeed(), programme: null }, village, 'programme-unknown'],
  ['application.draft', 'the need is met', {}, { need: met }, village, 'need-status'],
  [
    'application.draft',
    'the need is unmet',
    {},
    { need: aNeed({ status: 'unmet', reason: 'quota-full' }) },
    village,
    'done',
  ],
  ['application.draft', 'another stands', {}, { need: sent }, village, 'done'],
  ['application.draft', 'the same stands', {}, { need: sent, twice: true }, village, 'application-twice'],
  ['application.draft', 'no papers yet', { ticked: [] }, { need: aNeed() }, village, 'done'],
  [
    'application.draft',
    'a paper too many',
    { ticked: ['KTP', 'SIM'] },
    { need: aNeed() },
    village,
    'application-paper',
  ],
  [
    'application.draft',
    'of a restricted case',
    {},
    { need: aNeed(), holder: { ...aHolder, restricted: true } },
    village,
    'need-restricted',
  ],
  [
    'application.draft',
    'a closed programme',
    {},
    { need: aNeed(), programme: { ...someProgramme, open: false } },
    village,
    'programme-closed',
  ],
  ['application.tick', 'it is drafted', {}, { need: aNeed(), application: drafted }, village, 'done'],
  ['application.tick', 'it waits in line', {}, { need: sent, application: waiting }, agency, 'done'],
  ['application.tick', 'it is granted', {}, { need: sent, application: had }, village, 'application-status'],
  ['application.tick', 'by the next village', {}, { need: sent, application: open }, neighbour, 'not-here'],
  [
    'application.tick',
    'a paper of nobody',
    { ticked: ['Ijazah'] },
    { need: sent, application: open },
    village,
    'application-paper',
  ],
  ['application.tick', 'none any more', { ticked: [] }, { need: sent, application: open }, village, 'done'],
  ['application.send', 'it went already', {}, { need: sent, application: open }, village, 'application-status'],
  ['application.send', 'the need is gone', {}, { application: drafted }, village, 'need-unknown'],
  ['application.send', 'the need is met', {}, { need: met, application: drafted }, village, 'need-status'],
  ['application.send', 'by who decides', {}, { need: aNeed(), application: drafted }, agency, 'not-here'],
  ['application.grant', 'by who asks', {}, { need: sent, application: open }, village, 'not-permitted'],
  ['application.grant', 'by another agency', {}, { need: sent, application: open }, province, 'not-here'],
  ['application.grant', 'it is drafted', {}, { need: sent, application: drafted }, agency, 'application-status'],
  [
    'application.grant',
    'it waits in line',
    {},
    { need: sent, application: waiting, quota: aQuota() },
    agency,
    'application-status',
  ],
  [
    'application.grant',
    'it is granted',
    {},
    { need: sent, application: had, quota: aQuota() },
    agency,
    'application-status',
  ],
  ['application.grant', 'no application', {}, { need: sent }, agency, 'application-unknown'],
  [
    'application.grant',
    'a full quota',
    {},
    { need: sent, application: open, quota: aQuota({ places: 0 }) },
    agency,
    'done',
  ],
  [
    'application.refuse',
    'by a reason of no list',
    { reason: 'rain' },
    { need: sent, application: open },
    agency,
    'unknown-reason',
  ],
  [
    'application.refuse',
    'who waits in line',
    {},
    { need: sent, application: waiting, quota: aQuota({ waiting: 1 }) },
    agency,
    'done',
  ],
  [
    'application.refuse',
    'who has it',
    {},
    { need: sent, application: had, quota: aQuota({ granted: 1 }) },
    agency,
    'application-status',
  ],
  ['application.withdraw', 'without words', { note: '' }, { need: sent, application: open }, village, 'note-missing'],
  [
    'application.withdraw',
    'who has it',
    {},
    { need: sent, application: had, quota: aQuota({ granted: 1 }) },
    village,
    'application-status',
  ],
  [
    'application.release',
    'who has it, by who asked',
    {},
    { need: sent, application: had, quota: aQuota({ granted: 1 }) },
    village,
    'done',
  ],
  [
    'application.release',
    'who has it, by the next village',
    {},
    { need: sent, application: had },
    neighbour,
    'not-here',
  ],
  ['application.release', 'who waits', {}, { need: sent, application: waiting }, agency, 'application-status'],
  ['participation.record', 'nobody is known', {}, { holder: null }, village, 'need-holder'],
  ['participation.record', 'no programme', {}, { programme: null }, village, 'programme-unknown'],
  ['participation.record', 'it was said before', {}, { twice: true }, village, 'participation-twice'],
  ['participation.record', 'said tomorrow', { saidOn: '2026-11-03' }, {}, village, 'participation-days'],
  ['participation.record', 'said today', { saidOn: '2026-11-02' }, {}, village, 'done'],
  ['participation.record', 'until today', { until: '2026-11-02' }, {}, village, 'done'],
  ['participation.record', 'until yesterday', { until: '2026-11-01' }, {}, village, 'participation-days'],
  [
    'participation.record',
    'said anew of the same',
    {},
    { participation: aParticipation({ version: 4 }) },
    village,
    'done',
  ],
  ['quota.set', 'by a village for its district', {}, {}, staff('manager', offices.village), 'quota-not-yours'],
  ['quota.set', 'for a province', { place: placeCode.parse('34') }, {}, province, 'village-elsewhere'],
  ['quota.set', 'for a place that there is not', {}, { knowsPlace: false }, agency, 'village-elsewhere'],
  ['quota.set', 'for one day', { from: '2026-12-31', until: '2026-12-31' }, {}, agency, 'done'],
  ['quota.set', 'that ends before it begins', { from: '2026-12-31', until: '2026-12-30' }, {}, agency, 'quota-days'],
  ['quota.set', 'of no places', { places: 0 }, {}, agency, 'done'],
  ['quota.set', 'said twice', {}, { twice: true }, agency, 'quota-twice'],
  ['quota.set', 'below what was granted', { places: 1 }, { quota: aQuota({ granted: 2 }) }, agency, 'quota-below'],
  [
    'quota.set',
    'below what was granted and shared out',
    { places: 3 },
    { quota: aQuota({ granted: 2, shared: 2, places: 9 }) },
    agency,
    'quota-below',
  ],
  [
    'quota.set',
    'just what was granted and shared out',
    { places: 4 },
    { quota: aQuota({ granted: 2, shared: 2, places: 9 }) },
    agency,
    'done',
  ],
  ['quota.set', 'by the id of another year', { ...year2027 }, { quota: aQuota() }, agency, 'already-so'],
  ['quota.set', 'by the id of another place', { place: villagePlace }, { quota: aQuota() }, agency, 'already-so'],
  [
    'quota.set',
    'by the id of another programme',
    { programme: needNth(901) },
    { quota: aQuota() },
    agency,
    'already-so',
  ],
]
/** Runs one, and gives what came of it. */
function outcome([kind, , own, file, by]: Case): string {
  const data = { ...needData[kind], ...own }
  const move: unknown = { kind, subject: needNth(3), data }
  const answer = decideAboutNeed(aNeedFile(file), asMove(move), by, policy)
  return answer.ok ? 'done' : answer.error.code
}
function asMove(value: unknown): NeedMove {
  return value as NeedMove
}
for (const one of cases) {
  const [kind, why, , , , code] = one
  test(`${ruleOf(kind)} ${kind}, where ${why}: ${code}`, () => assert.equal(outcome(one), code))
}
function ruleOf(kind: NeedMove['kind']): string {
  if (kind === 'quota.set') return 'QUOTA-5, QUOTA-6'
  if (kind === 'participation.record') return 'NEED-8'
  return kind.startsWith('application.') ? 'NEED-3, NEED-4, NEED-5' : 'NEED-1, NEED-2'
}

/** Shares of one year of Sleman with ten places: what another share, or another number, comes to. */
const whole = aQuota({ places: 10 })
const shares: readonly (readonly [why: string, own: object, file: Partial<NeedFile>, code: string])[] = [
  ['a share of all that is left', { place: villagePlace, places: 10 }, { around: [whole] }, 'done'],
  ['a share of one more', { place: villagePlace, places: 11 }, { around: [whole] }, 'quota-above'],
  [
    'a share beside what was granted',
    { place: villagePlace, places: 7 },
    { around: [aQuota({ places: 10, granted: 4 })] },
    'quota-above',
  ],
  [
    'a share that just fits beside it',
    { place: villagePlace, places: 6 },
    { around: [aQuota({ places: 10, granted: 4 })] },
    'done',
  ],
  [
    'a share over the end of the year',
    { place: villagePlace, from: '2026-12-01', until: '2027-01-31' },
    { around: [whole] },
    'quota-astride',
  ],
  ['a share of the year after', { place: villagePlace, ...year2027, places: 99 }, { around: [whole] }, 'done'],
]
for (const [why, own, file, code] of shares)
  test(`QUOTA-7 ${why}: ${code}`, () => {
    const data = { ...needData['quota.set'], ...own }
    const answer = decideAboutNeed(aNeedFile(file), { kind: 'quota.set', subject: needNth(4), data }, agency, policy)
    assert.equal(answer.ok ? 'done' : answer.error.code, code)
  })

test('QUOTA-7 a share that is refused says how many are left for it', () => {
  const left = (places: number, granted: number): Json => {
    const data = { ...needData['quota.set'], place: villagePlace, places }
    const file = aNeedFile({ around: [aQuota({ places: 10, granted })] })
    const answer = decideAboutNeed(file, { kind: 'quota.set', subject: needNth(4), data }, agency, policy)
    return !answer.ok && answer.error.code === 'quota-above' ? answer.error.left : null
  }
  assert.deepEqual([left(11, 0), left(50, 3), left(8, 10), left(3, 7)], [10, 7, 0, null])
})

test('NEED-1 a refusal is the same however often it is asked for, and a decision too', () => {
  for (const one of cases) {
    const [kind, , own, file, by] = one
    const move = asMove({ kind, subject: needNth(3), data: { ...needData[kind], ...own } })
    const [first, second] = [1, 2].map(() => decideAboutNeed(aNeedFile(file), move, by, policy))
    assert.equal(canonical(JSON.parse(JSON.stringify(first))), canonical(JSON.parse(JSON.stringify(second))), kind)
  }
})

test('NEED-7 every change of a decision stands on the version that was looked at', () => {
  const versions = { need: 7, application: 8, quota: 9 } as const
  const file = aNeedFile({
    need: { ...sent, version: versions.need },
    application: { ...had, version: versions.application },
    quota: aQuota({ granted: 1, version: versions.quota }),
  })
  const answer = decideAboutNeed(
    file,
    { kind: 'application.release', subject: had.id, data: { note: 'Pindah.' } },
    agency,
    policy,
  )
  assert.ok(answer.ok)
  assert.deepEqual(answer.value.changes.map(({ table, base }) => [table, base]).toSorted(), [
    ['application', 8],
    ['need', 7],
    ['quota', 9],
  ])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../access/actor.ts'
import { needCommandData } from '../contract/need.ts'
import { keysOf } from '../kernel/keys.ts'
import type { Change, Decision } from '../ledger/entry.ts'
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
import { citizen, clock, setup, staff, staffLacking } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { decideAboutNeed } from './decide.ts'
import { applicationSteps, needSteps } from './moves.ts'
import type { ApplicationRow, NeedRow, ParticipationRow, QuotaRow } from './need.ts'
import { applicationStatuses, needStatuses } from './need.ts'
import type { NeedFile, NeedMove } from './scene.ts'

const policy = aPolicy()
const village = staff('fo', offices.village)
const agency = staff('manager', offices.district)
const kinds = keysOf(needData)
type Data<Kind extends NeedMove['kind']> = (typeof needData)[Kind]

const moveOf = <Kind extends NeedMove['kind']>(kind: Kind, own: Partial<Data<Kind>> = {}, n = 50): NeedMove =>
  ({ kind, subject: needNth(n), data: { ...needData[kind], ...own } }) as NeedMove

/** What each command finds when nothing is in its way, and who gives it. */
const before = (kind: NeedMove['kind']): NeedFile => {
  if (kind === 'need.reopen') return aNeedFile({ need: aNeed({ status: 'met', settledAt: monday }) })
  if (kind === 'need.record' || kind === 'quota.set') return aNeedFile()
  if (kind.startsWith('need.') || kind === 'participation.record' || kind === 'application.draft')
    return aNeedFile({ need: aNeed() })
  const status = { 'application.send': 'drafted', 'application.release': 'granted' }[kind as string] ?? 'sent'
  const sent = status !== 'drafted'
  return aNeedFile({
    need: aNeed(sent ? { status: 'applied', standing: 1 } : {}),
    application: anApplication({ status: status as ApplicationRow['status'] }),
  })
}
const giver = (kind: NeedMove['kind']) =>
  ['application.grant', 'application.refuse', 'quota.set'].includes(kind) ? agency : village

function yes(move: NeedMove, file = before(move.kind), actor: Actor = giver(move.kind)): Decision {
  const answer = decideAboutNeed(file, move, actor, policy)
  assert.ok(answer.ok, JSON.stringify(answer))
  return answer.value
}
function refused(move: NeedMove, file = before(move.kind), actor: Actor = giver(move.kind)): string {
  const answer = decideAboutNeed(file, move, actor, policy)
  return answer.ok ? 'it was allowed' : answer.error.code
}
type Sets = { readonly [T in Change['table']]: Extract<Change, { table: T }>['set'] }
/** What a decision makes of a row of a table. */
function setOf<T extends Change['table']>({ changes }: Decision, table: T): Sets[T] {
  const found = changes.find((change) => change.table === table)
  assert.ok(found, `nothing of ${table}`)
  return found.set as Sets[T]
}

for (const kind of kinds)
  test(`NEED-1 ${kind} takes its right, held at an office; nobody else gives it`, () => {
    const { rights, data } = needCommandData[kind]
    assert.ok(data.safeParse(needData[kind]).success)
    const level = giver(kind) === agency ? offices.district : offices.village
    for (const actor of [citizen(), clock, setup, staffLacking(rights, level), staff('admin', level)])
      assert.equal(refused(moveOf(kind), before(kind), actor), 'not-permitted')
    const decision = yes(moveOf(kind))
    assert.deepEqual([decision.day, decision.jobs], ['2026-11-02', []])
  })

test('NEED-1 a need is recorded for somebody whom the officer may know, as a kind of the list, where they live', () => {
  const decision = yes(moveOf('need.record'))
  const { id: _id, version: _version, ...row } = aNeed()
  assert.deepEqual(setOf(decision, 'need'), row)
  assert.equal(refused(moveOf('need.record', { kind: 'moon' })), 'need-kind')
  assert.equal(refused(moveOf('need.record'), aNeedFile({ holder: null })), 'need-holder')
  assert.equal(refused(moveOf('need.record'), aNeedFile({ need: aNeed() })), 'already-so')
})

/** From where each step of a need goes, to where, whether words are owed, and whether only while nothing is asked. */
const needSpec: Readonly<Record<(typeof needSteps)[number], readonly [string, NeedRow['status'], boolean, boolean]>> = {
  match: ['recorded matched unmet', 'matched', false, true],
  meet: ['recorded matched applied unmet', 'met', true, false],
  fail: ['recorded matched', 'unmet', false, true],
  reopen: ['met unmet', 'recorded', true, true],
}
for (const step of needSteps)
  test(`NEED-2 ${step} goes from ${needSpec[step][0]} to ${needSpec[step][1]}`, () => {
    const [from, to, words, idle] = needSpec[step]
    const move = moveOf(`need.${step}`)
    for (const status of needStatuses) {
      const file = aNeedFile({ need: aNeed({ status, version: 7 }) })
      if (!from.split(' ').includes(status)) assert.equal(refused(move, file), 'need-status')
      else {
        const set = setOf(yes(move, file), 'need')
        const settled = to === 'met' || to === 'unmet'
        assert.deepEqual([set.status, set.settledAt], [to, settled ? monday : null])
        if (words) assert.equal(refused({ ...move, data: { note: '' } } as NeedMove, file), 'note-missing')
      }
      const asked = aNeedFile({ need: aNeed({ status, standing: 2 }) })
      if (idle) assert.equal(refused(move, asked), 'need-standing')
    }
    assert.equal(refused(move, aNeedFile()), 'need-unknown')
  })

test('NEED-2 a need that is not met says why, by the list; what was found for it stands with it', () => {
  assert.equal(refused(moveOf('need.fail', { reason: 'weather' })), 'unknown-reason')
  assert.equal(setOf(yes(moveOf('need.fail', { note: 'Sudah dicari.' })), 'need').reason, 'no-programme')
  assert.equal(setOf(yes(moveOf('need.match')), 'need').programme, someProgramme.id)
  assert.equal(refused(moveOf('need.match'), aNeedFile({ need: aNeed(), programme: null })), 'programme-unknown')
  assert.equal(
    setOf(yes(moveOf('need.reopen'), aNeedFile({ need: aNeed({ status: 'unmet', reason: 'moved' }) })), 'need').reason,
    null,
  )
})

test('NEED-3 an application carries what its need says to the office that decides, drafted or sent at once', () => {
  const decision = yes(moveOf('application.draft'))
  assert.equal(decision.action, 'application-send')
  const { id: _id, version: _version, ...row } = anApplication()
  const { dueDay, dueAt, remindAt } = setOf(decision, 'application')
  assert.deepEqual(setOf(decision, 'application'), { ...row, dueDay, dueAt, remindAt })
  assert.deepEqual(setOf(decision, 'need').status, 'applied')
  assert.equal(setOf(decision, 'need').standing, 1)
  const drafted = yes(moveOf('application.draft', { send: false, note: 'Menunggu KK.' }))
  assert.deepEqual([drafted.action, drafted.changes.length], ['application-draft', 1])
  const { status, sentAt, note } = setOf(drafted, 'application')
  assert.deepEqual([status, sentAt, note], ['drafted', null, 'Menunggu KK.'])
})

const wrongDrafts: readonly (readonly [why: string, file: Partial<NeedFile>, code: string, own?: object])[] = [
  ['no need that is known', { need: null }, 'need-unknown'],
  ['nobody whose it is', { holder: null }, 'need-unknown'],
  ['no programme', { programme: null }, 'programme-unknown'],
  ['a programme that takes none', { programme: { ...someProgramme, open: false } }, 'programme-closed'],
  ['a need that is met', { need: aNeed({ status: 'met' }) }, 'need-status'],
  ['what was asked already', { twice: true }, 'application-twice'],
  ['a restricted case', { holder: { ...aHolder, restricted: true } }, 'need-restricted'],
  ['papers that nobody asks for', {}, 'application-paper', { ticked: ['SIM'] }],
]
for (const [why, file, code, own] of wrongDrafts)
  test(`NEED-3 there is no application with ${why}`, () => {
    assert.equal(refused(moveOf('application.draft', own), aNeedFile({ need: aNeed(), ...file })), code)
  })

/** From where each step of an application goes, to where, whose it is, and whether words are owed. */
const applicationSpec: Readonly<
  Record<(typeof applicationSteps)[number], readonly [string, ApplicationRow['status'] | null, string, boolean]>
> = {
  tick: ['drafted sent waiting', null, 'asker decider', false],
  send: ['drafted', 'sent', 'asker', false],
  grant: ['sent', 'granted', 'decider', false],
  refuse: ['sent waiting', 'refused', 'decider', false],
  withdraw: ['drafted sent waiting', 'withdrawn', 'asker', true],
  release: ['granted', 'withdrawn', 'asker decider', true],
}
for (const step of applicationSteps)
  test(`NEED-4, NEED-5 ${step} goes from ${applicationSpec[step][0]} and is the ${applicationSpec[step][2]}’s`, () => {
    const [from, to, by, words] = applicationSpec[step]
    const move = moveOf(`application.${step}`)
    const actors = { asker: village, decider: agency }
    const actor = by.startsWith('asker') ? village : agency
    for (const status of applicationStatuses) {
      const file = aNeedFile({
        need: aNeed({ status: 'applied', standing: 1 }),
        application: anApplication({ status }),
      })
      if (!from.split(' ').includes(status)) assert.equal(refused(move, file, actor), 'application-status')
      else {
        assert.equal(setOf(yes(move, file, actor), 'application').status, to ?? undefined)
        if (words) assert.equal(refused({ ...move, data: { note: '' } } as NeedMove, file, actor), 'note-missing')
      }
    }
    const elsewhere = by === 'decider' ? 'not-permitted' : 'not-here'
    for (const side of ['asker', 'decider'] as const)
      assert.equal(refused(move, before(move.kind), actors[side]), by.includes(side) ? 'it was allowed' : elsewhere)
    assert.equal(refused(move, before(move.kind), staff('manager', offices.otherVillage)), 'not-here')
    assert.equal(refused(move, aNeedFile(), actor), 'application-unknown')
  })

test('NEED-3 what is decided outside is followed by the office that asks for it', () => {
  const outside = aNeedFile({ need: aNeed(), programme: { ...someProgramme, office: null } })
  assert.equal(setOf(yes(moveOf('application.draft'), outside), 'application').office, offices.village.id)
})

test('NEED-4 papers are ticked as far as the programme asks for them; a refusal says why, by the list', () => {
  assert.deepEqual(setOf(yes(moveOf('application.tick')), 'application').ticked, ['KTP', 'KK'])
  assert.deepEqual(setOf(yes(moveOf('application.tick', { ticked: ['KK', 'KTP', 'KK'] })), 'application').ticked, [
    'KTP',
    'KK',
  ])
  assert.deepEqual(setOf(yes(moveOf('application.draft', { ticked: ['KK', 'KK'] })), 'application').ticked, ['KK'])
  assert.equal(refused(moveOf('application.tick', { ticked: ['SIM'] })), 'application-paper')
  assert.equal(refused(moveOf('application.refuse', { reason: 'weather' })), 'unknown-reason')
  const set = setOf(yes(moveOf('application.refuse', { note: 'Desil 9.' })), 'application')
  assert.deepEqual([set.reason, set.note, set.decidedAt, set.remindAt], ['not-eligible', 'Desil 9.', monday, null])
  assert.equal(set.decidedBy, `staff:${ids.staff(1)}`)
})

test('NEED-4 a need that was met meanwhile is not sent anywhere', () => {
  const drafted = anApplication({ status: 'drafted' })
  assert.equal(
    refused(moveOf('application.send'), aNeedFile({ need: aNeed({ status: 'met' }), application: drafted })),
    'need-status',
  )
  assert.equal(refused(moveOf('application.send'), aNeedFile({ application: drafted })), 'need-unknown')
})

test('NEED-6 an answer is due at the end of the fourteenth working day, and reminded of the working day before', () => {
  const { dueDay, dueAt, remindAt } = setOf(yes(moveOf('application.send')), 'application')
  assert.equal(dueDay, '2026-11-20')
  assert.equal(new Date(dueAt ?? 0).toISOString(), '2026-11-20T07:30:00.000Z')
  assert.equal(new Date(remindAt ?? 0).toISOString(), '2026-11-19T01:00:00.000Z')
})

test('NEED-7 a need goes back once nothing stands that was asked for it; one that is met stays met', () => {
  const left = (need: Partial<NeedRow>, status: ApplicationRow['status'] = 'sent') =>
    yes(moveOf('application.withdraw'), aNeedFile({ need: aNeed(need), application: anApplication({ status }) }))
  const after = setOf(left({ status: 'applied', standing: 1 }), 'need')
  assert.deepEqual([after.status, after.standing], ['matched', 0])
  const other = setOf(left({ status: 'applied', standing: 2 }), 'need')
  assert.deepEqual([other.status, other.standing], [undefined, 1])
  const met = setOf(left({ status: 'met', standing: 1 }), 'need')
  assert.deepEqual([met.status, met.standing], [undefined, 0])
  assert.equal(left({}, 'drafted').changes.length, 1, 'a draft never stood')
})

test('NEED-8 what somebody has of a programme is said once and then anew, by whom and on which day', () => {
  const { id: _id, version: _version, ...row } = aParticipation()
  assert.deepEqual(setOf(yes(moveOf('participation.record')), 'participation'), row)
  const known = aNeedFile({ participation: aParticipation({ version: 3 }) })
  const [again] = yes(
    moveOf('participation.record', { status: 'stopped', reason: 'moved', until: '2026-10-01' }),
    known,
  ).changes
  assert.ok(again?.table === 'participation' && again.base === 3)
  assert.equal('person' in again.set, false, 'whose it is does not change')
  assert.equal(refused(moveOf('participation.record'), aNeedFile({ twice: true })), 'participation-twice')
  assert.equal(refused(moveOf('participation.record'), aNeedFile({ holder: null })), 'need-holder')
  assert.equal(refused(moveOf('participation.record'), aNeedFile({ programme: null })), 'programme-unknown')
})

test('NEED-8 a need that it meets is met in the same entry, where it may be', () => {
  const move = moveOf('participation.record', { need: aNeed().id })
  const met = yes(move, aNeedFile({ need: aNeed({ status: 'applied', standing: 1 }) }))
  assert.deepEqual([setOf(met, 'need').status, setOf(met, 'need').note], ['met', someProgramme.name])
  assert.equal(refused(move, aNeedFile({ need: aNeed({ status: 'met' }) })), 'need-status')
  assert.equal(refused(move, aNeedFile()), 'need-unknown')
})

type Days = Pick<ParticipationRow, 'status' | 'reason' | 'since' | 'until' | 'saidOn'>
const days: readonly (readonly [string, Partial<Days>, boolean])[] = [
  ['one who receives since this year', {}, true],
  ['one who receives since an unknown day', { since: null }, true],
  ['one who receives until next year', { until: '2027-01-01' }, true],
  ['one who receives until last month', { until: '2026-10-01' }, false],
  ['a beginning that is to come', { since: '2026-11-03' }, false],
  ['a saying that is to come', { saidOn: '2026-11-03' }, false],
  ['one who never had it', { status: 'never', since: null }, true],
  ['one who never had it, since a day', { status: 'never' }, false],
  ['one who never had it, until a day', { status: 'never', since: null, until: '2026-10-01' }, false],
  ['one who stopped', { status: 'stopped', reason: 'moved', until: '2026-10-01' }, true],
  ['one who stopped on an unknown day', { status: 'stopped', reason: 'moved' }, true],
  ['one who stopped before they began', { status: 'stopped', until: '2025-12-31' }, false],
  ['one who stopped in days to come', { status: 'stopped', until: '2026-11-03' }, false],
]
for (const [what, own, fits] of days)
  test(`NEED-8 the days of ${what} ${fits ? 'fit' : 'do not fit'}`, () => {
    assert.equal(refused(moveOf('participation.record', own)), fits ? 'it was allowed' : 'participation-days')
  })

const reasons: readonly (readonly [status: string, reason: string | null, code: string])[] = [
  ['stopped', 'graduated', 'it was allowed'],
  ['stopped', null, 'unknown-reason'],
  ['stopped', 'weather', 'unknown-reason'],
  ['receives', null, 'it was allowed'],
  ['receives', 'graduated', 'unknown-reason'],
  ['never', 'died', 'unknown-reason'],
]
for (const [status, reason, code] of reasons)
  test(`NEED-8 that somebody ${status} it, because of ${reason}: ${code}`, () => {
    const own = { status, reason, since: status === 'never' ? null : '2026-01-01' }
    assert.equal(refused(moveOf('participation.record', own as object)), code)
  })

test('NEED-8 whoever begins to receive what was granted is in need of it no more; whoever does not still is', () => {
  const [first, second, over] = [100, 101, 102].map((n) => ({
    ...aNeed({ status: 'applied', standing: 1 }),
    id: needNth(n),
  }))
  assert.ok(first && second && over)
  const granted = [first, second, { ...over, status: 'met' }] as unknown as readonly NeedRow[]
  const metOf = (own: object, file: Partial<NeedFile> = {}) =>
    yes(moveOf('participation.record', own), aNeedFile({ granted, ...file })).changes.flatMap(({ table, id, set }) =>
      table === 'need' ? [[id, set.status, set.note]] : [],
    )
  assert.deepEqual(metOf({}), [
    [first.id, 'met', someProgramme.name],
    [second.id, 'met', someProgramme.name],
  ])
  assert.deepEqual(metOf({ status: 'stopped', reason: 'moved' }), [])
  assert.deepEqual(metOf({ status: 'never', since: null }), [])
  const named = { need: granted[0] ?? null }
  assert.deepEqual(
    metOf({ need: first.id }, named).map(([id]) => id),
    [first.id, second.id],
    'one that is named is met once',
  )
  const stopped = moveOf('participation.record', { need: aNeed().id, status: 'stopped', reason: 'moved' } as object)
  assert.equal(refused(stopped, aNeedFile({ need: aNeed() })), 'participation-need')
})

const others: readonly (readonly [what: string, own: object])[] = [
  ['another programme', { programme: needNth(901) }],
  ['another person', { holder: { person: needNth(902), family: aHolder.family, case: null } }],
  ['another family', { holder: { person: aHolder.person, family: needNth(903), case: null } }],
  ['a case that was not named', { holder: { person: aHolder.person, family: aHolder.family, case: needNth(904) } }],
  ['nobody by name', { holder: { person: null, family: aHolder.family, case: null } }],
]
for (const [what, own] of others)
  test(`NEED-8 what was said of one is not turned into what is said of ${what}`, () => {
    const file = aNeedFile({ participation: aParticipation({ version: 2 }) })
    assert.equal(refused(moveOf('participation.record', own), file), 'need-holder')
    assert.equal(refused(moveOf('participation.record'), file), 'it was allowed')
  })

test('QUOTA-5 a quota has an end after its beginning, is said once for a place and time, and never below what was granted', () => {
  const { id: _id, version: _version, ...row } = aQuota()
  assert.deepEqual(setOf(yes(moveOf('quota.set')), 'quota'), row)
  assert.equal(refused(moveOf('quota.set', { until: '2025-12-31' })), 'quota-days')
  assert.equal(refused(moveOf('quota.set'), aNeedFile({ twice: true })), 'quota-twice')
  assert.equal(refused(moveOf('quota.set'), aNeedFile({ programme: null })), 'programme-unknown')
  assert.equal(refused(moveOf('quota.set'), aNeedFile({ knowsPlace: false })), 'village-elsewhere')
  const full = aNeedFile({ quota: aQuota({ places: 5, granted: 5 }) })
  assert.equal(refused(moveOf('quota.set', { places: 4 }), full), 'quota-below')
  assert.equal(setOf(yes(moveOf('quota.set', { places: 5 }), full), 'quota').places, 5)
})

const setters: readonly (readonly [who: string, actor: Actor, place: string, may: boolean])[] = [
  ['a district for itself', agency, '34.04', true],
  ['a district for a village of its own', agency, '34.04.07.2001', true],
  ['a district for another', agency, '34.02', false],
  ['a province for a district', staff('manager', offices.province), '34.04', true],
  ['a village for itself', staff('manager', offices.village), '34.04.07.2001', false],
]
for (const [who, actor, place, may] of setters)
  test(`QUOTA-6 ${who} ${may ? 'sets' : 'does not set'} a quota`, () => {
    const move = moveOf('quota.set', { place: placeCode.parse(place) })
    assert.equal(refused(move, aNeedFile(), actor), may ? 'it was allowed' : 'quota-not-yours')
  })

test('QUOTA-6 a village sets the quota of the programme that it decides on', () => {
  const own = aNeedFile({ programme: { ...someProgramme, office: offices.village.id } })
  const move = moveOf('quota.set', { place: offices.village.place })
  assert.equal(refused(move, own, staff('manager', offices.village)), 'it was allowed')
})

const quotaFile = (own: Partial<QuotaRow>): NeedFile => ({ ...before('application.grant'), quota: aQuota(own) })

test('QUOTA-2, QUOTA-3 a grant takes a place, or the end of the line; without a quota there is always one', () => {
  const free = yes(moveOf('application.grant'), quotaFile({ granted: 1 }))
  assert.deepEqual([setOf(free, 'application').status, setOf(free, 'application').ticket], ['granted', undefined])
  assert.deepEqual([setOf(free, 'quota').granted, setOf(free, 'quota').waiting], [2, 0])
  const full = yes(moveOf('application.grant'), quotaFile({ granted: 2, waiting: 3, lastTicket: 8 }))
  assert.deepEqual([setOf(full, 'application').status, setOf(full, 'application').ticket], ['waiting', 9])
  assert.deepEqual(
    [setOf(full, 'quota').granted, setOf(full, 'quota').waiting, setOf(full, 'quota').lastTicket],
    [2, 4, 9],
  )
  assert.equal(yes(moveOf('application.grant')).changes.length, 1)
})

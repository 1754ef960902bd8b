import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OfficeId } from '../kernel/id.ts'
import { dayMs } from '../kernel/instant.ts'
import { aChallenge, challengeData } from '../testing/a-challenge.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { almighty } from '../testing/actors.ts'
import { anOffice, offices } from '../testing/an-office.ts'
import type { ChallengeRow } from './challenge.ts'
import { courseOf } from './challenge.ts'
import type { ChallengeMove } from './decide.ts'
import { decideAsClock, decideChallenge } from './decide.ts'
import { clockMay, daysAtLevel, isOver } from './limits.ts'

const policy = aPolicy()
const { village, district, province, nation } = offices
const everybody = new Set([district.id, province.id, nation.id])
const look = (challenge: ChallengeRow | null, staffed: ReadonlySet<OfficeId> = everybody) => ({
  challenge,
  kinds: new Set(['devices', 'other']),
  staffed,
})
const subject = aChallenge().id
const reportData = challengeData['challenge.report']
const report = (own: Partial<typeof reportData> = {}, staffed?: ReadonlySet<OfficeId>, from = village, at = policy) =>
  decideChallenge(
    { kind: 'challenge.report', subject, data: { ...reportData, ...own } },
    almighty(from, 5),
    look(null, staffed),
    at,
  )
const act = (move: Omit<ChallengeMove, 'subject'>, challenge: ChallengeRow, from = district, at = policy) =>
  decideChallenge({ ...move, subject } as ChallengeMove, almighty(from, 7), look(challenge), at)
type Result = ReturnType<typeof report>
const codeOf = (result: Result): string => (result.ok ? 'done' : result.error.code)
const setOf = (result: Result) => {
  const [change] = result.ok ? result.value.changes : []
  return change?.table === 'challenge' ? change.set : {}
}

test('CHALLENGE-2 what was reported lies at the office above, with nobody, for its number of working days', () => {
  const result = report()
  assert.ok(result.ok)
  const { course, ...set } = setOf(result)
  assert.deepEqual(set, {
    ...reportData,
    district: '34.04',
    place: village.place,
    reportedBy: village.id,
    reporter: almighty(village, 5).staff,
    office: district.id,
    owner: null,
    reachedAt: monday,
    // Ten working days from Monday the 2nd: Monday the 16th, at the end of its hours.
    dueAt: Date.parse('2026-11-16T15:00:00+07:00'),
    lateSince: null,
    status: 'reported',
    answer: null,
    answerDay: null,
    helped: null,
    missed: 0,
    reportedAt: monday,
    answeredAt: null,
    endedAt: null,
    changedAt: monday,
  })
  assert.deepEqual(courseOf({ course: String(course) })[0]?.to, district.id)
  assert.deepEqual(result.value.say, { office: district.name })
})

test('CHALLENGE-2 it is of a kind of the list, since a day that has come and that SLRT knew', () => {
  const refused: readonly (readonly [Partial<typeof reportData>, string])[] = [
    [{ kind: 'weather' }, 'challenge-kind'],
    [{ since: '2026-11-03' }, 'challenge-day'],
    [{ since: '2012-12-31' }, 'challenge-day'],
    [{ since: '2026-11-02' }, 'done'],
    [{ since: '2013-01-01' }, 'done'],
    [{ villages: null, citizens: null }, 'done'],
  ]
  for (const [own, code] of refused) assert.equal(codeOf(report(own)), code, JSON.stringify(own))
})

test('CHALLENGE-2 an office above the districts reports none', () => {
  for (const office of [province, nation]) assert.equal(codeOf(report({}, everybody, office)), 'wrong-place')
  assert.equal(
    codeOf(report({}, everybody, anOffice({ id: offices.closed.id.replace(/.$/, '0') as OfficeId }))),
    'wrong-place',
  )
})

test('CHALLENGE-4 help is asked of the next above, or of one further up; a level where nobody answers is skipped', () => {
  const at = (result: Result) => setOf(result).office
  assert.equal(at(report({ asks: 'above' })), district.id)
  assert.equal(at(report({ asks: 'district' })), district.id)
  assert.equal(at(report({ asks: 'province' })), province.id)
  assert.equal(at(report({ asks: 'nation' })), nation.id)
  const onlyNation = new Set([nation.id])
  for (const asks of ['above', 'district', 'province', 'nation'] as const)
    assert.equal(at(report({ asks }, onlyNation)), nation.id, asks)
  const noProvince = new Set([district.id, nation.id])
  assert.equal(at(report({ asks: 'province' }, noProvince)), nation.id)
  assert.equal(at(report({ asks: 'above' }, everybody, district)), province.id, 'a secretariat asks its province')
})

test('CHALLENGE-4 where nobody answers anywhere the nearest office stands in; without any it is refused', () => {
  assert.equal(setOf(report({}, new Set())).office, district.id)
  const alone = aPolicy(monday, { offices: new Map([[village.id, village]]) })
  assert.equal(codeOf(report({}, everybody, village, alone)), 'challenge-no-office')
  const noNation = new Map([...policy.offices].filter(([id]) => id !== nation.id))
  assert.equal(
    codeOf(report({ asks: 'nation' }, everybody, village, aPolicy(monday, { offices: noNation }))),
    'challenge-no-office',
  )
})

test('CHALLENGE-3 words that hold a number of somebody are refused in every step that has words', () => {
  const nik = 'Bu Siti 3404075203600001 belum dilayani.'
  assert.equal(codeOf(report({ words: nik })), 'challenge-names')
  const steps: readonly (readonly [ChallengeMove['kind'], Partial<ChallengeRow>, object])[] = [
    ['challenge.answer', { status: 'taken' }, { on: '2026-11-06' }],
    ['challenge.pass-up', {}, {}],
    ['challenge.pass-down', {}, {}],
    ['challenge.close', { status: 'answered' }, { helped: 'no' }],
    ['challenge.reopen', { status: 'answered' }, {}],
    ['challenge.withdraw', {}, {}],
  ]
  for (const [kind, own, data] of steps) {
    const move = { kind, data: { ...data, note: 'Hubungi 0812-3456-7890 saja.' } } as Omit<ChallengeMove, 'subject'>
    assert.equal(codeOf(act(move, aChallenge(own))), 'challenge-names', kind)
  }
})

test('CHALLENGE-5 it is taken by whoever takes it, over from a colleague, and not twice', () => {
  const take = { kind: 'challenge.take', data: {} } as const
  const me = almighty(district, 7).staff
  assert.equal(setOf(act(take, aChallenge())).owner, me)
  assert.equal(setOf(act(take, aChallenge({ status: 'taken', owner: almighty(district, 8).staff }))).owner, me)
  assert.equal(codeOf(act(take, aChallenge({ status: 'taken', owner: me }))), 'already-so')
})

test('CHALLENGE-5 an answer says by which day it is done, from its beginning to two years on, and stops the clock', () => {
  const taken = aChallenge({ status: 'taken', since: '2026-10-20', dueAt: monday + dayMs })
  const answer = (on: string, of = taken, at = policy) =>
    act({ kind: 'challenge.answer', data: { note: 'Modem dikirim minggu ini.', on } }, of, district, at)
  for (const on of ['2026-10-19', '2028-11-03']) assert.equal(codeOf(answer(on)), 'challenge-day', on)
  for (const on of ['2026-10-20', '2028-11-02']) assert.equal(codeOf(answer(on)), 'done', on)
  const { course: _course, ...set } = setOf(answer('2026-11-06'))
  assert.deepEqual(set, {
    answer: 'Modem dikirim minggu ini.',
    answerDay: '2026-11-06',
    answeredAt: monday,
    missed: 0,
    dueAt: null,
    lateSince: null,
    status: 'answered',
    changedAt: monday,
  })
})

test('CHALLENGE-8 a limit that went by counts once, whether the clock has said so or not', () => {
  const answer = { kind: 'challenge.answer', data: challengeData['challenge.answer'] } as const
  const missed = (own: Partial<ChallengeRow>) => setOf(act(answer, aChallenge({ status: 'taken', ...own }))).missed
  assert.equal(missed({ dueAt: monday - 1 }), 1)
  assert.equal(missed({ dueAt: monday - 1, missed: 2, lateSince: monday - 1 }), 2)
  assert.equal(missed({ dueAt: monday + 1, missed: 2 }), 2)
  assert.equal(
    setOf(act({ kind: 'challenge.pass-up', data: { note: 'Ke atas' } }, aChallenge({ dueAt: monday }))).missed,
    1,
  )
})

test('CHALLENGE-6 it goes office by office, and never back to who asked nor beyond the last', () => {
  const pass = (to: 'up' | 'down', from: typeof district) =>
    act(
      { kind: `challenge.pass-${to}`, data: { note: 'Bukan di sini' } },
      aChallenge({ office: from.id, owner: almighty().staff, status: 'taken' }),
      from,
    )
  assert.equal(setOf(pass('up', district)).office, province.id)
  assert.equal(setOf(pass('up', province)).office, nation.id)
  assert.equal(codeOf(pass('up', nation)), 'challenge-no-office')
  assert.equal(setOf(pass('down', nation)).office, province.id)
  assert.equal(setOf(pass('down', province)).office, district.id)
  assert.equal(codeOf(pass('down', district)), 'challenge-no-office')
  const { course, ...set } = setOf(pass('up', district))
  assert.deepEqual([set.owner, set.status, set.reachedAt, set.lateSince], [null, 'reported', monday, null])
  assert.equal(set.dueAt, Date.parse('2026-11-23T15:00:00+07:00'), 'fifteen working days at the province')
  const [step] = courseOf({ course: String(course) })
  assert.deepEqual([step?.office, step?.to, step?.note], [district.id, province.id, 'Bukan di sini'])
})

test('CHALLENGE-6 of an office that was closed meanwhile it goes on by its level', () => {
  const closed = new Map(
    [...policy.offices].map(([id, one]) => [id, id === province.id ? { ...one, active: false } : one]),
  )
  const at = aPolicy(monday, { offices: closed })
  const up = act(
    { kind: 'challenge.pass-up', data: { note: 'Tutup' } },
    aChallenge({ office: province.id }),
    province,
    at,
  )
  assert.equal(setOf(up).office, nation.id)
})

test('CHALLENGE-9 opened again it lies with whoever answered, with their time anew and without the answer', () => {
  const answered = aChallenge({
    status: 'answered',
    owner: almighty(district, 8).staff,
    answer: 'x',
    answerDay: '2026-11-06',
    answeredAt: monday,
    dueAt: null,
    missed: 1,
  })
  const set = setOf(act({ kind: 'challenge.reopen', data: { note: 'Belum sampai' } }, answered, village))
  assert.deepEqual([set.status, set.answer, set.answerDay, set.answeredAt], ['taken', null, null, null])
  assert.deepEqual(
    [set.dueAt, 'owner' in set, 'missed' in set],
    [Date.parse('2026-11-16T15:00:00+07:00'), false, false],
  )
})

test('CHALLENGE-9 whoever asked says whether it helped, or that it is not needed any more', () => {
  for (const helped of ['yes', 'partly', 'no'] as const) {
    const set = setOf(
      act({ kind: 'challenge.close', data: { helped, note: '' } }, aChallenge({ status: 'answered' }), village),
    )
    assert.deepEqual([set.helped, set.status, set.endedAt], [helped, 'closed', monday])
  }
  const set = setOf(act({ kind: 'challenge.withdraw', data: { note: 'Selesai sendiri' } }, aChallenge(), village))
  assert.deepEqual([set.status, set.endedAt, set.dueAt], ['withdrawn', monday, null])
})

test('CHALLENGE-7 each tier has its number of days', () => {
  const days = (['subdistrict', 'district', 'province', 'nation'] as const).map((level) => daysAtLevel(policy, level))
  assert.deepEqual(days, [5, 10, 15, 20])
  assert.equal(daysAtLevel(policy, 'village'), 5)
})

test('CHALLENGE-8 time moves it up once its day is over, not before, and is silent once it has said that it is late', () => {
  const clockOf = (own: Partial<ChallengeRow>, which: 'rise' | 'overdue' = 'rise') =>
    decideAsClock(which, look(aChallenge(own)), policy)
  const { course, ...set } = setOf(clockOf({ dueAt: monday }))
  assert.deepEqual([set.office, set.missed, set.owner, set.status], [province.id, 1, null, 'reported'])
  assert.deepEqual(courseOf({ course: String(course) })[0]?.by, '')
  assert.equal(codeOf(clockOf({ dueAt: monday + 1 })), 'already-so')
  assert.equal(codeOf(clockOf({ dueAt: null })), 'already-so')
  assert.equal(codeOf(clockOf({ office: nation.id })), 'challenge-no-office')
  const late = setOf(clockOf({ office: nation.id }, 'overdue'))
  assert.deepEqual([late.missed, late.lateSince, 'office' in late, 'dueAt' in late], [1, monday, false, false])
  assert.equal(codeOf(clockOf({ office: nation.id, lateSince: monday }, 'overdue')), 'already-so')
})

test('CHALLENGE-8 the clock tries to move it up, then to say that it is late, and of others nothing', () => {
  assert.deepEqual(clockMay(aChallenge({ dueAt: monday }), monday), ['rise', 'overdue'])
  for (const own of [{ dueAt: monday + 1 }, { lateSince: monday }, { status: 'answered' }, { dueAt: null }] as const)
    assert.deepEqual(clockMay(aChallenge(own), monday), [], JSON.stringify(own))
  assert.equal(isOver(aChallenge({ status: 'closed' }), monday), false)
})

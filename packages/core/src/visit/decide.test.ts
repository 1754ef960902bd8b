import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StaffActor } from '../access/actor.ts'
import type { VisitMove } from '../contract/visit.ts'
import { dayMs, hourMs, instantOf, minuteMs, wireOf } from '../kernel/instant.ts'
import { payloadOf } from '../ledger/entry.ts'
import { emptyWorld, evolve } from '../ledger/evolve.ts'
import { placeCode, villageCode } from '../place/code.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { aVisit, visitData, visitDay, visitMove } from '../testing/a-visit.ts'
import { almighty } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import type { VisitLook } from './decide.ts'
import { decideVisit, decideVisitAsClock, isLateNow, noVisit } from './decide.ts'
import type { VisitRow } from './visit.ts'
import { isOddTime, reportOf, spotOf, whomOf } from './visit.ts'

const chief = almighty(offices.village)
const visitors = new Set([ids.staff(2)])
const nobodyYet: VisitLook = { ...noVisit, visitors, blob: { type: 'image/jpeg', size: 2048 } }
const at = (visit: Partial<VisitRow> = {}): VisitLook => ({ ...nobodyYet, visit: aVisit(visit) })

const answer = (move: VisitMove, look: VisitLook, actor: StaffActor = chief, now = monday + 2 * hourMs) =>
  decideVisit(ids.visit(1), move, actor, look, aPolicy(now))
const refused = (...asked: Parameters<typeof answer>): string => {
  const decided = answer(...asked)
  return decided.ok ? 'done' : decided.error.code
}
/** What a move makes of the visit. */
function done(...asked: Parameters<typeof answer>) {
  const decided = answer(...asked)
  assert.ok(decided.ok, decided.ok ? '' : decided.error.code)
  const world = emptyWorld()
  const [, look] = asked
  if (look.visit) world.rows.visit.set(look.visit.id, { ...look.visit })
  evolve(world, '34.04', payloadOf(decided.value))
  return {
    visit: world.rows.visit.get(ids.visit(1)) as unknown as VisitRow,
    photos: [...world.rows.visitPhoto.values()],
    decision: decided.value,
  }
}

test('VISIT-1 a planned visit says whom, where, why, when and who goes; it asks for no job', () => {
  const { visit, decision } = done(visitMove('plan'), nobodyYet, chief, monday)
  assert.deepEqual(visit, aVisit())
  assert.deepEqual([decision.action, decision.say, decision.jobs], ['visit-plan', { trigger: 'not-registered' }, []])
  assert.deepEqual(whomOf(visit), visitData.plan.whom)
  assert.deepEqual([reportOf(visit), spotOf(visit)], [null, null])
})

test('VISIT-1 a visit for a case keeps the number of the case that its planner sees, and no other case', () => {
  const kase = { id: ids.case(1), number: '3404-26-000001', place: offices.village.place }
  const { visit } = done(visitMove('plan', { case: kase.id }), { ...nobodyYet, kase })
  assert.deepEqual([visit.caseId, visit.caseNumber], [kase.id, kase.number])
  assert.equal(refused(visitMove('plan', { case: ids.case(2) }), { ...nobodyYet, kase }), 'visit-case')
  assert.equal(refused(visitMove('plan', { case: kase.id }), nobodyYet), 'visit-case')
})

const other = villageCode.parse('34.04.07.2002')
const unfit: readonly (readonly [code: string, own: Partial<typeof visitData.plan>])[] = [
  ['visit-elsewhere', { place: other }],
  ['unknown-reason', { trigger: 'curiosity' }],
  ['visit-nobody', { whom: { ...visitData.plan.whom, name: '', address: '' } }],
  ['unknown-office', { office: ids.office(99) }],
  ['office-not-active', { office: offices.subdistrict.id }],
  ['visit-elsewhere', { office: offices.otherVillage.id }],
  ['assignee-not-here', { assignee: ids.staff(3) }],
  ['visit-day', { day: '2026-11-01' }],
  ['visit-day', { day: '2027-12-08' }],
]
for (const [code, own] of unfit)
  test(`VISIT-1, VISIT-3 a plan with ${JSON.stringify(own)} is refused: ${code}`, () => {
    assert.equal(refused(visitMove('plan', own), nobodyYet), code)
  })

const fits: readonly Partial<typeof visitData.plan>[] = [
  { assignee: ids.staff(2) },
  { office: offices.district.id },
  { day: '2026-11-02' },
  { day: '2027-12-07' },
  { whom: { ...visitData.plan.whom, name: '' } },
  { whom: { ...visitData.plan.whom, address: '' } },
]
for (const own of fits)
  test(`VISIT-1, VISIT-3 a plan with ${JSON.stringify(own)} is taken`, () => {
    assert.equal(refused(visitMove('plan', own), nobodyYet), 'done')
  })

test('VISIT-1 what is there is not planned again, and what is not there is not moved', () => {
  assert.equal(refused(visitMove('plan'), at()), 'already-so')
  for (const action of ['assign', 'replan', 'done', 'miss', 'cancel', 'photo'] as const)
    assert.equal(refused(visitMove(action), nobodyYet), 'unknown-visit', action)
})

test('VISIT-3 another person or another office is sent, as long as both may go', () => {
  const { visit } = done(visitMove('assign', { note: 'Bu Rini cuti.' }), at())
  assert.deepEqual([visit.assignee, visit.office, visit.note], [ids.staff(2), offices.village.id, 'Bu Rini cuti.'])
  const moved = done(visitMove('assign', { office: offices.district.id, assignee: null }), at({ note: 'lama' })).visit
  assert.deepEqual(
    [moved.assignee, moved.office, moved.note, moved.status],
    [null, offices.district.id, null, 'planned'],
  )
  assert.equal(refused(visitMove('assign', { assignee: ids.staff(3) }), at()), 'assignee-not-here')
  assert.equal(refused(visitMove('assign', { office: ids.office(99) }), at()), 'unknown-office')
  assert.equal(refused(visitMove('assign', { assignee: null }), at()), 'already-so')
})

test('VISIT-4 another day begins anew: not late any more, and one more try when nobody was met', () => {
  const late = at({ overdueSince: monday })
  const { visit } = done(visitMove('replan'), late)
  assert.deepEqual([visit.plannedFor, visit.overdueSince, visit.tries], ['2026-11-05', null, 1])
  assert.equal(visit.dueAt, Date.parse('2026-11-06T00:00:00+07:00'))
  const again = done(visitMove('replan', { note: '' }), at({ status: 'missed', reason: 'nobody-home', tries: 2 })).visit
  assert.deepEqual([again.status, again.tries, again.reason, again.note], ['planned', 3, null, null])
  assert.equal(refused(visitMove('replan', { day: '2026-10-30' }), at()), 'visit-day')
})

test('VISIT-5 what was found is kept whole: by whom, where, when it was seen and when it came in', () => {
  const now = monday + 5 * hourMs
  const { visit, decision } = done(visitMove('done', { papers: ['ktp', 'kk', 'ktp'] }), at(), chief, now)
  assert.deepEqual([visit.status, visit.result, visit.fit, visit.visitor], ['done', 'as-told', 'fit', chief.staff])
  assert.deepEqual([visit.capturedAt, visit.receivedAt], [instantOf(visitData.done.capturedAt), now])
  assert.deepEqual(reportOf(visit), {
    met: 'Sumarni',
    words: 'Lantai tanah, atap bocor.',
    papers: ['ktp', 'kk'],
    agencies: 'Dinas Perkim',
    followUp: 'Diusulkan rumah layak huni.',
  })
  assert.deepEqual(spotOf(visit), visitData.done.spot)
  assert.equal(decision.note, '', 'words of a visit stand in its sealed report alone')
  assert.equal(done(visitMove('done', { spot: null }), at()).visit.spot, null)
  assert.equal(refused(visitMove('done', { result: 'rich' }), at()), 'unknown-reason')
})

test('VISIT-6 nobody was met, for a reason that is on the list', () => {
  const { visit } = done(visitMove('miss', { note: 'Tetangga: ke sawah.' }), at())
  assert.deepEqual([visit.status, visit.reason, visit.note], ['missed', 'nobody-home', 'Tetangga: ke sawah.'])
  assert.deepEqual([visit.result, visit.report, visit.visitor], [null, null, chief.staff])
  assert.equal(refused(visitMove('miss', { reason: 'lazy' }), at()), 'unknown-reason')
  assert.equal(done(visitMove('cancel'), at({ status: 'missed' })).visit.status, 'cancelled')
})

test('VISIT-7 a picture becomes one of the visit, before or after what was found; no other file does', () => {
  for (const status of ['planned', 'done'] as const) {
    const { visit, photos } = done(visitMove('photo'), at({ status }))
    assert.deepEqual([visit.status, visit.version], [status, 2])
    assert.equal(photos.length, 1)
    assert.deepEqual(photos[0], {
      id: ids.visitPhoto(1),
      district: '34.04',
      version: 1,
      visit: ids.visit(1),
      kind: 'front',
      sha256: 'ab'.repeat(32),
      type: 'image/jpeg',
      size: 2048,
      capturedAt: instantOf(visitData.photo.capturedAt),
      addedAt: monday + 2 * hourMs,
    })
  }
  for (const blob of [null, { type: 'application/pdf', size: 9 }])
    assert.equal(refused(visitMove('photo'), { ...at(), blob }), 'unknown-file')
})

/** What a device told of its time, beside when it came in, for a visit planned on Monday. */
const times: readonly (readonly [captured: number | null, received: number | null, odd: boolean])[] = [
  [null, null, false],
  [monday + hourMs, monday + 2 * hourMs, false],
  [monday + 2 * hourMs + 5 * minuteMs, monday + 2 * hourMs, false],
  [monday + 2 * hourMs + 5 * minuteMs + 1, monday + 2 * hourMs, true],
  [monday - 5 * minuteMs, monday + hourMs, false],
  [monday - 5 * minuteMs - 1, monday + hourMs, true],
]
for (const [capturedAt, receivedAt, odd] of times)
  test(`VISIT-8 seen at ${capturedAt}, received at ${receivedAt}: ${odd ? 'a person looks' : 'that can be'}`, () => {
    assert.equal(isOddTime(aVisit({ capturedAt, receivedAt })), odd)
  })

test('VISIT-8 a time that can hardly be is kept as it was told, and refuses nothing', () => {
  const capturedAt = wireOf(monday + 40 * dayMs)
  const { visit } = done(visitMove('done', { capturedAt }), at())
  assert.deepEqual([visit.status, visit.capturedAt, isOddTime(visit)], ['done', instantOf(capturedAt), true])
})

const due = aVisit().dueAt
/** Whether time has something to say. */
const late: readonly (readonly [own: Partial<VisitRow>, now: number, late: boolean])[] = [
  [{}, due - 1, false],
  [{}, due, true],
  [{ overdueSince: due }, due + dayMs, false],
  [{ status: 'done' }, due, false],
  [{ status: 'missed' }, due, false],
  [{ status: 'cancelled' }, due, false],
]
for (const [own, now, isLate] of late)
  test(`VISIT-9 of ${JSON.stringify(own)} the clock says ${isLate ? 'that it is late' : 'nothing'} at ${wireOf(now)}`, () => {
    assert.equal(isLateNow(aVisit(own), now), isLate)
    const decided = decideVisitAsClock(aVisit(own), aPolicy(now))
    if (!isLate) assert.deepEqual(decided, { ok: false, error: { code: 'already-so' } })
    else {
      assert.ok(decided.ok)
      assert.equal(decided.value.action, 'visit-overdue')
      assert.deepEqual(decided.value.changes[0]?.set, { overdueSince: now, status: 'planned', changedAt: now })
    }
  })

test('VISIT-9 a visit is late when its day is over where it is made', () => {
  assert.equal(aVisit().plannedFor, visitDay)
  assert.equal(due, Date.parse('2026-11-05T00:00:00+07:00'))
})

test('VISIT-3 an office of the district serves its villages, and a village no other', () => {
  const place = placeCode.parse('34.04.07.2001')
  assert.equal(offices.village.place, place)
  assert.equal(refused(visitMove('plan', { office: offices.province.id }), nobodyYet), 'done')
  assert.equal(
    refused(visitMove('plan', { place: other, office: offices.district.id }), nobodyYet, almighty(offices.district)),
    'done',
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { StaffActor } from '../access/actor.ts'
import type { MeetingMove } from '../contract/meeting.ts'
import type { Instant } from '../kernel/instant.ts'
import { dayMs, hourMs, wireOf } from '../kernel/instant.ts'
import { keysOf } from '../kernel/keys.ts'
import { agendaCase, aMeeting, aPoint, aTask, meetingData, meetingMove, shippedKind } from '../testing/a-meeting.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { almighty, staffLacking } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { property } from '../testing/property.ts'
import { decideMeeting } from './decide.ts'
import { maySettle } from './decide-task.ts'
import { calendarFile } from './invitation.ts'
import { meetingKindData } from './kinds.ts'
import type { MeetingRow } from './meeting.ts'
import { caseKey, meetingStatuses, minutesOf, pointsOf, seatsOf, taskStatuses, venueOf } from './meeting.ts'
import type { MeetingLook } from './scene.ts'
import { noMeeting } from './scene.ts'

const chair = almighty(offices.district)
const other = { district: agendaCase.district, id: ids.case(2), number: '3404-26-000002' }
const cases = new Map([agendaCase, other].map((named) => [caseKey(named), named]))
const look = (own: Partial<MeetingLook> = {}): MeetingLook => ({ ...noMeeting, kind: shippedKind, cases, ...own })
const at = (meeting: Partial<MeetingRow>, own: Partial<MeetingLook> = {}): MeetingLook =>
  look({ meeting: aMeeting(meeting), ...own })
const decided = (move: MeetingMove, to: MeetingLook, actor: StaffActor = chair, now: Instant = monday) =>
  decideMeeting(ids.meeting(1), move, actor, to, aPolicy(now))
const code = (...asked: Parameters<typeof decided>): string => {
  const answer = decided(...asked)
  return answer.ok ? 'done' : answer.error.code
}
function setOf(...asked: Parameters<typeof decided>) {
  const answer = decided(...asked)
  assert.ok(answer.ok, answer.ok ? '' : answer.error.code)
  const [change] = answer.value.changes
  assert.ok(change?.table === 'meeting')
  return change
}

/** People with every right who take part, or do not, and what they are told when they lead a meeting of the district. */
const outsiders = [offices.hospital, offices.village, offices.health, offices.province, offices.nation]
const steps = keysOf(meetingData).filter((action) => action !== 'call' && !action.startsWith('task-'))
for (const action of steps)
  test(`MEET-8 ${action} is the calling office’s alone, in every state, whatever rights others hold`, () => {
    for (const status of meetingStatuses)
      for (const office of outsiders)
        assert.equal(
          code(meetingMove(action), at({ status }), almighty(office)),
          'not-here',
          `${office.name} ${status}`,
        )
  })

/** Who settles a task of the hospital from a meeting of the district. */
const settlers: readonly (readonly [who: string, actor: StaffActor, settles: string, reopens: string])[] = [
  ['its owner', almighty(offices.hospital), 'done', 'not-here'],
  ['who called the meeting', almighty(offices.district), 'done', 'done'],
  ['an office that takes part', almighty(offices.village), 'not-here', 'not-here'],
  ['an office that does not', almighty(offices.health), 'not-here', 'not-here'],
  ['the province above', almighty(offices.province), 'not-here', 'not-here'],
  ['its owner without the right', staffLacking(['meeting.attend'], offices.hospital), 'not-permitted', 'not-permitted'],
]
for (const [who, actor, settles, reopens] of settlers)
  test(`MEET-12, MEET-14 a task is settled by ${who}: ${settles}, and opened again: ${reopens}`, () => {
    for (const status of meetingStatuses) {
      for (const action of ['task-done', 'task-fail'] as const)
        assert.equal(code(meetingMove(action), at({ status }, { tasks: [aTask()] }), actor), settles)
      for (const settled of ['done', 'not-done'] as const) {
        const tasks = [aTask({ status: settled })]
        assert.equal(code(meetingMove('task-reopen'), at({ status }, { tasks }), actor), reopens)
      }
    }
  })

test('MEET-12 what was settled is not settled twice, and what is open is not opened', () => {
  const twice = (action: 'task-done' | 'task-fail' | 'task-reopen') =>
    taskStatuses.map((status) => {
      const refusal = maySettle(aTask({ status }), aMeeting(), action, chair)
      return refusal ? refusal.code : 'may'
    })
  const wrong = 'wrong-task-status'
  assert.deepEqual(twice('task-done'), ['may', wrong, wrong])
  assert.deepEqual(twice('task-fail'), ['may', wrong, wrong])
  assert.deepEqual(twice('task-reopen'), [wrong, 'may', 'may'])
})

test('MEET-12 of several tasks the one that was named is settled, and the meeting stays as it is', () => {
  const tasks = [aTask({ id: ids.task(2), office: offices.village.id }), aTask({ version: 4 })]
  const answer = decided(meetingMove('task-done', { note: 'Sudah.' }), at({ status: 'closed' }, { tasks }))
  assert.ok(answer.ok)
  assert.deepEqual(
    answer.value.changes.map(({ table, id, base }) => [table, id, base]),
    [['meetingTask', ids.task(1), 4]],
  )
})

/** A meeting's start beside now, and whether it may still be called or changed. */
const longPast: readonly (readonly [days: number, code: string])[] = [
  [-30, 'done'],
  [-31, 'meeting-long-past'],
  [0, 'done'],
  [400, 'done'],
]
for (const [days, answer] of longPast)
  test(`MEET-1, MEET-2 a meeting ${days} days from now is called or changed: ${answer}`, () => {
    const startsAt = wireOf(monday + days * dayMs)
    assert.equal(code(meetingMove('call', { startsAt }), look()), answer)
    assert.equal(code(meetingMove('change', { startsAt }), at({})), answer)
  })
test('MEET-1 of the thirtieth day every minute counts', () => {
  const startsAt = wireOf(monday - 30 * dayMs - 1000)
  assert.equal(code(meetingMove('call', { startsAt }), look()), 'meeting-long-past')
})

/** From when on a meeting of 2 November, 23.30, is held: its day begins at midnight in its place. */
const begins: readonly (readonly [now: string, code: string])[] = [
  ['2026-11-01T23:59:59+07:00', 'meeting-not-yet'],
  ['2026-11-02T00:00:00+07:00', 'done'],
  ['2026-11-02T23:29:00+07:00', 'done'],
  ['2026-11-20T09:00:00+07:00', 'done'],
]
for (const [now, answer] of begins)
  test(`MEET-4 at ${now} a meeting of that evening is held: ${answer}`, () => {
    const startsAt = Date.parse('2026-11-02T23:30:00+07:00')
    assert.equal(code(meetingMove('hold'), at({ startsAt }), chair, Date.parse(now)), answer)
  })

test('MEET-1 offices stand once in an invitation, the calling one first, however they were named', () => {
  const { district, hospital } = offices
  for (const named of [[], [district.id], [hospital.id, district.id, hospital.id]]) {
    const { set } = setOf(meetingMove('call', { offices: named }), look())
    assert.deepEqual(set.offices, [district.id, ...(named.includes(hospital.id) ? [hospital.id] : [])])
  }
})

/** Agendas, and what they are refused with. */
const [second, third] = [ids.point(2), ids.point(3)]
const words = { id: second, case: null, title: 'Lain-lain' }
const ofOther = { id: third, case: { district: other.district, id: other.id }, title: '' }
const agendas: readonly (readonly [why: string, points: typeof meetingData.call.points, code: string])[] = [
  ['a case, words and another case', [aPoint, words, ofOther], 'done'],
  ['a case without words', [ofOther], 'done'],
  ['the same words twice', [words, { ...words, id: third }], 'done'],
  ['neither a case nor words', [aPoint, { ...words, title: '' }], 'agenda-empty'],
  ['one case under two points', [ofOther, { ...ofOther, id: second }], 'agenda-twice'],
  ['two matters under one point', [aPoint, { ...words, id: aPoint.id }], 'agenda-twice'],
  [
    'a case of another ledger',
    [{ ...aPoint, case: { ...aPoint.case, district: offices.province.district } }],
    'unknown-agenda-case',
  ],
  ['a case that nobody has', [{ ...aPoint, case: { ...aPoint.case, id: ids.case(9) } }], 'unknown-agenda-case'],
]
for (const [why, points, answer] of agendas)
  test(`MEET-1, MEET-2 an agenda of ${why}: ${answer}`, () => {
    assert.equal(code(meetingMove('call', { points }), look()), answer)
    assert.equal(code(meetingMove('change', { points }), at({})), answer)
  })

test('MEET-2 what its changer may not see stays under its number, and what they never saw is not added', () => {
  const blind = at({}, { cases: new Map() })
  const rewritten = meetingMove('change', {
    points: [
      { ...aPoint, id: second, title: 'Judul lain' },
      { ...words, id: third },
    ],
  })
  const { set } = setOf(rewritten, blind)
  assert.ok(set.agenda)
  assert.deepEqual(pointsOf({ agenda: set.agenda }), [
    { id: second, case: agendaCase, title: aPoint.title },
    { ...words, id: third },
  ])
  assert.deepEqual(set.cases, [caseKey(agendaCase)])
  assert.equal(code(meetingMove('change', { points: [ofOther] }), blind), 'unknown-agenda-case')
  assert.deepEqual(setOf(meetingMove('change', { points: [words] }), blind).set.cases, [], 'but it may be taken off')
})

test('MEET-5 minutes are written again over what stood there, point by point, and seats as they were said last', () => {
  const held = at({ status: 'held', minutes: JSON.stringify({ [ids.point(1)]: 'Lama' }), attendance: null })
  const seats = [{ office: offices.village.id, present: false, names: '' }]
  const { set } = setOf(meetingMove('minute', { seats, minutes: [] }), held)
  assert.deepEqual(minutesOf({ minutes: set.minutes ?? null }), { [ids.point(1)]: 'Lama' })
  assert.deepEqual(seatsOf({ attendance: set.attendance ?? null }), seats)
  const erased = setOf(meetingMove('minute', { minutes: [{ point: ids.point(1), text: '' }] }), held).set
  const after = at({ status: 'held', minutes: erased.minutes ?? null })
  assert.equal(code(meetingMove('close'), after), 'minutes-missing', 'what was taken away is missing again')
})

test('MEET-6 how many points are missing is told', () => {
  const agenda = JSON.stringify([aPoint, words, ofOther])
  const missing = (minutes: object) => {
    const answer = decided(meetingMove('close'), at({ status: 'held', agenda, minutes: JSON.stringify(minutes) }))
    return answer.ok ? 0 : answer.error
  }
  assert.deepEqual(missing({}), { code: 'minutes-missing', count: 3 })
  assert.deepEqual(missing({ [second]: 'x' }), { code: 'minutes-missing', count: 2 })
  assert.deepEqual(missing({ [aPoint.id]: 'x', [second]: 'x', [third]: '' }), { code: 'minutes-missing', count: 1 })
  assert.equal(missing({ [aPoint.id]: 'x', [second]: 'x', [third]: 'x' }), 0)
})

/** Kinds as a district writes them. */
const caller = { rights: ['case.decide'], offices: ['secretariat'] }
const kind = { callers: [caller], months: 3, basis: '' }
const kinds: readonly (readonly [own: object, taken: boolean])[] = [
  [{}, true],
  [{ months: 0 }, true],
  [{ months: 12 }, true],
  [{ months: 13 }, false],
  [{ months: -1 }, false],
  [{ months: 1.5 }, false],
  [{ callers: [] }, false],
  [{ callers: Array.from({ length: 6 }, () => caller) }, false],
  [{ callers: [{ ...caller, rights: [] }] }, false],
  [{ callers: [{ ...caller, rights: ['case.decide', 'case.decide'] }] }, false],
  [{ callers: [{ ...caller, rights: ['everything'] }] }, false],
  [{ callers: [{ ...caller, offices: [] }] }, false],
  [{ callers: [{ ...caller, offices: ['secretariat', 'secretariat'] }] }, false],
  [{ callers: [{ ...caller, offices: ['kantor'] }] }, false],
  [{ basis: 'x'.repeat(301) }, false],
  [{ basis: 'dua\nbaris' }, false],
  [{ lasts: 60 }, false],
]
for (const [own, taken] of kinds)
  test(`MEET-7 a kind of meetings with ${JSON.stringify(own).slice(0, 70)} is ${taken ? 'taken' : 'refused'}`, () => {
    assert.equal(meetingKindData.safeParse({ ...kind, ...own }).success, taken)
  })

test('MEET-7 a right alone calls nothing at an office of another kind', () => {
  const teams = shippedKind('technical-team')
  assert.ok(teams)
  for (const office of [offices.hospital, offices.health, offices.closed])
    assert.equal(code(meetingMove('call'), look(), almighty(office)), 'meeting-not-yours', office.name)
  assert.equal(code(meetingMove('call'), look(), { ...chair, office: ids.office(88) }), 'meeting-not-yours')
  assert.equal(code(meetingMove('call'), look({ kind: () => null }), chair), 'unknown-meeting-kind')
})

const invitation = { id: ids.meeting(1), version: 1, startsAt: monday, lasts: 60, now: monday - hourMs }
property(
  'MEET-20 whatever is typed stays in its own line of an invitation: nothing becomes a line that calendars obey',
  fc.tuple(
    ...(['title', 'text', 'where'] as const).map(() =>
      fc.array(
        fc.constantFrom('\n', '\r', '\r\n', ' ', ';', ',', '\\', ':', 'ATTENDEE', 'END:VEVENT', 'a', '😀', '\u2028'),
        { maxLength: 60 },
      ),
    ),
  ),
  (typed) => {
    const [title = '', text = '', where = ''] = typed.map((parts) => parts.join(''))
    const file = calendarFile({ ...invitation, title, text, where })
    const lines = file.replaceAll('\r\n ', '').split('\r\n')
    assert.deepEqual(
      lines.map((line) => line.split(/[:;]/)[0]),
      'BEGIN VERSION PRODID BEGIN UID SEQUENCE DTSTAMP DTSTART DTEND SUMMARY LOCATION DESCRIPTION END END'
        .split(' ')
        .concat(''),
    )
    assert.doesNotMatch(lines.join(''), /[\r\n]/)
  },
)

test('MEET-1 what lies sealed is read back as it was, and nothing of it where there is nothing', () => {
  const none = { agenda: '[]', attendance: null, minutes: null, venue: '{"link":"","place":""}' }
  assert.deepEqual(
    [pointsOf(none), seatsOf(none), minutesOf(none), venueOf(none)],
    [[], [], {}, { place: '', link: '' }],
  )
  for (const broken of ['', '{', '{"place":1,"link":""}', 'null'])
    assert.throws(() => venueOf({ venue: broken }), broken)
  assert.throws(() => pointsOf({ agenda: '[{"id":"1","case":null,"title":""}]' }), 'a point has an id')
})

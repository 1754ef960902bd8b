import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { StaffActor } from '../access/actor.ts'
import { dayMs } from '../kernel/instant.ts'
import { keysOf, tableOf } from '../kernel/keys.ts'
import { joint, jointData, jointNth, outside, partner, target, task } from '../testing/a-joint.ts'
import { monday } from '../testing/a-policy.ts'
import { staff, staffLacking, staffWith } from '../testing/actors.ts'
import { anOffice, offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { property } from '../testing/property.ts'
import { shownFields, standingOf, standings, warnUntil } from './agreement.ts'
import type { JointFile, JointMove } from './decide.ts'
import { decideJoint } from './decide.ts'
import type { JointTaskStatus } from './joint.ts'
import { jointFields, jointStatuses, jointTaskStatuses } from './joint.ts'
import { isLate, progressOf } from './progress.ts'

const today = '2026-11-02'
const look = { now: monday, day: today, offices: new Map(Object.values(offices).map((office) => [office.id, office])) }
const file: JointFile = {
  joint,
  partners: [partner, outside],
  task,
  target,
  case: { place: offices.village.place, restricted: null },
  listed: false,
  knowsVillage: true,
}
const code = (move: JointMove, actor: StaffActor, own: Partial<JointFile> = {}): string => {
  const answer = decideJoint({ ...file, ...own }, move, actor, look)
  return answer.ok ? 'done' : answer.error.code
}
const subjects: Partial<Record<JointMove['kind'], string>> = {
  'joint.change-partner': partner.id,
  'joint.end-partner': partner.id,
}
const kinds = keysOf(jointData).filter((kind) => kind !== 'joint.start')
const moves = tableOf(
  kinds,
  (kind) => ({ kind, subject: subjects[kind] ?? jointNth(50), data: jointData[kind] }) as JointMove,
)

const bantul = anOffice({ ...offices.district, id: ids.office(60), place: offices.province.place })
const everything = (office: typeof bantul): StaffActor => staffLacking([], office)
/** People with every right but at the wrong office, or at the right office with the wrong right. */
const strangers: readonly (readonly [who: string, actor: StaffActor, tasks: string, rest: string])[] = [
  ['a neighbouring district', everything(bantul), 'joint-not-partner', 'joint-not-lead'],
  ['the province above', everything(offices.province), 'joint-not-partner', 'joint-not-lead'],
  ['the nation', everything(offices.nation), 'joint-not-partner', 'joint-not-lead'],
  ['a village of the place', everything(offices.village), 'joint-not-partner', 'joint-not-lead'],
  ['an agency that takes no part', everything(offices.health), 'joint-not-partner', 'joint-not-lead'],
  ['a partner with the right to lead', everything(offices.hospital), 'done', 'joint-not-lead'],
  [
    'the lead without the right to lead',
    staffLacking(['joint.lead'], offices.district),
    'joint-not-partner',
    'not-permitted',
  ],
  ['the lead without the right to join', staffLacking(['joint.join'], offices.district), 'not-permitted', 'done'],
  [
    'a partner without rights',
    staffWith({ permissions: [], restricted: [], sees: 'office' }, offices.hospital),
    'not-permitted',
    'not-permitted',
  ],
]
for (const [who, actor, tasks, rest] of strangers)
  for (const kind of kinds.filter((one) => one !== 'joint.reopen-task'))
    test(`JOINT-8, JOINT-11 ${kind} by ${who}: ${joins(kind) ? tasks : rest}`, () => {
      assert.equal(code(moves[kind], actor), joins(kind) ? tasks : rest)
    })
function joins(kind: JointMove['kind']): boolean {
  return kind === 'joint.begin-task' || kind === 'joint.finish-task' || kind === 'joint.reach-target'
}

test('JOINT-8 a partner that left and came back under another id does not move what it was given before', () => {
  const hospital = staff('provider', offices.hospital)
  const left = { ...partner, leftAt: monday }
  const back = { ...partner, id: outside.id }
  assert.equal(code(moves['joint.finish-task'], hospital, { partners: [left, back] }), 'joint-not-partner')
  const given = { ...task, partner: back.id }
  assert.equal(code(moves['joint.finish-task'], hospital, { partners: [left, back], task: given }), 'done')
})

test('JOINT-3 who leads and who is asked for is looked at as it is now: an office that closed joins nothing', () => {
  const lead = staff('manager', offices.district)
  const add = (office: string | null, name = ''): JointMove =>
    ({ ...moves['joint.add-partner'], data: { ...jointData['joint.add-partner'], office, name } }) as JointMove
  assert.equal(code(add(offices.closed.id), lead), 'office-not-active')
  assert.equal(code(add(offices.closed.id, 'Nama lain'), lead), 'office-not-active', 'a name of its own helps nothing')
  assert.equal(code(add(null, offices.hospital.name), lead), 'done', 'a body outside may have the name of an office')
  assert.equal(code(add(null, outside.name), lead, { partners: [{ ...outside, leftAt: monday }] }), 'done')
})

/** How an agreement stands, day by day around its end. */
const around: readonly (readonly [validUntil: string, today: string, stands: string])[] = [
  ['2026-12-31', '2026-11-30', 'valid'],
  ['2026-12-31', '2026-12-01', 'ending'],
  ['2026-12-31', '2026-12-31', 'ending'],
  ['2026-12-31', '2027-01-01', 'over'],
  ['2028-02-29', '2028-01-29', 'valid'],
  ['2028-02-29', '2028-01-30', 'ending'],
  ['2028-02-29', '2028-03-01', 'over'],
]
for (const [validUntil, day, stands] of around)
  test(`JOINT-2 an agreement until ${validUntil} is ${stands} on ${day}`, () => {
    assert.equal(standingOf({ agreement: 'PKS/1', validUntil }, day), stands)
  })

const aDay = fc.nat(2000).map((n) => new Date(Date.parse('2026-01-01') + n * dayMs).toISOString().slice(0, 10))
property(
  'JOINT-2 an agreement ends once: it stands as it stood, or later in its life, the day after',
  aDay,
  (until) => {
    const from = Date.parse(until) - 40 * dayMs
    const days = Array.from({ length: 60 }, (_, n) => new Date(from + n * dayMs).toISOString().slice(0, 10))
    const order = days.map((day) => standings.indexOf(standingOf({ agreement: 'PKS/1', validUntil: until }, day)))
    assert.deepEqual(order, order.toSorted())
    assert.equal(
      days.filter((day) => standingOf({ agreement: 'PKS/1', validUntil: until }, day) === 'ending').length,
      31,
    )
    assert.equal(standingOf({ agreement: 'PKS/1', validUntil: warnUntil(until) }, until), 'ending')
  },
)

const aLook = fc.record({
  status: fc.constantFrom(...jointStatuses),
  agreement: fc.constantFrom('', 'PKS/1'),
  validUntil: fc.option(fc.constantFrom('2026-11-01', '2026-11-02', '2026-11-30', '2027-01-01')),
  fields: fc.subarray([...jointFields]),
  left: fc.boolean(),
  part: fc.boolean(),
  reads: fc.boolean(),
  office: fc.constantFrom(offices.district, offices.hospital, offices.province),
})
property(
  'JOINT-9 of a target nobody is told more than the agreement names, and nothing once it is over',
  aLook,
  (drawn) => {
    const { status, agreement, validUntil, fields, left, part, reads, office } = drawn
    const actor = staffLacking(reads ? [] : ['case.read'], office)
    const own = part ? { fields, leftAt: left ? monday : null } : null
    const shown = shownFields({ lead: offices.district.id, status, agreement, validUntil }, own, actor, today)
    const leads = office === offices.district
    if (!reads) assert.deepEqual(shown, [])
    else if (leads) assert.deepEqual(shown, jointFields)
    else {
      for (const field of shown) assert.ok(fields.includes(field))
      const over = status === 'ended' || agreement === '' || validUntil === '2026-11-01'
      if (over || left || !part) assert.deepEqual(shown, [])
      else assert.deepEqual(shown, fields)
    }
  },
)

const late: readonly (readonly [status: JointTaskStatus, dueOn: string, late: boolean])[] = jointTaskStatuses.flatMap(
  (status) => [
    [status, '2026-11-01', status === 'planned' || status === 'under-way'] as const,
    [status, '2026-11-02', false] as const,
    [status, '2026-11-03', false] as const,
  ],
)
for (const [status, dueOn, owed] of late)
  test(`JOINT-10 on 2 November a task of ${dueOn} that is ${status} is ${owed ? '' : 'not '}late`, () => {
    assert.equal(isLate({ status, dueOn }, today), owed)
  })

test('JOINT-10 a programme without tasks and targets has figures of nothing, for its lead alone and for everybody', () => {
  const none = { tasks: 0, done: 0, late: 0, reached: 0 }
  assert.deepEqual(progressOf([], [], [], today), { targets: 0, ...none, shares: [{ partner: null, ...none }] })
  assert.equal(progressOf([partner, outside], [], [], today).shares.length, 3)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StaffActor } from '../access/actor.ts'
import { jointCommandData } from '../contract/joint.ts'
import { jointPartnerId } from '../kernel/id.ts'
import { keysOf, tableOf } from '../kernel/keys.ts'
import type { Decision } from '../ledger/entry.ts'
import { villageCode } from '../place/code.ts'
import { joint, jointData, jointNth, outside, partner, target, task } from '../testing/a-joint.ts'
import { monday } from '../testing/a-policy.ts'
import { citizen, clock, setup, staff, staffLacking } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import type { Standing } from './agreement.ts'
import { shownFields, standingOf } from './agreement.ts'
import type { JointFile, JointMove } from './decide.ts'
import { decideJoint } from './decide.ts'
import type { JointPartnerRow, JointTaskStatus, TargetStatus } from './joint.ts'
import { jointFields, jointTaskStatuses, targetStatuses } from './joint.ts'
import { targetActs, taskActs } from './moves.ts'
import { progressOf } from './progress.ts'

const today = '2026-11-02'
const lead = staff('manager', offices.district)
const helper = staff('provider', offices.hospital)
const stranger = staff('provider', offices.health)

const fileOf = (own: Partial<JointFile> = {}): JointFile => ({
  joint,
  partners: [partner, outside],
  task,
  target,
  case: { place: offices.village.place, restricted: null },
  listed: false,
  knowsVillage: true,
  ...own,
})
const look = { now: monday, day: today, offices: new Map(Object.values(offices).map((office) => [office.id, office])) }
const note = 'Sudah dikerjakan.'
const programme = jointData['joint.start']
const person = jointData['joint.list-target']
const of = { joint: joint.id }

/** What each kind is about. */
const subjects = {
  'joint.start': jointNth(20),
  'joint.change': joint.id,
  'joint.end': joint.id,
  'joint.add-partner': jointNth(21),
  'joint.change-partner': partner.id,
  'joint.end-partner': partner.id,
  'joint.add-task': jointNth(22),
  'joint.begin-task': task.id,
  'joint.finish-task': task.id,
  'joint.drop-task': task.id,
  'joint.reopen-task': task.id,
  'joint.list-target': jointNth(23),
  'joint.reach-target': target.id,
  'joint.drop-target': target.id,
} as const satisfies Record<JointMove['kind'], string>
type MoveOf<Kind extends JointMove['kind']> = Extract<JointMove, { kind: Kind }>
/** A command of each kind that the law has nothing against, when its lead gives it. */
const moves = tableOf(keysOf(subjects), (kind) => ({ kind, subject: subjects[kind], data: jointData[kind] })) as {
  readonly [Kind in JointMove['kind']]: MoveOf<Kind>
}
const kinds = keysOf(moves)
/** The state of a task from which each of its steps goes, where it is not the first. */
const ready = (kind: JointMove['kind']): JointFile =>
  kind === 'joint.reopen-task' ? fileOf({ task: { ...task, status: 'done' } }) : fileOf()

function yes(move: JointMove, actor: StaffActor = lead, file: JointFile = ready(move.kind)): Decision {
  const answer = decideJoint(file, move, actor, look)
  assert.ok(answer.ok, JSON.stringify(answer))
  return answer.value
}
function no(
  move: JointMove,
  actor: Parameters<typeof decideJoint>[2] = lead,
  file: JointFile = ready(move.kind),
): string {
  const answer = decideJoint(file, move, actor, look)
  assert.ok(!answer.ok, 'it was allowed')
  return answer.error.code
}

for (const kind of kinds) {
  test(`JOINT-1 ${kind} takes its right, held at an office; nobody else gives it`, () => {
    const { right, data } = jointCommandData[kind]
    assert.ok(data.safeParse(moves[kind].data).success)
    for (const actor of [
      citizen(),
      clock,
      setup,
      staff('bo', offices.district),
      staffLacking([right], offices.district),
    ])
      assert.equal(no(moves[kind], actor), 'not-permitted')
    assert.equal(yes(moves[kind]).day, today)
  })

  if (kind !== 'joint.start')
    test(`JOINT-7 ${kind} is refused once the programme is over, and where there is none`, () => {
      assert.equal(no(moves[kind], lead, { ...ready(kind), joint: { ...joint, status: 'ended' } }), 'joint-over')
      assert.equal(no(moves[kind], lead, fileOf({ joint: null })), 'joint-unknown')
    })
}

/** What a partner may do, and what another office is told that takes no part. */
const partnersMay: readonly JointMove['kind'][] = ['joint.begin-task', 'joint.finish-task', 'joint.reach-target']
for (const kind of kinds.filter((one) => one !== 'joint.start'))
  test(`JOINT-8 ${kind} is ${partnersMay.includes(kind) ? 'also the partner’s' : 'the lead’s alone'}`, () => {
    const other = staff('manager', offices.village)
    assert.equal(no(moves[kind], other), partnersMay.includes(kind) ? 'joint-not-partner' : 'joint-not-lead')
    if (partnersMay.includes(kind)) {
      assert.ok(yes(moves[kind], helper))
      assert.equal(no(moves[kind], stranger), 'joint-not-partner')
      const left = fileOf({ partners: [{ ...partner, leftAt: monday }, outside] })
      assert.equal(no(moves[kind], helper, left), 'joint-not-partner')
    }
  })

test('JOINT-1 a programme begins with its lead alone, in the ledger of its place', () => {
  const [made] = yes(moves['joint.start']).changes
  assert.ok(made?.table === 'joint' && made.base === 0)
  assert.deepEqual([made.set.lead, made.set.offices, made.set.district], [lead.office, [lead.office], '34.04'])
  const [national] = yes(moves['joint.start'], staff('ministry', offices.nation)).changes
  assert.ok(national?.table === 'joint' && national.set.district === '00')
})

const agreements: readonly (readonly [string, string | null, string | null, boolean])[] = [
  ['', null, null, true],
  ['', '2026-01-01', null, false],
  ['', null, '2026-01-01', false],
  ['PKS/1', null, null, true],
  ['PKS/1', '2026-01-01', '2026-01-01', true],
  ['PKS/1', '2026-01-02', '2026-01-01', false],
]
for (const [agreement, agreedOn, validUntil, fits] of agreements)
  test(`JOINT-2 an agreement "${agreement}" of ${agreedOn} until ${validUntil} ${fits ? 'fits' : 'does not fit'}`, () => {
    const data = { ...programme, agreement, agreedOn, validUntil }
    for (const kind of ['joint.start', 'joint.change'] as const) {
      const move: JointMove = { ...moves[kind], data }
      if (fits) assert.ok(yes(move))
      else assert.equal(no(move), 'joint-days')
    }
  })

const standing: readonly (readonly [string, string | null, Standing])[] = [
  ['', null, 'none'],
  ['PKS/1', null, 'valid'],
  ['PKS/1', '2026-12-03', 'valid'],
  ['PKS/1', '2026-12-02', 'ending'],
  ['PKS/1', today, 'ending'],
  ['PKS/1', '2026-11-01', 'over'],
]
for (const [agreement, validUntil, stands] of standing)
  test(`JOINT-2 on 2 November an agreement "${agreement}" until ${validUntil} is ${stands}`, () => {
    assert.equal(standingOf({ agreement, validUntil }, today), stands)
  })

test('JOINT-3 a partner is an active office or a named body, once, and not the lead', () => {
  const add = (own: object): JointMove => ({
    ...moves['joint.add-partner'],
    data: { ...moves['joint.add-partner'].data, ...own },
  })
  const [programmeAfter, made] = yes(add({})).changes
  assert.ok(programmeAfter?.table === 'joint' && made?.table === 'jointPartner')
  assert.deepEqual(programmeAfter.set.offices, [...joint.offices, offices.health.id])
  assert.equal(made.set.name, offices.health.name)
  const [unchanged] = yes(add({ office: null, name: 'LKS Harapan' })).changes
  assert.deepEqual(unchanged?.table === 'joint' && unchanged.set.offices, joint.offices)
  assert.equal(no(add({ office: ids.office(99) })), 'unknown-office')
  assert.equal(no(add({ office: offices.subdistrict.id })), 'office-not-active')
  assert.equal(no(add({ office: null, name: '' })), 'joint-partner')
  assert.equal(no(add({ office: offices.district.id })), 'joint-twice')
  assert.equal(no(add({ office: offices.hospital.id })), 'joint-twice')
  assert.equal(no(add({ office: null, name: 'Yayasan Kasih' })), 'joint-twice')
})

test('JOINT-3 a partner that ended sees the programme no more, and may be added again', () => {
  const [after, own] = yes(moves['joint.end-partner']).changes
  assert.deepEqual(after?.table === 'joint' && after.set.offices, [offices.district.id])
  assert.deepEqual(own?.set, { leftAt: monday })
  const ended = fileOf({ partners: [{ ...partner, leftAt: monday }] })
  assert.equal(no(moves['joint.end-partner'], lead, ended), 'joint-part-unknown')
  assert.equal(no(moves['joint.change-partner'], lead, ended), 'joint-part-unknown')
  assert.equal(no(moves['joint.add-task'], lead, ended), 'joint-part-unknown')
  const again: JointMove = {
    ...moves['joint.add-partner'],
    data: { ...moves['joint.add-partner'].data, office: offices.hospital.id },
  }
  assert.ok(yes(again, lead, ended))
})

/** From where each step of a task and of a target goes, to where, and whether it takes words. */
const taskSpec: Readonly<
  Record<(typeof taskActs)[number], readonly [from: string, to: JointTaskStatus, note: boolean]>
> = {
  'begin-task': ['planned', 'under-way', false],
  'finish-task': ['planned under-way', 'done', true],
  'drop-task': ['planned under-way', 'dropped', true],
  'reopen-task': ['done dropped', 'planned', true],
}
for (const act of taskActs)
  test(`JOINT-4 ${act} goes from ${taskSpec[act][0]} to ${taskSpec[act][1]}`, () => {
    const [from, to, needsNote] = taskSpec[act]
    for (const status of jointTaskStatuses) {
      const file = fileOf({ task: { ...task, status } })
      if (!from.split(' ').includes(status)) assert.equal(no(moves[`joint.${act}`], lead, file), 'joint-step')
      else {
        const [own] = yes(moves[`joint.${act}`], lead, file).changes
        assert.ok(own?.table === 'jointTask' && own.base === 5)
        assert.equal(own.set.status, to)
        const wordless = { ...moves[`joint.${act}`], data: { ...of, note: '' } } as JointMove
        if (needsNote) assert.equal(no(wordless, lead, file), 'note-missing')
      }
    }
    assert.equal(no(moves[`joint.${act}`], lead, fileOf({ task: null })), 'joint-part-unknown')
  })

test('JOINT-4 a task of another partner, or of the lead, is moved by no partner', () => {
  for (const theirs of [outside.id, null])
    assert.equal(
      no(moves['joint.finish-task'], helper, fileOf({ task: { ...task, partner: theirs } })),
      'joint-not-partner',
    )
})

test('JOINT-5 a target is a case that its lead sees whole, or somebody named with a village of its place', () => {
  const list = (own: object): JointMove => ({ ...moves['joint.list-target'], data: { ...person, ...own } })
  const [made] = yes(list({})).changes
  assert.ok(made?.table === 'jointTarget' && made.set.name === 'Mbah Karto')
  const [ofCase] = yes(list({ case: ids.case(1), village: null, name: 'Nama lain', nik: '3404075203600001' })).changes
  assert.ok(ofCase?.table === 'jointTarget')
  assert.deepEqual(
    [ofCase.set.caseId, ofCase.set.place, ofCase.set.name, ofCase.set.nik],
    [ids.case(1), offices.village.place, null, null],
  )
  assert.equal(no(list({ case: ids.case(1) }), lead, fileOf({ case: null })), 'joint-target')
  const restricted = fileOf({ case: { place: offices.village.place, restricted: 'violence' } })
  assert.equal(no(list({ case: ids.case(1) }), lead, restricted), 'joint-restricted')
  assert.equal(no(list({ name: '' })), 'joint-target')
  assert.equal(no(list({ village: null })), 'joint-target')
  assert.equal(no(list({ village: villageCode.parse('34.02.01.2001') })), 'village-elsewhere')
  assert.equal(no(list({}), lead, fileOf({ knowsVillage: false })), 'village-elsewhere')
})

test('JOINT-6 nobody is on a list twice', () => {
  assert.equal(no(moves['joint.list-target'], lead, fileOf({ listed: true })), 'joint-twice')
})

const targetSpec: Readonly<Record<(typeof targetActs)[number], readonly [from: string, to: TargetStatus]>> = {
  'reach-target': ['listed', 'reached'],
  'drop-target': ['listed reached', 'dropped'],
}
for (const act of targetActs)
  test(`JOINT-6 ${act} goes from ${targetSpec[act][0]} to ${targetSpec[act][1]}`, () => {
    const [from, to] = targetSpec[act]
    for (const status of targetStatuses) {
      const file = fileOf({ target: { ...target, status } })
      if (!from.split(' ').includes(status)) assert.equal(no(moves[`joint.${act}`], lead, file), 'joint-step')
      else {
        const [own] = yes(moves[`joint.${act}`], lead, file).changes
        assert.ok(own?.table === 'jointTarget' && own.set.status === to)
        assert.equal(
          no({ ...moves[`joint.${act}`], data: { ...of, partner: null, note: '' } } as JointMove, lead, file),
          'note-missing',
        )
      }
    }
    assert.equal(no(moves[`joint.${act}`], lead, fileOf({ target: null })), 'joint-part-unknown')
  })

test('JOINT-8 a partner says of nobody else that they reached somebody; the lead says it for those outside', () => {
  const reach = (by: JointPartnerRow['id'] | null): JointMove => ({
    ...moves['joint.reach-target'],
    data: { ...of, partner: by, note },
  })
  const whose = (move: JointMove, actor: StaffActor) => {
    const [own] = yes(move, actor).changes
    return own?.table === 'jointTarget' ? own.set.partner : undefined
  }
  assert.equal(whose(reach(outside.id), helper), partner.id)
  assert.equal(whose(reach(outside.id), lead), outside.id)
  assert.equal(whose(reach(null), lead), null)
  assert.equal(no(reach(jointPartnerId.parse(jointNth(77)))), 'joint-part-unknown')
})

test('JOINT-13 whoever is taken off the list is named by it no more', () => {
  const [own] = yes(moves['joint.drop-target']).changes
  assert.deepEqual(own?.set, {
    name: null,
    nik: null,
    phone: null,
    address: null,
    need: null,
    result: null,
    status: 'dropped',
    changedAt: monday,
  })
})

test('JOINT-9 a partner is told what the agreement names, while it is valid; who reads no case is told no name', () => {
  const named = ['name', 'need']
  assert.deepEqual(shownFields(joint, null, lead, today), jointFields)
  assert.deepEqual(shownFields(joint, partner, helper, today), named)
  assert.deepEqual(shownFields({ ...joint, validUntil: today }, partner, helper, today), named)
  assert.deepEqual(shownFields({ ...joint, validUntil: '2026-11-01' }, partner, helper, today), [])
  assert.deepEqual(shownFields({ ...joint, agreement: '' }, partner, helper, today), [])
  assert.deepEqual(shownFields({ ...joint, status: 'ended' }, partner, helper, today), [])
  assert.deepEqual(shownFields(joint, { ...partner, leftAt: monday }, helper, today), [])
  assert.deepEqual(shownFields(joint, null, helper, today), [])
  assert.deepEqual(shownFields(joint, partner, staff('partner', offices.hospital), today), [])
  assert.deepEqual(shownFields(joint, null, staff('planner', offices.district), today), [])
})

test('JOINT-10 progress counts for all and for each; what was dropped counts nowhere', () => {
  const tasks = [
    { partner: partner.id, status: 'done', dueOn: '2026-10-01' },
    { partner: partner.id, status: 'under-way', dueOn: '2026-11-01' },
    { partner: null, status: 'planned', dueOn: today },
    { partner: outside.id, status: 'dropped', dueOn: '2026-01-01' },
  ] as const
  const counts = [
    { status: 'listed', partner: null, n: 4 },
    { status: 'reached', partner: null, n: 1 },
    { status: 'reached', partner: outside.id, n: 2 },
    { status: 'dropped', partner: outside.id, n: 9 },
  ] as const
  assert.deepEqual(progressOf([partner, outside], tasks, counts, today), {
    targets: 7,
    reached: 3,
    tasks: 3,
    done: 1,
    late: 1,
    shares: [
      { partner: null, tasks: 1, done: 0, late: 0, reached: 1 },
      { partner: partner.id, tasks: 2, done: 1, late: 1, reached: 0 },
      { partner: outside.id, tasks: 0, done: 0, late: 0, reached: 2 },
    ],
  })
})

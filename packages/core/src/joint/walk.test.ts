import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { StaffActor } from '../access/actor.ts'
import type { Instant } from '../kernel/instant.ts'
import { dayIn, dayMs } from '../kernel/instant.ts'
import { keysOf } from '../kernel/keys.ts'
import type { Decision } from '../ledger/entry.ts'
import { payloadOf } from '../ledger/entry.ts'
import type { World } from '../ledger/evolve.ts'
import { emptyWorld, evolve } from '../ledger/evolve.ts'
import { jointData, jointNth } from '../testing/a-joint.ts'
import { monday } from '../testing/a-policy.ts'
import { staff } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { property, seed } from '../testing/property.ts'
import type { JointFile, JointMove } from './decide.ts'
import { decideJoint } from './decide.ts'
import type { JointPartnerRow, JointRow, JointTargetRow, JointTaskRow } from './joint.ts'
import { progressOf } from './progress.ts'

const programme = jointNth(1)
const people: readonly StaffActor[] = [
  staff('manager', offices.district),
  staff('provider', offices.hospital),
  staff('provider', offices.health),
  staff('manager', offices.village),
]
const [lead] = people
const kinds = keysOf(jointData)
const bodies = [offices.hospital.id, offices.health.id, offices.district.id, null]

interface Walk {
  readonly world: World
  readonly done: Decision[]
  now: Instant
  made: number
}
const rowsOf = <Row>(walk: Walk, table: keyof World['rows']): readonly Row[] =>
  [...walk.world.rows[table].values()] as unknown as readonly Row[]
const jointOf = (walk: Walk): JointRow | null => rowsOf<JointRow>(walk, 'joint')[0] ?? null

/** One try of somebody: which command, who gives it, about which of the parts that are there, and with which words. */
const aTry = fc.record({
  kind: fc.constantFrom(...kinds),
  who: fc.nat(people.length - 1),
  which: fc.nat(9),
  body: fc.constantFrom(...bodies),
  days: fc.nat(20),
})
type Try = typeof aTry extends fc.Arbitrary<infer Value> ? Value : never

function attempt(walk: Walk, { kind, who, which, body, days }: Try): void {
  const actor = people[who]
  assert.ok(actor)
  walk.now += days * dayMs
  const file = fileOf(walk, which)
  if (kind === 'joint.start' && file.joint) return
  const partner = partOf(file.partners, which)?.id ?? null
  const own = { office: body, name: body ? '' : `Yayasan ${which}`, partner: which % 2 === 0 ? partner : null }
  const about = { ...jointData[kind] }
  const data = Object.fromEntries(Object.entries({ ...about, ...own }).filter(([field]) => field in about))
  const subjects: Partial<Record<typeof kind, string | undefined>> = {
    'joint.start': programme,
    'joint.change-partner': partner ?? undefined,
    'joint.end-partner': partner ?? undefined,
  }
  const subject = subjects[kind] ?? jointNth(100 + walk.made++)
  const look = { now: walk.now, day: dayIn('Asia/Jakarta', walk.now), offices: known }
  const answer = decideJoint(file, { kind, subject, data } as JointMove, actor, look)
  if (!answer.ok) return
  evolve(walk.world, '34.04', payloadOf(answer.value))
  walk.done.push(answer.value)
}

const known = new Map(Object.values(offices).map((office) => [office.id, office]))
const partOf = <Row>(rows: readonly Row[], which: number): Row | null => rows[which % Math.max(rows.length, 1)] ?? null
const fileOf = (walk: Walk, which: number): JointFile => ({
  joint: jointOf(walk),
  partners: rowsOf<JointPartnerRow>(walk, 'jointPartner'),
  task: partOf(rowsOf<JointTaskRow>(walk, 'jointTask'), which),
  target: partOf(rowsOf<JointTargetRow>(walk, 'jointTarget'), which),
  case: null,
  listed: false,
  knowsVillage: true,
})

const tries = fc.array(aTry, { minLength: 20, maxLength: 60 })
const walked = (all: readonly Try[]): Walk => {
  const walk: Walk = { world: emptyWorld(), done: [], now: monday, made: 0 }
  attempt(walk, { kind: 'joint.start', who: 0, which: 0, body: null, days: 0 })
  for (const one of all) attempt(walk, one)
  return walk
}

property(
  'JOINT-3, JOINT-11 whatever is done to a programme, those who see it are its lead and the partners that did not leave',
  tries,
  (all) => {
    const walk = walked(all)
    const joint = jointOf(walk)
    assert.ok(joint && lead)
    const here = rowsOf<JointPartnerRow>(walk, 'jointPartner').filter(({ leftAt }) => leftAt === null)
    const seeing = [lead.office, ...here.flatMap(({ office }) => office ?? [])]
    assert.deepEqual([...joint.offices].toSorted(), seeing.toSorted())
    assert.equal(new Set(joint.offices).size, joint.offices.length, 'no office stands there twice')
    const bodiesHere = here.flatMap(({ office, name }) => (office ? [] : [name]))
    assert.equal(new Set(bodiesHere).size, bodiesHere.length, 'no body outside takes part twice')
  },
  100,
)

property(
  'JOINT-7 after its end nothing of a programme is as much as looked at again',
  tries,
  (all) => {
    const walk = walked(all)
    const end = walk.done.findIndex(({ action }) => action === 'joint-end')
    if (end >= 0) assert.equal(end, walk.done.length - 1)
    const joint = jointOf(walk)
    assert.equal(joint?.status, end >= 0 ? 'ended' : 'running')
    assert.equal(joint?.endedAt === null, end < 0)
  },
  100,
)

property(
  'JOINT-10, JOINT-13 figures add up to what the parts say, and a dropped target names nobody, however it came there',
  tries,
  (all) => {
    const walk = walked(all)
    const partners = rowsOf<JointPartnerRow>(walk, 'jointPartner')
    const tasks = rowsOf<JointTaskRow>(walk, 'jointTask')
    const targets = rowsOf<JointTargetRow>(walk, 'jointTarget')
    const counts = targets.map(({ status, partner }) => ({ status, partner, n: 1 }))
    const figures = progressOf(partners, tasks, counts, dayIn('Asia/Jakarta', walk.now))
    for (const figure of ['tasks', 'done', 'late', 'reached'] as const)
      assert.equal(
        figures.shares.reduce((sum, share) => sum + share[figure], 0),
        figures[figure],
        figure,
      )
    assert.ok(figures.done + figures.late <= figures.tasks && figures.reached <= figures.targets)
    for (const { status, name, nik, phone, address, need, result } of targets)
      if (status === 'dropped')
        assert.deepEqual([name, nik, phone, address, need, result], [null, null, null, null, null, null])
      else assert.equal(status === 'reached', result !== null)
  },
  100,
)

property(
  'JOINT-8 nobody but the lead leaves a trace beyond tasks of its own and whom it reached',
  tries,
  (all) => {
    const walk: Walk = { world: emptyWorld(), done: [], now: monday, made: 0 }
    attempt(walk, { kind: 'joint.start', who: 0, which: 0, body: null, days: 0 })
    for (const one of all) {
      const before = walk.done.length
      attempt(walk, one)
      const decision = walk.done[before]
      if (one.who === 0 || !decision) continue
      assert.ok(['joint-begin-task', 'joint-finish-task', 'joint-reach-target'].includes(decision.action))
      const own = rowsOf<JointPartnerRow>(walk, 'jointPartner').find(
        ({ office, leftAt }) => office === people[one.who]?.office && leftAt === null,
      )
      const [change, ...more] = decision.changes
      assert.ok(change && own && more.length === 0)
      const after = walk.world.rows[change.table].get(change.id) as unknown as { readonly partner: string | null }
      assert.equal(after.partner, own.id)
    }
  },
  100,
)

test('JOINT-1 the walks take every step there is', () => {
  const taken = new Set(
    fc.sample(tries, { numRuns: 100, seed }).flatMap((all) => walked(all).done.map(({ action }) => action)),
  )
  assert.deepEqual([...taken].toSorted(), kinds.map((kind) => kind.replace('.', '-')).toSorted())
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { VisitAction } from '../contract/visit.ts'
import { visitCommandData } from '../contract/visit.ts'
import { keysOf } from '../kernel/keys.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { aVisit, visitMove } from '../testing/a-visit.ts'
import { almighty, citizen, clock, setup, staffLacking } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { decideVisit, mayVisit, noVisit } from './decide.ts'
import type { VisitStep } from './moves.ts'
import {
  endedVisit,
  madeVisit,
  openVisit,
  plannedVisit,
  visitActs,
  visitRights,
  visitRule,
  visitSteps,
} from './moves.ts'
import type { VisitStatus } from './visit.ts'
import { visitStatuses } from './visit.ts'

interface Spec {
  readonly rule: string
  readonly from: readonly VisitStatus[]
  readonly to: VisitStatus | 'same'
  readonly by: string
}
/** The law as the specification writes it, apart from the table. */
const spec: Readonly<Record<VisitStep, Spec>> = {
  assign: { rule: 'VISIT-3', from: ['planned'], to: 'planned', by: 'visit.plan' },
  replan: { rule: 'VISIT-4', from: ['planned', 'missed'], to: 'planned', by: 'visit.plan visit.do' },
  done: { rule: 'VISIT-5', from: ['planned'], to: 'done', by: 'visit.do' },
  miss: { rule: 'VISIT-6', from: ['planned'], to: 'missed', by: 'visit.do' },
  cancel: { rule: 'VISIT-1', from: ['planned', 'missed'], to: 'cancelled', by: 'visit.plan' },
  photo: { rule: 'VISIT-7', from: ['planned', 'done'], to: 'same', by: 'visit.do' },
  overdue: { rule: 'VISIT-9', from: ['planned'], to: 'planned', by: 'clock' },
}

for (const step of keysOf(spec)) {
  const { rule, from, to, by } = spec[step]
  test(`${rule} a visit goes by ${step} to ${to}, from ${from.join(' or ')} and from nowhere else`, () => {
    const row = visitRule(step)
    assert.deepEqual([row.from, row.to], [from, to])
    assert.equal(typeof row.by === 'string' ? row.by : row.by.join(' '), by)
  })
}

for (const act of visitActs)
  test(`VISIT-1 ${act} is refused where the visit stands elsewhere, with what it is for`, () => {
    const { from } = spec[act]
    for (const status of visitStatuses)
      assert.deepEqual(
        mayVisit(aVisit({ status }), act, almighty(offices.village)),
        from.includes(status) ? null : { code: 'wrong-visit-status', status, allowedFrom: from },
        status,
      )
  })

test('VISIT-1 the law knows exactly these steps, where a visit begins and where it ends', () => {
  assert.deepEqual([...visitSteps], keysOf(spec))
  assert.deepEqual(
    [...visitActs],
    keysOf(spec).filter((step) => step !== 'overdue'),
  )
  assert.deepEqual([plannedVisit, madeVisit, openVisit], ['planned', 'done', ['planned']])
  assert.deepEqual(endedVisit, ['done', 'missed', 'cancelled'])
})

const rights: Readonly<Record<VisitAction, string>> = {
  plan: 'visit.plan',
  assign: 'visit.plan',
  replan: 'visit.plan visit.do',
  done: 'visit.do',
  miss: 'visit.do',
  cancel: 'visit.plan',
  photo: 'visit.do',
}
for (const action of keysOf(visitCommandData))
  test(`VISIT-2 ${action} takes its right, whoever asks`, () => {
    const needs = rights[action].split(' ')
    assert.deepEqual(visitRights[action], needs)
    const look = { ...noVisit, visit: action === 'plan' ? null : aVisit(), blob: { type: 'image/png', size: 1 } }
    for (const actor of [staffLacking(needs), citizen(), clock, setup])
      assert.deepEqual(decideVisit(ids.visit(1), visitMove(action), actor, look, aPolicy(monday)), {
        ok: false,
        error: { code: 'not-permitted', needs },
      })
  })

/** Who may do what with a visit of the Puskesos Caturtunggal: the office's own, whoever is sent, whoever plans above. */
const district = almighty(offices.district, 7)
const elsewhere = almighty(offices.otherVillage, 7)
const goer = staffLacking(['visit.plan'], offices.district)
const who: readonly (readonly [name: string, may: readonly string[], actor: ReturnType<typeof almighty>])[] = [
  ['the office that goes', [...visitActs], almighty(offices.village, 7)],
  ['an office above that plans', ['assign', 'replan', 'cancel'], district],
  ['an office above that plans nothing', [], { ...goer, staff: ids.staff(7) }],
  ['another village', [], elsewhere],
  ['whoever is sent, from wherever they act', [...visitActs], { ...elsewhere, staff: ids.staff(9) }],
]
for (const [name, may, actor] of who)
  test(`VISIT-2 ${name} may ${may.join(', ') || 'nothing'}`, () => {
    const visit = aVisit({ assignee: ids.staff(9) })
    for (const act of visitActs) {
      const refusal = mayVisit(visit, act, actor)
      if (may.includes(act)) assert.equal(refusal, null, act)
      else assert.ok(refusal?.code === 'not-here' || refusal?.code === 'not-permitted', act)
    }
  })

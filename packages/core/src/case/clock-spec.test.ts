import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayMs } from '../kernel/instant.ts'
import { aCase } from '../testing/a-case.ts'
import { aPolicy, monday as now } from '../testing/a-policy.ts'
import { offices } from '../testing/an-office.ts'
import type { CaseRow, CaseStatus } from './case.ts'
import { caseStatuses } from './case.ts'
import type { OwnAct } from './pressing.ts'
import { clockStands, clockWants } from './pressing.ts'

const policy = aPolicy(now)
const due = (dueAt: number | null) => ({ startedAt: now - dayMs, dueAt, left: dueAt === null ? 60 : null })
const [past, later] = [due(now), due(now + dayMs)]

/** What the clock does to a case whose time is over, in each status: up it goes, it is said, or nothing. */
const over: Readonly<Record<CaseStatus, OwnAct | null>> = {
  registered: 'escalate',
  handling: 'escalate',
  recommended: 'overdue',
  returned: null,
  answered: null,
  closed: null,
  duplicate: null,
  cancelled: null,
  erased: null,
}
for (const status of caseStatuses)
  test(`CASE-39 the time of a case that is ${status} is over: the clock wants ${over[status] ?? 'nothing'}`, () => {
    const kase: CaseRow = { ...aCase('handling', { hop: past }), status }
    assert.equal(clockWants(kase, policy), over[status])
    assert.equal(clockWants({ ...kase, overdueSince: now - 1 }, policy), null, 'it was said')
    assert.equal(clockWants({ ...kase, hop: due(null) }, policy), null, 'its clock stands')
  })

/** Nobody is above the nation's office, nor above agencies, which stand beside the ladder. */
const topmost = ['nation', 'hospital', 'health']
for (const [name, { id }] of Object.entries(offices).filter(([, { active }]) => active))
  test(`CASE-39 a case whose time is over at the office ${name} goes up where an office is above`, () => {
    const wants = clockWants(aCase('handling', { hop: past, office: id }), policy)
    assert.equal(wants, topmost.includes(name) ? 'overdue' : 'escalate')
  })

type Row = readonly [
  what: string,
  own: Partial<CaseRow>,
  remind: string | null,
  escalate: string | null,
  overdue: string | null,
]
/** What the law says to the clock: null where it lets it act. */
const spec: readonly Row[] = [
  ['with all its time', { hop: later, remindAt: now + 1 }, 'too-early', 'too-early', 'too-early'],
  ['to be reminded', { hop: later, remindAt: now }, null, 'too-early', 'too-early'],
  ['reminded', { hop: later, remindAt: null }, 'already-so', 'too-early', 'too-early'],
  ['over', { hop: past, remindAt: null }, 'already-so', null, null],
  ['over, and said so', { hop: past, remindAt: null, overdueSince: now - 1 }, 'already-so', null, 'already-so'],
  ['held', { hop: due(null), remindAt: null }, 'already-so', 'already-so', 'already-so'],
]
for (const [what, own, ...said] of spec)
  test(`CASE-38 the clock and a case that is ${what}: it acts when its time has come, and once`, () => {
    const kase = aCase('handling', own)
    const codes = (['remind', 'escalate', 'overdue'] as const).map((act) => clockStands(kase, act, now)?.code ?? null)
    assert.deepEqual(codes, said)
  })

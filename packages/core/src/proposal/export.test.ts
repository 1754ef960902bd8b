import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { proposalBatchData } from '../contract/proposal.ts'
import type { ProposalId } from '../kernel/id.ts'
import { dayMs, minuteMs } from '../kernel/instant.ts'
import { payloadOf } from '../ledger/entry.ts'
import { emptyWorld, evolve } from '../ledger/evolve.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { aBatch, aLook, aProposal, proposalIds } from '../testing/a-proposal.ts'
import { almighty } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { property } from '../testing/property.ts'
import { decideExport } from './decide-minutes.ts'
import type { ProposalBatchRow, ProposalRow } from './proposal.ts'
import { proposalStatuses } from './proposal.ts'

const maker = almighty(offices.district, 1)
const approved = (n: number, own: Partial<ProposalRow> = {}): ProposalRow =>
  aProposal({ id: proposalIds.proposal(n), status: 'approved', ...own })

interface Taking {
  readonly batch?: ProposalBatchRow | null
  readonly month?: string
  readonly who?: number
  readonly at?: number
}
function take(rows: readonly ProposalRow[], { batch = null, month = '2026-11', who = 1, at = monday }: Taking = {}) {
  const look = { ...aLook({ proposals: new Map(rows.map((row) => [String(row.id), row])) }), batch }
  const data = { month, proposals: rows.map(({ id }) => id) }
  return decideExport(proposalIds.batch(1), data, almighty(offices.district, who), look, aPolicy(at))
}
const code = (answer: ReturnType<typeof take>): string => (answer.ok ? 'accepted' : answer.error.code)

test('PROPOSAL-29 more goes into the same batch, which counts them; neither place nor month nor maker change', () => {
  const batch = { ...aBatch, size: 200, version: 3 }
  const answer = take([approved(1), approved(2)], { batch })
  assert.ok(answer.ok)
  const [first, ...rest] = answer.value.changes
  assert.deepEqual(first, { table: 'proposalBatch', id: proposalIds.batch(1), base: 3, set: { size: 202 } })
  assert.deepEqual(
    rest.map(({ table, set }) => [table, 'batch' in set ? set.batch : null]),
    [
      ['proposal', proposalIds.batch(1)],
      ['proposal', proposalIds.batch(1)],
    ],
  )
})

test('PROPOSAL-29 a batch grows by who makes it, from the same office, for its month, within a day', () => {
  const grows: readonly (readonly [own: Partial<ProposalBatchRow>, taking: Taking, code: string])[] = [
    [{}, {}, 'accepted'],
    [{}, { at: monday + dayMs - 1 }, 'accepted'],
    [{}, { at: monday + dayMs }, 'already-so'],
    [{}, { who: 2 }, 'already-so'],
    [{ office: offices.village.id }, {}, 'already-so'],
    [{ month: '2026-12' }, {}, 'already-so'],
    [{ month: '2026-12' }, { month: '2026-12' }, 'accepted'],
    [{ month: '2026-10' }, { month: '2026-11' }, 'already-so'],
  ]
  for (const [own, taking, expected] of grows)
    assert.equal(
      code(take([approved(1)], { ...taking, batch: { ...aBatch, ...own } })),
      expected,
      JSON.stringify([own, taking]),
    )
})

test('PROPOSAL-9 only what is approved goes out, whatever else is asked for along with it: all or nothing', () => {
  for (const status of proposalStatuses)
    assert.equal(
      code(take([approved(1), approved(2, { status })])),
      status === 'approved' ? 'accepted' : 'wrong-proposal-status',
    )
  assert.equal(code(take([approved(1), approved(2, { month: '2026-12' })])), 'proposal-later')
  assert.equal(code(take([])), 'accepted', 'the wire takes no empty batch')
})

test('PROPOSAL-9 the wire takes one proposal at least and two hundred at most, and a month of the calendar', () => {
  const wire = proposalBatchData.export
  const many = (n: number): ProposalId[] => Array.from({ length: n }, (_, nth) => proposalIds.proposal(nth + 1))
  const fits = (data: object): boolean => wire.safeParse({ month: '2026-11', proposals: many(1), ...data }).success
  assert.ok(fits({}) && fits({ proposals: many(200) }))
  assert.ok(!fits({ proposals: [] }) && !fits({ proposals: many(201) }) && !fits({ proposals: ['1'] }))
  for (const month of ['2026-13', '2026-00', '2026-1', 'November', '', null]) assert.ok(!fits({ month }), String(month))
  assert.ok(!fits({ note: '' }))
})

/** Some days of takings: by whom, into which batch, which of the proposals, how much later. */
const takings = fc.array(
  fc.record({
    who: fc.integer({ min: 1, max: 2 }),
    into: fc.integer({ min: 1, max: 3 }),
    which: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }),
    later: fc.integer({ min: 0, max: 12 * 60 }),
  }),
  { minLength: 4, maxLength: 25 },
)

property(
  'PROPOSAL-29 however it is taken out, each proposal is in one batch, each batch counts what is in it, and was made by one person',
  takings,
  (way) => {
    const world = emptyWorld()
    const rows = new Map(Array.from({ length: 12 }, (_, nth) => [nth + 1, approved(nth + 1)] as const))
    const outOf = new Map<string, { batch: string; who: number }>()
    let now = monday
    for (const { who, into, which, later } of way) {
      now += later * minuteMs
      const id = proposalIds.batch(into)
      const batch = (world.rows.proposalBatch.get(id) ?? null) as ProposalBatchRow | null
      const asked = which.flatMap((n) => rows.get(n) ?? [])
      const look = { ...aLook({ proposals: new Map(asked.map((row) => [String(row.id), row])) }), batch }
      const data = { month: '2026-11', proposals: asked.map((row) => row.id) }
      const answer = decideExport(id, data, almighty(offices.district, who), look, aPolicy(now))
      const all = asked.every(({ status }) => status === 'approved')
      const mine =
        batch === null || (batch.maker === almighty(offices.district, who).staff && now - batch.madeAt < dayMs)
      assert.equal(answer.ok, all && mine)
      if (!answer.ok) continue
      evolve(
        world,
        '34.04',
        payloadOf({ ...answer.value, changes: answer.value.changes.filter(({ table }) => table === 'proposalBatch') }),
      )
      for (const n of which) {
        const row = rows.get(n)
        if (!row) continue
        assert.ok(!outOf.has(row.id), 'taken out twice')
        outOf.set(row.id, { batch: id, who })
        rows.set(n, { ...row, status: 'exported', batch: id, exportedAt: now })
      }
    }
    for (const stored of world.rows.proposalBatch.values()) {
      const batch = stored as ProposalBatchRow
      const inside = [...rows.values()].filter((row) => row.batch === batch.id)
      assert.equal(batch.size, inside.length)
      assert.equal(new Set([...outOf.values()].filter((out) => out.batch === batch.id).map(({ who }) => who)).size, 1)
    }
  },
)

test('PROPOSAL-9 whoever may type may take out, and the maker is who it is', () => {
  const answer = take([approved(1)], { who: 7 })
  assert.ok(answer.ok)
  const made = answer.value.changes[0]?.set as Partial<ProposalBatchRow>
  assert.deepEqual(
    [made.maker, made.office, made.size, made.madeAt],
    [almighty(offices.district, 7).staff, maker.office, 1, monday],
  )
})

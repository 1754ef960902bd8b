import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Json } from '../kernel/json.ts'
import type { Step } from '../ledger/evolve.ts'
import { countsOf, measures } from './counts.ts'
import { caseActions } from './moves.ts'

type Row = { readonly [key: string]: Json }
const row = (own: Row) => ({ id: 'x', version: 1, kind: 'complaint', ...own })
const step = (before: Row | null, after: Row, table: Step['table'] = 'case'): Step => ({
  table,
  before: before && row(before),
  after: row(after),
})
const day = (action: string, steps: readonly Step[]) => Object.fromEntries(countsOf(action, steps).day)
const state = (action: string, steps: readonly Step[]) => Object.fromEntries(countsOf(action, steps).state)
const stays = [step({ status: 'handling' }, { status: 'handling' })]

test('LEDGER-6 a new case is one more that lies where it begins', () => {
  const steps = [step(null, { status: 'registered' })]
  assert.deepEqual(day('register', steps), { registered: 1 })
  assert.deepEqual(state('register', steps), { 'registered|complaint': 1 })
})

test('LEDGER-6 a case that moves is one less here and one more there', () => {
  const steps = [step({ status: 'handling' }, { status: 'answered' })]
  assert.deepEqual(state('answer', steps), { 'handling|complaint': -1, 'answered|complaint': 1 })
})

test('LEDGER-6 a case that stays leaves the counters alone', () => {
  assert.deepEqual(state('note', stays), {})
  assert.deepEqual(day('note', stays), {})
})

test('LEDGER-6 each thing that dashboards count has the moves that it counts', () => {
  const counted: Readonly<Record<string, string>> = {
    register: 'registered',
    answer: 'answered',
    reject: 'answered',
    confirm: 'confirmed',
    settle: 'settled',
    lapse: 'no-word',
    escalate: 'escalated',
    appeal: 'escalated',
    dispute: 'disputed',
    refer: 'referred',
    redirect: 'referred',
    'referral-complete': 'referral-completed',
  }
  for (const [action, measure] of Object.entries(counted))
    assert.deepEqual(day(action, stays), { [measure]: 1 }, action)
  for (const action of caseActions.filter((known) => !(known in counted)))
    assert.deepEqual(day(action, stays), {}, action)
  assert.deepEqual(new Set(Object.values(counted)), new Set(measures))
})

test('LEDGER-6 what is not about a case counts nothing, even under the same name', () => {
  const office = [step(null, { status: 'open' }, 'office')]
  assert.deepEqual(day('register', office), {})
  assert.deepEqual(state('register', office), {})
})

test('LEDGER-6 a declined referral is no answer to the citizen', () => {
  assert.deepEqual(day('referral-reject', stays), {})
})

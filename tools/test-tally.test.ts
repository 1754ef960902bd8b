import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planFor, strayTests } from './test-plan.ts'
import { judge, sumUp, type TestEvent, toldOf } from './test-tally.ts'

const event = (type: string, data: TestEvent['data']): TestEvent => ({
  type,
  data: { name: 'a', file: 'x/a.test.ts', nesting: 0, line: 3, ...data },
})
const failed = (message: string, failureType: string) =>
  Object.assign(new Error('test failed', { cause: new Error(message) }), { failureType })
const left = (how: 'skip' | 'todo'): TestEvent['data'] => ({ [how]: true })
const what = (found: TestEvent): unknown => {
  const verdict = judge(found)
  return typeof verdict === 'object' ? verdict.what.split('\n')[0] : verdict
}

test('COUNT-1 a test that passed counts once; describe blocks and progress do not count', () => {
  assert.equal(judge(event('test:pass', { details: { type: 'test' } })), 'passed')
  assert.equal(judge(event('test:pass', { details: { type: 'suite' } })), undefined)
  assert.equal(judge(event('test:start', {})), undefined)
})

test('COUNT-2 skipped tests, tests still to do and files without a test are failures', () => {
  assert.match(String(what(event('test:pass', left('skip')))), /was skipped/)
  assert.match(String(what(event('test:pass', left('todo')))), /still to do/)
  assert.match(String(what(event('test:pass', { name: 'x/a.test.ts' }))), /holds no test/)
})

test('COUNT-3 a describe block fails by itself only when its own hooks did', () => {
  const block = (error: Error) => event('test:fail', { details: { type: 'suite', error } })
  assert.equal(judge(block(failed('one subtest failed', 'subtestsFailed'))), undefined)
  assert.equal(what(block(failed('the database is away', 'hookFailed'))), 'Error: the database is away')
})

test('COUNT-4 what a crashed file said is told with its failure, the counts of Node are not', () => {
  const events = [
    event('test:diagnostic', { message: 'something went on after the end' }),
    event('test:diagnostic', { message: 'tests 1' }),
    event('test:fail', {
      name: 'x/a.test.ts',
      details: { type: 'test', error: failed('test failed', 'testCodeFailure') },
    }),
  ]
  const { passed, failures } = sumUp(events.map(toldOf), 'Cannot find module\n', undefined)
  assert.equal(passed, 0)
  assert.equal(failures.length, 1)
  assert.match(failures[0]?.what ?? '', /The file said:\nsomething went on after the end\nCannot find module\n$/)
})

test('COUNT-4 a file that broke off fails once more than its tests, and one that told of no test fails', () => {
  const broke = { where: 'x/a.test.ts', what: 'It broke off.' }
  assert.deepEqual(sumUp([{ verdict: 'passed' }], '', broke), { passed: 1, failures: [broke] })
  assert.deepEqual(
    sumUp([{ ended: 0 }], 'half a word', broke).failures.map(({ what }) => what),
    ['It broke off.\nThe file said:\nhalf a word'],
  )
})

test('COUNT-5 a part that does not exist is refused, and none means all', () => {
  assert.throws(() => planFor(['brwser']), /There is no part "brwser"/)
  assert.deepEqual(
    planFor([]).suites.map(({ name }) => name),
    ['core', 'server', 'web', 'tools', 'e2e'],
  )
  assert.deepEqual(planFor(['core']).checks, [])
  assert.deepEqual(
    planFor(['e2e']).checks.map(({ name }) => name),
    ['web build'],
  )
})

test('COUNT-6 test files that no suite would run are named', () => {
  const paths = [
    'packages/web/src/a.test.tsx',
    'bench/a.test.ts',
    'packages/core/src/a.spec.ts',
    'packages/core/src/a.test.ts',
    'e2e/a.test.ts',
  ]
  assert.deepEqual(strayTests(paths), paths.slice(0, 3))
})

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import type { FileOutcome } from './test-suite.ts'

type Texts = Readonly<Record<string, string>>

const start = "import { after, mock, test } from 'node:test'\n"
const files: Texts = {
  'good.test.ts': `${start}test('fine', () => {})`,
  'bad.test.ts': `${start}test('fine', () => {})\ntest('wrong', () => { throw new Error('planted') })`,
  'empty.test.ts': 'export {}',
  'ends.test.ts': `${start}test('ends the process', () => process.exit(0))`,
  'open.test.ts': `${start}test('leaves a timer', () => { setInterval(() => {}, 1000) })`,
  'waits.test.ts': `${start}await new Promise(() => {})\ntest('never begun', () => {})`,
  'broken.test.ts': `import './away.ts'`,
  'hook.test.ts': `${start}after(() => { throw new Error('left') })\ntest('fine', () => {})`,
  'late.test.ts': `${start}test('fine', () => { setTimeout(() => { throw new Error('after the end') }, 50) })`,
  'last.test.ts': `${start}test('fine', () => {})`,
}

test('COUNT-7 real files are counted: failures, empty files, processes that end or never end', (t) => {
  const outcomes = play(files, t)
  assert.deepEqual(countsOf(outcomes), {
    'good.test.ts': [1, 0],
    'bad.test.ts': [1, 1],
    'empty.test.ts': [0, 1],
    'ends.test.ts': [0, 1],
    'open.test.ts': [1, 1],
    'waits.test.ts': [0, 1],
    'broken.test.ts': [0, 1],
    'hook.test.ts': [1, 1],
    'late.test.ts': [1, 1],
    'last.test.ts': [1, 0],
  })
  const [ends, open] = [outcomes[3], outcomes[4]].map((one) => one?.failures[0])
  assert.match(ends?.what ?? '', /^Its process ended with 0 before its tests were over/)
  assert.match(open?.what ?? '', /^It said nothing for 0.05 minutes and was stopped/)
})

test('COUNT-4 a failure names its line, and tells what its file printed and nothing of the files before', (t) => {
  const loud = `${start}test('fine', () => { console.log('of another') })`
  const bad = `${start}console.error('of mine')\ntest('wrong', () => {\n  throw new Error('planted')\n})`
  const [, second] = play({ 'loud.test.ts': loud, 'bad.test.ts': bad }, t)
  assert.equal(second?.failures[0]?.where, 'bad.test.ts:3 wrong')
  assert.match(second.failures[0].what, /Error: planted[^]*bad\.test\.ts:4:9[^]*The file said:\nof mine\n$/)
})

test('COUNT-8 files that one process plays find nothing of each other: variables, the clock, what tests keep', (t) => {
  const kept = 'packages/server/src/testing/kept.ts'
  const first = `${start}import { seen } from './${kept}'
    process.env.LEFT = 'yes'
    process.chdir('/')
    mock.timers.enable({ apis: ['Date'], now: 1000 })
    test('first', () => { seen.push(1) })`
  const next = `${start}import { seen } from './${kept}'
    test('next', () => {
      if (process.env.LEFT || process.cwd() === '/' || Date.now() < 2000 || seen.length > 0) throw new Error('left over')
    })`
  const outcomes = play({ [kept]: 'export const seen: number[] = []', 'a.test.ts': first, 'b.test.ts': next }, t)
  assert.deepEqual(countsOf(outcomes), { 'a.test.ts': [1, 0], 'b.test.ts': [1, 0] })
})

const countsOf = (outcomes: readonly FileOutcome[]): unknown =>
  Object.fromEntries(outcomes.map(({ file, passed, failures }) => [file, [passed, failures.length]]))

/** Runs those that are tests in a process of its own: inside a test, node:test refuses to run files. */
function play(texts: Texts, t: TestContext): readonly FileOutcome[] {
  const root = mkdtempSync(join(tmpdir(), 'suite-'))
  t.after(() => rmSync(root, { recursive: true }))
  for (const [name, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  const tests = Object.keys(texts).filter((name) => name.endsWith('.test.ts'))
  const script = join(root, 'count.ts')
  writeFileSync(
    script,
    `import { runSuite } from '${import.meta.dirname}/test-suite.ts'
    const way = { root: ${JSON.stringify(root)}, atOnce: 1, quietMinutes: 0.05, onFile: () => {} }
    console.log(JSON.stringify(await runSuite(${JSON.stringify(tests)}, way)))`,
  )
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  return JSON.parse(spawnSync(process.execPath, [script], { env, encoding: 'utf8' }).stdout)
}

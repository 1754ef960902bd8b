import { statSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium } from './find-chromium.ts'
import { findFaketime } from './find-faketime.ts'
import { findPoppler } from './find-poppler.ts'
import { runBeside } from './run-beside.ts'
import { listPaths, repoRoot } from './source-files.ts'
import { type CheckOutcome, runChecks } from './test-check.ts'
import { planFor, type Suite, strayTests } from './test-plan.ts'
import { type FileOutcome, runSuite } from './test-suite.ts'
import type { Failure } from './test-tally.ts'

// Hundreds of processes read the same modules: what one has compiled, the others take over.
process.env['NODE_COMPILE_CACHE'] ??= join(repoRoot, 'node_modules/.cache/compiled')

/** The one test command: every check, then every suite; the last line says how many passed and failed. */
async function main(parts: readonly string[]): Promise<Score> {
  const plan = planFor(parts)
  const paths = listPaths(repoRoot, '.')
  const score = new Score()
  const onCheck = ({ held, name, seconds, said }: CheckOutcome): void => {
    tell(held, name, seconds, lastLine(said))
    score.count(held ? 1 : 0, held ? [] : [{ where: `check: ${name}`, what: said.trim() }])
  }
  await runChecks(plan.checks, { root: repoRoot, atOnce: 2, onCheck })
  for (const stray of strayTests(paths))
    score.count(0, [{ where: stray, what: 'No suite runs this file: test files are named <name>.test.ts' }])
  if (plan.suites.some(({ browser }) => browser)) await provideBrowser(score)
  if (plan.suites.some(({ name }) => name === 'e2e')) await provide(score, 'clock', findFaketime)
  // Letters are read back as other programs read them: by the server's tests and by journeys.
  if (plan.suites.some(({ name }) => name === 'server' || name === 'e2e')) await provide(score, 'pdf', findPoppler)
  for (const suite of plan.suites)
    await playSuite(suite, largestFirst(paths.filter((path) => suite.files.test(path))), score)
  return score
}

/** What takes longest is begun first: at the end no core waits for another's long file. */
function largestFirst(paths: readonly string[]): readonly string[] {
  const size = new Map(paths.map((path) => [path, statSync(join(repoRoot, path)).size]))
  return paths.toSorted((one, other) => (size.get(other) ?? 0) - (size.get(one) ?? 0))
}

/** Test counts so far. A failure is printed where it happens and once more at the end, where people look. */
class Score {
  passed = 0
  readonly failures: Failure[] = []

  count(passed: number, failures: readonly Failure[]): void {
    this.passed += passed
    this.failures.push(...failures)
    for (const { where, what } of failures) console.log(`\n✗ ${where}\n${indent(what)}\n`)
  }
}

async function provideBrowser(score: Score): Promise<void> {
  await provide(score, 'browser', async () => {
    process.env.OPENSLRT_CHROMIUM = await findChromium()
  })
}

async function provide(score: Score, where: string, look: () => Promise<unknown>): Promise<void> {
  try {
    await look()
  } catch (error) {
    score.count(0, [{ where, what: error instanceof Error ? error.message : String(error) }])
  }
}

async function playSuite({ name, atOnce, beside }: Suite, files: readonly string[], score: Score): Promise<void> {
  console.log(`\n${name}: ${files.length} test files`)
  if (files.length === 0) score.count(0, [{ where: name, what: 'This suite has no test file: nothing was proven.' }])
  const onFile = ({ file, passed, failures, seconds }: FileOutcome): void => {
    tell(
      failures.length === 0,
      file,
      seconds,
      failures.length === 0 ? `${passed}` : `${passed} passed, ${failures.length} failed`,
    )
    score.count(passed, failures)
  }
  const helpers = await Promise.all(beside.map(runBeside))
  await runSuite(files, { root: repoRoot, atOnce, quietMinutes: 10, onFile })
  for (const helper of helpers) await helper.stop()
}

function tell(held: boolean, name: string, seconds: number, note: string): void {
  console.log(
    `${held ? '✓' : '✗'} ${name.padEnd(66)} ${seconds.toFixed(1).padStart(6)} s  ${held ? note : ''}`.trimEnd(),
  )
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1)?.slice(0, 160) ?? ''
const indent = (text: string): string =>
  text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n')

function close({ passed, failures }: Score, seconds: number): void {
  if (failures.length > 0) console.log(`\nFailed:\n${failures.map(({ where }) => `  ✗ ${where}`).join('\n')}`)
  console.log(`\nTook ${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s.\n`)
  console.log(`${passed} passed, ${failures.length} failed`)
  // Whatever a test left open must not keep the command from ending.
  process.exit(failures.length > 0 ? 1 : 0)
}

if (import.meta.main) {
  const started = performance.now()
  process.chdir(repoRoot)
  close(await main(process.argv.slice(2)), (performance.now() - started) / 1000)
}

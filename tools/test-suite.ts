import { relative } from 'node:path'
import { run } from 'node:test'
import { type Failure, judge, type TestEvent } from './test-tally.ts'

/** What came of one test file. */
export type FileOutcome = {
  readonly file: string
  readonly passed: number
  readonly failures: readonly Failure[]
  readonly seconds: number
}

/** How a suite is run: where, how many files at once, how long a file may be silent, and who hears of each file. */
export type SuiteWay = {
  readonly root: string
  readonly atOnce: number
  readonly quietMinutes: number
  readonly onFile: (outcome: FileOutcome) => void
}

/** Runs test files, each in a process of its own, `atOnce` at a time, in their order. */
export async function runSuite(files: readonly string[], way: SuiteWay): Promise<FileOutcome[]> {
  const waiting = [...files]
  const outcomes: FileOutcome[] = []
  const worker = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const outcome = await runFile(file, way)
      outcomes.push(outcome)
      way.onFile(outcome)
    }
  }
  await Promise.all(Array.from({ length: way.atOnce }, worker))
  return outcomes
}

async function runFile(file: string, { root, quietMinutes }: SuiteWay): Promise<FileOutcome> {
  const started = performance.now()
  const stop = new AbortController()
  const heard: TestEvent[] = []
  const alarm = setTimeout(() => stop.abort(), quietMinutes * 60_000)
  for await (const event of run({ files: [`${root}/${file}`], concurrency: 1, signal: stop.signal })) {
    alarm.refresh()
    heard.push(event)
  }
  clearTimeout(alarm)
  const { passed, failures } = tally(heard, stop.signal.aborted ? quietMinutes : undefined)
  const places = failures.map(({ where, what }) => ({ where: where.replaceAll(`${root}/`, ''), what }))
  return {
    file: relative(root, `${root}/${file}`),
    passed,
    failures: places,
    seconds: (performance.now() - started) / 1000,
  }
}

/** Counts a file's tests; what the file itself said is added to its failures, as a crash is told nowhere else. */
export function tally(events: readonly TestEvent[], quietMinutes?: number): { passed: number; failures: Failure[] } {
  const verdicts = events.map(judge).filter((verdict) => verdict !== undefined)
  const said = events.map(saidBy)
  const failures = verdicts.filter((verdict) => verdict !== 'passed')
  const note =
    quietMinutes === undefined
      ? ''
      : `\nIt said nothing for ${quietMinutes} minutes and was stopped: did a test leave a server, timer or browser open?`
  const told = said.join('').trim() === '' ? '' : `\nThe file said:\n${said.join('').slice(-6000)}`
  return {
    passed: verdicts.length - failures.length,
    failures: failures.map(({ where, what }, index) => ({
      where,
      what: index === failures.length - 1 ? `${what}${note}${told}` : what,
    })),
  }
}

const counts = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /

function saidBy({ type, data: { message = '' } }: TestEvent): string {
  if (type === 'test:stdout' || type === 'test:stderr') return message
  return type === 'test:diagnostic' && !counts.test(message) ? `${message}\n` : ''
}

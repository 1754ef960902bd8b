/** What node:test reports about one test, as far as we read it. */
export type TestEvent = {
  readonly type: string
  readonly data: {
    readonly name?: string
    readonly file?: string | undefined
    readonly line?: number | undefined
    readonly nesting?: number
    readonly skip?: string | boolean | undefined
    readonly todo?: string | boolean | undefined
    readonly message?: string
    readonly details?: { readonly type?: string | undefined; readonly error?: unknown }
  }
}

/** One thing that went wrong in a suite: where, and the whole of what is known about it. */
export type Failure = { readonly where: string; readonly what: string }
export type Tally = { readonly passed: number; readonly failures: readonly Failure[] }

/** What a process that plays files tells: what came of a test, what the runner remarked, or that a file is over. */
export type Said = {
  readonly verdict?: 'passed' | Failure | undefined
  readonly remark?: string | undefined
  readonly ended?: number
  readonly megabytes?: number
}

/** What there is to tell about an event. */
export const toldOf = (event: TestEvent): Said => ({ verdict: judge(event), remark: remarkIn(event) })

const counts = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /
const remarkIn = ({ type, data: { message = '' } }: TestEvent): string | undefined =>
  type === 'test:diagnostic' && !counts.test(message) ? `${message}\n` : undefined

/** Sums a file's tests up; what the file printed is added to its failures, as a crash is told nowhere else. */
export function sumUp(heard: readonly Said[], printed: string, end: Failure | undefined): Tally {
  const verdicts = heard.map(({ verdict }) => verdict).filter((verdict) => verdict !== undefined)
  const failed = verdicts.filter((verdict) => verdict !== 'passed')
  const failures = end ? [...failed, end] : failed
  const words = `${heard.map(({ remark = '' }) => remark).join('')}${printed}`
  const told = words.trim() === '' ? '' : `\nThe file said:\n${words.slice(-6000)}`
  return {
    passed: verdicts.length - failed.length,
    failures: failures.map(({ where, what }, index) => ({
      where,
      what: index === failures.length - 1 ? `${what}${told}` : what,
    })),
  }
}

/** Counts a finished test; undefined when the event is not a test of its own (a describe block, a file, progress). */
export function judge({ type, data }: TestEvent): 'passed' | Failure | undefined {
  if (type !== 'test:pass' && type !== 'test:fail') return undefined
  const where = placeOf(data)
  const excuse = excuseOf(data)
  if (excuse) return { where, what: excuse }
  if (type === 'test:fail') return isEcho(data) ? undefined : failureOf(where, data)
  if (isWholeFile(data))
    return { where, what: 'This file holds no test, or its process ended before the first was told.' }
  return data.details?.type === 'suite' ? undefined : 'passed'
}

const placeOf = ({ file = 'unknown file', line, name = '' }: TestEvent['data']): string =>
  `${file}${line ? `:${line}` : ''} ${name}`

function excuseOf({ skip, todo }: TestEvent['data']): string | undefined {
  if (skip !== undefined && skip !== false) return 'This test was skipped; a test that does not run proves nothing.'
  return todo !== undefined && todo !== false ? 'This test is marked as still to do.' : undefined
}

// A file that could not be loaded, or that holds no test, is reported as a test with the file's own name.
const isWholeFile = ({ name, file, nesting }: TestEvent['data']): boolean =>
  nesting === 0 && name !== undefined && file !== undefined && file.endsWith(name) && name.endsWith('.test.ts')

// A describe block fails whenever a test in it does; that test has been told already.
const isEcho = ({ details }: TestEvent['data']): boolean =>
  details?.type === 'suite' &&
  details.error instanceof Error &&
  'failureType' in details.error &&
  details.error.failureType === 'subtestsFailed'

function failureOf(where: string, { details }: TestEvent['data']): Failure {
  const error = details?.error
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  return { where, what: cause instanceof Error ? describeError(cause) : String(cause) }
}

function describeError(error: Error): string {
  const stack = (error.stack ?? `${error.name}: ${error.message}`).replace(/\n +at [^\n]*node:internal[^\n]*/g, '')
  const full = stack.includes(error.message) ? stack : `${error.name}: ${error.message}\n${stack}`
  return error.cause instanceof Error ? `${full}\nbecause: ${describeError(error.cause)}` : full
}

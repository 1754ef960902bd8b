import type { Beside } from './run-beside.ts'

/** A check is a program that succeeds or fails: it counts as one test. */
export type Check = {
  readonly name: string
  readonly command: readonly string[]
  /** The check before it that must be over first. */
  readonly after?: string
}

/** A suite is a set of test files that run together. */
export type Suite = {
  readonly name: string
  readonly files: RegExp
  readonly atOnce: number
  readonly browser: boolean
  /** What works for all its files, so that each need not begin from nothing. */
  readonly beside: readonly Beside[]
}

/** What one run of the test command does, in this order. */
export type Plan = { readonly checks: readonly Check[]; readonly suites: readonly Suite[] }

const node = process.execPath
const bin = (name: string): string => `node_modules/.bin/${name}`

const checks: readonly Check[] = [
  {
    name: 'types',
    // Each further checker looks at shared types anew: four took twice the work of one, and another check runs beside it.
    command: [
      node,
      'node_modules/typescript-native/bin/tsc',
      '-p',
      'tsconfig.json',
      '--pretty',
      'false',
      '--checkers',
      '1',
    ],
  },
  { name: 'lint', command: [bin('oxlint'), '--deny-warnings', '.'] },
  { name: 'format', command: [bin('biome'), 'ci', '--colors=off', '--reporter=summary', '.'] },
  { name: 'promises', command: [node, 'tools/check-promises.ts'] },
  { name: 'import law', command: [node, 'tools/import-law/check.ts'] },
  { name: 'texts', command: [node, 'tools/check-i18n.ts'] },
  { name: 'sizes', command: [node, 'tools/check-size.ts'] },
  { name: 'casts', command: [node, 'tools/check-casts.ts'] },
  { name: 'dependencies', command: [node, 'tools/check-deps.ts'] },
  { name: 'words', command: [node, 'tools/check-words.ts'] },
  { name: 'rules', command: [node, 'tools/check-rules.ts'] },
  { name: 'weight', command: [node, 'tools/weigh.ts'] },
  { name: 'drawings', command: [node, 'tools/draw-state-machines.ts', '--check'] },
]

const build: Check = { name: 'web build', command: [node, 'packages/web/build.ts'] }
const budgets: Check = { name: 'budgets', command: [node, 'tools/check-budgets.ts'], after: build.name }

// A PostgreSQL for each file, or a first start for each journey, took three seconds a file.
const cluster: Beside = { program: 'packages/server/src/testing/share-cluster.ts', variable: 'OPENSLRT_TEST_CLUSTER' }
const installation: Beside = { program: 'e2e/prepare.ts', variable: 'OPENSLRT_E2E_PREPARED' }

const oneBrowser: Beside = { program: 'tools/share-browser.ts', variable: 'OPENSLRT_TEST_BROWSER' }

// Files that wait for a disk or a database leave a core to others. Journeys do not: three of them took as long as two.
const suites: readonly Suite[] = [
  { name: 'core', files: /^packages\/core\/.*\.test\.ts$/, atOnce: 2, browser: false, beside: [] },
  { name: 'server', files: /^packages\/server\/.*\.test\.ts$/, atOnce: 3, browser: false, beside: [cluster] },
  { name: 'web', files: /^packages\/web\/.*\.test\.ts$/, atOnce: 2, browser: true, beside: [oneBrowser] },
  { name: 'tools', files: /^tools\/.*\.test\.ts$/, atOnce: 2, browser: false, beside: [] },
  { name: 'e2e', files: /^e2e\/.*\.test\.ts$/, atOnce: 2, browser: true, beside: [installation, oneBrowser] },
]

/** The parts of the test command that can be asked for by name. */
export const partNames: readonly string[] = ['checks', ...suites.map(({ name }) => name)]

/** The plan for the parts asked for; for none, the whole. A suite that serves built pages builds them first. */
export function planFor(parts: readonly string[]): Plan {
  const unknown = parts.find((part) => !partNames.includes(part))
  if (unknown !== undefined)
    throw new Error(`There is no part "${unknown}". Parts: ${partNames.join(', ')}; none means all.`)
  const wants = (part: string): boolean => parts.length === 0 || parts.includes(part)
  const pages = wants('server') || wants('e2e') ? [build] : []
  return {
    checks: wants('checks') ? [...checks, build, budgets] : pages,
    suites: suites.filter(({ name }) => wants(name)),
  }
}

/** Files that look like tests and that no suite would ever run. */
export const strayTests = (paths: readonly string[]): string[] =>
  paths.filter((path) => /\.(test|spec)\.[cm]?[jt]sx?$/.test(path) && !suites.some(({ files }) => files.test(path)))

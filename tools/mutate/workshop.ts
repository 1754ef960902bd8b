import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Mutant } from './mutant.ts'
import { withFault } from './mutant.ts'

/** What became of a fault: the tests noticed it, or only the compiler, or nobody. */
export type Fate = 'killed' | 'compiler' | 'survived'

/** A copy of one package in a temporary folder, where faults are planted and taken out again. */
export class Workshop {
  readonly #folder = mkdtempSync(join(tmpdir(), 'mutate-'))
  readonly #root: string

  /** `folder` is the package, as its path from the root says it. */
  constructor(root: string, folder: string) {
    this.#root = root
    // A run of minutes is often broken off: its copy goes with it.
    process.once('exit', () => this.close())
    mkdirSync(join(this.#folder, dirname(folder)), { recursive: true })
    for (const path of [folder, 'tsconfig.json', 'package.json'])
      cpSync(join(root, path), join(this.#folder, path), {
        recursive: true,
        filter: (from) => !from.includes('node_modules'),
      })
    symlinkSync(join(root, 'node_modules'), join(this.#folder, 'node_modules'))
    writeFileSync(join(this.#folder, 'mutate.json'), JSON.stringify({ extends: './tsconfig.json', include: [folder] }))
  }

  /** Plants one fault, runs the tests that it can reach until one fails, and takes it out again. */
  async try(mutant: Mutant, tests: readonly string[], failing: Failing): Promise<Fate> {
    const path = join(this.#folder, mutant.file)
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, withFault(text, mutant))
    try {
      for (const files of inTurn(tests)) if (news(await this.failing(files), failing)) return 'killed'
      return (await this.compiles()) ? 'survived' : 'compiler'
    } finally {
      writeFileSync(path, text)
    }
  }

  /** The names of the tests that fail as things are, or 'all' where the run itself broke or did not end. */
  async failing(tests: readonly string[], patience = minute): Promise<Failing> {
    if (tests.length === 0) return new Set()
    const args = ['--test', '--test-isolation=none', '--test-reporter=tap', ...tests]
    const { code, said } = await this.#run(args, patience)
    const names = new Set([...said.matchAll(/^\s*not ok \d+ - (.*)$/gm)].map(([, name = '']) => name))
    return code === 0 || names.size > 0 ? names : 'all'
  }

  /** Whether the compiler takes the package as it is. */
  async compiles(patience = minute): Promise<boolean> {
    return (await this.#run([join(this.#root, compiler), '-p', 'mutate.json'], patience)).code === 0
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #run(args: readonly string[], timeout: number): Promise<{ readonly code: number | null; readonly said: string }> {
    const options = { cwd: this.#folder, env: quietly(), timeout, killSignal: 'SIGKILL' } as const
    const child = spawn(process.execPath, args, { ...options, stdio: ['ignore', 'pipe', 'ignore'] })
    const said: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => said.push(part))
    return new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code) => resolve({ code, said: Buffer.concat(said).toString() }))
    })
  }
}

/** A fault may make a loop endless: whoever waited so long has noticed it. */
const minute = 60_000

/** Which tests fail: by name, or all of them. */
export type Failing = ReadonlySet<string> | 'all'

// A test that failed before the fault was planted proves nothing about the fault.
const news = (now: Failing, before: Failing): boolean =>
  now === 'all' || (before !== 'all' && [...now].some((name) => !before.has(name)))

const compiler = 'node_modules/typescript-native/bin/tsc'

/** The nearest tests one by one, as one of them mostly catches the fault; all others in one go. */
const inTurn = (tests: readonly string[]): readonly (readonly string[])[] =>
  [...tests.slice(0, 3).map((file) => [file]), tests.slice(3)].filter((files) => files.length > 0)

// A run inside a test run would otherwise speak to that one.
function quietly(): NodeJS.ProcessEnv {
  const { NODE_TEST_CONTEXT: _context, ...env } = process.env
  return env
}

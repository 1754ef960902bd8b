import { execFile, spawn } from 'node:child_process'
import { accessSync, constants, globSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

type Say = (line: string) => void

// The shell without windows first: the same engine, and journeys took a fifth less time in it.
const commands = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const advice =
  'No Chromium was found, and the browser tests need one. Install it (Debian and Ubuntu: "apt-get install chromium") ' +
  'or set CHROMIUM_PATH to the program, then run the tests again.'

/** The path of a Chromium that starts; installs Debian's when we are root there. Throws a sentence on what to do when there is none. */
export async function findChromium(say: Say = console.log): Promise<string> {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (await starts(named)) return named
    throw new Error(`CHROMIUM_PATH is set to ${named}, but that program does not start. Correct it or unset it.`)
  }
  const found = await firstThatStarts(candidates(process.env.PATH ?? ''))
  if (found) return found
  if (!isRootOnDebian()) throw new Error(advice)
  await installChromium(say)
  const installed = await firstThatStarts(candidates(process.env.PATH ?? ''))
  if (!installed) throw new Error(`Debian's Chromium was installed, but it does not start. ${advice}`)
  return installed
}

/** Where a Chromium may lie, the likeliest first: on the PATH, in usual places, and where Playwright keeps its own. */
export function candidates(path: string): string[] {
  const onPath = path
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => commands.map((name) => join(folder, name)))
  const playwright = globSync('ms-playwright/chromium-*/chrome-linux*/chrome', { cwd: join(homedir(), '.cache') })
  return [
    ...new Set([...onPath, ...usualPlaces, ...playwright.map((place) => join(homedir(), '.cache', place))]),
  ].filter(isProgram)
}

async function firstThatStarts(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) if (await starts(path)) return path
  return undefined
}

// A wrapper that only says "install the snap" is a program too: ask for the version.
const starts = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    execFile(path, ['--version'], { timeout: 20_000 }, (error, output) => resolve(!error && /chrom/i.test(output)))
  })

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

const isRootOnDebian = (): boolean => process.getuid?.() === 0 && isProgram('/usr/bin/apt-get')

async function installChromium(say: Say): Promise<void> {
  say('No Chromium found. Installing the one of this system (apt-get), which takes a minute or two ...')
  await run('apt-get', ['update'], say)
  const install = (name: string) => run('apt-get', ['install', '-y', '--no-install-recommends', name], say)
  // Older systems have no package of the shell.
  await install('chromium-headless-shell').catch(() => install('chromium'))
}

function run(command: string, given: readonly string[], say: Say): Promise<void> {
  const child = spawn(command, given, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  const hear = (chunk: Buffer) => lines.push(...chunk.toString().split('\n').filter(Boolean))
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const progress = setInterval(
    () => say(`  ${command} ${given[0]}: ${lines.at(-1)?.slice(0, 100) ?? 'working'} ...`),
    10_000,
  )
  return new Promise<void>((resolve, reject) => {
    child.on('error', () => reject(new Error(advice)))
    child.on('close', (code) => (code === 0 ? resolve() : reject(installFailed(command, given, lines))))
  }).finally(() => clearInterval(progress))
}

const installFailed = (command: string, given: readonly string[], lines: readonly string[]): Error =>
  new Error(
    `"${command} ${given.join(' ')}" failed:\n${lines
      .slice(-8)
      .map((line) => `  ${line}`)
      .join('\n')}\n${advice}`,
  )

if (import.meta.main) console.log(await findChromium())

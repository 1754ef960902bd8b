import { readSync, writeSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { mock, run } from 'node:test'
import { type Said, toldOf } from './test-tally.ts'

// Plays test files for the test command, one after another in this process: what they share is loaded once. It reads the
// path of a file from this channel, answers with a line for whatever the file's tests come to, and reads the next.
const channel = 3
/** What belongs to one file alone: what tests keep while they run, and screens, which remember who sits before them. */
const ownToEach = /\/packages\/server\/src\/testing\/|\/packages\/web\/(?!src\/testing\/once\/)|\/e2e\//
const env = { ...process.env }
const folder = process.cwd()

let turn = 0
registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    if (!ownToEach.test(found.url) || found.url.includes('/node_modules/')) return found
    return { ...found, url: `${found.url}?turn=${turn}` }
  },
})

// Whatever a file left open keeps this from being reached: the test command then names the file, and ends us.
process.on('beforeExit', () => {
  // Node's own listener fails the tests that wait for what can't come any more, and goes when it has.
  if (process.listenerCount('beforeExit') > 1) return void setImmediate(() => {})
  if (turn > 0) close()
  const file = readLine()
  if (file !== '') setImmediate(() => void play(file))
})

async function play(file: string): Promise<void> {
  turn += 1
  let tests = 0
  for await (const event of run({ files: [file], isolation: 'none' })) {
    const told = toldOf(event)
    tests += told.verdict === undefined ? 0 : 1
    tell(told)
  }
  // Its first lines wait for what can't come: Node takes the file for over, and tells of nothing.
  if (tests === 0) tell({ verdict: { where: file, what: 'This file came to its end before its first test.' } })
}

/** As it was before: the next file finds nothing of this one. */
function close(): void {
  const code = process.exitCode
  process.exitCode = undefined
  for (const name of Object.keys(process.env)) if (!(name in env)) Reflect.deleteProperty(process.env, name)
  Object.assign(process.env, env)
  process.chdir(folder)
  mock.reset()
  tell({ ended: Number(code ?? 0), megabytes: process.memoryUsage.rss() / 2 ** 20 })
}

const tell = (said: Said): void => void writeSync(channel, `${JSON.stringify(said).replaceAll(/\?turn=\d+/g, '')}\n`)

/** Waits without a loop: nothing of the last file may go on meanwhile. */
function readLine(): string {
  const read = Buffer.alloc(4096)
  const length = readSync(channel, read)
  return read.toString('utf8', 0, length).trimEnd()
}

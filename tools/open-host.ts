import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Duplex } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { type Said, sumUp, type Tally } from './test-tally.ts'

/** A process that plays test files one after another. */
export type Host = {
  play(path: string): Promise<Tally>
  /** Whether it can play another: it is there, and has not kept too much of the files before. */
  isFit(): boolean
  dismiss(): Promise<void>
}

const enoughMegabytes = 1500
/** What was printed comes another way than what was told. */
const printedByThenMs = 20

/** Starts one in `root`. A file that ends it, or that is silent for too long, fails, and takes it along. */
export function openHost({ root, quietMinutes }: { readonly root: string; readonly quietMinutes: number }): Host {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'test-host.ts')], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
  })
  const channel = channelOf(child)
  const lines = createInterface({ input: channel })
  const gone = once(child, 'exit').then(([code, signal]) => code ?? signal)
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (printed += chunk))
  let fit = true
  return {
    isFit: () => fit,
    async play(path) {
      printed = ''
      channel.write(`${path}\n`)
      const { heard, broken } = await hearOut()
      if (broken !== undefined || heard.some(({ verdict }) => verdict !== 'passed')) await pause(printedByThenMs)
      return sumUp(heard, printed, broken === undefined ? undefined : { where: path, what: broken })
    },
    async dismiss() {
      channel.end()
      await gone
    },
  }

  function hearOut(): Promise<{ readonly heard: readonly Said[]; readonly broken: string | undefined }> {
    const heard: Said[] = []
    let quiet = false
    return new Promise((resolve) => {
      const alarm = setTimeout(() => {
        quiet = child.kill()
      }, quietMinutes * 60_000)
      const end = (broken: string | undefined): void => {
        clearTimeout(alarm)
        lines.off('line', hear)
        resolve({ heard, broken })
      }
      const hear = (line: string): void => {
        alarm.refresh()
        const said: Said = JSON.parse(line)
        heard.push(said)
        if (said.ended === undefined) return
        fit = (said.megabytes ?? 0) < enoughMegabytes
        end(whyBroken(said.ended))
      }
      lines.on('line', hear)
      void gone.then((how) => {
        fit = false
        end(quiet ? tooQuiet(quietMinutes) : `Its process ended with ${how} before its tests were over.`)
      })
    })
  }
}

function channelOf({ stdio }: ChildProcess): Duplex {
  const channel = stdio[3]
  if (channel instanceof Duplex) return channel
  throw new Error('a process without a channel')
}

const whyBroken = (code: number): string | undefined =>
  code === 0 ? undefined : `Something outside of its tests went wrong: it would have ended with ${code}.`

const tooQuiet = (minutes: number): string =>
  `It said nothing for ${minutes} minutes and was stopped: did a test leave a server, timer or browser open?`

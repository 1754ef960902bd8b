import { relative } from 'node:path'
import { openHost } from './open-host.ts'
import type { Failure } from './test-tally.ts'

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

/** Runs test files in their order, `atOnce` at a time; each process plays one after another, which loads once what they share. */
export async function runSuite(files: readonly string[], way: SuiteWay): Promise<FileOutcome[]> {
  const waiting = [...files]
  const outcomes: FileOutcome[] = []
  const worker = async (): Promise<void> => {
    let host = openHost(way)
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      if (!host.isFit()) {
        await host.dismiss()
        host = openHost(way)
      }
      const outcome = await playFile(file)
      outcomes.push(outcome)
      way.onFile(outcome)
    }
    await host.dismiss()

    async function playFile(file: string): Promise<FileOutcome> {
      const started = performance.now()
      const { passed, failures } = await host.play(`${way.root}/${file}`)
      const places = failures.map(({ where, what }) => ({ where: where.replaceAll(`${way.root}/`, ''), what }))
      const seconds = (performance.now() - started) / 1000
      return { file: relative(way.root, `${way.root}/${file}`), passed, failures: places, seconds }
    }
  }
  await Promise.all(Array.from({ length: Math.min(way.atOnce, files.length) }, worker))
  return outcomes
}

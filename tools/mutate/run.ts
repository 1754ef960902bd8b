import { isData, isTest, readSources, repoRoot, type SourceFile } from '../source-files.ts'
import { draw } from './draw.ts'
import { importersIn, testsNear } from './import-graph.ts'
import { describeMutant, type Mutant } from './mutant.ts'
import { mutantsOf } from './plant.ts'
import { type Fate, Workshop } from './workshop.ts'

const folder = 'packages/core'

/** What is asked of a run: how many faults, drawn by which number, planted by how many at once, and where. */
export interface Wish {
  readonly count: number
  readonly seed: number
  readonly atOnce: number
  /** Only files whose path holds this. */
  readonly within: string
  readonly say: (line: string) => void
}

/** What came of a run: each fault with its fate. */
export interface Harvest {
  readonly seed: number
  readonly fates: readonly { readonly mutant: Mutant; readonly fate: Fate }[]
}

/** Is this law, or contract, or code that speaks? Data has tests of its own, which look at it as a whole. */
export const isLaw = (path: string): boolean => path.startsWith(`${folder}/src/`) && !isTest(path) && !isData(path)

/** MUTATE-1 Plants faults in core, one at a time in a copy of it, and tells which of them the tests noticed. */
export async function mutate({ count, seed, atOnce, within, say }: Wish): Promise<Harvest> {
  const files = readSources(repoRoot, [folder], /\.ts$/)
  const importers = importersIn(files)
  const law = files.filter(({ path }) => isLaw(path) && path.includes(within))
  const waiting = draw(law.flatMap(mutantsOf), count, seed)
  const fates: { mutant: Mutant; fate: Fate }[] = []
  const failing = await failingBefore(files, say)
  const work = async (): Promise<void> => {
    const workshop = new Workshop(repoRoot, folder)
    try {
      for (let mutant = waiting.pop(); mutant; mutant = waiting.pop()) {
        const fate = await workshop.try(mutant, testsNear(mutant.file, importers), failing)
        fates.push({ mutant, fate })
        if (fate === 'survived') say(`survived: ${describeMutant(mutant)}`)
        if (fates.length % 25 === 0) say(`${fates.length} tried`)
      }
    } finally {
      workshop.close()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return { seed, fates }
}

/** All tests at once, on a machine that others use too. */
const firstPatience = 600_000

/** In the middle of a work some tests may fail: they are named as no witnesses, and the others are heard. */
async function failingBefore(files: readonly SourceFile[], say: Wish['say']): Promise<ReadonlySet<string>> {
  const workshop = new Workshop(repoRoot, folder)
  try {
    const tests = files.map(({ path }) => path).filter((path) => path.endsWith('.test.ts'))
    const failing = await workshop.failing(tests, firstPatience)
    if (failing === 'all' || !(await workshop.compiles(firstPatience)))
      throw new Error(`${folder} does not run, or does not compile, before any fault was planted: mend that first`)
    if (failing.size > 0) say(`${failing.size} tests fail before any fault was planted; they are not asked`)
    return failing
  } finally {
    workshop.close()
  }
}

/** "of 300 faults 281 were noticed by tests, 9 by the compiler, 10 by nobody: 96.7 % noticed; seed 7". */
export function tell({ seed, fates }: Harvest): string {
  const of = (wanted: Fate): number => fates.filter(({ fate }) => fate === wanted).length
  const [killed, compiled, survived] = [of('killed'), of('compiler'), of('survived')]
  return [
    `of ${fates.length} faults ${killed} were noticed by tests, ${compiled} by the compiler, ${survived} by nobody:`,
    `${percent(killed + compiled, fates.length)} noticed, ${percent(killed, killed + survived)} of what compiles;`,
    `seed ${seed}`,
  ].join(' ')
}

const percent = (part: number, whole: number): string => `${((part / Math.max(1, whole)) * 100).toFixed(1)} %`

if (import.meta.main) {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
  const [count = '25', seed = String(Math.floor(Math.random() * 1_000_000)), within = ''] = process.argv.slice(2)
  const say = (line: string): void => console.log(line)
  say(`seed ${seed}`)
  say(tell(await mutate({ count: Number(count), seed: Number(seed), atOnce: 2, within, say })))
}

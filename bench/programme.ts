import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { ledgerOf, placeCode } from '@openslrt/core/place/code.ts'
import { ready } from '@openslrt/core/programme/evaluate.ts'
import type { FactSet } from '@openslrt/core/programme/fact-set.ts'
import { factsFrom } from '@openslrt/core/programme/facts-of.ts'
import { matchFamily } from '@openslrt/core/programme/match.ts'
import type { ProgrammeRow } from '@openslrt/core/programme/programme.ts'
import { shippedProgrammes } from '@openslrt/core/programme/shipped.ts'
import { vocabulary } from '@openslrt/core/programme/vocabulary.ts'
import { aProgramme } from '@openslrt/core/testing/a-programme.ts'

/** Pure evaluation, in one process: a million people for one programme, and all programmes for one family. */
const day = '2026-11-22'
const [people, rounds, familySize] = [1_000_000, 5, 5]
const asked = { vocabulary, day }

const programmes = shippedProgrammes.map(
  ({ place, ...words }): ProgrammeRow => ({
    ...aProgramme,
    ...words,
    place: placeCode.parse(place),
    district: ledgerOf(placeCode.parse(place)),
  }),
)
const population = Array.from({ length: people }, (_, n) => person(n))

const lines = [
  '# Matching: how fast rules are held against people',
  '',
  `Pure evaluation by \`npm exec -c 'node bench/programme.ts'\`, one process on ${cpus()[0]?.model ?? 'a machine'}, best of ${rounds} rounds.`,
  'The bars: a million people for one programme in 1 s for each core, all programmes for one family in 5 ms.',
  '',
  '| rule | one million people, ms | met | can not be told | not met |',
  '| --- | --: | --: | --: | --: |',
  ...['pbi-jkn', 'pip', 'pkh-plus', 'aspd', 'pkh', 'rutilahu'].map(measureRule),
  '',
  `All ${programmes.length} programmes for one family of ${familySize}, with reasons, what is missing, and ranked: ${measureFamily()} ms.`,
  '',
]
writeFileSync(join(import.meta.dirname, 'PROGRAMME.md'), lines.join('\n'))
process.stdout.write(lines.join('\n'))

/** Some know more of themselves than others, as in any register. */
function person(n: number): FactSet {
  const born = `${1940 + (n % 85)}-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`
  const values =
    n % 3 === 0 ? {} : { partisipasi_sekolah: String((n % 3) + 1), hamil: n % 40 === 0, berjalan: String((n % 4) + 1) }
  const house =
    n % 5 === 0 ? {} : { status_kepemilikan_rumah: '1', jenis_kloset: String((n % 4) + 1), jenis_lantai_terluas: '5' }
  const members = [{ birthDate: born, sex: n % 2 === 0 ? ('L' as const) : ('P' as const), values }]
  const facts = factsFrom({ family: { desil: n % 11 === 0 ? null : (n % 10) + 1, values: house }, members })
  return { ...facts, person: facts.members[0] ?? {} }
}

function measureRule(code: string): string {
  const rule = programmes.find((programme) => programme.code === code)?.versions[0]?.rule
  if (!rule) throw new Error(`no programme ${code}`)
  const held = ready(rule, vocabulary, day)
  let best = Number.POSITIVE_INFINITY
  let counts = { met: 0, unknown: 0, 'not-met': 0 }
  for (let round = 0; round < rounds; round++) {
    counts = { met: 0, unknown: 0, 'not-met': 0 }
    const began = performance.now()
    for (const facts of population) counts[held(facts)] += 1
    best = Math.min(best, performance.now() - began)
  }
  return `| ${code} | ${Math.round(best)} | ${counts.met} | ${counts.unknown} | ${counts['not-met']} |`
}

function measureFamily(): string {
  const members = population.slice(0, familySize).map(({ person }) => person)
  const facts = { ...(population[1] ?? population[0]), members } as FactSet
  for (let warm = 0; warm < 200; warm++) matchFamily(facts, programmes, asked)
  const began = performance.now()
  for (let n = 0; n < 1000; n++) matchFamily(facts, programmes, asked)
  return ((performance.now() - began) / 1000).toFixed(2)
}

import type { CaseKind } from '../case/case.ts'
import { nearest, nearness, plain } from './alike.ts'
import { categoryWords } from './category-words.data.ts'
import type { Meant } from './report.ts'

/** A category as it can be chosen: its name in the language of the reports, its bidang, and the kinds it takes. */
export interface CategoryChoice {
  readonly code: string
  readonly name: string
  readonly sectorName: string
  readonly kinds: readonly CaseKind[] | null
}

/**
 * INTAKE-14 The category that words mean: its name, or the one with which they share most of their telling words. A word
 * that few categories have tells more than one that many have. What only the story hints at is never sure.
 */
export function categoryIn(
  said: string,
  story: string,
  kind: CaseKind | null,
  choices: readonly CategoryChoice[],
): Meant<string> | null {
  const fitting = choices.filter(({ kinds }) => kind === null || kinds === null || kinds.includes(kind))
  const named = nearest(
    said,
    fitting.map(({ code, name }) => ({ key: code, spelling: plain(name) })),
  )
  if (named) return { value: named.key, sure: named.sure }
  const sector = nearest(
    said,
    fitting.map(({ sectorName }) => ({ key: sectorName, spelling: plain(sectorName) })),
  )
  const within = sector ? fitting.filter(({ sectorName }) => sectorName === sector.key) : fitting
  const byWords = sector ? null : bestByWords(said, within)
  if (byWords) return byWords
  const hinted = bestByWords(story, within)
  return hinted && { value: hinted.value, sure: hinted.sure / 2 }
}

/** Under this share of the telling words, it is chance. */
const leastShare = 0.3
/** A second one that comes this near leaves it open which was meant. */
const nearSecond = 0.85

function bestByWords(text: string, choices: readonly CategoryChoice[]): Meant<string> | null {
  const words = tellingWords(text)
  const vocabularies = choices.map(({ code, name }) => ({
    code,
    words: tellingWords(`${name} ${categoryWords[code] ?? ''}`),
  }))
  const matches = words.map((word) =>
    vocabularies.map(({ words: own }) => Math.max(0, ...own.map((one) => nearness(word, one)))),
  )
  const weights = matches.map((row) => 1 / Math.max(1, row.filter((match) => match > 0).length))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  if (whole === 0) return null
  const scores = vocabularies.map(({ code }, at) => ({
    code,
    score: matches.reduce((sum, row, word) => sum + (row[at] ?? 0) * (weights[word] ?? 0), 0) / whole,
  }))
  const [best, second] = scores.toSorted((left, right) => right.score - left.score)
  if (!best || best.score < leastShare) return null
  const open = second !== undefined && second.score >= best.score * nearSecond
  return { value: best.code, sure: open ? best.score / 2 : best.score }
}

const tellingWords = (text: string): readonly string[] => [
  ...new Set(
    plain(text)
      .split(' ')
      .filter((word) => word.length >= 3 && !emptyWords.has(word)),
  ),
]

const emptyWords = new Set(
  'yang dan dari untuk dengan pada atau ada tidak belum sudah warga keluarga mohon minta bantuan bantu perlu ingin ini itu oleh karena agar bisa dapat masih saya kami lagi sejak bulan tahun hari aktif'.split(
    ' ',
  ),
)

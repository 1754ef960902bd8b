import type { CategoryChoice } from '../intake/category.ts'
import { draftOf } from '../intake/draft.ts'
import { readReports } from '../intake/read-reports.ts'
import type { ReportField } from '../intake/report.ts'

/** What a message says, as far as it has to be known before a person reads it. */
export interface Understood {
  /** How many reports it holds. */
  readonly reports: number
  /** Villages that it may name, the likeliest first, each with its sub-district where that is said. */
  readonly villages: readonly NamedVillage[]
  /** What a report in it needs and does not say; null where it is no report. */
  readonly missing: readonly ReportField[] | null
}

export interface NamedVillage {
  readonly name: string
  readonly subdistrict: string
}

/** One label may stand in any sentence ("Nama saya ..."); two are a report. */
const leastFields = 2

/** INBOUND-2 Reads a message as a pasted text is read. */
export function understand(text: string, choices: readonly CategoryChoice[]): Understood {
  const reports = readReports(text).map((report) => ({ report, draft: draftOf(report, choices) }))
  const real = reports.filter(({ report }) => Object.keys(report.fields).length >= leastFields)
  const named = reports.flatMap(({ draft: { village, subdistrict } }) =>
    village === '' ? [] : [{ name: village, subdistrict }],
  )
  return {
    reports: real.length,
    villages: [...named, ...villagesIn(text)],
    missing: real.length === 0 ? null : [...new Set(real.flatMap(({ draft }) => draft.missing))],
  }
}

const within = String.raw`(?:kec|kecamatan|kapanewon)\b`
const spoken = new RegExp(
  String.raw`\b(?:desa|kelurahan|kalurahan|kel|nagari|gampong)\b\.?\s+((?:(?!${within})[a-z'-]+ ?){1,3})(?:[,\s]*${within}\.?\s+([a-z'-]+))?`,
  'gi',
)
const upTo = /\s*\b(?:kab|kabupaten|rt|rw|yang|ada|atap|rumah|mohon|perlu|butuh)\b.*$/i

/** Villages in free words, "warga desa Sinduadi kec Mlati": of a name in several words nobody knows how many belong to it. */
function villagesIn(text: string): readonly NamedVillage[] {
  return [...text.matchAll(spoken)].flatMap(([, said = '', subdistrict = '']) => {
    const words = said
      .replace(upTo, '')
      .trim()
      .split(/\s+/)
      .filter((word) => word !== '')
    return words.map((_, at) => ({ name: words.slice(0, words.length - at).join(' '), subdistrict }))
  })
}

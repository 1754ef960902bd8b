import type { Said, SaidOf } from '@openslrt/core/independence/assessment.ts'

/** What a form holds of indicators: of each a level and words, as they are typed. */
export type Typed = Readonly<Record<string, string>>

export const levelKey = (code: string): string => `${code} level`
export const textKey = (code: string): string => `${code} text`

/** The value of the choice "not known". */
export const unknown = 'x'

/** The longest words that an answer holds. */
export const longest = 1000

function valueOf(said: Said | undefined): string {
  if (said === undefined) return ''
  return said.level === null ? unknown : String(said.level)
}

/** What a form about these indicators begins with. */
export const typedOf = (codes: readonly string[], said: SaidOf): Typed =>
  Object.fromEntries(
    codes.flatMap((code) => [
      [levelKey(code), valueOf(said[code])],
      [textKey(code), said[code]?.text ?? ''],
    ]),
  )

/** What is typed of one indicator; null where no level is chosen. */
export function saidIn(typed: Typed, code: string): Said | null {
  const level = typed[levelKey(code)] ?? ''
  if (level === '') return null
  return { level: level === unknown ? null : Number(level), text: (typed[textKey(code)] ?? '').trim() }
}

/** What differs from what was said: all that has to be sent. */
export const changesIn = (typed: Typed, codes: readonly string[], before: SaidOf) =>
  codes.flatMap((code) => {
    const said = saidIn(typed, code)
    const was = before[code]
    if (!said || (was && was.level === said.level && was.text === said.text)) return []
    return [{ code, ...said }]
  })

/** Words that are too long, by the field that holds them. */
export const tooLongIn = (typed: Typed, codes: readonly string[]): readonly string[] =>
  codes.map(textKey).filter((key) => (typed[key] ?? '').trim().length > longest)

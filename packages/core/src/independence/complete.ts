import type { Said, SaidOf } from './assessment.ts'
import type { Figures } from './figures.ts'
import { suggested } from './figures.ts'
import type { Indicator, Instrument } from './instrument.ts'

/** How long a reason is at least: a word is none. */
export const shortestReason = 10

const explains = ({ text }: Said): boolean => text.trim().length >= shortestReason

/** The level that the system's own figure suggests for an indicator; null where it has none. */
export const suggestedFor = ({ figure }: Pick<Indicator, 'figure'>, figures: Figures | null): number | null =>
  figure && figures ? suggested(figures[figure.of], figure.steps) : null

/** INDEP-11 Indicators of which nothing is said. To say that it is not known is to say something. */
export const missingIn = ({ indicators }: Pick<Instrument, 'indicators'>, said: SaidOf): readonly string[] =>
  indicators.filter(({ code }) => !said[code]).map(({ code }) => code)

/** INDEP-4 What is said of one indicator needs a reason: it is not known, or is another level than its figure suggests. */
export function needsReason(
  one: Pick<Indicator, 'figure'>,
  { level }: Pick<Said, 'level'>,
  figures: Figures | null,
): boolean {
  const own = suggestedFor(one, figures)
  return level === null || (own !== null && level !== own)
}

/** INDEP-11 Indicators whose level needs a reason, and has none. */
export const unexplained = (
  { indicators }: Pick<Instrument, 'indicators'>,
  said: SaidOf,
  figures: Figures | null,
): readonly string[] =>
  indicators.flatMap((one) => {
    const words = said[one.code]
    return words && needsReason(one, words, figures) && !explains(words) ? [one.code] : []
  })

/** INDEP-12 Judgements that differ from what the district said, and don't say why. */
export const unexplainedJudgements = (answers: SaidOf, judged: SaidOf): readonly string[] =>
  Object.entries(judged).flatMap(([code, words]) =>
    answers[code]?.level === words.level || explains(words) ? [] : [code],
  )

import type { Say } from '@openslrt/core/i18n/translate.ts'

/** What a person typed or pasted, without the signs that nobody sees and no wire takes: a PDF brings page breaks along. */
export const readable = (typed: string): string => typed.replace(/(?![\t\n])\p{Cc}/gu, ' ')

/** As many as the wire takes of words of one's own. */
const mostLetters = 4000

type Faults<Values> = Partial<Record<keyof Values & string, string>>

/** The fields of a form in which more was written than can be kept; said before it is sent, with all of it still there. */
export function tooLong<Values extends object>(values: Values, t: Say): Faults<Values> {
  const said = t('act.too-long', { most: mostLetters })
  return Object.entries(values)
    .filter(([, value]) => typeof value === 'string' && value.trim().length > mostLetters)
    .reduce<Faults<Values>>((faults, [name]) => ({ ...faults, [name]: said }), {})
}

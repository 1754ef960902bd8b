import type { Face } from '@openslrt/core/condition/condition.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import type { Lang, Say } from '@openslrt/core/i18n/translate.ts'

/** What a value of a face is called; a value that no text names is said as it is. */
export function valueWords(t: Say, face: Face, value: string): string {
  if (value === 'unknown') return t('condition.unknown')
  if (face === 'desil') return t('condition.desil', { n: value })
  if (face === 'snapshot') return t('condition.quarter', { quarter: value.slice(6), year: value.slice(0, 4) })
  return named(t, face)[value] ?? value
}

const named = (t: Say, face: Exclude<Face, 'desil' | 'snapshot'>): Readonly<Record<string, string>> =>
  ({
    house: { inadequate: t('condition.house.inadequate'), adequate: t('condition.house.adequate') },
    programmes: {
      none: t('condition.programmes.none'),
      one: t('condition.programmes.one'),
      several: t('condition.programmes.several'),
    },
    needs: { unmet: t('condition.needs.unmet'), open: t('condition.needs.open'), none: t('condition.needs.none') },
    disability: { with: t('condition.disability.with'), without: t('condition.disability.without') },
    school: { out: t('condition.school.out'), in: t('condition.school.in') },
  })[face]

/** "34,5%": how much of all that is; of nothing there is no share. */
export const shareWords = (n: number, sum: number, lang: Lang): string =>
  sum === 0 ? '–' : `${sayNumber(Math.round((n / sum) * 1000) / 10, lang)}%`

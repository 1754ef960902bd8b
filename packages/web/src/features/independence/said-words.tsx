import type { AssessmentPage } from '@openslrt/core/contract/independence-queries.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { suggestedFor } from '@openslrt/core/independence/complete.ts'
import type { Indicator } from '@openslrt/core/independence/instrument.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'

/** INDEP-4 The system's own figure of an indicator, and the level that it points to. */
export function FigureLine({ one, page }: { readonly one: Indicator; readonly page: Pick<AssessmentPage, 'figures'> }) {
  const [t, lang] = [useText(), useLanguage()]
  if (!one.figure || !page.figures) return null
  const { n, of } = page.figures[one.figure.of]
  const level = suggestedFor(one, page.figures)
  if (level === null) return <p className="independence__figure">{t('independence.figure.none')}</p>
  return (
    <p className="independence__figure">
      {t(`independence.figure.${one.figure.of}`, { n: sayNumber(n, lang), of: sayNumber(of, lang) })}.{' '}
      {t('independence.figure.suggests', { level })}
    </p>
  )
}

/** A level with its number and what it means there. */
export function useLevelText() {
  const [t, lang] = [useText(), useLanguage()]
  return (one: Indicator, level: number | null): string =>
    level === null ? t('independence.level.unknown') : `${level} · ${one.levels[level]?.[lang] ?? ''}`
}

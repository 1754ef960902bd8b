import type { Indicator } from '@openslrt/core/figures/indicator.ts'
import { bases, methods, sources } from '@openslrt/core/figures/indicator.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'

/** What an indicator is: what is counted, of what, from which rows, how, why, and which way is good. */
export function IndicatorWords({ indicator }: { indicator: Indicator }) {
  const t = useText()
  const lang = useLanguage()
  const { numerator, denominator, source, method, base, direction } = indicator
  const words = [
    [t('indicator.numerator'), numerator[lang]],
    ...(denominator ? [[t('indicator.denominator'), denominator[lang]]] : []),
    [t('indicator.source'), sources[source][lang]],
    [t('indicator.method'), methods[method][lang]],
    [t('indicator.base'), bases[base][lang]],
    [t('indicator.direction'), t(`indicator.direction.${direction}`)],
  ]
  return (
    <dl className="indicator-words">
      {words.map(([label, said]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  )
}

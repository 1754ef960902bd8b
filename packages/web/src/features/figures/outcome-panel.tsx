import type { DistrictFigures } from '@openslrt/core/contract/figures.ts'
import { outcomeMeasures } from '@openslrt/core/contract/figures.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { Link } from 'wouter'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { FieldRow, FieldRows, Panel } from '../../ui/field-row.tsx'
import { casesHref } from './figures-address.ts'

/** OUTCOME-4 What citizens say, and what visits find: apart from what offices did. */
export function OutcomePanel({ figures: { outcomes, place, period, opens } }: { figures: DistrictFigures }) {
  const t = useText()
  const lang = useLanguage()
  return (
    <Panel title={t('figures.outcomes')}>
      <p className="board__what">{t('figures.outcomes.what')}</p>
      <FieldRows>
        {outcomeMeasures.map((measure) => {
          const n = outcomes[measure]
          const said = sayNumber(n, lang)
          return (
            <FieldRow key={measure} label={t(`measure.${measure}`)}>
              {opens && n > 0 ? <Link href={casesHref(measure, place.code, period)}>{said}</Link> : said}
            </FieldRow>
          )
        })}
      </FieldRows>
    </Panel>
  )
}

import type { DistrictFigures } from '@openslrt/core/contract/figures.ts'
import { referralMeasures } from '@openslrt/core/contract/figures.ts'
import { sayNumber, sayShare } from '@openslrt/core/i18n/amount.ts'
import { Link, useSearch } from 'wouter'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { FieldRow, FieldRows, Panel } from '../../ui/field-row.tsx'
import { addressWith } from '../../ui/list-address.ts'
import { casesHref, leaguePath } from './figures-address.ts'

/** What was referred in the period, and what became of it. */
export function ReferralPanel({ figures: { referrals, place, period, opens } }: { figures: DistrictFigures }) {
  const t = useText()
  const lang = useLanguage()
  const all = referrals.referred
  const search = useSearch()
  return (
    <Panel
      title={t('figures.referrals')}
      action={
        <Link className="not-on-paper" href={addressWith(leaguePath, search, {})}>
          {t('league.title')}
        </Link>
      }
    >
      <p className="board__what">{t('figures.referrals.what')}</p>
      <FieldRows>
        {referralMeasures.map((measure) => {
          const n = referrals[measure]
          const said = sayNumber(n, lang)
          const share = measure !== 'referred' && all > 0 ? ` (${sayShare(n / all, lang)})` : ''
          return (
            <FieldRow key={measure} label={t(`measure.${measure}`)}>
              {opens && n > 0 ? <Link href={casesHref(measure, place.code, period)}>{said}</Link> : said}
              {share}
            </FieldRow>
          )
        })}
      </FieldRows>
    </Panel>
  )
}

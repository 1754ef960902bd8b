import type { Indicators, TookLine } from '@openslrt/core/contract/indicators.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useLists } from '../../platform/reference/use-lists.ts'
import { Panel } from '../../ui/field-row.tsx'
import type { Saying } from './indicator-say.ts'
import { sayAmong, sayValue } from './indicator-say.ts'

interface TookPanelsProps {
  readonly figures: Indicators
  readonly saying: Saying
}

/** How long the answer took, by the level of the office that gave it and by office. */
export function TookPanels({ figures: { tiers, owners }, saying }: TookPanelsProps) {
  const { t } = saying
  const ofTiers = tiers.map((line) => ({ key: line.level, name: t(`indicator.level.${line.level}`), line }))
  const ofOwners = owners.map((line) => ({ key: line.office, name: line.name, line }))
  return (
    <>
      {tiers.length > 0 && (
        <Panel title={t('indicator.tiers')}>
          <p className="board__what">{t('indicator.took.what')}</p>
          <TookTable caption={t('indicator.tiers')} label={t('indicator.tier')} rows={ofTiers} saying={saying} />
        </Panel>
      )}
      {owners.length > 0 && (
        <Panel title={t('indicator.owners')}>
          <TookTable caption={t('indicator.owners')} label={t('indicator.office')} rows={ofOwners} saying={saying} />
        </Panel>
      )}
    </>
  )
}

interface TookTableProps {
  readonly caption: string
  readonly label: string
  readonly rows: readonly { readonly key: string; readonly name: string; readonly line: Omit<TookLine, 'level'> }[]
  readonly saying: Saying
}

function TookTable({ caption, label, rows, saying }: TookTableProps) {
  const { t } = saying
  return (
    <table className="indicator-table indicator-table--took">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{label}</th>
          <th scope="col">{t('indicator.measured')}</th>
          <th scope="col">{t('indicator.half')}</th>
          <th scope="col">{t('indicator.most')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, line: { measured, half, most } }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td data-label={t('indicator.measured')}>{sayAmong({ n: null, of: measured }, 'count', saying)}</td>
            <td data-label={t('indicator.half')}>{sayValue({ n: half, of: measured }, 'days', saying)}</td>
            <td data-label={t('indicator.most')}>{sayValue({ n: most, of: measured }, 'days', saying)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Why asked offices declined, the commonest reason first. */
export function ReasonPanel({ figures: { reasons, place } }: { figures: Indicators }) {
  const t = useText()
  const lang = useLanguage()
  const lists = useLists(ledgerOf(place.code))
  if (reasons.length === 0) return null
  return (
    <Panel title={t('indicator.reasons')}>
      <table className="indicator-table indicator-table--took">
        <caption>{t('indicator.reasons')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('indicator.reason')}</th>
            <th scope="col">{t('indicator.reasons.n')}</th>
          </tr>
        </thead>
        <tbody>
          {reasons.map(({ reason, n }) => (
            <tr key={reason}>
              <th scope="row">{lists.name('decline', reason)}</th>
              <td data-label={t('indicator.reasons.n')}>{sayNumber(n, lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

import type { NetworkCard, NetworkTold } from '@openslrt/core/contract/network-queries.ts'
import { useDay } from '../../platform/hours/use-day.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { Panel } from '../../ui/field-row.tsx'
import { sayFact } from './say-fact.ts'

/** NETWORK-2 All that was ever said of an office, the last first. */
export function HistoryPanel({ card: { history, older } }: { readonly card: NetworkCard }) {
  const t = useText()
  return (
    <Panel title={t('network.history')}>
      {history.length === 0 && <p>{t('network.history.none')}</p>}
      <ol className="network__history">
        {history.map((told) => (
          <Told key={told.id} told={told} />
        ))}
      </ol>
      {older && <p className="network__quiet">{t('network.history.older')}</p>}
    </Panel>
  )
}

function Told({ told }: { readonly told: NetworkTold }) {
  const [t, lang, day, when] = [useText(), useLanguage(), useDay(), useWhen()]
  const { said, state, reason, fromDay, saidBy, saidAt } = told
  return (
    <li>
      <strong>{said ? t(`network-about.${said.about}`) : t('network.column.state')}</strong>
      <span>{said ? sayFact(said, { t, lang, day }) : state && t(`network-state.${state}`)}</span>
      {reason !== '' && <span className="network__reason">{reason}</span>}
      <span className="network__quiet">{t('network.holds', { day: day(fromDay) })}</span>
      <span className="network__quiet">
        <time dateTime={when.iso(saidAt)} title={when.exact(saidAt)}>
          {t('network.history.by', { name: saidBy, when: when.moment(saidAt) })}
        </time>
      </span>
    </li>
  )
}

import type { NetworkGrowth, NetworkTargetLine } from '@openslrt/core/contract/network-growth.ts'
import { sayNumber, sayShare } from '@openslrt/core/i18n/amount.ts'
import { useDay } from '../../platform/hours/use-day.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { Panel } from '../../ui/field-row.tsx'

/** NETWORK-11 How many there are to be, what there is of it, and each word that was said of a year before. */
export function TargetPanel({ growth: { targets } }: { readonly growth: NetworkGrowth }) {
  const t = useText()
  const last = targets.filter((one) => one.last)
  return (
    <Panel title={t('network.targets')}>
      {last.length === 0 ? (
        <p>{t('network.target.none')}</p>
      ) : (
        <ul className="network__history">
          {last.map((one) => (
            <Target key={one.id} target={one} before={targets.filter((other) => isBefore(other, one))} />
          ))}
        </ul>
      )}
      <p className="network__quiet">{t('network.target.what')}</p>
    </Panel>
  )
}

const isBefore = (other: NetworkTargetLine, one: NetworkTargetLine): boolean =>
  !other.last && other.district === one.district && other.year === one.year && other.of === one.of

interface TargetProps {
  readonly target: NetworkTargetLine
  readonly before: readonly NetworkTargetLine[]
}

function Target({ target, before }: TargetProps) {
  const [t, lang] = [useText(), useLanguage()]
  const { year, of, count, placeName, reached } = target
  return (
    <li>
      <strong>{t(`network-meant.${of}`, { year, n: sayNumber(count, lang), place: placeName })}</strong>
      {reached !== null && (
        <span>
          {t('network.target.reached', { n: sayNumber(reached, lang), share: sayShare(reached / count, lang) })}
        </span>
      )}
      <Words target={target} />
      {before.length > 0 && (
        <details>
          <summary>{t('network.target.before')}</summary>
          <ul className="network__history">
            {before.map((one) => (
              <li key={one.id}>
                <span>{sayNumber(one.count, lang)}</span>
                <Words target={one} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

function Words({ target: { reason, fromDay, saidBy } }: { readonly target: NetworkTargetLine }) {
  const [t, day] = [useText(), useDay()]
  return (
    <>
      {reason !== '' && <span className="network__reason">{reason}</span>}
      <span className="network__quiet">{t('network.target.by', { name: saidBy, day: day(fromDay) })}</span>
    </>
  )
}

import type { PsksCard } from '@openslrt/core/contract/psks-queries.ts'
import { type EventKind, eventKinds } from '@openslrt/core/psks/psks.ts'
import { dayText } from '../../platform/hours/day-text.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { Panel } from '../../ui/field-row.tsx'

/** What a PSKS learnt, and who went with them. */
export function EventPanel({ card: { events } }: { readonly card: PsksCard }) {
  const t = useText()
  return (
    <Panel title={t('psks.events')}>
      {events.length === 0 && <p className="psks__quiet">{t('psks.events.none')}</p>}
      {events.length > 0 && (
        <p className="psks__quiet">
          {eventKinds
            .map((kind) => ({ kind, hours: hoursOf(events, kind) }))
            .filter(({ hours }) => hours > 0)
            .map(({ kind, hours }) => `${t(`psks-event.${kind}`)}: ${t('psks.event.line', { n: hours })}`)
            .join(' · ')}
        </p>
      )}
      <ul className="psks__items">
        {events.map(({ id, what, title, onDay, hours, result }) => (
          <li key={id} className="psks__item">
            <span className="psks__name">{title}</span>
            <span className="psks__quiet">
              {[t(`psks-event.${what}`), dayText(onDay), t('psks.event.line', { n: hours }), result]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** How long they were taught, or accompanied, in all. */
const hoursOf = (events: PsksCard['events'], kind: EventKind): number =>
  events.reduce((sum, { what, hours }) => sum + (what === kind ? hours : 0), 0)

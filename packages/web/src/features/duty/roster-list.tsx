import { Button } from '@navikt/ds-react/Button'
import type { DutyTurn, Roster } from '@openslrt/core/contract/duty-queries.ts'
import type { Span } from '@openslrt/core/kernel/span.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import { rosterRows } from './roster-rows.ts'
import { useDays } from './use-days.ts'

interface RosterListProps {
  readonly roster: Roster
  /** Null for those who only look. */
  readonly onFill: ((gap: Span) => void) | null
  readonly onEnd: ((turn: DutyTurn) => void) | null
}

/** Turns and gaps in the order of their days. */
export function RosterList({ roster, onFill, onEnd }: RosterListProps) {
  const t = useText()
  return (
    <ul className="roster" aria-label={t('duty.caption')}>
      {rosterRows(roster).map((row) =>
        row.kind === 'gap' ? (
          <GapRow key={`gap ${row.gap.from}`} gap={row.gap} onFill={onFill} />
        ) : (
          <TurnRow key={row.turn.id} turn={row.turn} now={row.now} onEnd={onEnd} />
        ),
      )}
    </ul>
  )
}

function GapRow({ gap, onFill }: { gap: Span; onFill: RosterListProps['onFill'] }) {
  const t = useText()
  const days = useDays()(gap)
  return (
    <li className="roster__row roster__row--gap">
      <span className="roster__days">{days}</span>
      <span className="roster__who">{t('duty.gap')}</span>
      <span className="roster__acts">
        <StatusTag small tone="attention" label={t('duty.gap.tag')} />
        {onFill && (
          <Button size="small" variant="secondary" aria-label={t('duty.fill.of', { days })} onClick={() => onFill(gap)}>
            {t('duty.fill')}
          </Button>
        )}
      </span>
    </li>
  )
}

interface TurnRowProps {
  readonly turn: DutyTurn
  readonly now: boolean
  readonly onEnd: RosterListProps['onEnd']
}

function TurnRow({ turn, now, onEnd }: TurnRowProps) {
  const t = useText()
  const sayDays = useDays()
  const about = { name: turn.name, days: sayDays(turn) }
  const [act, label] = now ? (['duty.end', 'duty.end.of'] as const) : (['duty.cancel', 'duty.cancel.of'] as const)
  return (
    <li className="roster__row">
      <span className="roster__days">{about.days}</span>
      <span className="roster__who">
        <strong>{turn.name}</strong>
        {!turn.here && <span className="roster__more">{t('duty.turn.left')}</span>}
        {turn.leaves.map(({ standInName, ...span }) => (
          <span key={span.from} className="roster__more">
            {standInName
              ? t('duty.turn.away.with', { days: sayDays(span), name: standInName })
              : t('duty.turn.away', { days: sayDays(span) })}
          </span>
        ))}
      </span>
      <span className="roster__acts">
        {now && <StatusTag small tone="active" label={t('duty.turn.now')} />}
        {onEnd && (
          <Button
            size="small"
            variant="tertiary"
            data-color="danger"
            aria-label={t(label, about)}
            onClick={() => onEnd(turn)}
          >
            {t(act)}
          </Button>
        )}
      </span>
    </li>
  )
}

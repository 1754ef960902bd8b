import { Button } from '@navikt/ds-react/Button'
import type { DayLine } from '@openslrt/core/contract/list-queries.ts'
import { levelOf, placeCode } from '@openslrt/core/place/code.ts'
import { useDay } from '../../platform/hours/use-day.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { StatusTag } from '../../ui/status-tag.tsx'

interface DayRowsProps {
  readonly days: readonly DayLine[]
  readonly today: string
  /** Null for those who may only look. */
  readonly onOpen: ((day: DayLine) => void) | null
}

/** The days of a year of which somebody has spoken; those to come can be opened again. */
export function DayRows({ days, today, onOpen }: DayRowsProps) {
  const t = useText()
  const sayDay = useDay()
  if (days.length === 0) return <p>{t('calendar.none')}</p>
  return (
    <ul className="lists__days" aria-label={t('calendar.caption')}>
      {days.map((line) => (
        <li key={line.day}>
          <span>
            <strong>{sayDay(line.day)}</strong> {line.name}
            <span className="lists__by">
              {t(`level.${levelOf(placeCode.parse(line.place))}`)}
              {line.basis && ` · ${line.basis}`}
            </span>
          </span>
          <span className="lists__acts">
            <StatusTag
              small
              tone={line.closed ? 'stopped' : 'done'}
              label={t(line.closed ? 'calendar.closed' : 'calendar.opened')}
            />
            {onOpen && line.closed && line.day >= today && (
              <Button
                size="small"
                variant="tertiary"
                aria-label={t('calendar.open.of', { day: sayDay(line.day) })}
                onClick={() => onOpen(line)}
              >
                {t('calendar.open')}
              </Button>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

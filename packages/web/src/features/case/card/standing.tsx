import '../queue/texts.ts'
import { endedStatuses } from '@openslrt/core/case/moves.ts'
import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import type { ReactNode } from 'react'
import { useLanguage, useText } from '../../../platform/i18n/use-text.ts'
import { useWhen } from '../../../platform/i18n/use-when.ts'
import { useMe } from '../../../platform/session/use-session.ts'
import { ClockBar } from '../../../ui/clock-bar.tsx'
import { type ClockDays, clockDays } from './clock-days.ts'

/** Where the case lies, who has it there, what it waits for, and how much of its time is used. */
export function Standing({ card }: { card: CaseCard }) {
  const t = useText()
  const { staff } = useMe()
  const { line } = card
  const assignee = line.assignee === staff ? t('case.card.you') : (line.assigneeName ?? t('case.card.nobody'))
  return (
    <dl className="standing">
      <Fact name={t('case.card.at')}>{line.officeName}</Fact>
      {(line.assignee !== null || !endedStatuses.includes(line.status)) && (
        <Fact name={t('case.card.assignee')}>{assignee}</Fact>
      )}
      {card.sees === 'all' && <Time card={card} />}
    </dl>
  )
}

/** The clocks are those of the office where the case lies: an asked office has the one of its referral. */
function Time({ card }: { card: CaseCard }) {
  const t = useText()
  const { line } = card
  return (
    <>
      {line.waitingOfficeName && <Fact name={t('case.card.waiting')}>{line.waitingOfficeName}</Fact>}
      {endedStatuses.includes(line.status) ? <Ended card={card} /> : <Clocks card={card} />}
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="standing__fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Ended({ card }: { card: CaseCard }) {
  const t = useText()
  const when = useWhen()
  const at = card.closedAt ?? card.line.changedAt
  return (
    <Fact name={t('case.card.ended')}>
      {card.line.closure ? t(`closure.${card.line.closure}`) : t(`status.${card.line.status}`)} ·{' '}
      <time dateTime={when.iso(at)} title={when.exact(at)}>
        {when.moment(at)}
      </time>
    </Fact>
  )
}

function Clocks({ card }: { card: CaseCard }) {
  const t = useText()
  const when = useWhen()
  const hop = clockDays(card.hop, card.hopLimit, card.hopDayMinutes)
  const total = clockDays(card.total, card.totalLimit, card.dayMinutes)
  const due = card.hop.dueAt
  const hopName = t(card.line.review ? 'case.review.clock' : 'case.clock.hop')
  return (
    <>
      {hop && (
        <Fact name={hopName}>
          <DayClock label={hopName} days={hop} red={card.line.priority === 'red'} />
          <Outlook card={card} />
          {due !== null && hop.left >= 0 && (
            <time className="standing__due" dateTime={when.iso(due)} title={when.exact(due)}>
              {when.due(due, hop.left)}
            </time>
          )}
        </Fact>
      )}
      {total && (
        <Fact name={t('case.clock.total')}>
          <DayClock label={t('case.clock.total')} days={total} />
        </Fact>
      )}
    </>
  )
}

/** What the clock expects: until when this step may last, that it will be late, or that it can't go up any more. */
function Outlook({ card }: { card: CaseCard }) {
  const t = useText()
  const when = useWhen()
  const { outlook, stepDueAt: step, overdueSince } = card
  if (overdueSince !== null) return <p className="standing__risk">{t('case.outlook.overdue')}</p>
  if (outlook === 'at-risk') return <p className="standing__risk">{t('case.outlook.at-risk')}</p>
  if (outlook !== 'in-time' || step === null) return null
  return (
    <p className="standing__step">
      {t(card.line.assignee === null ? 'case.outlook.take' : 'case.outlook.step', { date: when.moment(step) })}
    </p>
  )
}

function DayClock({ label, days, red = false }: { label: string; days: ClockDays; red?: boolean }) {
  const t = useText()
  const lang = useLanguage()
  const say = (value: number): string => sayNumber(Math.ceil(value), lang)
  if (red) return <RedClock label={label} days={days} />
  const key = days.paused ? 'case.clock.paused' : 'case.clock.used'
  const text =
    days.left < 0
      ? t('case.clock.over', { over: say(-days.left), limit: say(days.limit) })
      : t(key, { used: say(days.used), limit: say(days.limit) })
  return <ClockBar label={label} used={days.used} limit={days.limit} text={text} paused={days.paused} />
}

/** A red card is counted in hours: its day has 24 of them. */
function RedClock({ label, days }: { label: string; days: ClockDays }) {
  const t = useText()
  const lang = useLanguage()
  const hours = (count: number): string => sayNumber(Math.ceil(count * 24), lang)
  const text =
    days.used > days.limit
      ? t('case.clock.red.over', { over: hours(days.used - days.limit), limit: hours(days.limit) })
      : t('case.clock.red', { used: hours(days.used), limit: hours(days.limit) })
  return <ClockBar label={label} used={days.used} limit={days.limit} text={text} paused={days.paused} />
}

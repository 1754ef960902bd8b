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
  const hop = clockDays(card.hop, card.hopLimit, card.dayMinutes)
  const total = clockDays(card.total, card.totalLimit, card.dayMinutes)
  const due = card.hop.dueAt
  return (
    <>
      {hop && (
        <Fact name={t('case.clock.hop')}>
          <DayClock label={t('case.clock.hop')} days={hop} />
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

function DayClock({ label, days }: { label: string; days: ClockDays }) {
  const t = useText()
  const lang = useLanguage()
  const say = (value: number): string => sayNumber(Math.ceil(value), lang)
  const key = days.paused ? 'case.clock.paused' : 'case.clock.used'
  const text =
    days.left < 0
      ? t('case.clock.over', { over: say(-days.left), limit: say(days.limit) })
      : t(key, { used: say(days.used), limit: say(days.limit) })
  return <ClockBar label={label} used={days.used} limit={days.limit} text={text} paused={days.paused} />
}

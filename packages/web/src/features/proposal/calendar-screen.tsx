import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { proposalRoutes } from '@openslrt/core/contract/proposal-queries.ts'
import { month as monthSchema } from '@openslrt/core/proposal/cut-off.ts'
import { Link, useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useDay } from '../../platform/hours/use-day.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { Unread } from '../../platform/lists/unread.tsx'
import { FieldRow, FieldRows, Panel } from '../../ui/field-row.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { MinutesRows } from './minutes-rows.tsx'
import { NoProposal } from './no-proposal.tsx'
import { monthWords, ProposalRows } from './proposal-rows.tsx'
import { ProposalPages } from './proposal-tabs.tsx'
import './proposal.css'

const days = ['closes', 'pulled', 'finalised'] as const
const waits = ['to-back', 'to-verify', 'to-approve', 'to-export', 'unanswered'] as const

/** The month as its people see it: what closes when, what is still to do for it, and which objections run. */
export function Screen() {
  const t = useText()
  const say = useDay()
  const when = useWhen()
  const month = monthSchema.safeParse(new URLSearchParams(useSearch()).get('bulan')).data
  const asked = useAsk(proposalRoutes.calendar, { query: { month } }, { keepPrevious: true })
  const { data } = asked
  if (!data) return <Unread asked={asked} none={<NoProposal />} rows={8} />
  const beside = (by: number): string => `/tenggat?bulan=${monthBeside(data.month, by)}`
  return (
    <>
      <PageHead title={t('proposal.calendar.title', { month: monthWords(data.month, when) })} />
      <ProposalPages current="/tenggat" />
      <div className="proposal__acts">
        <Button as={Link} href={beside(-1)} size="small" variant="secondary" data-color="neutral">
          {t('proposal.calendar.before')}
        </Button>
        <Button as={Link} href={beside(1)} size="small" variant="secondary" data-color="neutral">
          {t('proposal.calendar.after')}
        </Button>
      </div>
      <div className="proposal__main">
        <Panel>
          <div className="proposal__days">
            {days.map((name) => (
              <p key={name} className="proposal__day">
                <strong>{say(data[name])}</strong>
                {t(`proposal.calendar.${name}`)}
                {data.today > data[name] && ` (${t('proposal.calendar.past')})`}
              </p>
            ))}
          </div>
          <p className="proposal__aside">{t('proposal.calendar.capture')}</p>
        </Panel>
        <Panel title={t('proposal.calendar.todo')}>
          <FieldRows short>
            {waits.map((show) => (
              <FieldRow key={show} label={t(`proposal.show.${show}`)}>
                <Link href={`/usulan?lihat=${show}&bulan=${data.month}`}>
                  {t('proposal.count', { count: data.counts[show] })}
                </Link>
              </FieldRow>
            ))}
          </FieldRows>
        </Panel>
        {data.objections.length > 0 && (
          <Panel title={t('proposal.calendar.objections')}>
            <ProposalRows rows={data.objections} />
          </Panel>
        )}
        {data.meetings.length > 0 && (
          <Panel title={t('proposal.meetings')}>
            <MinutesRows rows={data.meetings} />
          </Panel>
        )}
      </div>
    </>
  )
}

/** The month so many months away. */
export const monthBeside = (month: string, by: number): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 + by, 15)).toISOString().slice(0, 7)

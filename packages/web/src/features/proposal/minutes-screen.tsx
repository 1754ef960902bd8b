import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { type MinutesPage, proposalRoutes } from '@openslrt/core/contract/proposal-queries.ts'
import { minutesId } from '@openslrt/core/kernel/id.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { openMinutes } from '@openslrt/core/proposal/moves.ts'
import { countNames } from '@openslrt/core/proposal/proposal.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useDay } from '../../platform/hours/use-day.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { Unread } from '../../platform/lists/unread.tsx'
import { FieldRow, FieldRows, Panel } from '../../ui/field-row.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { CallOffForm, MinuteForm } from './minutes-forms.tsx'
import { NoProposal } from './no-proposal.tsx'
import { SheetLink, SignForm } from './sign-form.tsx'
import { minutesTone } from './status-look.ts'
import './proposal.css'

interface ScreenProps {
  readonly params: Readonly<Record<string, string | undefined>>
}

/** The minutes of one village meeting, to be written, printed and signed: `/musyawarah/:district/:id`. */
export function Screen({ params }: ScreenProps) {
  const district = ledgerCode.safeParse(params['district'])
  const id = minutesId.safeParse(params['id'])
  return district.success && id.success ? <Read query={{ district: district.data, id: id.data }} /> : <NoProposal />
}

function Read({ query }: { query: { readonly district: string; readonly id: string } }) {
  const asked = useAsk(proposalRoutes.meeting, { query })
  const { data } = asked
  return data ? <Minutes minutes={data} /> : <Unread asked={asked} none={<NoProposal />} rows={10} />
}

const forms = { minute: MinuteForm, sign: SignForm, 'call-off': CallOffForm } as const

function Minutes({ minutes }: { minutes: MinutesPage }) {
  const t = useText()
  const [doing, setDoing] = useState<keyof typeof forms | null>(null)
  const Form = doing && forms[doing]
  const { acts, status, note, fileName, sheet } = minutes
  return (
    <>
      <PageHead
        title={`${t(`minutes-kind.${minutes.kind}`)} ${minutes.placeName}`}
        back={<Link href="/musyawarah">{t('proposal.meetings.back')}</Link>}
        tags={<StatusTag tone={minutesTone[status]} label={t(`minutes-status.${status}`)} />}
      />
      {note && <p className="proposal__banner">{note}</p>}
      <div className="proposal__acts not-on-paper">
        {acts.map((act, nth) => (
          <Button key={act} size="small" variant={nth === 0 ? 'primary' : 'secondary'} onClick={() => setDoing(act)}>
            {t(`minutes-act.${act}`)}
          </Button>
        ))}
        <Button size="small" variant="tertiary" data-color="neutral" onClick={() => window.print()}>
          {t('proposal.minutes.print')}
        </Button>
        {fileName !== null && <SheetLink minutes={minutes} />}
      </div>
      {sheet && !sheet.arrived && <p className="proposal__aside not-on-paper">{t('proposal.sheet.coming')}</p>}
      <Paper minutes={minutes} />
      {Form && <Form minutes={minutes} onClose={() => setDoing(null)} />}
    </>
  )
}

/** The minutes as they are read aloud and signed. */
function Paper({ minutes }: { minutes: MinutesPage }) {
  const t = useText()
  const day = useDay()
  const { placeName, districtName, venue, leader, attendance, counts, decisions, writerName } = minutes
  const present = attendance.map(({ name, post }) => [name, post].filter(Boolean).join(', '))
  return (
    <div className="paper">
      <Panel>
        <h2>{t('proposal.minutes.title')}</h2>
        <p>
          {t('proposal.minutes.opening', {
            day: day(minutes.day),
            venue,
            place: placeName,
            district: districtName,
            kind: t(`minutes-kind.${minutes.kind}`).toLowerCase(),
            leader: leader || '…………',
          })}
        </p>
        <FieldRows short>
          {countNames.map((name) => (
            <FieldRow key={name} label={t(`minutes-count.${name}`)}>
              {counts[name]}
            </FieldRow>
          ))}
        </FieldRows>
      </Panel>
      <Panel title={t('proposal.minutes.verdicts')}>
        <Verdicts minutes={minutes} />
        {decisions && <p>{decisions}</p>}
      </Panel>
      <Panel title={t('proposal.minutes.attendance')}>
        {present.length === 0 ? (
          <p className="proposal__aside">{t('proposal.minutes.attendance.none')}</p>
        ) : (
          <ol>
            {present.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        )}
        <div className="minutes__signs">
          {[
            [t('proposal.minutes.leader'), leader],
            [t('proposal.minutes.writer'), writerName],
            [t('proposal.minutes.head'), ''],
          ].map(([role, name]) => (
            <div key={role} className="minutes__sign">
              <span>{role}</span>
              <span>({name || '…………………………'})</span>
            </div>
          ))}
        </div>
      </Panel>
    </div>
  )
}

function Verdicts({ minutes: { verdicts, waiting, status } }: { minutes: MinutesPage }) {
  const t = useText()
  if (verdicts.length === 0)
    return (
      <p className="proposal__aside">
        {t(status === openMinutes ? 'proposal.minutes.waiting' : 'proposal.minutes.none', { count: waiting.length })}
      </p>
    )
  return (
    <section className="minutes__scroll" aria-label={t('proposal.minutes.verdicts')}>
      <table className="minutes__table">
        <thead>
          <tr>
            <th scope="col">{t('proposal.minutes.no')}</th>
            <th scope="col">{t('proposal.whom')}</th>
            <th scope="col">{t('proposal.nik')}</th>
            <th scope="col">{t('proposal.kind')}</th>
            <th scope="col">{t('proposal.minutes.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {verdicts.map(({ proposal, agreed, note }, nth) => (
            <tr key={proposal.id}>
              <td>{nth + 1}</td>
              <td>
                <Link href={`/usulan/${proposal.district}/${proposal.id}`}>{proposal.name}</Link>
              </td>
              <td>{proposal.nik ?? ''}</td>
              <td>{t(`proposal-kind.${proposal.kind}`)}</td>
              <td>
                {[t(agreed ? 'proposal.minutes.agreed' : 'proposal.minutes.refused'), note].filter(Boolean).join(': ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { proposalRoutes } from '@openslrt/core/contract/proposal-queries.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { Link } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useDay } from '../../platform/hours/use-day.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { Unread } from '../../platform/lists/unread.tsx'
import { useZone } from '../../platform/session/use-session.ts'
import { FieldRow, FieldRows, Panel } from '../../ui/field-row.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { fieldName } from './field-name.ts'
import { NoProposal } from './no-proposal.tsx'
import './proposal.css'
import { useAsked } from './use-asked.ts'

interface ScreenProps {
  readonly params: Readonly<Record<string, string | undefined>>
}

/** The statement of full responsibility, to be printed, signed and sent back as a scan: `/sptjm/:district/:id`. */
export function Screen({ params }: ScreenProps) {
  const t = useText()
  const say = useDay()
  const today = dayIn(useZone(), useWhen().now)
  const { district = '', id = '' } = params
  const sayAsked = useAsked(district)
  const asked = useAsk(proposalRoutes.one, { query: { district, id } })
  const { data } = asked
  if (!data) return <Unread asked={asked} none={<NoProposal />} rows={8} />
  return (
    <>
      <PageHead
        title={t('proposal-backing.sptjm')}
        back={<Link href={`/usulan/${district}/${id}`}>{t('proposal.back.one')}</Link>}
        action={<Button onClick={() => window.print()}>{t('proposal.print')}</Button>}
      />
      <div className="paper">
        <Panel>
          <h2>{t('proposal.sptjm.title')}</h2>
          <p>{t('proposal.sptjm.opening', { place: data.placeName })}</p>
          <FieldRows>
            <FieldRow label={t('proposal.whom')}>{data.name}</FieldRow>
            <FieldRow label={t('proposal.nik')}>{data.nik ?? '…………………………'}</FieldRow>
            <FieldRow label={t('proposal.kk')}>{data.kk ?? '…………………………'}</FieldRow>
            <FieldRow label={t('proposal.kind')}>{t(`proposal-kind.${data.kind}`)}</FieldRow>
            {data.asked.map(({ name, after }) => (
              <FieldRow key={name} label={fieldName(name)}>
                {sayAsked(name, after)}
              </FieldRow>
            ))}
          </FieldRows>
          <p>{t('proposal.sptjm.closing')}</p>
          <div className="minutes__signs">
            <div className="minutes__sign">
              <span>
                {data.placeName}, {say(today)}
              </span>
              <span>{t('proposal.sptjm.sign')}</span>
            </div>
          </div>
        </Panel>
      </div>
    </>
  )
}

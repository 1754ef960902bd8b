import './texts.ts'
import './psks.css'
import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { type PsksCard, psksRoutes } from '@openslrt/core/contract/psks-queries.ts'
import { psksId } from '@openslrt/core/kernel/id.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { Link } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { dayText } from '../../platform/hours/day-text.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { Unread } from '../../platform/lists/unread.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FieldRow, FieldRows, Panel } from '../../ui/field-row.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { CardActs } from './card-acts.tsx'
import { EventPanel } from './event-panel.tsx'
import { useSaid } from './kind-fields.tsx'
import { PostingPanel } from './posting-panel.tsx'
import { listPath } from './psks-address.ts'
import { ReportPanel } from './report-panel.tsx'
import { psksTone } from './status-look.ts'

interface ScreenProps {
  readonly params: Readonly<Record<string, string | undefined>>
}

/** One PSKS: who they are, whom they serve, what they do, and what they learnt. */
export function Screen({ params }: ScreenProps) {
  const district = ledgerCode.safeParse(params['district'])
  const id = psksId.safeParse(params['id'])
  return district.success && id.success ? <Read query={{ district: district.data, id: id.data }} /> : <None />
}

function Read({ query }: { readonly query: { readonly district: string; readonly id: string } }) {
  const t = useText()
  const asked = useAsk(psksRoutes.one, { query })
  const { data: card } = asked
  if (!card) return <Unread asked={asked} none={<None />} rows={10} />
  return (
    <>
      <PageHead
        title={card.name}
        back={<Link href={listPath}>{t('psks.back')}</Link>}
        tags={<StatusTag tone={psksTone[card.status]} label={t(`psks-status.${card.status}`)} />}
      />
      <div className="psks">
        {card.due && (
          <InlineMessage status="warning">{t('psks.due.text', { day: dayText(card.dueOn ?? '') })}</InlineMessage>
        )}
        {card.note && <InlineMessage status="warning">{card.note}</InlineMessage>}
        <CardActs card={card} />
        <Facts card={card} />
        <PostingPanel card={card} />
        <ReportPanel card={card} />
        <EventPanel card={card} />
      </div>
    </>
  )
}

function Facts({ card }: { readonly card: PsksCard }) {
  const [t, lang] = [useText(), useLanguage()]
  return (
    <Panel>
      <FieldRows>
        <FieldRow label={t('psks.column.kind')}>{card.kindNames[lang]}</FieldRow>
        <FieldRow label={t('psks.form.place')}>{card.placeName}</FieldRow>
        <FieldRow label={t('psks.column.serves')}>{card.serves.join(', ')}</FieldRow>
        {card.nik && <FieldRow label={t('psks.form.nik')}>{card.nik}</FieldRow>}
        {card.phone && <FieldRow label={t('psks.form.phone')}>{card.phone}</FieldRow>}
        {card.email && <FieldRow label={t('psks.form.email')}>{card.email}</FieldRow>}
        {card.address && <FieldRow label={t('psks.form.address')}>{card.address}</FieldRow>}
        <OwnFields card={card} />
        {card.user && <FieldRow label={t('psks.user')}>{card.user.name}</FieldRow>}
        <FieldRow label={t('psks.registered-by')} hint={card.officeName}>
          {card.registeredBy}
        </FieldRow>
        {card.verifiedBy && (
          <FieldRow label={t('psks.verified-by')} hint={card.checkedOn && dayText(card.checkedOn)}>
            {card.verifiedBy}
          </FieldRow>
        )}
      </FieldRows>
    </Panel>
  )
}

function OwnFields({ card: { asks, fields } }: { readonly card: PsksCard }) {
  const lang = useLanguage()
  const said = useSaid()
  return asks.map((asked) => {
    const value = fields[asked.code]
    return value ? (
      <FieldRow key={asked.code} label={asked[lang]}>
        {said(asked, value)}
      </FieldRow>
    ) : null
  })
}

function None() {
  const t = useText()
  return (
    <EmptyState
      level={1}
      title={t('psks.gone.title')}
      text={t('psks.gone.text')}
      action={
        <Button as={Link} href={listPath} variant="secondary">
          {t('psks.back')}
        </Button>
      }
    />
  )
}

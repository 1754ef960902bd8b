import { Button } from '@navikt/ds-react/Button'
import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { FieldRow, FieldRows, Panel } from '../../../ui/field-row.tsx'
import { RevealButton } from './reveal-dialog.tsx'
import { type Revealed, useRevealed } from './use-revealed.ts'

/** Who the case is about, masked; who may see more asks for it with a reason, and sees it for a minute. */
export function ClientPanel({ card }: { card: CaseCard }) {
  const t = useText()
  const [revealed, show, hide] = useRevealed()
  const { client } = card
  if (!client && !card.reporter) return null
  return (
    <Panel title={t('case.client')} action={revealed && <HideButton onHide={hide} />}>
      <FieldRows>
        {client && <ClientRows client={client} revealed={revealed} />}
        <ReporterRow card={card} revealed={revealed} />
        {card.contactCare.length > 0 && (
          <FieldRow label={t('care.title')}>{card.contactCare.map((care) => t(`care.${care}`)).join(' · ')}</FieldRow>
        )}
        {card.contactVia && <FieldRow label={t('case.field.contact')}>{t(`contact.${card.contactVia}`)}</FieldRow>}
      </FieldRows>
      {revealed ? (
        <p className="card-aside">{t('case.reveal.shown')}</p>
      ) : (
        <RevealButton card={card} onRevealed={show} />
      )}
    </Panel>
  )
}

function HideButton({ onHide }: { onHide: () => void }) {
  const t = useText()
  return (
    <Button size="small" variant="tertiary" onClick={onHide}>
      {t('case.reveal.hide')}
    </Button>
  )
}

function ClientRows({ client, revealed }: { client: NonNullable<CaseCard['client']>; revealed: Revealed | null }) {
  const t = useText()
  const rows = [
    [t('case.field.nik'), revealed?.nik ?? client.nikMasked],
    [t('case.field.kk'), revealed?.kk ?? client.kkMasked],
    [t('case.field.phone'), revealed?.phone ?? client.phoneMasked],
    [t('case.field.address'), client.address],
  ] as const
  return (
    <>
      <FieldRow label={t('case.field.name')}>{client.name || t('case.client.unknown')}</FieldRow>
      {rows.map(([label, value]) =>
        value ? (
          <FieldRow key={label} label={label}>
            <span className="numbers">{value}</span>
          </FieldRow>
        ) : null,
      )}
    </>
  )
}

function ReporterRow({ card, revealed }: { card: CaseCard; revealed: Revealed | null }) {
  const t = useText()
  const { reporter } = card
  if (!reporter) return null
  const name = reporter.anonymous ? t('case.reporter.anonymous') : reporter.name
  const phone = revealed?.reporterPhone
  return (
    <FieldRow label={t('case.field.reporter')} hint={phone && <span className="numbers">{phone}</span>}>
      {[name, t(`relation.${reporter.relation}`)].filter(Boolean).join(' · ')}
    </FieldRow>
  )
}

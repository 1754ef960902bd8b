import { PrinterSmallIcon } from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { useMemo } from 'react'
import { Link } from 'wouter'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useWhen } from '../../../platform/i18n/use-when.ts'
import { Qr } from '../../../ui/qr.tsx'
import { qrModules } from '../../../ui/qr-modules.ts'
import { cardHref } from '../case-rows.tsx'
import { inHalves, trackLink, trackPage, whatsappLink } from './receipt-link.ts'
import type { ReceiptFacts } from './use-receipt.ts'
import './receipt.css'

/** Where whoever hands it out goes on, when that is not the card of the case and the next one at the desk. */
export interface After {
  readonly href: string
  readonly label: string
  readonly again: string
}

export interface ReceiptProps {
  readonly receipt: ReceiptFacts
  readonly after?: After
  readonly onAgain: () => void
}

/** What the citizen takes home: number, secret and QR, on paper or on their phone. It is shown once. */
export function Receipt(props: ReceiptProps) {
  const { receipt } = props
  const t = useText()
  return (
    <div className="receipt-page">
      <div className="not-on-paper">
        <h1 className="receipt-page__title">
          {t(receipt.settled ? 'case.receipt.title-settled' : 'case.receipt.title')}
        </h1>
        <p className="reading">{t('case.receipt.text')}</p>
        {receipt.unsettled !== '' && (
          <InlineMessage status="warning">{t('case.receipt.unsettled', { why: receipt.unsettled })}</InlineMessage>
        )}
      </div>
      <Slip receipt={receipt} />
      <Acts {...props} />
    </div>
  )
}

/** 80 mm wide, as the printers of most desks are. */
function Slip({ receipt }: { receipt: ReceiptFacts }) {
  const t = useText()
  const when = useWhen()
  const link = trackLink(window.location.origin, receipt.long)
  const modules = useMemo(() => qrModules(link), [link])
  return (
    <section className="slip" aria-label={t('case.receipt.slip')}>
      <p className="slip__name">{t('shell.name')}</p>
      <p>{receipt.officeName}</p>
      <p>{when.exact(receipt.at)}</p>
      <p className="slip__summary">{receipt.summary}</p>
      <dl>
        <dt>{t('case.receipt.number')}</dt>
        <dd className="slip__number numbers">{receipt.number}</dd>
        <dt>{t('case.receipt.secret')}</dt>
        <dd className="slip__secret">{inHalves(receipt.short)}</dd>
      </dl>
      <Qr modules={modules} label={t('case.receipt.qr')} size={168} />
      <p>{t('case.receipt.follow', { page: trackPage(window.location.host) })}</p>
      <p>{t('case.receipt.keep')}</p>
    </section>
  )
}

function Acts({ receipt, after, onAgain }: ReceiptProps) {
  const t = useText()
  const message = t('case.receipt.message', {
    office: receipt.officeName,
    number: receipt.number,
    secret: inHalves(receipt.short),
    page: trackPage(window.location.origin),
  })
  return (
    <div className="receipt-page__acts not-on-paper">
      <Button icon={<PrinterSmallIcon aria-hidden />} onClick={() => window.print()}>
        {t('case.receipt.print')}
      </Button>
      <Button as="a" variant="secondary" href={whatsappLink(receipt.phone, message)} target="_blank" rel="noreferrer">
        {t('case.receipt.whatsapp')}
      </Button>
      <Button as={Link} variant="secondary" href={after?.href ?? cardHref(receipt)}>
        {after?.label ?? t('case.receipt.open')}
      </Button>
      <Button variant="tertiary" onClick={onAgain}>
        {after?.again ?? t('case.receipt.again')}
      </Button>
    </div>
  )
}

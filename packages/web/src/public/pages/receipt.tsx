import { Button } from '@navikt/ds-react/Button'
import { publicPaths, type ReceiptProps } from '@openslrt/core/contract/public-pages.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { Qr } from '../../ui/qr.tsx'
import { LeaveForm } from '../leave-form.tsx'

/** What somebody takes home: the number, the secret, and three ways to keep them. */
export function Receipt(props: Shown) {
  const { officeName, officePhone, officeOpen, t } = props
  return (
    <>
      <section className="message message--done">
        <h1 className="public__title">{t('public.receipt.title')}</h1>
        <p className="public__lead">
          {t('public.receipt.office', { office: officeName })}{' '}
          {officePhone && t('public.receipt.phone', { phone: officePhone })}
        </p>
        {officeOpen && (
          <p>{t('public.receipt.hours', { open: officeOpen.charAt(0).toLowerCase() + officeOpen.slice(1) })}</p>
        )}
      </section>
      <Slip {...props} />
      <section className="not-on-paper">
        <h2 className="public__subtitle">{t('public.receipt.next')}</h2>
        <ol className="public__steps">
          <li>{t('public.home.how.2')}</li>
          <li>{t('public.home.how.3')}</li>
        </ol>
        <LeaveForm t={t} />
      </section>
    </>
  )
}

type Shown = ReceiptProps & { t: Say }

/** The part that is kept: on a photo, in a message, on paper. */
function Slip({ number, secret, qr, whatsapp, t }: Shown) {
  return (
    <section className="receipt">
      <p className="receipt__keep">{t('public.receipt.keep')}</p>
      <div className="receipt__slip">
        <dl className="receipt__codes">
          <dt>{t('public.receipt.number')}</dt>
          <dd>{number}</dd>
          <dt>{t('public.receipt.secret')}</dt>
          <dd className="receipt__secret">{secret}</dd>
        </dl>
        {qr && (
          <figure className="receipt__qr">
            <Qr modules={qr} label={t('public.receipt.qr', { number })} size={180} />
            <figcaption>{t('public.receipt.qr.text')}</figcaption>
          </figure>
        )}
      </div>
      <h2 className="public__subtitle">{t('public.receipt.how')}</h2>
      <p>
        {t('public.receipt.photo')} {t('public.receipt.secret.why')}
      </p>
      <div className="form__buttons">
        <Button as="a" href={whatsapp} rel="noreferrer">
          {t('public.receipt.whatsapp')}
        </Button>
        <Button type="button" variant="secondary" data-print="" hidden>
          {t('public.receipt.print')}
        </Button>
        <Button as="a" href={publicPaths.standing} variant="secondary">
          {t('public.receipt.open')}
        </Button>
      </div>
    </section>
  )
}

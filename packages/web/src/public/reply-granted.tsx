import { Button } from '@navikt/ds-react/Button'
import { publicPaths, type ReplyNumbers } from '@openslrt/core/contract/public-pages.ts'
import { isMessageKey } from '@openslrt/core/i18n/known-key.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { sayMoment } from '@openslrt/core/i18n/when.ts'
import { Facts } from './facts.tsx'
import { Hidden, idOf, Words } from './fields.tsx'
import type { ReplyPart } from './pages/reply-standing.tsx'
import { Phone } from './phone.tsx'

/** Of the case, what the grant names and nothing else. */
export function Granted(props: ReplyPart) {
  const { referral, numbers, categoryName, t } = props
  const { open, phone, nik, kk } = numbers
  const contact = referral.contactVia
  return (
    <section>
      <h2 className="public__subtitle">{t('reply.about')}</h2>
      <p className="hint">{t('reply.about.only', { office: referral.fromOfficeName })}</p>
      <Facts
        facts={[
          [t('reply.case'), `${referral.number} · ${referral.summary}`],
          [t('reply.category'), categoryName],
          [t('reply.place'), referral.placeName],
          [
            t('consent.short'),
            referral.consent
              ? `${t(`consent.${referral.consent.basis}`)}${referral.consent.words && `: ${referral.consent.words}`}`
              : t('consent.none'),
          ],
          [t('reply.client'), referral.clientName],
          [t('reply.address'), referral.address],
          [t('reply.contact'), contact !== null && contact !== 'none' && t(`contact.${contact}`)],
          [t('reply.phone'), phone && (open ? <Phone key="phone" number={phone} /> : phone)],
          [t('reply.nik'), nik],
          [t('reply.kk'), kk],
        ]}
      />
      <Reveal numbers={numbers} t={t} />
      {referral.story !== null && (
        <>
          <h3 className="panel__title">{t('reply.story')}</h3>
          <p className="typed">{referral.story}</p>
        </>
      )}
      <Files {...props} />
      <Steps {...props} />
    </section>
  )
}

/** Numbers are masked until it is said what they are needed for; both the asking and the words are on record. */
function Reveal({ numbers: { open, phone, nik, kk, problem }, t }: { numbers: ReplyNumbers; t: Say }) {
  if (open || (phone === null && nik === null && kk === null)) return null
  return (
    <details className="fold" open={problem !== null}>
      <summary>{t('reply.reveal')}</summary>
      <form className="form" method="post" action={publicPaths.replyStanding} noValidate>
        <Hidden values={{ act: 'reveal' }} />
        <Words
          name="note"
          id={idOf('reveal')}
          label={t('reply.reveal.why')}
          typed=""
          rows={2}
          error={problem ? t(problem) : undefined}
        />
        <div className="form__buttons">
          <Button type="submit" variant="secondary">
            {t('reply.reveal')}
          </Button>
        </div>
      </form>
    </details>
  )
}

function Files({ referral, t }: ReplyPart) {
  if (referral.files.length === 0) return null
  return (
    <>
      <h3 className="panel__title">{t('reply.files')}</h3>
      <ul>
        {referral.files.map(({ id, name }) => (
          <li key={id}>
            <a href={`${publicPaths.replyFile}?nomor=${id}`}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

function Steps({ referral, shell, zone, now, t }: ReplyPart) {
  if (referral.steps.length === 0) return null
  const said = (kind: string): string => {
    const key = `public.did.${kind}`
    return isMessageKey(key) ? t(key) : t('public.did.other')
  }
  return (
    <>
      <h3 className="panel__title">{t('reply.history')}</h3>
      <ul>
        {referral.steps.map(({ kind, at, officeName }) => (
          <li key={`${kind} ${at}`}>
            {said(kind)}
            {officeName && ` · ${officeName}`} · {sayMoment(at, now, zone, shell.lang)}
          </li>
        ))}
      </ul>
    </>
  )
}

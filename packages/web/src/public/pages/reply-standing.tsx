import { Alert } from '@navikt/ds-react/Alert'
import type { ReplyOffer, ReplyProps } from '@openslrt/core/contract/public-pages.ts'
import { sayNearDate } from '@openslrt/core/i18n/say-standing.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { isHeld } from '@openslrt/core/referral/reply-acts.ts'
import { Facts } from '../facts.tsx'
import { LeaveForm } from '../leave-form.tsx'
import { Phone } from '../phone.tsx'
import { ReplyForm } from '../reply-form.tsx'
import { Granted } from '../reply-granted.tsx'

export type ReplyPart = ReplyProps & { readonly t: Say }

/** A referral as its asked office sees it through the link: what is asked, what may be answered, what it may see. */
export function ReplyStanding(props: ReplyPart) {
  const { referral, shell, zone, now, done, refusal, offers, t } = props
  const on = (at: number): string => sayNearDate(at, now, zone, shell.lang)
  const [next, ...others] = offers
  return (
    <>
      {done && (
        <Alert variant="success" className="said" data-focus="">
          {t(`reply.act.${done}.done`)}
        </Alert>
      )}
      {refusal && <Refused {...refusal} t={t} />}
      <p className="public__eyebrow">
        {t('reply.eyebrow', { office: referral.toOfficeName })} · {t(`referral-status.${referral.status}`)}
      </p>
      <h1 className="public__title standing__first">
        {t('reply.first', { from: referral.fromOfficeName, to: referral.toOfficeName })}
      </h1>
      {referral.dueAt !== null && (
        <p className="standing__more">
          {t(referral.dueAt < now ? 'reply.late' : 'reply.due', { date: on(referral.dueAt) })}
        </p>
      )}
      <section className="panel">
        <h2 className="panel__title">{t('reply.asked')}</h2>
        <p className="typed">{referral.asked}</p>
      </section>
      {isHeld(referral.status) && referral.result !== null && (
        <section className="panel">
          <h2 className="panel__title">{t('reply.needs')}</h2>
          <p className="typed">{referral.result}</p>
          <p className="hint">{t('reply.needs.text', { office: referral.fromOfficeName })}</p>
        </section>
      )}
      {next && <Answers next={next} others={others} base={referral.caseVersion} t={t} />}
      <Granted {...props} />
      <Facts
        facts={[
          [t('reply.from'), referral.fromOfficeName],
          [t('reply.from.phone'), referral.fromOfficePhone && <Phone key="phone" number={referral.fromOfficePhone} />],
          [t('reply.asked-at'), on(referral.requestedAt)],
        ]}
      />
      <p className="hint">{t('reply.until', { date: on(referral.linkUntil) })}</p>
      <LeaveForm to="reply" t={t} />
    </>
  )
}

/** The next step stands open; what else may be answered is folded away until it is wanted. */
function Answers({ next, others, base, t }: { next: ReplyOffer; others: readonly ReplyOffer[]; base: number; t: Say }) {
  return (
    <section className="panel panel--wanted" aria-label={t('reply.answer')}>
      <ReplyForm offer={next} base={base} folded={false} t={t} />
      {others.map((offer) => (
        <ReplyForm key={offer.act} offer={offer} base={base} folded t={t} />
      ))}
    </section>
  )
}

function Refused({ text, typed, t }: { text: string; typed: string; t: Say }) {
  return (
    <Alert variant="warning" className="said" data-focus="">
      <p>{text}</p>
      {typed !== '' && (
        <>
          <p>
            <strong>{t('reply.typed')}</strong>
          </p>
          <p className="typed">{typed}</p>
        </>
      )}
    </Alert>
  )
}

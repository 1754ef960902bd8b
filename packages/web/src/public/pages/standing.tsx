import { Alert } from '@navikt/ds-react/Alert'
import { nextStep } from '@openslrt/core/case/next-step.ts'
import { type ActOffer, publicPaths, type StandingProps } from '@openslrt/core/contract/public-pages.ts'
import { sayNext } from '@openslrt/core/i18n/say-short.ts'
import { sayLimit, sayNearDate, sayStanding } from '@openslrt/core/i18n/say-standing.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import { ActForm } from '../act-form.tsx'
import { Applications } from '../applications.tsx'
import { Facts } from '../facts.tsx'
import { LeaveForm } from '../leave-form.tsx'
import { Phone } from '../phone.tsx'
import { Proposals } from '../proposals.tsx'
import { toneOf } from '../tone.ts'
import { Helpers, Way } from '../way.tsx'

type Part = StandingProps & { readonly t: Say }

/** Where a case stands: one sentence, what the citizen must do, the answer, the way, and what else they may do. */
export function Standing(props: Part) {
  const { kase, shell, zone, now, done, refusal, t } = props
  const [first, ...more] = sayStanding(shell.lang, kase, zone, now)
  return (
    <>
      {done && (
        <Alert variant="success" className="said" data-focus="">
          {t(`public.act.${done}.done`)}
        </Alert>
      )}
      {refusal && <Refused {...refusal} t={t} />}
      <p className="public__eyebrow">
        {t('public.case.number', { number: kase.number })}{' '}
        <StatusTag tone={toneOf[kase.status]} label={t(`status.${kase.status}`)} />
      </p>
      <h1 className="public__title standing__first">{first}</h1>
      {more.map((sentence) => (
        <p key={sentence} className="standing__more">
          {sentence}
        </p>
      ))}
      {kase.inReview && <p className="standing__more">{t('public.case.in-review')}</p>}
      <Next {...props} />
      <Answer {...props} />
      <Wanted {...props} />
      <Way {...props} />
      <Helpers {...props} />
      <Applications {...props} />
      <Proposals {...props} />
      <About {...props} />
      <Others {...props} />
      {props.hasReceipt && (
        <p className="not-on-paper">
          <a href={publicPaths.receipt}>{t('public.case.receipt')}</a>
        </p>
      )}
      <LeaveForm t={t} />
    </>
  )
}

/** TRACK-10 What comes next and by when. What the citizen has to do stands in its own panel below. */
function Next({ kase, waitsUntil, shell, zone, now }: Part) {
  const next = nextStep(kase, waitsUntil)
  if (!next || waitsUntil !== null) return null
  return <p className="standing__next">{sayNext(shell.lang, next, sayLimit(shell.lang, kase, zone, now))}</p>
}

function Refused({ text, typed, t }: { text: string; typed: string; t: Say }) {
  return (
    <Alert variant="warning" className="said" data-focus="">
      <p>{text}</p>
      {typed !== '' && (
        <>
          <p>
            <strong>{t('public.case.typed')}</strong>
          </p>
          <p className="typed">{typed}</p>
        </>
      )}
    </Alert>
  )
}

function Answer({ kase, outcomeName, t }: Part) {
  if (kase.result === null || kase.result === '') return null
  return (
    <section className="panel panel--answer">
      <h2 className="panel__title">{t('public.case.result')}</h2>
      {outcomeName && <p>{outcomeName}</p>}
      <p className="typed">{kase.result}</p>
    </section>
  )
}

const isWanted = ({ act }: ActOffer): boolean => act === 'complete' || act === 'confirm' || act === 'dispute'

/** What only the citizen can do now: nothing goes on without it. */
function Wanted({ offers, kase, waitsUntil, shell, zone, now, t }: Part) {
  const wanted = offers.filter(isWanted)
  if (wanted.length === 0) return null
  return (
    <section className="panel panel--wanted not-on-paper" aria-label={t('public.case.wants')}>
      {kase.missing && (
        <div>
          <h2 className="panel__title">{t('public.case.missing')}</h2>
          <p className="typed">{kase.missing}</p>
        </div>
      )}
      {wanted.map((offer) => (
        <ActForm key={offer.act} offer={offer} base={kase.version} folded={offer.act === 'dispute'} t={t} />
      ))}
      {waitsUntil !== null && (
        <p className="hint">
          {t(kase.missing ? 'public.case.until.complete' : 'public.case.until.confirm', {
            date: sayNearDate(waitsUntil, now, zone, shell.lang),
          })}
        </p>
      )}
    </section>
  )
}

function About({ kase, categoryName, officeOpen, officeHours, shell, zone, now, t }: Part) {
  return (
    <section>
      <h2 className="public__subtitle">{t('public.case.about')}</h2>
      <p>{kase.summary}</p>
      <Facts
        facts={[
          [t('public.case.category'), categoryName],
          [t('public.case.place'), kase.placeName],
          [t('public.case.registered'), sayNearDate(kase.registeredAt, now, zone, shell.lang)],
          [t('public.case.office'), kase.officeName],
          [t('public.case.phone'), kase.officePhone && <Phone key="phone" number={kase.officePhone} />],
          [t('public.offices.now'), officeOpen],
          [t('public.offices.hours'), officeHours && t('public.offices.hours.text', { hours: officeHours })],
        ]}
      />
    </section>
  )
}

/** What the citizen may do but need not: each folded away until it is wanted. */
function Others({ offers, kase, reopenUntil, shell, zone, now, t }: Part) {
  const others = offers.filter((offer) => !isWanted(offer))
  if (others.length === 0) return null
  return (
    <section className="not-on-paper">
      <h2 className="public__subtitle">{t('public.case.also')}</h2>
      {others.map((offer) => (
        <ActForm key={offer.act} offer={offer} base={kase.version} folded t={t}>
          {offer.act === 'reopen' && reopenUntil !== null && (
            <p className="hint">
              {t('public.case.until.reopen', { date: sayNearDate(reopenUntil, now, zone, shell.lang) })}
            </p>
          )}
        </ActForm>
      ))}
    </section>
  )
}

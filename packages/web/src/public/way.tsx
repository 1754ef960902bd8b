import { waysAhead } from '@openslrt/core/case/citizen-acts.ts'
import type { PublicReferral } from '@openslrt/core/contract/public-case.ts'
import type { StandingProps } from '@openslrt/core/contract/public-pages.ts'
import { sayNearDate, sayStep } from '@openslrt/core/i18n/say-standing.ts'
import type { Lang, Say } from '@openslrt/core/i18n/translate.ts'
import { sayExact, sayMoment } from '@openslrt/core/i18n/when.ts'
import { Timeline, type TimelineStep } from '../ui/timeline.tsx'

type Part = Pick<StandingProps, 'kase' | 'shell' | 'zone' | 'now'> & { readonly t: Say }

/** The whole way: what was done and where, what is going on now, and what is still to come. */
export function Way(props: Part) {
  const { t } = props
  const words = { past: t('public.way.past'), current: t('public.way.current'), coming: t('public.way.coming') }
  return (
    <section>
      <h2 className="public__subtitle">{t('public.case.way')}</h2>
      <Timeline label={t('public.case.way')} stateWords={words} steps={[...stepsDone(props), ...stepsAhead(props)]} />
    </section>
  )
}

function stepsDone({ kase, shell, zone, now }: Part): TimelineStep[] {
  return kase.steps.map((step, at) => ({
    id: `${at}`,
    state: 'past',
    title: sayStep(shell.lang, step, kase),
    by: step.officeName,
    when: momentOf(step.at, now, zone, shell.lang),
  }))
}

const momentOf = (at: number, now: number, zone: string, lang: Lang) => ({
  text: sayMoment(at, now, zone, lang),
  exact: sayExact(at, zone, lang),
  iso: new Date(at).toISOString(),
})

function stepsAhead({ kase, t }: Part): TimelineStep[] {
  return waysAhead[kase.status].map((ahead, at) => ({
    id: ahead,
    state: at === 0 ? 'current' : 'coming',
    title: t(`public.ahead.${ahead}`),
    by: at === 0 && ahead !== 'confirm' && ahead !== 'complete' ? (kase.waitingOffice ?? kase.officeName) : null,
  }))
}

/** Other offices that were asked to help, and what became of it. */
export function Helpers({ kase, shell, zone, now, t }: Part) {
  if (kase.referrals.length === 0) return null
  const since = ({ changedAt }: PublicReferral): string => sayNearDate(changedAt, now, zone, shell.lang)
  return (
    <section>
      <h2 className="public__subtitle">{t('public.case.referrals')}</h2>
      <ul className="helpers">
        {kase.referrals.map((referral) => (
          <li key={`${referral.officeName} ${referral.requestedAt}`}>
            <strong>{referral.officeName}</strong>
            <span>{`${t(`public.referral.${referral.status}`)}, ${since(referral)}`}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

import type { StandingProps, ToldApplication } from '@openslrt/core/contract/public-pages.ts'
import { sayDayOf } from '@openslrt/core/i18n/say-fact.ts'
import { sayNearDate } from '@openslrt/core/i18n/say-standing.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { sayExact } from '@openslrt/core/i18n/when.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { type PublicWayStep, publicWay } from '@openslrt/core/need/public-way.ts'
import { Timeline } from '../ui/timeline.tsx'

type Part = Pick<StandingProps, 'applications' | 'shell' | 'zone' | 'now'> & { readonly t: Say }

/** NEED-14 What was asked of programmes for this report, and how it was answered. */
export function Applications(props: Part) {
  const { applications, t } = props
  if (applications.length === 0) return null
  return (
    <section>
      <h2 className="public__subtitle">{t('public.case.applications')}</h2>
      {applications.map((application) => (
        <One key={`${application.programmeName} ${application.draftedAt}`} {...props} application={application} />
      ))}
    </section>
  )
}

function One({ application, shell, zone, now, t }: Part & { readonly application: ToldApplication }) {
  const words = { past: t('public.way.past'), current: t('public.way.current'), coming: t('public.way.coming') }
  const whenOf = ({ at }: PublicWayStep) =>
    at === null
      ? {}
      : {
          when: {
            text: sayNearDate(at, now, zone, shell.lang),
            exact: sayExact(at, zone, shell.lang),
            iso: new Date(at).toISOString(),
          },
        }
  return (
    <>
      <h3>{application.programmeName}</h3>
      <Timeline
        label={application.programmeName}
        stateWords={words}
        steps={publicWay(application, dayIn(zone, now)).map((one) => ({
          id: one.step,
          state: one.state,
          title: titleOf(application, one, shell.lang, t),
          by: null,
          ...whenOf(one),
        }))}
      />
    </>
  )
}

function titleOf(
  { fromName, officeName, dueDay, reasonName }: ToldApplication,
  { step }: PublicWayStep,
  lang: StandingProps['shell']['lang'],
  t: Say,
): string {
  if (step === 'due' && dueDay === null) return t('public.application.due.bare', { office: officeName })
  const reason = reasonName ?? ''
  if (step === 'refused' && reason === '') return t('public.application.refused.bare')
  const day = dueDay === null ? '' : sayDayOf(dueDay, lang)
  return t(`public.application.${step}`, { office: step === 'prepared' ? fromName : officeName, day, reason })
}

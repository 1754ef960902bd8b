import type { StandingProps, ToldApplication } from '@openslrt/core/contract/public-pages.ts'
import { sayDayOf } from '@openslrt/core/i18n/say-fact.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { type PublicWayStep, publicWay } from '@openslrt/core/need/public-way.ts'
import { type Around, ToldWays } from './told-ways.tsx'

/** NEED-14 What was asked of programmes for this report, and how it was answered. */
export function Applications({ applications, ...around }: Pick<StandingProps, 'applications'> & Around) {
  const { t, shell, zone, now } = around
  return (
    <ToldWays
      title={t('public.case.applications')}
      around={around}
      ways={applications.map((application) => ({
        key: `${application.programmeName} ${application.draftedAt}`,
        label: application.programmeName,
        steps: publicWay(application, dayIn(zone, now)),
        titleOf: (step: PublicWayStep) => titleOf(application, step, shell.lang, t),
      }))}
    />
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

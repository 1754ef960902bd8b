import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { useDay } from '../../../platform/hours/use-day.ts'
import { useLanguage, useText } from '../../../platform/i18n/use-text.ts'
import type { Impact } from './role-form.ts'
import { sayRight } from './role-words.ts'

interface RoleImpactProps {
  readonly impact: Impact
  readonly day: string
  readonly people: number
  readonly offices: number
}

/** ROLE-10 What a change gives and takes, from when and for how many, before anything is sent. */
export function RoleImpact({ impact: { gets, loses, sees }, day, people, offices }: RoleImpactProps) {
  const t = useText()
  const lang = useLanguage()
  const sayDay = useDay()
  const what = (rights: Impact['gets']): string => rights.map((one) => sayRight(t, one)).join(', ')
  const whom = { day: sayDay(day), people: sayNumber(people, lang), offices: sayNumber(offices, lang) }
  return (
    <section className="roles__impact" aria-live="polite">
      <h2>{t('roles.impact')}</h2>
      <p>{t(people > 0 ? 'roles.impact.whom' : 'roles.impact.nobody', whom)}</p>
      {gets.length + loses.length === 0 && !sees && <p>{t('roles.impact.none')}</p>}
      {gets.length > 0 && <p>{t('roles.impact.gets', { what: what(gets) })}</p>}
      {loses.length > 0 && <p>{t('roles.impact.loses', { what: what(loses) })}</p>}
      {sees && <p>{t('roles.impact.sees', { from: t(`sight.${sees.from}`), to: t(`sight.${sees.to}`) })}</p>}
    </section>
  )
}

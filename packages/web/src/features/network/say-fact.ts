import type { FactAbout, SaidFact } from '@openslrt/core/contract/network.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import type { Lang, Say } from '@openslrt/core/i18n/translate.ts'
import { deviceKinds } from '@openslrt/core/network/kinds.ts'

interface Saying {
  readonly t: Say
  readonly lang: Lang
  readonly day: (day: string) => string
}
type Of<About extends FactAbout> = Extract<SaidFact, { about: About }>

/** A fact of an office as people say it. */
export function sayFact(said: SaidFact, how: Saying): string {
  const { t, day } = how
  switch (said.about) {
    case 'legal':
      return t('network.legal.said', { form: t(`network-legal.${said.form}`), number: said.number, day: day(said.on) })
    case 'grown':
      return sayGrown(said, how)
    case 'funding':
      return sayMoney(said, how)
    case 'premises':
      return [t(`network-premises.${said.premises}`), said.words].filter((part) => part !== '').join(': ')
    case 'devices':
      return sayDevices(said, how)
    case 'connection':
      return t(`network-connection.${said.connection}`)
    case 'site':
      return t('network.site.said', { ...said.spot })
  }
}

function sayGrown({ on, year, cohort, initiator }: Of<'grown'>, { t, day }: Saying): string {
  const who = t(`network-initiator.${initiator}`)
  const grown = on ? t('network.grown.day', { day: day(on), who }) : t('network.grown.year', { year, who })
  return cohort === null ? grown : t('network.grown.cohort', { grown, cohort })
}

function sayMoney({ year, source, amount }: Of<'funding'>, { t, lang }: Saying): string {
  const from = { year, source: t(`network-source.${source}`) }
  return amount === null
    ? t('network.funding.bare', from)
    : t('network.funding.said', { ...from, amount: sayNumber(amount, lang) })
}

function sayDevices(said: Of<'devices'>, { t }: Saying): string {
  const there = deviceKinds.filter((kind) => said[kind] > 0)
  return there.length === 0
    ? t('network.devices.none')
    : there.map((kind) => t(`network-devices.${kind}`, { n: said[kind] })).join(', ')
}

import type { NetworkCard } from '@openslrt/core/contract/network-queries.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { sayOpen } from '@openslrt/core/i18n/say-open.ts'
import { weekOn } from '@openslrt/core/office/hours.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { WeekRows } from '../../platform/hours/week-rows.tsx'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { FieldRow, FieldRows, Panel } from '../../ui/field-row.tsx'

/** What administrators keep of the office: where it is, when it is open, who works there. It is shown here and said there. */
export function OfficePanel({ card }: { readonly card: NetworkCard }) {
  const [t, lang] = [useText(), useLanguage()]
  return (
    <Panel title={t('network.office')}>
      {!card.open && <p>{t('network.shut')}</p>}
      <FieldRows>
        {card.address !== '' && <FieldRow label={t('network.address')}>{card.address}</FieldRow>}
        {card.phone !== '' && <FieldRow label={t('network.phone')}>{card.phone}</FieldRow>}
        <Hours office={card.id} />
        <FieldRow label={t('network.people')}>
          {card.posts.length === 0 && t('network.people.none')}
          {card.posts.map(({ role, names, people }) => (
            <span key={role} className="network__fact">
              {t('network.people.some', { role: names[lang], n: sayNumber(people, lang) })}
            </span>
          ))}
        </FieldRow>
      </FieldRows>
      <p className="network__quiet">{t('network.office.where')}</p>
    </Panel>
  )
}

function Hours({ office }: { readonly office: string }) {
  const [t, lang] = [useText(), useLanguage()]
  const { data } = useAsk(referenceRoutes.officeHours, { query: { office } })
  if (!data) return null
  const { own, now, today, zone, open, at, district } = data
  const state = open && at !== null ? { open, until: at } : { open: false as const, next: at }
  const week = weekOn(own, today)
  return (
    <FieldRow label={t('network.hours')}>
      {sayOpen(lang, state, now, zone)}
      <details className="network__week">
        <summary>{t('network.hours.week')}</summary>
        <WeekRows week={week ? week.map((hours) => hours && [hours[0], hours[1]]) : district} />
      </details>
    </FieldRow>
  )
}

import { Button } from '@navikt/ds-react/Button'
import type { PpksCard, PpksServiceLine } from '@openslrt/core/contract/ppks-queries.ts'
import type { ServiceStep } from '@openslrt/core/ppks/moves.ts'
import { useState } from 'react'
import { dayText } from '../../platform/hours/day-text.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { Panel } from '../../ui/field-row.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { NoteForm } from './note-form.tsx'
import { serviceTone } from './status-look.ts'

/** The services of somebody's plan, and what may be done with each. */
export function ServicePanel({ card }: { readonly card: PpksCard }) {
  const t = useText()
  const [doing, setDoing] = useState<{ readonly act: ServiceStep; readonly service: PpksServiceLine } | null>(null)
  if (card.services.length === 0) return null
  return (
    <Panel title={t('ppks.services')}>
      <ul className="ppks__items">
        {card.services.map((service) => (
          <li key={service.id} className="ppks__item">
            <div className="ppks__head">
              <span className="ppks__name">{service.what}</span>
              <StatusTag small tone={serviceTone[service.status]} label={t(`ppks-service.${service.status}`)} />
            </div>
            <span>{service.provider}</span>
            <span className="ppks__quiet numbers">
              {service.untilDay
                ? t('ppks.service.days', { from: dayText(service.fromDay), until: dayText(service.untilDay) })
                : t('ppks.service.since', { from: dayText(service.fromDay) })}
            </span>
            {service.note !== '' && <span className="ppks__words">{service.note}</span>}
            {service.acts.length > 0 && (
              <div className="ppks__acts not-on-paper">
                {service.acts.map((act) => (
                  <Button
                    key={act}
                    size="xsmall"
                    variant="secondary"
                    data-color="neutral"
                    onClick={() => setDoing({ act, service })}
                  >
                    {t(`ppks-act.${act}`)}
                  </Button>
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
      {doing && <NoteForm card={card} act={doing.act} service={doing.service} onClose={() => setDoing(null)} />}
    </Panel>
  )
}

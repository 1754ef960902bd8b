import { Button } from '@navikt/ds-react/Button'
import type { JointCard, JointPartnerLine } from '@openslrt/core/contract/joint-queries.ts'
import { useState } from 'react'
import { useText } from '../../platform/i18n/use-text.ts'
import { Panel } from '../../ui/field-row.tsx'
import { type NoteAct, NoteForm } from './note-form.tsx'
import { PartnerChange, PartnerForm } from './partner-form.tsx'

/** Who takes part, and what each may know of the targets. */
export function PartnerPanel({ card }: { readonly card: JointCard }) {
  const t = useText()
  const [adding, setAdding] = useState(false)
  const runs = card.leads && card.runs
  const add = runs && (
    <Button size="small" variant="secondary" onClick={() => setAdding(true)}>
      {t('joint.partner.add')}
    </Button>
  )
  return (
    <Panel title={t('joint.partners.title')} action={add}>
      {card.partners.length === 0 && <p className="joint__aside">{t('joint.partners.none')}</p>}
      <ul className="joint__items">
        {card.partners.map((partner) => (
          <PartnerItem key={partner.id} card={card} partner={partner} runs={runs && !partner.left} />
        ))}
      </ul>
      {adding && <PartnerForm card={card} onClose={() => setAdding(false)} />}
    </Panel>
  )
}

interface PartnerItemProps {
  readonly card: JointCard
  readonly partner: JointPartnerLine
  readonly runs: boolean
}

function PartnerItem({ card, partner, runs }: PartnerItemProps) {
  const t = useText()
  const [changing, setChanging] = useState(false)
  const [ending, setEnding] = useState<NoteAct | null>(null)
  const fields = partner.fields.map((field) => t(`joint-field.${field}`)).join(', ')
  const about = [
    t(`joint-kind.${partner.kind}`),
    partner.own && t('joint.partner.own'),
    partner.office === null && t('joint.partner.outside'),
    partner.left && t('joint.partner.left'),
    partner.contact,
  ]
  return (
    <li className="joint__item">
      <span className="joint__name">{partner.name}</span>
      <p className="joint__aside">{about.filter(Boolean).join(' · ')}</p>
      <p className="joint__aside">
        {fields === '' ? t('joint.partner.sees-none') : t('joint.partner.sees', { fields })}
      </p>
      {runs && (
        <div className="joint__acts not-on-paper">
          <Button size="small" variant="secondary" data-color="neutral" onClick={() => setChanging(true)}>
            {t('joint.partner.change')}
          </Button>
          <Button
            size="small"
            variant="tertiary"
            data-color="neutral"
            onClick={() =>
              setEnding({
                act: 'end-partner',
                subject: partner.id,
                version: partner.version,
                title: partner.name,
                sendText: t('joint.partner.end'),
                hint: t('joint.partner.end.hint'),
              })
            }
          >
            {t('joint.partner.end')}
          </Button>
        </div>
      )}
      {changing && <PartnerChange card={card} partner={partner} onClose={() => setChanging(false)} />}
      {ending && <NoteForm card={card} doing={ending} onClose={() => setEnding(null)} />}
    </li>
  )
}

import { Button } from '@navikt/ds-react/Button'
import type { PsksCard, PsksPostingLine } from '@openslrt/core/contract/psks-queries.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { dayText } from '../../platform/hours/day-text.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { Panel } from '../../ui/field-row.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { NoteForm } from './note-form.tsx'

/** What a PSKS looks after, and looked after. */
export function PostingPanel({ card }: { readonly card: PsksCard }) {
  const t = useText()
  const [ending, setEnding] = useState<string | null>(null)
  const mayEnd = card.acts.includes('end-posting')
  return (
    <Panel title={t('psks.postings')}>
      {card.postings.length === 0 && <p className="psks__quiet">{t('psks.postings.none')}</p>}
      <ul className="psks__items">
        {card.postings.map((posting) => (
          <li key={posting.id} className="psks__item">
            <div className="psks__head">
              <span className="psks__name">{posting.task}</span>
              <StatusTag
                small
                tone={posting.endedOn ? 'done' : 'active'}
                label={
                  posting.endedOn ? t('psks.posting.ended', { day: dayText(posting.endedOn) }) : t('psks.posting.runs')
                }
              />
            </div>
            <Target card={card} posting={posting} />
            <span className="psks__quiet">
              {t('psks.posting.line', { office: posting.officeName, day: dayText(posting.fromDay) })}
            </span>
            {posting.result !== '' && <span>{posting.result}</span>}
            {mayEnd && !posting.endedOn && (
              <div className="not-on-paper">
                <Button size="xsmall" variant="secondary" data-color="neutral" onClick={() => setEnding(posting.id)}>
                  {t('psks-act.end-posting')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {ending && <NoteForm card={card} act="end-posting" part={ending} onClose={() => setEnding(null)} />}
    </Panel>
  )
}

/** What it is: a case opens where the reader sees it. */
function Target({ card, posting }: { readonly card: PsksCard; readonly posting: PsksPostingLine }) {
  const t = useText()
  if (posting.case?.opens) return <Link href={`/kasus/${card.district}/${posting.case.id}`}>{posting.case.number}</Link>
  return <span>{posting.case?.number ?? posting.villageName ?? t(`psks-posting.${posting.target}`)}</span>
}

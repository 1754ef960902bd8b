import { Button } from '@navikt/ds-react/Button'
import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { type FormEvent, useState } from 'react'
import { ActProblem } from '../../../platform/act/act-problem.tsx'
import { NoteField } from '../../../platform/act/fields.tsx'
import { useAct } from '../../../platform/act/use-act.ts'
import { useForm } from '../../../platform/act/use-form.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { Panel } from '../../../ui/field-row.tsx'
import { AttachForm } from '../moves/attach-form.tsx'
import { targetOf } from '../moves/target.ts'

interface NoteBoxProps {
  readonly card: CaseCard
  readonly onDone: (action: string, waiting: boolean) => void
}

/** A note for colleagues, and files: they decide nothing and may be added at any time. */
export function NoteBox({ card, onDone }: NoteBoxProps) {
  const t = useText()
  const [attaching, setAttaching] = useState(false)
  const may = (action: string): boolean =>
    card.offers.some((offer) => offer.action === action && offer.refusal === null)
  if (!may('note') && !may('attach')) return null
  return (
    <div className="not-on-paper">
      <Panel>
        {may('note') && <NoteForm card={card} onDone={(waiting) => onDone('note', waiting)} />}
        {may('attach') && (
          <Button size="small" variant="secondary" data-color="neutral" onClick={() => setAttaching(true)}>
            {t('move.attach')}
          </Button>
        )}
        {attaching && (
          <AttachForm
            card={card}
            onClose={() => setAttaching(false)}
            onDone={(waiting) => {
              setAttaching(false)
              onDone('attach', waiting)
            }}
          />
        )}
      </Panel>
    </div>
  )
}

function NoteForm({ card, onDone }: { card: CaseCard; onDone: (waiting: boolean) => void }) {
  const t = useText()
  const act = useAct()
  const form = useForm(`case:${card.line.id}:note`, { note: '' }, ({ note }) =>
    note.trim() === '' ? { note: t('case.note.missing') } : {},
  )
  const send = async () => {
    if (!form.passes()) return
    const acted = await act.send('case.note', { ...targetOf(card), data: { note: form.values.note.trim() } })
    if (acted.state === 'refused') return
    form.clear()
    onDone(acted.state === 'waiting')
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }
  return (
    <form className="note-box" noValidate onSubmit={submit}>
      <NoteField
        label={t('case.note')}
        description={t('case.note.hint')}
        rows={2}
        size="small"
        {...form.field('note')}
      />
      <ActProblem problem={act.problem} />
      <Button size="small" variant="secondary" loading={act.busy}>
        {act.busy ? t('act.sending') : t('case.note.send')}
      </Button>
    </form>
  )
}

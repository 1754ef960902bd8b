import { PaperclipIcon } from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react/Button'
import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { type FormEvent, lazy, type ReactNode, Suspense, useState } from 'react'
import { ActProblem } from '../../../platform/act/act-problem.tsx'
import { targetOf } from '../../../platform/act/case-target.ts'
import { NoteField } from '../../../platform/act/fields.tsx'
import { useAct } from '../../../platform/act/use-act.ts'
import { useForm } from '../../../platform/act/use-form.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { Panel } from '../../../ui/field-row.tsx'

// Fetched when somebody attaches: a card should not wait for what takes files in.
const AttachForm = lazy(async () => ({ default: (await import('../moves/attach-form.tsx')).AttachForm }))

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
  const alone = !may('note')
  const attach = may('attach') && <AttachButton alone={alone} onClick={() => setAttaching(true)} />
  const attached = (waiting: boolean) => {
    setAttaching(false)
    onDone('attach', waiting)
  }
  return (
    <div className="not-on-paper">
      <Panel {...(alone && { title: t('case.files.add') })}>
        {alone ? attach : <NoteForm card={card} beside={attach} onDone={(waiting) => onDone('note', waiting)} />}
      </Panel>
      {attaching && (
        <Suspense fallback={null}>
          <AttachForm card={card} onClose={() => setAttaching(false)} onDone={attached} />
        </Suspense>
      )}
    </div>
  )
}

interface NoteFormProps {
  readonly card: CaseCard
  readonly beside: ReactNode
  readonly onDone: (waiting: boolean) => void
}

function NoteForm({ card, beside, onDone }: NoteFormProps) {
  const t = useText()
  const act = useAct()
  const form = useForm(`${card.line.id}:case.note`, { note: '' }, ({ note }) =>
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
      <NoteField label={t('case.note')} description={t('case.note.hint')} rows={2} {...form.field('note')} />
      <ActProblem problem={act.problem} />
      <div className="note-box__acts">
        <Button variant="secondary" loading={act.busy}>
          {act.busy ? t('act.sending') : t('case.note.send')}
        </Button>
        {beside}
      </div>
    </form>
  )
}

function AttachButton({ alone, onClick }: { alone: boolean; onClick: () => void }) {
  const t = useText()
  return (
    <Button
      type="button"
      variant={alone ? 'secondary' : 'tertiary'}
      icon={<PaperclipIcon aria-hidden />}
      onClick={onClick}
    >
      {t('move.attach')}
    </Button>
  )
}

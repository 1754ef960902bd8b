import { type CaseCard, caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { ActDialog } from '../../../platform/act/act-dialog.tsx'
import { LineField } from '../../../platform/act/fields.tsx'
import { useAct } from '../../../platform/act/use-act.ts'
import { useForm } from '../../../platform/act/use-form.ts'
import { ask } from '../../../platform/api/ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import type { Revealed } from './use-revealed.ts'

interface RevealDialogProps {
  readonly card: CaseCard
  readonly onClose: () => void
  readonly onRevealed: (revealed: Revealed) => void
}

const leastReason = 5

/** Asks why the full numbers are needed; the reason goes on record before they are shown. */
export function RevealDialog({ card, onClose, onRevealed }: RevealDialogProps) {
  const t = useText()
  const { district, id } = card.line
  const act = useAct()
  const form = useForm(`reveal:${id}`, { reason: '' }, ({ reason }) =>
    reason.trim().length < leastReason ? { reason: t('case.reveal.reason.missing') } : {},
  )
  const reveal = async () => {
    if (!form.passes()) return
    act.setBusy(true)
    const answer = await ask(caseRoutes.reveal, { body: { district, id, reason: form.values.reason.trim() } })
    act.setBusy(false)
    if (!answer.ok) return act.tell(answer.error)
    form.clear()
    onRevealed(answer.value)
  }
  return (
    <ActDialog
      title={t('case.reveal')}
      hint={t('case.reveal.hint')}
      sendText={t('case.reveal.send')}
      act={act}
      onSend={() => void reveal()}
      onClose={onClose}
    >
      <LineField label={t('case.reveal.reason')} description={t('case.reveal.reason.hint')} {...form.field('reason')} />
    </ActDialog>
  )
}

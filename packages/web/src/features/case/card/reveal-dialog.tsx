import { Button } from '@navikt/ds-react/Button'
import { type CaseCard, caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { useState } from 'react'
import { ActDialog } from '../../../platform/act/act-dialog.tsx'
import { LineField } from '../../../platform/act/fields.tsx'
import { useAct } from '../../../platform/act/use-act.ts'
import { useForm } from '../../../platform/act/use-form.ts'
import { ask } from '../../../platform/api/ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useActing } from '../../../platform/session/use-session.ts'
import type { Revealed } from './use-revealed.ts'

interface RevealProps {
  readonly card: CaseCard
  readonly onRevealed: (revealed: Revealed) => void
}

/** For those whose role may see the full numbers, where there are any. */
export function RevealButton({ card, onRevealed }: RevealProps) {
  const t = useText()
  const { can } = useActing()
  const [asking, setAsking] = useState(false)
  const { client } = card
  const masked = client && (client.nikMasked || client.kkMasked || client.phoneMasked)
  if (!masked || !can('person.reveal')) return null
  const show = (revealed: Revealed) => {
    setAsking(false)
    onRevealed(revealed)
  }
  return (
    <>
      <Button size="small" variant="secondary" data-color="neutral" onClick={() => setAsking(true)}>
        {t('case.reveal')}
      </Button>
      {asking && <RevealDialog card={card} onClose={() => setAsking(false)} onRevealed={show} />}
    </>
  )
}

interface RevealDialogProps extends RevealProps {
  readonly onClose: () => void
}

const leastReason = 5

/** Asks why the full numbers are needed; the reason goes on record before they are shown. */
function RevealDialog({ card, onClose, onRevealed }: RevealDialogProps) {
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
      form={form}
      onSend={() => void reveal()}
      onClose={onClose}
    >
      <LineField label={t('case.reveal.reason')} description={t('case.reveal.reason.hint')} {...form.field('reason')} />
    </ActDialog>
  )
}

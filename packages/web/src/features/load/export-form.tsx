import { exportRoutes } from '@openslrt/core/contract/load-export.ts'
import { ledgerOf, placeCode } from '@openslrt/core/place/code.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { ask } from '../../platform/api/ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { useActing } from '../../platform/session/use-session.ts'
import { ExportFields } from './export-fields.tsx'
import { choiceProblem, type ExportChoice, firstChoice, wishOf } from './export-values.ts'

interface ExportFormProps {
  readonly onDone: () => void
  readonly onClose: () => void
}

/** LOAD-16 What to take out of the registry, and why. The server writes the file. */
export function ExportForm({ onDone, onClose }: ExportFormProps) {
  const t = useText()
  const act = useAct()
  const { post } = useActing()
  // One id for as long as the form is open: sent twice, it still is one export.
  const [id] = useState(newId)
  const district = ledgerOf(placeCode.parse(post?.place ?? '00'))
  const form = useForm<ExportChoice>('registry-export', firstChoice, (choice) => choiceProblem(choice, t))
  const send = async (): Promise<void> => {
    if (!form.passes()) return
    act.setBusy(true)
    const answer = await ask(exportRoutes.ask, { body: wishOf(form.values, id, district) })
    act.setBusy(false)
    act.tell(answer.ok ? null : answer.error)
    if (!answer.ok) return
    form.clear()
    onDone()
  }
  return (
    <ActDialog
      wide
      title={t('export-data.new')}
      hint={t('export-data.about')}
      sendText={t('export-data.send')}
      act={act}
      form={form}
      onSend={() => void send()}
      onClose={onClose}
    >
      <ExportFields form={form} district={district} />
    </ActDialog>
  )
}

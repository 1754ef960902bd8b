import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { type FormProps, targetOf } from './form-props.ts'
import { ScanField, useScan } from './scan-field.tsx'

/** Where no meeting backs it: the signed statement of responsibility. */
export function BackForm({ card, onClose }: FormProps) {
  const t = useText()
  const act = useAct()
  const scan = useScan(act, card.district)
  const send = async (): Promise<void> => {
    const data = await scan.sent()
    if (!data) return
    const acted = await act.send('proposal.back', { ...targetOf(card), data })
    if (acted.state !== 'refused') onClose()
  }
  return (
    <ActDialog
      title={t('proposal-act.back')}
      hint={t('proposal.back.hint')}
      sendText={t('proposal-act.back')}
      act={act}
      onSend={() => void send()}
      onClose={onClose}
    >
      <ScanField scan={scan} label={t('proposal.scan.sptjm')} />
    </ActDialog>
  )
}

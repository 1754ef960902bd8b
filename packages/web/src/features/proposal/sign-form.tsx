import { proposalFilePath } from '@openslrt/core/contract/proposal-queries.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { RadioField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { addressOf } from '../../platform/api/address.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { type MinutesFormProps, targetOf } from './minutes-forms.tsx'
import { type Scan, ScanField, useScan } from './scan-field.tsx'

/** The signed scan: from now on the meeting stands behind what it agreed to. FIELD-31 What a phone sent of it is offered. */
export function SignForm({ minutes, onClose }: MinutesFormProps) {
  const t = useText()
  const act = useAct()
  const scan = useScan(act, minutes.district)
  const sheet = minutes.sheet?.arrived ? minutes.sheet : null
  const [from, setFrom] = useState(sheet ? 'phone' : 'file')
  const paper = async (): Promise<Scan | null> =>
    sheet && from === 'phone' ? { file: sheet.file, fileName: sheet.fileName } : scan.sent()
  const send = async (): Promise<void> => {
    const data = await paper()
    if (!data) return
    const acted = await act.send('proposal.sign', { ...targetOf(minutes), data })
    if (acted.state !== 'refused') onClose()
  }
  return (
    <ActDialog
      title={t('minutes-act.sign')}
      hint={t('proposal.sign.hint')}
      sendText={t('minutes-act.sign')}
      act={act}
      onSend={() => void send()}
      onClose={onClose}
    >
      {sheet && (
        <RadioField
          id="minutes-paper"
          label={t('proposal.scan.minutes')}
          value={from}
          onChange={setFrom}
          error={undefined}
          options={[
            { value: 'phone', label: t('proposal.sheet.use') },
            { value: 'file', label: t('proposal.sheet.other') },
          ]}
        />
      )}
      {sheet && from === 'phone' && <SheetLink minutes={minutes} />}
      {from === 'file' && <ScanField scan={scan} label={t('proposal.scan.minutes')} />}
    </ActDialog>
  )
}

/** Opens the scan, or what a phone photographed of it. */
export function SheetLink({ minutes: { district, id, status } }: Pick<MinutesFormProps, 'minutes'>) {
  const t = useText()
  return (
    <a href={addressOf(proposalFilePath, { district, of: 'minutes', id })} target="_blank" rel="noreferrer">
      {t(status === 'signed' ? 'proposal.minutes.scan' : 'proposal.sheet.look')}
    </a>
  )
}

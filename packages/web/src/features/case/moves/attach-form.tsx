import './texts.ts'
import { ErrorMessage } from '@navikt/ds-react/Typography'
import { saySize } from '@openslrt/core/i18n/amount.ts'
import { useState } from 'react'
import { ActDialog } from '../../../platform/act/act-dialog.tsx'
import { targetOf } from '../../../platform/act/case-target.ts'
import { LineField } from '../../../platform/act/fields.tsx'
import { useAct } from '../../../platform/act/use-act.ts'
import { useForm } from '../../../platform/act/use-form.ts'
import { upload } from '../../../platform/api/upload.ts'
import { useLanguage, useText } from '../../../platform/i18n/use-text.ts'
import { newId } from '../../../platform/outbox/uuid.ts'
import { FileDrop, type RefusedFile } from '../../../ui/file-drop.tsx'
import type { MoveProps } from './use-move.ts'

const limitBytes = 5_000_000
const accept = '.jpg,.jpeg,.png,.pdf'

/** A photo or paper of the case: sent first, then named in the case's history. */
export function AttachForm({ card, onClose, onDone }: MoveProps) {
  const t = useText()
  const lang = useLanguage()
  const act = useAct()
  const [files, setFiles] = useState<readonly File[]>([])
  const [refused, setRefused] = useState<readonly RefusedFile[]>([])
  const [share, setShare] = useState(0)
  const [missing, setMissing] = useState(false)
  const [file] = files
  const form = useForm(`${card.line.id}:case.attach`, { note: '' }, () => ({}))
  const send = async () => {
    if (!file) return setMissing(true)
    act.setBusy(true)
    const uploaded = await upload(card.line.district, file, setShare)
    act.setBusy(false)
    if (!uploaded.ok) return act.tell(uploaded.error)
    const data = {
      attachment: newId(),
      sha256: uploaded.value.sha256,
      name: file.name.slice(-200),
      note: form.values.note.trim(),
    }
    const acted = await act.send('case.attach', { ...targetOf(card), data })
    if (acted.state === 'refused') return
    form.clear()
    onDone(acted.state === 'waiting')
  }
  return (
    <ActDialog
      title={t('move.attach')}
      sendText={t('move.attach')}
      act={act}
      onSend={() => void send()}
      onClose={onClose}
    >
      <FileDrop
        label={t('case.form.attach.file')}
        description={t('case.form.attach.file.hint', { limit: saySize(limitBytes, lang) })}
        accept={accept}
        limitBytes={limitBytes}
        most={1}
        files={files}
        refused={refused}
        onChange={(chosen, wrong) => {
          setFiles(chosen)
          setRefused(wrong)
        }}
        sayFileSize={(bytes) => saySize(bytes, lang)}
        sayRefusal={({ why }) =>
          why === 'size' ? t('file.too-large', { limit: saySize(limitBytes, lang) }) : t('file.wrong-kind')
        }
      />
      {missing && !file && <ErrorMessage showIcon>{t('case.form.attach.missing')}</ErrorMessage>}
      {act.busy && <progress value={share} aria-label={t('act.sending')} />}
      <LineField label={t('act.optional', { label: t('case.form.attach.note') })} {...form.field('note')} />
    </ActDialog>
  )
}

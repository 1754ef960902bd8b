import { ErrorMessage } from '@navikt/ds-react/Typography'
import { saySize } from '@openslrt/core/i18n/amount.ts'
import { visitPhotoId } from '@openslrt/core/kernel/id.ts'
import { wireOf } from '@openslrt/core/kernel/instant.ts'
import { deskPhotoKinds, photoKind } from '@openslrt/core/visit/visit.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { upload } from '../../platform/api/upload.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { FileDrop, type RefusedFile } from '../../ui/file-drop.tsx'
import type { ActFormProps } from './act-form.ts'
import { Choice } from './given-fields.tsx'

const limitBytes = 5_000_000

/** A picture: sent first, then named as one of the visit's. */
export function PhotoForm({ visit, onClose }: ActFormProps) {
  const t = useText()
  const lang = useLanguage()
  const act = useAct()
  const [files, setFiles] = useState<readonly File[]>([])
  const [refused, setRefused] = useState<readonly RefusedFile[]>([])
  const [kind, setKind] = useState<string>('front')
  const [share, setShare] = useState(0)
  const [missing, setMissing] = useState(false)
  const [file] = files
  const send = async () => {
    if (!file) return setMissing(true)
    act.setBusy(true)
    const uploaded = await upload(visit.district, file, setShare)
    act.setBusy(false)
    if (!uploaded.ok) return act.tell(uploaded.error)
    const data = {
      photo: visitPhotoId.parse(newId()),
      kind: photoKind.parse(kind),
      sha256: uploaded.value.sha256,
      // A camera writes its moment as the file's own.
      capturedAt: wireOf(file.lastModified),
    }
    const acted = await act.send('visit.photo', { district: visit.district, subject: visit.id, base: null, data })
    if (acted.state !== 'refused') onClose()
  }
  return (
    <ActDialog
      title={t('visit.act.photo')}
      hint={t('visit.form.photo.hint')}
      sendText={t('visit.act.photo')}
      act={act}
      onSend={() => void send()}
      onClose={onClose}
    >
      <Choice
        id="visit-photo-kind"
        label={t('visit.form.photo.kind')}
        value={kind}
        error={undefined}
        onChange={setKind}
        options={deskPhotoKinds.map((one) => [one, t(`visit-photo.${one}`)] as const)}
      />
      <FileDrop
        label={t('visit.form.photo.file')}
        description={saySize(limitBytes, lang)}
        accept=".jpg,.jpeg,.png"
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
      {missing && !file && <ErrorMessage showIcon>{t('visit.form.photo.missing')}</ErrorMessage>}
      {act.busy && <progress value={share} aria-label={t('act.sending')} />}
    </ActDialog>
  )
}

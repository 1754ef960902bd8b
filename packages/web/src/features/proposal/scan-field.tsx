import { ErrorMessage } from '@navikt/ds-react/Typography'
import { saySize } from '@openslrt/core/i18n/amount.ts'
import { useState } from 'react'
import type { Act } from '../../platform/act/use-act.ts'
import { upload } from '../../platform/api/upload.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { FileDrop, type RefusedFile } from '../../ui/file-drop.tsx'

const limitBytes = 5_000_000

export interface Scan {
  readonly file: string
  readonly fileName: string
}

/** A signed paper as a photo or PDF, sent before it is named. */
export function useScan(act: Act, district: string) {
  const [files, setFiles] = useState<readonly File[]>([])
  const [missing, setMissing] = useState(false)
  const sent = async (): Promise<Scan | null> => {
    const [file] = files
    if (!file) {
      setMissing(true)
      return null
    }
    act.setBusy(true)
    const uploaded = await upload(district, file)
    act.setBusy(false)
    if (uploaded.ok) return { file: uploaded.value.sha256, fileName: file.name.slice(-200) }
    act.tell(uploaded.error)
    return null
  }
  return { files, setFiles, missing: missing && files.length === 0, sent }
}

export function ScanField({ scan, label }: { scan: ReturnType<typeof useScan>; label: string }) {
  const t = useText()
  const lang = useLanguage()
  const [refused, setRefused] = useState<readonly RefusedFile[]>([])
  return (
    <>
      <FileDrop
        label={label}
        description={t('case.form.attach.file.hint', { limit: saySize(limitBytes, lang) })}
        accept=".jpg,.jpeg,.png,.pdf"
        limitBytes={limitBytes}
        most={1}
        files={scan.files}
        refused={refused}
        onChange={(chosen, wrong) => {
          scan.setFiles(chosen)
          setRefused(wrong)
        }}
        sayFileSize={(bytes) => saySize(bytes, lang)}
        sayRefusal={({ why }) =>
          why === 'size' ? t('file.too-large', { limit: saySize(limitBytes, lang) }) : t('file.wrong-kind')
        }
      />
      {scan.missing && <ErrorMessage showIcon>{t('proposal.scan.missing')}</ErrorMessage>}
    </>
  )
}

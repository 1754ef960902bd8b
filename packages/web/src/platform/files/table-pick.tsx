import { saySize } from '@openslrt/core/i18n/amount.ts'
import { useState } from 'react'
import { FileDrop, type RefusedFile } from '../../ui/file-drop.tsx'
import { useLanguage, useText } from '../i18n/use-text.ts'

interface TablePickProps {
  readonly label: string
  readonly description?: string | undefined
  /** As in an `accept` attribute: ".csv,.xlsx". */
  readonly accept: string
  readonly limitBytes: number
  /** Told of the file, and of none once it is taken away; one that was refused here is none. */
  readonly onFile: (file: File | null) => void
}

/** One table to be read: dropped or chosen, and taken away again before the next. */
export function TablePick({ label, description, accept, limitBytes, onFile }: TablePickProps) {
  const [t, lang] = [useText(), useLanguage()]
  const [files, setFiles] = useState<readonly File[]>([])
  const [refused, setRefused] = useState<readonly RefusedFile[]>([])
  return (
    <FileDrop
      label={label}
      description={description}
      accept={accept}
      limitBytes={limitBytes}
      most={1}
      files={files}
      refused={refused}
      onChange={(chosen, wrong) => {
        setFiles(chosen)
        setRefused(wrong)
        if (chosen[0] !== files[0]) onFile(chosen[0] ?? null)
      }}
      sayFileSize={(bytes) => saySize(bytes, lang)}
      sayRefusal={({ why }) =>
        why === 'size' ? t('table.too-large', { limit: saySize(limitBytes, lang) }) : t('table.wrong-kind')
      }
    />
  )
}

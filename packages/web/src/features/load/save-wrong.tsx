import { Button } from '@navikt/ds-react/Button'
import { type LoadCard, loadPaths } from '@openslrt/core/contract/load.ts'
import { useState } from 'react'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import type { Problem } from '../../platform/api/problem.ts'
import { saveFile } from '../../platform/files/save-as.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { fetchFile } from './fetch-file.ts'

type Format = 'csv' | 'xlsx'

/** All wrong rows as a file, with the reason beside each: to be mended and sent again. */
export function SaveWrong({ load }: { load: LoadCard }) {
  const t = useText()
  const [busy, setBusy] = useState<Format | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  if (!load.kept) return <p>{t('load.wrong.gone')}</p>
  const save = async (format: Format): Promise<void> => {
    setBusy(format)
    const fetched = await fetchFile(loadPaths.wrong, { id: load.id, format })
    setBusy(null)
    setProblem(fetched.ok ? null : fetched.error)
    if (fetched.ok) saveFile(`${load.fileName.replace(/\.\w+$/, '')}-perlu-diperbaiki.${format}`, fetched.value)
  }
  return (
    <>
      <div className="load__acts not-on-paper">
        {(['csv', 'xlsx'] as const).map((format) => (
          <Button
            key={format}
            size="small"
            variant="secondary"
            loading={busy === format}
            onClick={() => void save(format)}
          >
            {t(`load.wrong.${format}`)}
          </Button>
        ))}
      </div>
      <ActProblem problem={problem} />
    </>
  )
}

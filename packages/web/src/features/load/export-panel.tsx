import { Button } from '@navikt/ds-react/Button'
import { type ExportLine, exportFilePath } from '@openslrt/core/contract/load-export.ts'
import { sayNumber, saySize } from '@openslrt/core/i18n/amount.ts'
import { useState } from 'react'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import type { Problem } from '../../platform/api/problem.ts'
import { saveFile } from '../../platform/files/save-as.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { FieldRow, FieldRows, Panel } from '../../ui/field-row.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { choiceText, exportTone, fileNameOf } from './export-values.ts'
import { fetchFile } from './fetch-file.ts'

/** One export: who took what, when, why, how many rows, and its file for whoever asked. */
export function ExportPanel({ line, onFetched }: { line: ExportLine; onFetched: () => void }) {
  const [t, lang] = [useText(), useLanguage()]
  const when = useWhen()
  const { state, mark, byName, officeName, askedAt, rows, total, fetched } = line
  const times = t('export-data.fetched.times', { n: fetched })
  return (
    <Panel
      title={`${t(`export-data.name.${line.subject}`)} · ${when.exact(askedAt)}`}
      action={<StatusTag tone={exportTone[state]} label={t(`export-data.stands.${state}`)} />}
    >
      <FieldRows>
        <FieldRow label={t('export-data.mark')}>{mark}</FieldRow>
        <FieldRow label={t('export-data.by')}>{`${byName}, ${officeName}`}</FieldRow>
        <FieldRow label={t('export-data.told.reason')}>{line.reason}</FieldRow>
        <FieldRow label={t('export-data.chosen')}>{choiceText(line, t)}</FieldRow>
        <FieldRow label={t('export-data.rows')}>
          {state === 'waiting'
            ? t('export-data.rows.of', { n: sayNumber(rows, lang), all: sayNumber(total, lang) })
            : sayNumber(rows, lang)}
        </FieldRow>
        <FieldRow label={t('export-data.fetched')}>
          {line.size > 0 && state !== 'waiting' ? `${times} (${saySize(line.size, lang)})` : times}
        </FieldRow>
      </FieldRows>
      {state === 'failed' && <p>{t('export-data.failed.hint')}</p>}
      {state === 'ready' && line.own && <Fetch line={line} onFetched={onFetched} />}
    </Panel>
  )
}

function Fetch({ line, onFetched }: { line: ExportLine; onFetched: () => void }) {
  const t = useText()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const save = async (): Promise<void> => {
    setBusy(true)
    const file = await fetchFile(exportFilePath, { id: line.id })
    setBusy(false)
    setProblem(file.ok ? null : file.error)
    if (!file.ok) return
    saveFile(fileNameOf(line), file.value)
    onFetched()
  }
  return (
    <>
      <div className="load__acts not-on-paper">
        <Button size="small" loading={busy} onClick={() => void save()}>
          {t('export-data.fetch')}
        </Button>
      </div>
      <ActProblem problem={problem} />
    </>
  )
}

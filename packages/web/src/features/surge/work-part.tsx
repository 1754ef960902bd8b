import { Button } from '@navikt/ds-react/Button'
import { ErrorMessage } from '@navikt/ds-react/Typography'
import { mostSurgeBytes, type SurgePage, surgeRoutes } from '@openslrt/core/contract/surge-queries.ts'
import { useState } from 'react'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { ask } from '../../platform/api/ask.ts'
import type { Problem } from '../../platform/api/problem.ts'
import { base64Of, bytesOf } from '../../platform/files/base64-of.ts'
import { saveFile } from '../../platform/files/save-as.ts'
import { TablePick } from '../../platform/files/table-pick.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { Panel } from '../../ui/field-row.tsx'
import { ChangeForm } from './change-form.tsx'
import { CloseForm } from './row-forms.tsx'

interface Came {
  readonly missing: readonly string[]
  readonly good: number
  readonly wrong: number
}

/** What whoever runs a list does: files in, slots and cases out, and its end. */
export function WorkPart({ surge }: { surge: SurgePage }) {
  const t = useText()
  const [doing, setDoing] = useState<'change' | 'close' | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const body = { district: surge.district, id: surge.id }
  const begin = async (): Promise<void> => {
    const answer = await ask(surgeRoutes.work, { body })
    setProblem(answer.ok ? null : answer.error)
  }
  return (
    <Panel title={t('surge.work')}>
      <Going surge={surge} />
      <LoadPart surge={surge} />
      <p className="surge__aside">{t('surge.open.hint')}</p>
      <div className="surge__acts">
        <Button size="small" disabled={surge.total === 0} onClick={() => void begin()}>
          {t('surge.open')}
        </Button>
        <Button size="small" variant="secondary" onClick={() => setDoing('change')}>
          {t('surge.change')}
        </Button>
        <Button size="small" variant="secondary" data-color="neutral" onClick={() => setDoing('close')}>
          {t('surge.close')}
        </Button>
      </div>
      <ActProblem problem={problem} />
      {doing === 'change' && <ChangeForm surge={surge} onClose={() => setDoing(null)} />}
      {doing === 'close' && <CloseForm surge={surge} onClose={() => setDoing(null)} />}
    </Panel>
  )
}

function Going({ surge: { work } }: { surge: SurgePage }) {
  const t = useText()
  const when = useWhen()
  if (!work) return null
  if (work.endedAt !== null)
    return <p className="surge__aside">{t('surge.work.over', { when: when.moment(work.endedAt) })}</p>
  const { total, done } = work
  const going = t('surge.work.going', { done, total })
  return (
    <div className="surge__going">
      <progress value={done} max={Math.max(1, total)} aria-label={t('surge.work')} />
      <output>{going}</output>
    </div>
  )
}

function LoadPart({ surge }: { surge: SurgePage }) {
  const t = useText()
  const [file, setFile] = useState<File | null>(null)
  const [busy, setBusy] = useState(false)
  const [missing, setMissing] = useState(false)
  const [came, setCame] = useState<Came | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const key = { district: surge.district, id: surge.id }
  const load = async (): Promise<void> => {
    setMissing(file === null)
    if (!file) return
    setBusy(true)
    const answer = await ask(surgeRoutes.load, { body: { ...key, file: await base64Of(file) } })
    setBusy(false)
    setCame(answer.ok ? answer.value : null)
    setProblem(answer.ok ? null : answer.error)
  }
  const faults = async (): Promise<void> => {
    const answer = await ask(surgeRoutes.faults, { query: key })
    if (answer.ok && answer.value.file !== null) saveFile('perbaiki.xlsx', new Blob([bytesOf(answer.value.file)]))
  }
  return (
    <div className="surge__load">
      <TablePick
        label={t('surge.load.file')}
        description={t('surge.load.hint')}
        accept=".csv,.xlsx"
        limitBytes={mostSurgeBytes}
        onFile={setFile}
      />
      {missing && <ErrorMessage showIcon>{t('surge.load.missing')}</ErrorMessage>}
      <div>
        <Button size="small" variant="secondary" loading={busy} onClick={() => void load()}>
          {t('surge.load')}
        </Button>
      </div>
      <ActProblem problem={problem} />
      {came && (
        <output>
          {came.missing.length > 0
            ? t('surge.load.columns', { names: came.missing.join(', ') })
            : t('surge.load.read', { good: came.good, wrong: came.wrong })}
        </output>
      )}
      {came !== null && came.wrong > 0 && (
        <div>
          <Button size="small" variant="tertiary" onClick={() => void faults()}>
            {t('surge.load.faults')}
          </Button>
        </div>
      )}
    </div>
  )
}

import { FileCsvIcon } from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { mostImportBytes, mostImportRows } from '@openslrt/core/contract/import.ts'
import { sayNumber, saySize } from '@openslrt/core/i18n/amount.ts'
import type { ImportKind } from '@openslrt/core/office/import/columns.ts'
import { Link } from 'wouter'
import { ActProblem } from '../../../platform/act/act-problem.tsx'
import { TablePick } from '../../../platform/files/table-pick.tsx'
import { useLanguage, useText } from '../../../platform/i18n/use-text.ts'
import { Panel } from '../../../ui/field-row.tsx'
import { PageHead } from '../../../ui/page-shell.tsx'
import { officesPath, staffPath } from '../office-address.ts'
import { InviteMany } from './invite-many.tsx'
import { PlanPart } from './plan-part.tsx'
import { RunPart } from './run-part.tsx'
import { useImport } from './use-import.ts'
import '../texts.ts'
import './import.css'

/** A file of offices or of staff: a table to begin with, a look at every row, and then the rows sent. */
export function Screen({ params }: { params: Readonly<Record<string, string | undefined>> }) {
  const kind: ImportKind = params['apa'] === 'petugas' ? 'staff' : 'offices'
  return <ImportOf key={kind} kind={kind} />
}

function ImportOf({ kind }: { kind: ImportKind }) {
  const t = useText()
  const reading = useImport(kind)
  const back = kind === 'offices' ? officesPath : staffPath
  return (
    <>
      <PageHead back={<Link href={back}>{t(`import.${kind}.back`)}</Link>} title={t(`import.${kind}.title`)} />
      <div className="import">
        {reading.run ? (
          <Panel>
            <RunPart run={reading.run} onGoOn={reading.goOn} />
          </Panel>
        ) : (
          <FilePart kind={kind} reading={reading} />
        )}
        {kind === 'staff' && <InviteMany />}
      </div>
    </>
  )
}

function FilePart({ kind, reading }: { kind: ImportKind; reading: ReturnType<typeof useImport> }) {
  const [t, lang] = [useText(), useLanguage()]
  const { plan, problem, busy, otherRuns, download, read, start } = reading
  return (
    <Panel>
      <p>{t(`import.${kind}.about`)}</p>
      <div className="import__save">
        <Button
          size="small"
          variant="secondary"
          icon={<FileCsvIcon aria-hidden />}
          onClick={() => void download('example')}
        >
          {t('import.table')}
        </Button>
        <Button size="small" variant="tertiary" onClick={() => void download('now')}>
          {t(`import.${kind}.now`)}
        </Button>
      </div>
      <TablePick
        label={t('import.file')}
        description={t('import.file.hint', {
          size: saySize(mostImportBytes, lang),
          rows: sayNumber(mostImportRows, lang),
        })}
        accept=".xlsx,.csv,.txt,.tsv"
        limitBytes={mostImportBytes}
        onFile={(file) => void read(file)}
      />
      <output>{busy && t('import.reading')}</output>
      <ActProblem problem={problem} />
      {otherRuns && <InlineMessage status="info">{t('import.other')}</InlineMessage>}
      {plan && <PlanPart plan={plan} locked={otherRuns} onSend={start} />}
    </Panel>
  )
}

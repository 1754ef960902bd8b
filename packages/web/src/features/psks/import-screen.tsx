import './texts.ts'
import './psks.css'
import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { type ImportLine, type ImportPlan, mostImportBytes } from '@openslrt/core/contract/import.ts'
import { saySize } from '@openslrt/core/i18n/amount.ts'
import { Link } from 'wouter'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { TablePick } from '../../platform/files/table-pick.tsx'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { Panel } from '../../ui/field-row.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { listPath } from './psks-address.ts'
import { usePsksImport } from './use-psks-import.ts'

/** A file of PSKS: a table to begin with, a look at every line, and then the lines sent. */
export function Screen() {
  const [t, lang] = [useText(), useLanguage()]
  const { plan, problem, busy, run, download, read, send, saveWrong } = usePsksImport()
  return (
    <>
      <PageHead title={t('psks.import')} back={<Link href={listPath}>{t('psks.back')}</Link>} />
      <Panel>
        <div className="psks__import">
          <p>{t('psks.import.about')}</p>
          <div className="psks__acts">
            <Button size="small" variant="secondary" onClick={() => void download()}>
              {t('psks.import.template')}
            </Button>
          </div>
          <TablePick
            label={t('psks.import.file')}
            description={t('psks.import.file.hint', { size: saySize(mostImportBytes, lang) })}
            accept=".xlsx,.csv,.txt,.tsv"
            limitBytes={mostImportBytes}
            onFile={(file) => void read(file)}
          />
          <output>
            {busy && t(run.done > 0 ? 'psks.import.sending' : 'psks.import.reading', { n: run.done, all: run.all })}
          </output>
          <ActProblem problem={problem} />
          {plan && <HeadNotes plan={plan} />}
          {plan && <Lines lines={plan.lines} onSave={saveWrong} />}
          {plan && run.todo > 0 && (
            <div>
              <Button loading={busy} onClick={() => void send()}>
                {t('psks.import.send', { n: run.todo })}
              </Button>
            </div>
          )}
          {run.finished && (
            <InlineMessage status="success">{t('psks.import.done', { n: run.done - run.refused })}</InlineMessage>
          )}
        </div>
      </Panel>
    </>
  )
}

/** What is wrong with the columns as a whole. */
function HeadNotes({ plan: { missing, twice, unknown } }: { readonly plan: ImportPlan }) {
  const t = useText()
  return (
    <>
      {missing.length > 0 && (
        <InlineMessage status="error">{t('psks.import.missing', { columns: missing.join(', ') })}</InlineMessage>
      )}
      {twice.length > 0 && (
        <InlineMessage status="error">{t('psks.import.twice', { columns: twice.join(', ') })}</InlineMessage>
      )}
      {unknown.length > 0 && (
        <InlineMessage status="warning">{t('psks.import.unknown', { columns: unknown.join(', ') })}</InlineMessage>
      )}
    </>
  )
}

const groups = ['wrong', 'change', 'new'] as const

interface LinesProps {
  readonly lines: readonly ImportLine[]
  readonly onSave: () => void
}

/** What can't be taken first, then what would change. */
function Lines({ lines, onSave }: LinesProps) {
  const t = useText()
  const wrong = lines.some(({ what }) => what === 'wrong')
  return (
    <>
      {groups.map((what) => {
        const own = lines.filter((line) => line.what === what)
        return own.length === 0 ? null : (
          <details key={what} open={what !== 'new'}>
            <summary>{t(`psks.import.${what}`, { n: own.length })}</summary>
            <ul className="psks__items">
              {own.slice(0, 100).map((line) => (
                <li key={line.line} className="psks__item">
                  <span>
                    <span className="numbers">{t('psks.import.line', { line: line.line })}</span>{' '}
                    <strong>{line.name}</strong>
                  </span>
                  {line.problem && <span>{[line.problem.column, line.problem.text].filter(Boolean).join(': ')}</span>}
                  {line.changes.map(({ column, from, to }) => (
                    <span key={column}>
                      {`${column}: `}
                      <del>{from}</del> <ins>{to}</ins>
                    </span>
                  ))}
                </li>
              ))}
            </ul>
          </details>
        )
      })}
      {wrong && (
        <div>
          <Button size="small" variant="secondary" data-color="neutral" onClick={onSave}>
            {t('psks.import.save-wrong')}
          </Button>
        </div>
      )}
      {lines.length > 0 && lines.every(({ what }) => what === 'same') && <p>{t('psks.import.same')}</p>}
    </>
  )
}

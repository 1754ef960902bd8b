import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { Link } from 'wouter'
import { ActProblem } from '../../../platform/act/act-problem.tsx'
import { useText } from '../../../platform/i18n/use-text.ts'
import { officesPath, staffPath } from '../office-address.ts'
import { closeImport, type ImportRun, stopImport } from './import-run.ts'
import { LineText } from './plan-part.tsx'
import { SaveWrong } from './save-wrong.tsx'

/** How far a file has come, then what came of it. */
export function RunPart({ run, onGoOn }: { run: ImportRun; onGoOn: (run: ImportRun) => void }) {
  return (
    <section className="import__plan">
      {run.state === 'sending' ? <Sending run={run} /> : <Ended run={run} onGoOn={onGoOn} />}
      {run.wrong.length > 0 && run.state !== 'sending' && <Wrong run={run} />}
    </section>
  )
}

function Sending({ run: { done, todo } }: { run: ImportRun }) {
  const t = useText()
  const text = t('import.sending', { done, count: todo.length })
  return (
    <>
      <p>{text}</p>
      <progress aria-label={text} value={done} max={todo.length} />
      <p className="import__hint">{t('import.keep')}</p>
      <div>
        <Button size="small" variant="secondary" onClick={stopImport}>
          {t('import.stop')}
        </Button>
      </div>
    </>
  )
}

function Ended({ run, onGoOn }: { run: ImportRun; onGoOn: (run: ImportRun) => void }) {
  const t = useText()
  const { state, done, todo, wrong, problem } = run
  const refused = wrong.filter(({ line }) => todo.some((sent) => sent.line === line)).length
  return (
    <>
      <output>
        <InlineMessage status={state === 'done' && refused === 0 ? 'success' : 'warning'}>
          {state === 'done'
            ? t('import.done', { count: done - refused })
            : t('import.stopped', { done, count: todo.length })}
        </InlineMessage>
      </output>
      <ActProblem problem={problem} />
      <div className="import__save">
        {state === 'stopped' && <Button onClick={() => onGoOn(run)}>{t('import.go-on')}</Button>}
        <Button
          as={Link}
          href={run.kind === 'offices' ? officesPath : staffPath}
          variant={state === 'stopped' ? 'secondary' : 'primary'}
        >
          {t(`import.${run.kind}.back`)}
        </Button>
        <Button variant="secondary" onClick={closeImport}>
          {t('import.again')}
        </Button>
      </div>
    </>
  )
}

const mostShown = 20

function Wrong({ run: { head, wrong } }: { run: ImportRun }) {
  const t = useText()
  return (
    <>
      <p>
        <strong>{t('import.wrong', { count: wrong.length })}</strong>
      </p>
      <ul className="import__lines">
        {wrong.slice(0, mostShown).map((line) => (
          <li key={line.line}>
            <LineText line={line} />
          </li>
        ))}
      </ul>
      {wrong.length > mostShown && <p>{t('import.more', { count: wrong.length - mostShown })}</p>}
      <SaveWrong head={head} wrong={wrong} />
    </>
  )
}

import { Button } from '@navikt/ds-react/Button'
import { Link } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { closePrint, closeRun, isRunning, type LetterRun, type PrintRun } from './letter-run.ts'
import { savePdf } from './print.ts'
import { useLetterRuns } from './use-letter-runs.ts'

/** How far the work on many letters has come, then what came of it; and the file that many became. */
export function RunReport() {
  const { run, print } = useLetterRuns()
  return (
    <>
      {run && <OneRun run={run} />}
      {print && <OnePrint print={print} />}
    </>
  )
}

function OneRun({ run }: { run: LetterRun }) {
  const t = useText()
  const { rows, act } = run
  const count = (state: LetterRun['rows'][number]['state']): number => rows.filter((row) => row.state === state).length
  const refused = rows.filter(({ state }) => state === 'refused')
  const progress = t('letter.run.progress', { done: rows.length - count('to-send'), total: rows.length })
  return (
    <section className="letter-run not-on-paper" aria-label={t('letter.many')}>
      {isRunning(run) ? (
        <>
          <p>{progress}</p>
          <progress aria-label={progress} value={rows.length - count('to-send')} max={rows.length} />
        </>
      ) : (
        <output>
          {count('done') > 0 && <strong>{t(`letter.run.done.${act.kind}`, { count: count('done') })}</strong>}
          {count('kept') > 0 && <p>{t('letter.run.kept', { count: count('kept') })}</p>}
          {refused.length > 0 && <p>{t('letter.run.refused', { count: refused.length })}</p>}
        </output>
      )}
      {refused.length > 0 && (
        <ul>
          {refused.map(({ item, why }) => (
            <li key={item.letter}>
              <Link className="numbers" href={`/kasus/${item.district}/${item.caseId}`}>
                {item.caseNumber}
              </Link>
              {': '}
              {why}
            </li>
          ))}
        </ul>
      )}
      {!isRunning(run) && <Close onClose={closeRun} />}
    </section>
  )
}

function OnePrint({ print: { count, pdf, failed } }: { print: PrintRun }) {
  const t = useText()
  return (
    <section className="letter-run not-on-paper" aria-label={t('letter.many.print')}>
      {failed ? (
        <p role="alert">
          {t('letter.print.failed')}: {failed}
        </p>
      ) : (
        <output>{t(pdf ? 'letter.run.drawn' : 'letter.run.drawing', { count })}</output>
      )}
      {!pdf && !failed && <progress aria-label={t('letter.run.drawing', { count })} />}
      <div className="letter__acts">
        {pdf && (
          <Button size="small" onClick={() => savePdf('surat.pdf', pdf)}>
            {t('letter.run.save')}
          </Button>
        )}
        {(pdf || failed) && <Close onClose={closePrint} />}
      </div>
    </section>
  )
}

function Close({ onClose }: { onClose: () => void }) {
  const t = useText()
  return (
    <Button size="small" variant="tertiary" data-color="neutral" onClick={onClose}>
      {t('letter.run.close')}
    </Button>
  )
}

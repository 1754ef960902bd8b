import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { Link } from 'wouter'
import { useText } from '../../../platform/i18n/use-text.ts'
import { cardHref } from '../case-rows.tsx'
import { closeRun, isRunning, type ManyRow, type ManyRun } from './many-run.ts'
import type { Many } from './use-many.ts'
import './many.css'

/** How far the work on many has come, then what came of it: how many, which not and why, and whether it can be undone. */
export function ManyReport({ many: { run, undo } }: { many: Many }) {
  const t = useText()
  if (!run) return null
  const running = isRunning(run)
  const takeBack = undo(run)
  const refused = run.rows.filter(({ state }) => state === 'refused')
  return (
    <section className="many-report" aria-label={t('case.many.title')}>
      {running ? <Progress run={run} /> : <Outcome run={run} />}
      {refused.length > 0 && <Refused rows={refused} />}
      {!running && (
        <div className="many-report__acts">
          {takeBack && (
            <Button size="small" variant="secondary" onClick={takeBack}>
              {t(run.act.kind === 'assign' ? 'case.many.undo' : 'case.many.undo.escalate')}
            </Button>
          )}
          <Button size="small" variant="tertiary" data-color="neutral" onClick={closeRun}>
            {t('case.many.close')}
          </Button>
        </div>
      )}
    </section>
  )
}

function Progress({ run: { rows } }: { run: ManyRun }) {
  const t = useText()
  const done = rows.filter(({ state }) => state !== 'to-send').length
  const text = t('case.many.progress', { done, total: rows.length })
  return (
    <>
      <p>{text}</p>
      <progress aria-label={text} value={done} max={rows.length} />
    </>
  )
}

function Outcome({ run: { act, rows } }: { run: ManyRun }) {
  const t = useText()
  const count = (state: ManyRow['state']): number => rows.filter((row) => row.state === state).length
  const [done, kept, refused] = [count('done'), count('kept'), count('refused')]
  const name = act.kind === 'assign' ? act.name : ''
  return (
    <output>
      {done > 0 && <strong>{t(`case.many.done.${act.kind}`, { count: done, name })}</strong>}
      {done > 0 && act.kind === 'escalate' && <p>{t('case.many.escalate.back')}</p>}
      {kept > 0 && <p>{t('case.many.kept', { count: kept })}</p>}
      {refused > 0 && <p>{t('case.many.refused', { count: refused })}</p>}
    </output>
  )
}

function Refused({ rows }: { rows: readonly ManyRow[] }) {
  return (
    <ul>
      {rows.map(({ line, why }) => (
        <li key={line.id}>
          <Link className="numbers" href={cardHref(line)}>
            {line.number}
          </Link>{' '}
          {line.summary}: {why}
        </li>
      ))}
    </ul>
  )
}

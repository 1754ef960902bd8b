import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import type { ImportPlan } from '@openslrt/core/contract/import.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { rowsToSend } from './import-run.ts'
import { SaveWrong } from './save-wrong.tsx'

interface PlanPartProps {
  readonly plan: ImportPlan
  readonly locked: boolean
  readonly onSend: () => void
}

/** What a file would change, before anything does: first what can't be taken, then what changes. */
export function PlanPart({ plan, locked, onSend }: PlanPartProps) {
  const t = useText()
  const { head, missing, twice, unknown, lines } = plan
  if (missing.length > 0)
    return <InlineMessage status="error">{t('import.missing', { columns: missing.join(', ') })}</InlineMessage>
  if (twice.length > 0)
    return <InlineMessage status="error">{t('import.twice', { columns: twice.join(', ') })}</InlineMessage>
  const of = (what: Line['what']): readonly Line[] => lines.filter((line) => line.what === what)
  const [wrong, todo] = [of('wrong'), rowsToSend(lines).length]
  return (
    <section className="import__plan" aria-live="polite">
      {unknown.length > 0 && (
        <InlineMessage status="warning">{t('import.unknown', { columns: unknown.join(', ') })}</InlineMessage>
      )}
      <Lines title={t('import.wrong', { count: wrong.length })} lines={wrong} open />
      {wrong.length > 0 && <SaveWrong head={head} wrong={wrong} />}
      <Lines title={t('import.changed', { count: of('change').length })} lines={of('change')} open />
      <Lines title={t('import.new', { count: of('new').length })} lines={of('new')} />
      {of('same').length > 0 && <p>{t('import.same', { count: of('same').length })}</p>}
      {todo > 0 ? (
        <div>
          <Button disabled={locked} onClick={onSend}>
            {t('import.send', { count: todo })}
          </Button>
        </div>
      ) : (
        <p>{t('import.nothing')}</p>
      )}
    </section>
  )
}

type Line = ImportPlan['lines'][number]
/** More than these are looked at in the file. */
const mostShown = 100

function Lines({ title, lines, open = false }: { title: string; lines: readonly Line[]; open?: boolean }) {
  const t = useText()
  if (lines.length === 0) return null
  return (
    <details className="import__group" open={open}>
      <summary>{title}</summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls: the keyboard must reach it */}
      <ul className="import__lines" tabIndex={0} aria-label={title}>
        {lines.slice(0, mostShown).map((line) => (
          <li key={line.line}>
            <LineText line={line} />
          </li>
        ))}
      </ul>
      {lines.length > mostShown && <p>{t('import.more', { count: lines.length - mostShown })}</p>}
    </details>
  )
}

/** One row: its line in the file, whom it is about, and what would change or why it can't be taken. */
export function LineText({ line: { line, name, changes, problem } }: { line: Line }) {
  const t = useText()
  return (
    <>
      <span className="import__head">
        <span className="numbers">{t('import.line', { line })}</span> <strong>{name}</strong>
      </span>
      {problem && (
        <span>
          {problem.column && <em>{problem.column}: </em>}
          {problem.text}
        </span>
      )}
      {changes.map(({ column, from, to }) => (
        <span key={column}>
          <em>{column}: </em>
          {from !== '' && <del>{from}</del>} {to === '' ? t('import.empty') : <ins>{to}</ins>}
        </span>
      ))}
    </>
  )
}

import './texts.ts'
import './proposal.css'
import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { mostImportBytes } from '@openslrt/core/contract/import.ts'
import type { AnswerPlan } from '@openslrt/core/contract/proposal-answers.ts'
import { saySize } from '@openslrt/core/i18n/amount.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import type { AnswerLineKind } from '@openslrt/core/proposal/answers.ts'
import { Link } from 'wouter'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { TablePick } from '../../platform/files/table-pick.tsx'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { useZone } from '../../platform/session/use-session.ts'
import { Panel } from '../../ui/field-row.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { answerGroups, countLines, type PlannedLine, sayAnswer } from './answer-values.ts'
import { useAnswers } from './use-answers.ts'

/** Answers of an agency out of its file: looked at line by line, then recorded. */
export function Screen() {
  const [t, lang] = [useText(), useLanguage()]
  const today = dayIn(useZone(), useWhen().now)
  const { plan, problem, busy, done, day, setDay, read, send, saveWrong } = useAnswers(today)
  const todo = plan ? countLines(plan.lines).matched : 0
  return (
    <>
      <PageHead title={t('proposal.answers')} back={<Link href="/kiriman">{t('proposal.batches.back')}</Link>} />
      <Panel>
        <div className="answers__form">
          <p>{t('proposal.answers.about')}</p>
          <DayField
            id="answers-day"
            label={t('proposal.answers.day')}
            description={t('proposal.answers.day.hint')}
            value={day}
            onChange={setDay}
            error={undefined}
          />
          <TablePick
            label={t('proposal.answers.file')}
            description={t('proposal.answers.file.hint', { size: saySize(mostImportBytes, lang) })}
            accept=".xlsx,.csv,.txt,.tsv"
            limitBytes={mostImportBytes}
            onFile={read}
          />
          <output>
            {busy &&
              t(plan ? 'proposal.answers.sending' : 'proposal.answers.reading', {
                done: done.count,
                count: todo + done.count,
              })}
          </output>
          <ActProblem problem={problem} />
          {plan && <AnswerLines plan={plan} onSave={saveWrong} />}
          {todo > 0 && (
            <div>
              <Button loading={busy} onClick={() => void send()}>
                {t('proposal.answers.send', { count: todo })}
              </Button>
            </div>
          )}
          {done.ended && (
            <InlineMessage status="success">{t('proposal.answers.done', { count: done.count })}</InlineMessage>
          )}
        </div>
      </Panel>
    </>
  )
}

const mostShown = 100

interface AnswerLinesProps {
  readonly plan: AnswerPlan
  readonly onSave: () => void
}

/** What each line means, grouped by what comes of it. */
export function AnswerLines({ plan, onSave }: AnswerLinesProps) {
  const t = useText()
  const { missing, lines } = plan
  if (missing.length > 0)
    return (
      <InlineMessage status="error">{t('proposal.answers.missing', { columns: missing.join(', ') })}</InlineMessage>
    )
  const counts = countLines(lines)
  const groups = answerGroups.filter((kind) => counts[kind] > 0)
  return (
    <>
      {groups.map((kind) => (
        <Group key={kind} kind={kind} lines={lines.filter(({ what }) => what === kind)} />
      ))}
      {counts.wrong + counts.unknown > 0 && (
        <div>
          <Button size="small" variant="secondary" data-color="neutral" onClick={onSave}>
            {t('proposal.answers.save-wrong')}
          </Button>
        </div>
      )}
      {lines.length > 0 && groups.join() === 'answered' && <p>{t('proposal.answers.nothing')}</p>}
    </>
  )
}

function Group({ kind, lines }: { readonly kind: AnswerLineKind; readonly lines: readonly PlannedLine[] }) {
  const t = useText()
  return (
    <details open={kind !== 'answered' && kind !== 'blank'}>
      <summary>{t(`proposal.answers.${kind}`, { count: lines.length })}</summary>
      <ul className="answers">
        {lines.slice(0, mostShown).map((line) => (
          <li key={line.line} className="answers__line">
            <span className="numbers">{t('proposal.answers.line', { line: line.line })}</span>{' '}
            {line.name && <strong>{line.name}</strong>} <span>{sayAnswer(line, t)}</span>
            {line.problem && <span className="answers__problem">{line.problem}</span>}
          </li>
        ))}
      </ul>
      {lines.length > mostShown && (
        <p className="proposal__aside">{t('proposal.answers.more', { count: lines.length - mostShown })}</p>
      )}
    </details>
  )
}

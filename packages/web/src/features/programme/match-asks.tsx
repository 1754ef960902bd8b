import { Button } from '@navikt/ds-react/Button'
import type { MatchAnswer, MatchLine } from '@openslrt/core/contract/programme-queries.ts'
import { sayAnswer, sayMissing } from '@openslrt/core/i18n/say-programme.ts'
import type { LedgerCode } from '@openslrt/core/place/code.ts'
import { answeredIn, missingOf } from '@openslrt/core/programme/pending.ts'
import type { Holder } from '@openslrt/core/registry/registry.ts'
import type { StatementAnswer } from '@openslrt/core/registry/statements.ts'
import { lazy, Suspense, useState } from 'react'
import { useText } from '../../platform/i18n/use-text.ts'
import { useTelling } from './use-telling.ts'

// Most who look at what fits have nothing to answer.
const AnswerForm = lazy(async () => ({ default: (await import('./answer-form.tsx')).AnswerForm }))

/** A statement that is answered, and of whom: a family where no person is meant. */
export interface Asking {
  readonly district: LedgerCode
  readonly of: Holder
  readonly id: string
  readonly version: number
  readonly name: string
  readonly ask: string
  readonly answer: StatementAnswer | null
}

/** Whom a programme is held against, and in which district they are kept. */
export interface Whom {
  readonly data: MatchAnswer
  readonly district: LedgerCode
  readonly member: number | null
}

type Question = Pick<Asking, 'ask' | 'answer'> & { readonly member: number | null }

/** PROG-21 What is still to be found out, and what was, each with a way to answer it. */
export function MatchAsks({ item, whom }: { readonly item: MatchLine; readonly whom: Whom }) {
  const t = useText()
  const [asking, setAsking] = useState<Asking | null>(null)
  const { data } = whom
  const telling = useTelling(
    data.members.map(({ name }) => name),
    data.facts,
  )
  const missing = missingOf(item.reason, telling.vocabulary)
  const answered = answeredIn(item.reason)
  const open = (question: Question): (() => void) | null => {
    const found = data.mayAnswer ? askingOf(whom, question) : null
    return found && (() => setAsking(found))
  }
  return (
    <>
      {missing.length > 0 && (
        <Lines label={t('match.missing')}>
          {missing.map((one) => {
            const said = sayMissing(one, telling)
            const old =
              one.kind === 'ask' ? answered.find(({ ask, member }) => ask === one.ask && member === one.member) : null
            const onAnswer = one.kind === 'ask' ? open({ ...one, answer: old?.answer ?? null }) : null
            return <Line key={said} said={said} act={t('match.answer')} onAct={onAnswer} />
          })}
        </Lines>
      )}
      {answered.some(({ truth }) => truth !== 'unknown') && (
        <Lines label={t('match.answered')}>
          {answered
            .filter(({ truth }) => truth !== 'unknown')
            .map((one) => {
              const ask = sayMissing({ kind: 'ask', ask: one.ask, member: one.member }, telling)
              const said = t('match.answered.line', { ask, answer: sayAnswer(one, telling) })
              return <Line key={said} said={said} act={t('match.answer.change')} onAct={open(one)} />
            })}
        </Lines>
      )}
      {asking && (
        <Suspense>
          <AnswerForm asking={asking} today={data.today} onClose={() => setAsking(null)} />
        </Suspense>
      )}
    </>
  )
}

/** The holder of an answer: the member of whom the rule asks, whoever the programme is for, or the family. */
function askingOf({ data, district, member }: Whom, question: Question): Asking | null {
  const { ask, answer } = question
  const nth = question.member ?? member
  if (nth === null) return data.family && { district, of: 'family', ...data.family, name: '', ask, answer }
  const person = data.members[nth]
  return person ? { district, of: 'person', ...person, ask, answer } : null
}

function Lines({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div>
      {label}:<ul className="programme__lines">{children}</ul>
    </div>
  )
}

function Line({
  said,
  act,
  onAct,
}: {
  readonly said: string
  readonly act: string
  readonly onAct: (() => void) | null
}) {
  return (
    <li>
      {said}{' '}
      {onAct && (
        <Button size="xsmall" variant="tertiary" aria-label={`${act}: ${said}`} onClick={onAct}>
          {act}
        </Button>
      )}
    </li>
  )
}

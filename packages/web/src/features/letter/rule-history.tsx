import { Button } from '@navikt/ds-react/Button'
import type { LetterRuleLine } from '@openslrt/core/contract/letter-queries.ts'
import { useState } from 'react'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useDay } from '../../platform/hours/use-day.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'

interface RuleHistoryProps {
  readonly rule: LetterRuleLine | undefined
  readonly district: string
  readonly today: string
  /** What it says, in a few words. */
  readonly sayRule: (data: unknown) => string
  readonly onDone: () => void
}

type Line = LetterRuleLine['said'][number]

/** What was said of a rule and is planned, the newest first; one's own plans can be taken back. */
export function RuleHistory({ rule, district, today, sayRule, onDone }: RuleHistoryProps) {
  const t = useText()
  const day = useDay()
  const act = useAct()
  const [subject] = useState(newId)
  const said = (rule?.said ?? []).filter(({ says }) => says !== 'taken-back')
  if (!rule || said.length === 0) return null
  const takeBack = async ({ from }: Line): Promise<void> => {
    const data = { list: rule.list, code: rule.code, from }
    const acted = await act.send('list.take-back', { district, subject, base: null, data })
    if (acted.state !== 'refused') onDone()
  }
  const say = ({ says, data }: Line): string => (says === 'holds' ? sayRule(data) : t('letter.rule.ended'))
  return (
    <section className="letter-rules__said">
      <h3>{t('letter.rule.history')}</h3>
      <ul>
        {said
          .toSorted((one, other) => other.from.localeCompare(one.from))
          .map((line) => (
            <li key={`${line.place} ${line.from}`}>
              {t('letter.rule.history.line', { day: day(line.from), words: say(line) })}
              {line.place === district && line.from > today && (
                <Button
                  type="button"
                  size="small"
                  variant="tertiary"
                  loading={act.busy}
                  onClick={() => void takeBack(line)}
                >
                  {t('letter.rule.take-back', { day: day(line.from) })}
                </Button>
              )}
            </li>
          ))}
      </ul>
      <ActProblem problem={act.problem} />
    </section>
  )
}

import { Button } from '@navikt/ds-react/Button'
import type { Day } from '@openslrt/core/kernel/instant.ts'
import { ledgerOf, placeCode } from '@openslrt/core/place/code.ts'
import type { Holder } from '@openslrt/core/registry/registry.ts'
import { answerValue, statementName } from '@openslrt/core/registry/statements.ts'
import { useState } from 'react'
import { useText } from '../../platform/i18n/use-text.ts'
import { commandOf } from '../make-command.ts'
import { usePhone } from '../phone-context.ts'

interface AnswerAskProps {
  readonly of: Holder
  readonly id: string
  readonly version: number
  readonly ask: string
  readonly said: string
  readonly day: Day
}

/** PROG-21, FIELD-22 A statement of a rule that no variable says, answered where it is told: yes or no, as of today. */
export function AnswerAsk({ of, id, version, ask, said, day }: AnswerAskProps) {
  const t = useText()
  const { keep, view } = usePhone()
  const [problem, setProblem] = useState(false)
  const answer = async (yes: boolean): Promise<void> => {
    const values = { [statementName(ask)]: answerValue({ yes, on: day }) }
    const district = ledgerOf(placeCode.parse(view[of].get(id)?.place))
    const origin = { way: 'visit', source: t('ask.source'), ref: null } as const
    const data = { of, values, desil: null, ...origin }
    setProblem(!(await keep(commandOf('registry.record', { district, subject: id, base: version, data }))))
  }
  return (
    <div className="match__answers">
      {([true, false] as const).map((yes) => {
        const words = t(yes ? 'answer.yes' : 'answer.no')
        return (
          <Button
            key={words}
            size="small"
            variant="secondary"
            aria-label={`${words}: ${said}`}
            onClick={() => void answer(yes)}
          >
            {words}
          </Button>
        )
      })}
      {problem && <p role="alert">{t('field.visit.not-kept')}</p>}
    </div>
  )
}

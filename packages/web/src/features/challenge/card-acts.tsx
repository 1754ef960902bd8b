import { Button } from '@navikt/ds-react/Button'
import { answeredChallenge, type ChallengeStepName, endedChallenge } from '@openslrt/core/challenge/moves.ts'
import type { ChallengeCard } from '@openslrt/core/contract/challenge-queries.ts'
import { useState } from 'react'
import { useText } from '../../platform/i18n/use-text.ts'
import { StepForm } from './step-form.tsx'

/** The way on comes first, then what is beside it, then the ways back. */
const shown: readonly ChallengeStepName[] = ['answer', 'take', 'close', 'reopen', 'pass-up', 'pass-down', 'withdraw']

/** Whose turn it is, and what this person may do now: one loud button, the next act. */
export function CardActs({ card }: { readonly card: ChallengeCard }) {
  const t = useText()
  const [doing, setDoing] = useState<ChallengeStepName | null>(null)
  const may = shown.filter((act) => card.acts.includes(act))
  return (
    <div className="challenge__turn">
      <p className="challenge__whose">{whoseTurn(card, t)}</p>
      {may.length > 0 && (
        <div className="challenge__acts not-on-paper">
          {may.map((act, nth) => (
            <Button
              key={act}
              size="small"
              variant={nth === 0 && act !== 'withdraw' ? 'primary' : 'secondary'}
              data-color={nth === 0 && act !== 'withdraw' ? 'accent' : 'neutral'}
              onClick={() => setDoing(act)}
            >
              {t(`challenge-act.${act}`)}
            </Button>
          ))}
        </div>
      )}
      {doing && <StepForm key={doing} card={card} step={doing} onClose={() => setDoing(null)} />}
    </div>
  )
}

function whoseTurn({ status, officeName, reportedByName, acts }: ChallengeCard, t: ReturnType<typeof useText>): string {
  if (endedChallenge.includes(status)) return t('challenge.next.done')
  if (acts.some((act) => act !== 'withdraw')) return t('challenge.next.here')
  return t('challenge.next.there', { office: status === answeredChallenge ? reportedByName : officeName })
}

import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import type { StaffLine } from '@openslrt/core/contract/reference-queries.ts'
import { secondFactorRoutes } from '@openslrt/core/contract/second-factor.ts'
import { useState } from 'react'
import { ask } from '../../platform/api/ask.ts'
import type { Problem } from '../../platform/api/problem.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { AskFirst } from './ask-first.tsx'

/** Takes away a second factor that its owner has lost, after asking. */
export function ResetFactor({ person: { id, name } }: { person: StaffLine }) {
  const t = useText()
  const [now, setNow] = useState<'idle' | 'asking' | 'busy' | 'done'>('idle')
  const [problem, setProblem] = useState<Problem | null>(null)
  const reset = async (): Promise<void> => {
    setNow('busy')
    const answer = await ask(secondFactorRoutes.reset, { body: { staff: id } })
    setProblem(answer.ok ? null : answer.error)
    setNow(answer.ok ? 'done' : 'asking')
  }
  if (now === 'done')
    return (
      <output>
        <InlineMessage status="success">{t('factor.reset.done', { name })}</InlineMessage>
      </output>
    )
  if (now !== 'idle')
    return (
      <AskFirst
        title={t('factor.reset.title', { name })}
        text={t('factor.reset.text')}
        confirmText={t('factor.reset')}
        act={{ busy: now === 'busy', problem }}
        onConfirm={() => void reset()}
        onCancel={() => setNow('idle')}
      />
    )
  return (
    <>
      <p>{t('factor.reset.hint')}</p>
      <div>
        <Button size="small" variant="secondary" onClick={() => setNow('asking')}>
          {t('factor.reset')}
        </Button>
      </div>
    </>
  )
}

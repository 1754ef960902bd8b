import { secondFactorRoutes } from '@openslrt/core/contract/second-factor.ts'
import { useState } from 'react'
import { ask } from '../../platform/api/ask.ts'
import type { Problem } from '../../platform/api/problem.ts'
import type { NewFactor } from '../../platform/session/factor-set-up.tsx'

/** What its owner does with a second factor. All but beginning asks for a code first. */
export type FactorDoing = 'begin' | Proved
type Proved = 'replace' | 'renew' | 'end'

export type FactorStep =
  | { readonly now: 'asking'; readonly doing: Proved }
  | { readonly now: 'setting-up'; readonly factor: NewFactor }
  | { readonly now: 'codes'; readonly codes: readonly string[] }

/** One act on the own second factor at a time, from choosing it to its end. */
export function useFactor(changed: () => void) {
  const [step, setStep] = useState<FactorStep | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [ended, setEnded] = useState(false)
  const close = (): void => {
    setStep(null)
    changed()
  }
  const begin = async (code?: string): Promise<Problem | null> => {
    const answer = await ask(secondFactorRoutes.begin, { body: code === undefined ? {} : { code } })
    if (answer.ok) setStep({ now: 'setting-up', factor: answer.value })
    return answer.ok ? null : answer.error
  }
  const renew = async (code: string): Promise<Problem | null> => {
    const answer = await ask(secondFactorRoutes.codes, { body: { code } })
    if (answer.ok) setStep({ now: 'codes', codes: answer.value.codes })
    return answer.ok ? null : answer.error
  }
  const end = async (code: string): Promise<Problem | null> => {
    const answer = await ask(secondFactorRoutes.end, { body: { code } })
    if (!answer.ok) return answer.error
    setEnded(true)
    close()
    return null
  }
  const proofs = { replace: begin, renew, end }
  return {
    step,
    problem,
    ended,
    close,
    choose: (doing: FactorDoing): void => {
      setEnded(false)
      setProblem(null)
      // What comes of it is seen on the screen.
      if (doing === 'begin') void begin().then(setProblem)
      else setStep({ now: 'asking', doing })
    },
    prove: (doing: Proved, code: string) => proofs[doing](code),
  }
}

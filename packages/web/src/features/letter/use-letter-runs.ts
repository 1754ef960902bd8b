import type { RunItemAsked, RunLine, RunWhat } from '@openslrt/core/contract/letter-runs.ts'
import { letterRunRoutes, lettersInPart, mostInRun } from '@openslrt/core/contract/letter-runs.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../platform/api/ask.ts'
import type { Problem } from '../../platform/api/problem.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { newId } from '../../platform/outbox/uuid.ts'

export interface StartRun {
  /** Begins work on many letters; true once it is the server's. */
  readonly start: (what: RunWhat, items: readonly RunItemAsked[]) => Promise<boolean>
  readonly busy: boolean
  readonly problem: Problem | null
}

/** LETTER-35 Beginning work on many letters, which goes on when this window is closed. */
export function useStartRun(): StartRun {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  // One id for as long as it is not taken: pressed again after a lost line, it still is one piece of work.
  const [id, setId] = useState(newId)
  return {
    busy,
    problem,
    async start(what, items) {
      setBusy(true)
      const answer = await ask(letterRunRoutes.start, { body: { id, what, items: items.slice(0, mostInRun) } })
      setBusy(false)
      setProblem(answer.ok ? null : answer.error)
      if (!answer.ok) return false
      setId(newId())
      await queries.invalidateQueries()
      return true
    },
  }
}

const whileRunningMs = 1_000
const otherwiseMs = 30_000

/** One's own work on many letters, looked at often while some of it is still going on. */
export function useRuns(): readonly RunLine[] {
  const [going, setGoing] = useState(false)
  const { data } = useAsk(letterRunRoutes.list, {}, { refetchInterval: going ? whileRunningMs : otherwiseMs })
  const runs = data?.runs ?? []
  const isGoing = runs.some(({ ended }) => !ended)
  if (isGoing !== going) setGoing(isGoing)
  return runs
}

/** Which letters of a run lie in one of its files. */
export const partOf = (
  { done }: Pick<RunLine, 'done'>,
  part: number,
): { readonly from: number; readonly to: number } => ({
  from: (part - 1) * lettersInPart + 1,
  to: Math.min(part * lettersInPart, done),
})

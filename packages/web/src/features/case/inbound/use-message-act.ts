import type { RouteRow } from '@openslrt/core/contract/route.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { ask } from '../../../platform/api/ask.ts'
import type { Problem } from '../../../platform/api/problem.ts'

/** One act on a message: busy, refused, or done. It is no command: a message belongs to no ledger yet. */
export function useMessageAct(onDone: () => void) {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const run = async <Body extends z.ZodType>(row: RouteRow<z.ZodType, Body>, body: z.input<Body>): Promise<void> => {
    setBusy(true)
    const answer = await ask(row, { body })
    setBusy(false)
    setProblem(answer.ok ? null : answer.error)
    await queries.invalidateQueries()
    if (answer.ok) onDone()
  }
  return { busy, problem, run }
}

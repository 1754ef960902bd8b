import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Problem } from '../api/problem.ts'
import { useSend } from '../outbox/use-send.ts'

type Send = ReturnType<typeof useSend>
export type Target = Omit<Parameters<Send>[1], 'data'>
type Answer = Awaited<ReturnType<Send>>
export type Accepted = Extract<Answer, { ok: true }>['outcome']

/** Sending one command from a screen: busy, refused, or accepted. */
export interface Act {
  readonly busy: boolean
  readonly problem: Problem | null
  /** Null when it was refused or not sent; `problem` then says why. */
  readonly send: (kind: string, target: Target, data: object) => Promise<Accepted | null>
  readonly forgive: () => void
}

/** Nothing is shown as done before the server has accepted it: until then the screen says that it is being sent. */
export function useAct(): Act {
  const sendCommand = useSend()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const send: Act['send'] = async (kind, target, data) => {
    setBusy(true)
    setProblem(null)
    const answer = await sendCommand(kind, { ...target, data })
    if (!answer.ok) setProblem(answer.problem)
    // Accepted: every list and figure may have changed. Refused: what the screen was built on may be old.
    await queries.invalidateQueries()
    setBusy(false)
    return answer.ok ? answer.outcome : null
  }
  return { busy, problem, send, forgive: () => setProblem(null) }
}

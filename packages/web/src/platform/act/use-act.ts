import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Problem } from '../api/problem.ts'
import type { Accepted } from '../outbox/entry.ts'
import type { SendableKind, Sending } from '../outbox/sendable.ts'
import { type Sent, useSend } from '../outbox/use-send.ts'

/** What came of an act. `waiting`: there is no signal; it is kept on this device and goes by itself: the form is done. */
export type Acted =
  | { readonly state: 'accepted'; readonly outcome: Accepted }
  | { readonly state: 'waiting' }
  | { readonly state: 'refused'; readonly problem: Problem }

/** Sending one command from a screen: busy, refused, or done. */
export interface Act {
  readonly busy: boolean
  readonly problem: Problem | null
  readonly send: <Kind extends SendableKind>(kind: Kind, sending: Sending<Kind>) => Promise<Acted>
  /** Shows a no that came from elsewhere, or none. */
  readonly tell: (problem: Problem | null) => void
  /** Busy with what has to happen before the command can be sent. */
  readonly setBusy: (busy: boolean) => void
}

/** Nothing is shown as done before the server has accepted it: until then the screen says that it is being sent. */
export function useAct(): Act {
  const sendCommand = useSend()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const send: Act['send'] = async (kind, sending) => {
    setBusy(true)
    setProblem(null)
    const answer = await sendCommand(kind, sending)
    const acted = actedOf(answer)
    if (acted.state === 'refused') setProblem(acted.problem)
    // Refused: what the screen was built on may be old. After a yes the outbox itself has all screens ask again.
    if (acted.state === 'refused') await queries.invalidateQueries()
    setBusy(false)
    return acted
  }
  return { busy, problem, send, tell: setProblem, setBusy }
}

function actedOf(sent: Sent): Acted {
  if (sent.ok) return { state: 'accepted', outcome: sent.outcome }
  return sent.waiting ? { state: 'waiting' } : { state: 'refused', problem: sent.problem }
}

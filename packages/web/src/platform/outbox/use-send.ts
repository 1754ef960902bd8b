import { useCallback } from 'react'
import type { Problem } from '../api/problem.ts'
import { useText } from '../i18n/use-text.ts'
import type { Accepted } from './entry.ts'
import type { SendableKind, Sending } from './sendable.ts'
import { useOutbox } from './use-outbox.ts'

/**
 * What became of a command. `waiting`: it is kept and will be sent by itself; the form is done and must not be sent
 * again. Otherwise it was refused: nothing was changed, `problem` says why, and the form keeps what was typed.
 */
export type Sent =
  | { readonly ok: true; readonly outcome: Accepted }
  | { readonly ok: false; readonly waiting: boolean; readonly problem: Problem; readonly entryId: string }

export type Send = <Kind extends SendableKind>(kind: Kind, what: Sending<Kind>) => Promise<Sent>

/** `const send = useSend()`: for a form that waits for its answer and shows a refusal beside itself. */
export function useSend(): Send {
  const t = useText()
  const { send, seen } = useOutbox()
  return useCallback<Send>(
    async (kind, what) => {
      const entry = await send(kind, what)
      const entryId = entry.command.id
      if (entry.state === 'accepted') return { ok: true, outcome: entry.outcome }
      if (entry.state === 'waiting') {
        const problem = {
          code: entry.why?.code ?? 'unavailable',
          message: t('outbox.kept'),
          requestId: null,
          details: {},
        }
        return { ok: false, waiting: true, problem, entryId }
      }
      // The caller shows it beside the form, where the typed text still stands: that is seen.
      await seen(entryId)
      return { ok: false, waiting: false, problem: { ...entry.why, requestId: null }, entryId }
    },
    [send, seen, t],
  )
}

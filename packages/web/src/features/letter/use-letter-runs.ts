import { useSyncExternalStore } from 'react'
import { useSend } from '../../platform/outbox/use-send.ts'
import { session } from '../../platform/session/session-store.ts'
import { useActing, useMe } from '../../platform/session/use-session.ts'
import type { LetterRun, PrintRun, RunAct, RunItem } from './letter-run.ts'
import { letterRuns, startPrint, startRun, subscribeRuns } from './letter-run.ts'
import type { PrintedLetter } from './print.ts'

interface LetterRuns {
  readonly run: LetterRun | null
  readonly print: PrintRun | null
  readonly start: (act: RunAct, items: readonly RunItem[]) => void
  readonly printAll: (letters: readonly PrintedLetter[]) => void
}

/** Doing one thing with many letters, and what came of it. Another person on the same page has nothing to do with it. */
export function useLetterRuns(): LetterRuns {
  const { run, print } = useSyncExternalStore(subscribeRuns, letterRuns, letterRuns)
  const send = useSend()
  const { staff } = useMe()
  const { post } = useActing()
  return {
    run: run?.staff === staff ? run : null,
    print: print?.staff === staff ? print : null,
    start: (act, items) =>
      post && void startRun({ act, staff, office: post.office, items }, send, (who) => session().me?.staff === who),
    printAll: (letters) => void startPrint(staff, letters),
  }
}

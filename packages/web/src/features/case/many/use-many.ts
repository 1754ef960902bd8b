import type { CaseLine } from '@openslrt/core/contract/case-queries.ts'
import { useState, useSyncExternalStore } from 'react'
import { useSend } from '../../../platform/outbox/use-send.ts'
import { session } from '../../../platform/session/session-store.ts'
import { useActing, useMe } from '../../../platform/session/use-session.ts'
import type { Choosing } from '../../../ui/data-rows.tsx'
import { type ManyAct, type ManyRun, manyRun, rowsToDo, startRun, subscribeRun, undoOf } from './many-run.ts'

/** Cases that were picked, over all pages that were looked at. */
export interface Picked {
  readonly lines: readonly CaseLine[]
  readonly choose: Choosing<CaseLine>['choose']
  readonly has: (line: CaseLine) => boolean
  readonly clear: () => void
}

/** QUEUE-11 Picks cases and keeps them picked when the page is turned. */
export function usePicked(): Picked {
  const [picked, setPicked] = useState<ReadonlyMap<string, CaseLine>>(new Map())
  const choose: Picked['choose'] = (rows, chosen) =>
    setPicked((before) => {
      const after = new Map(before)
      for (const row of rows)
        if (chosen) after.set(row.id, row)
        else after.delete(row.id)
      return after
    })
  return {
    lines: [...picked.values()],
    choose,
    has: ({ id }) => picked.has(id),
    clear: () => setPicked(new Map()),
  }
}

export interface Many {
  readonly run: ManyRun | null
  readonly start: (act: ManyAct, lines: readonly CaseLine[]) => void
  /** What takes a run back; null where there is nothing to take back. */
  readonly undo: (run: ManyRun) => (() => void) | null
}

/** Doing one thing to many cases, and what came of it. */
export function useMany(): Many {
  const run = useSyncExternalStore(subscribeRun, manyRun, manyRun)
  const send = useSend()
  const { staff } = useMe()
  const { post } = useActing()
  const go = (next: ManyRun): void => void startRun(next, send, (who) => session().me?.staff === who)
  return {
    // Another person on the same page has nothing to do with it.
    run: run?.staff === staff ? run : null,
    start: (act, lines) => post && go({ act, staff, office: post.office, rows: rowsToDo(lines) }),
    undo: (done) => {
      const back = undoOf(done)
      return back && (() => go(back))
    },
  }
}

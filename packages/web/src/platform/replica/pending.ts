import type { ReplicaRow } from '@openslrt/core/contract/replica.ts'
import { type VisitData, visitCommandData } from '@openslrt/core/contract/visit.ts'
import { visitRule } from '@openslrt/core/visit/moves.ts'
import type { VisitStatus } from '@openslrt/core/visit/visit.ts'
import type { Command, Entry } from '../outbox/entry.ts'
import type { Kept } from './journal.ts'
import type { PhoneState } from './phone-db.ts'
import type { Shown } from './view.ts'

/** What was done on this phone and is not in its rows yet: waiting, sent and not pulled back, or refused. */
export interface Pending {
  readonly command: Command
  readonly state: 'waiting' | 'sent' | 'refused'
}

/** SYNC-27 Rows stay what the server said; what was done here is laid over them, so that no page can take it away. */
export function pendingOf(entries: readonly Entry[], kept: readonly Kept[], state: PhoneState): readonly Pending[] {
  const pulled = state.cursor?.since ?? 0
  const sent = kept.filter(({ seq, epoch }) => epoch !== state.epoch || seq > pulled)
  return [
    ...sent.map(({ command }): Pending => ({ command, state: 'sent' })),
    ...entries.flatMap(({ command, state: now }): Pending[] => (now === 'accepted' ? [] : [{ command, state: now }])),
  ]
}

type Visit = ReplicaRow['visit']

/** A visit as its person sees it: with what they wrote there, and where that is. */
export interface ShownVisit {
  readonly visit: Visit
  readonly pending: Pending['state'] | null
}

/** SYNC-27 The visits with what was done on this phone. */
export function visitsOf({ visit }: Shown, pending: readonly Pending[]): readonly ShownVisit[] {
  const done = new Map(pending.map((one) => [one.command.subject, one]))
  return [...visit.values()].map((row) => {
    const last = done.get(row.id)
    if (!last) return { visit: row, pending: null }
    return { visit: last.state === 'refused' ? row : written(row, last.command), pending: last.state }
  })
}

function written(visit: Visit, { kind, data }: Command): Visit {
  if (kind === 'visit.miss') return { ...visit, status: statusAfter('miss', visit.status) }
  if (kind !== 'visit.done') return visit
  const said = visitCommandData.done.safeParse(data)
  const found: Partial<VisitData['done']> = said.success ? said.data : {}
  return {
    ...visit,
    status: statusAfter('done', visit.status),
    result: found.result ?? visit.result,
    fit: found.fit ?? visit.fit,
  }
}

function statusAfter(step: 'done' | 'miss', now: VisitStatus): VisitStatus {
  const { to } = visitRule(step)
  return to === 'same' ? now : to
}

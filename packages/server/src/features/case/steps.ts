import type { HistoryStep } from '@openslrt/core/contract/case-queries.ts'
import type { Payload } from '@openslrt/core/ledger/entry.ts'
import { payload } from '@openslrt/core/ledger/payload.ts'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { openWords } from '../../platform/ledger/pack.ts'
import type { EntryRow } from './queries.ts'

/** The way of a case, step by step. An erased entry keeps its place in it, with what was done and without its words. */
export function stepsOf(history: readonly EntryRow[], keys: DistrictKeys): HistoryStep[] {
  const read = history.map((entry) => readEntry(entry, keys))
  const left = new Map(read.flatMap((one) => one?.erases ?? []).map((remnant) => [remnant.seq, remnant.payload]))
  return history.map((entry, at) => stepOf(entry, read[at] ?? left.get(entry.seq)))
}

function readEntry({ payload: sealed, command_id }: EntryRow, keys: DistrictKeys): Payload | null {
  return sealed ? payload(openWords(keys, sealed, command_id)) : null
}

const stepOf = (entry: EntryRow, read: Payload | undefined): HistoryStep => ({
  seq: entry.seq,
  action: read?.action ?? actionOf(entry.kind),
  at: entry.received_at.getTime(),
  doneAt: entry.done_at.getTime(),
  actorName: entry.actor_name ?? entry.actor.split(':')[0] ?? '',
  officeName: entry.office_name,
  note: read?.note ?? '',
  say: read?.say ?? {},
})

/** What was done, where what was left of an entry went on with the erasure of somebody else (ADR 48). */
function actionOf(kind: string): string {
  const [capability = '', act = ''] = kind.split('.')
  if (capability === 'case') return act
  return kind === 'referral.request' ? 'refer' : `${capability}-${act}`
}

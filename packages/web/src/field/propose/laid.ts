import { proposalCommandData } from '@openslrt/core/contract/proposal.ts'
import { type ReplicaRow, replicaRow } from '@openslrt/core/contract/replica.ts'
import { draftedProposal, endedProposal, mendableProposal, proposalRule } from '@openslrt/core/proposal/moves.ts'
import type { Command } from '../../platform/outbox/entry.ts'
import type { Pending } from '../../platform/replica/pending.ts'
import type { Shown } from '../../platform/replica/view.ts'

type Proposal = ReplicaRow['proposal']

/** A proposal as it stands, with what was done of it here. */
export interface LaidProposal {
  readonly row: Proposal
  readonly pending: Pending['state'] | null
}

/** FIELD-24 Proposals with those that were made here, and with what was taken back; what was refused is not so. */
export function laidProposals({ proposal }: Pick<Shown, 'proposal'>, pending: readonly Pending[]) {
  const found = new Map<string, LaidProposal>([...proposal].map(([id, row]) => [id, { row, pending: null }]))
  for (const { command, state } of pending) {
    if (state === 'refused' || !command.kind.startsWith('proposal.')) continue
    const row = after(found.get(command.subject)?.row ?? null, command)
    if (row) found.set(command.subject, { row, pending: state })
  }
  return [...found.values()]
}

// The version that it has once the server took this step too: the step after it is taken on that one.
const next = (row: Proposal): Proposal => ({ ...row, version: row.version + 1 })

function after(row: Proposal | null, { kind, subject, data }: Command): Proposal | null {
  if (kind === 'proposal.withdraw') {
    const said = proposalCommandData.withdraw.safeParse(data)
    const { to } = proposalRule('withdraw')
    return row && said.success && to !== 'same' ? { ...next(row), status: to, words: said.data.note } : row
  }
  if (kind !== 'proposal.draft') return row && next(row)
  if (row !== null) return row
  const said = proposalCommandData.draft.safeParse(data)
  if (!said.success) return null
  const made = { id: subject, version: 1, seq: 0, status: draftedProposal, why: null, words: null }
  return replicaRow.proposal.safeParse({ ...said.data, ...made }).data ?? null
}

const urgency = ({ row: { status } }: LaidProposal): number =>
  Number(endedProposal.includes(status)) * 2 + Number(!mendableProposal.includes(status))

/** FIELD-24 Of a whole phone: what came back or was only begun first, what has ended last. */
export const inOrder = (all: readonly LaidProposal[]): readonly LaidProposal[] =>
  all.toSorted((one, other) => urgency(one) - urgency(other) || one.row.name.localeCompare(other.row.name, 'id'))

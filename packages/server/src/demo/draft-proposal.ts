import { wireOf } from '@openslrt/core/kernel/instant.ts'
import type { ProposalKind } from '@openslrt/core/proposal/kinds.ts'
import type { Household } from './plan-families.ts'
import { words } from './proposal-words.ts'
import type { Thread } from './thread.ts'

/** DEMO-14 A proposal as it is taken down, with what its kind asks for. */
export function draft(thread: Thread, kind: ProposalKind, household: Household): string {
  const id = thread.newId('proposal')
  const { head } = household
  thread.act([household.village, 'fo'], 'proposal.draft', id, {
    person: head.id,
    family: household.id,
    name: head.name,
    nik: head.nik,
    kk: head.kk,
    ...words(kind, household, thread),
    kind,
    place: household.village,
    case: null,
    visit: null,
    capturedAt: wireOf(thread.at()),
  })
  return id
}

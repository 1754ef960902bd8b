import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { ProposalRow } from '@openslrt/core/proposal/proposal.ts'
import type { PoolClient } from 'pg'
import type { CaseParts } from '../case/index.ts'
import { type Reading, staffIn } from './lines.ts'
import { selectNames, selectPlaceNames } from './queries.ts'

/** Places and people that are named beside those of the proposals. */
interface Beside {
  readonly places?: readonly { readonly place: string }[]
  readonly staff?: readonly string[]
}

/** What lines are made with: names of places and of people. */
export async function readingOf(
  { reference }: CaseParts,
  client: PoolClient,
  reader: StaffActor,
  rows: readonly ProposalRow[],
  beside: Beside = {},
): Promise<Reading> {
  const places = await selectPlaceNames(
    client,
    [...rows, ...(beside.places ?? [])].map(({ place }) => place),
  )
  const names = await selectNames(client, [...rows.flatMap(staffIn), ...(beside.staff ?? [])])
  return { reader, reference, places, names, now: Date.now() }
}

/** PROPOSAL-16 Whole numbers are for those who type them off, and for nobody who only reads. */
export const mayType = ({ permissions }: StaffActor): boolean =>
  permissions.has('proposal.make') || permissions.has('proposal.verify')

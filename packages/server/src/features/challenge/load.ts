import type { Actor } from '@openslrt/core/access/actor.ts'
import type { ChallengeRow } from '@openslrt/core/challenge/challenge.ts'
import { challengeList } from '@openslrt/core/challenge/shipped.ts'
import type { OfficeId } from '@openslrt/core/kernel/id.ts'
import { officesAbove } from '@openslrt/core/office/office.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import { rowOf } from '../../platform/ledger/tables.ts'
import { selectStaffed } from '../case/index.ts'
import type { Reference } from '../reference/index.ts'
import { selectChallenge } from './queries.ts'

/** A challenge that an actor sees; one that they do not is not told from one that does not exist. */
export async function findChallenge(
  client: PoolClient,
  actor: Actor,
  district: string,
  id: string,
): Promise<ChallengeRow | null> {
  const row = await selectChallenge(client, actor, district, id)
  return row && rowOf('challenge', row, null)
}

/** CHALLENGE-4 The offices above one where somebody works now who may answer challenges. */
export function staffedAbove(
  client: PoolClient,
  reference: Reference,
  office: OfficeId,
  place: PlaceCode,
): Promise<ReadonlySet<OfficeId>> {
  const above = [...officesAbove(office, reference.offices())].map(({ id }) => id)
  const roles = [...reference.roles(place).values()].filter(({ permissions }) =>
    permissions.includes('challenge.answer'),
  )
  return selectStaffed(
    client,
    above,
    roles.map(({ code }) => code),
  )
}

/** The kinds of challenges as the list holds them on a day. */
export const kindsOn = (reference: Reference, district: string, day: string) =>
  reference.list(challengeList, district, day).map(({ code, names: { id, en } }) => ({ code, names: { id, en } }))

import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { actorName } from '@openslrt/core/access/actor.ts'
import type { PoolClient } from 'pg'

/** A district in which a NIK is known outside the scope of whoever asks; without a code it says that they asked too often. */
export interface Elsewhere {
  readonly district: string | null
  readonly name: string | null
}

export async function selectElsewhere(
  client: PoolClient,
  actor: StaffActor,
  nik: Buffer,
): Promise<readonly Elsewhere[]> {
  const { rows } = await client.query<Elsewhere>(
    'select e.district, p.name from person_elsewhere($1, $2, $3) e left join place p on p.code = e.district order by 1',
    [nik, actorName(actor), actor.office],
  )
  return rows
}

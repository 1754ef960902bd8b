import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { KnownElsewhere } from '@openslrt/core/contract/find.ts'
import { ledgerCode, placeCode } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import type { Reference } from '../reference/index.ts'
import { selectElsewhere } from './queries-elsewhere.ts'

/**
 * DOUBLE-5 Where else a NIK is known, for those who write people down: the district and the office to ask there. Whoever
 * only reads is told nothing, and is not logged as having asked.
 */
export async function elsewhereOf(
  client: PoolClient,
  actor: StaffActor,
  reference: Reference,
  nik: Buffer,
): Promise<{ readonly elsewhere: KnownElsewhere[]; readonly limited: boolean }> {
  if (!actor.permissions.has('registry.edit')) return { elsewhere: [], limited: false }
  const districts = await selectElsewhere(client, actor, nik)
  const elsewhere = districts.flatMap(({ district, name }) =>
    district === null ? [] : [knownIn(reference, district, name)],
  )
  return { elsewhere, limited: districts.some(({ district }) => district === null) }
}

function knownIn(reference: Reference, code: string, name: string | null): KnownElsewhere {
  const place = placeCode.parse(code)
  const serving = reference.serving(place).filter((office) => office.active)
  const office = serving.find(({ kind }) => kind === 'secretariat') ?? serving[0]
  return {
    district: ledgerCode.parse(code),
    districtName: name ?? code,
    officeName: office?.name ?? '',
  }
}

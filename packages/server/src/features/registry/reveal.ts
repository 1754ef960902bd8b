import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { Holder } from '@openslrt/core/registry/registry.ts'
import type { PoolClient } from 'pg'
import { logAccess } from '../../platform/ledger/access-log.ts'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { findFamily, findPerson } from './load.ts'

interface Asked {
  readonly district: string
  readonly of: Holder
  readonly id: string
  readonly reason: string
}
interface Numbers {
  readonly nik: string | null
  readonly kk: string | null
  readonly phone: string | null
}

/** REGISTRY-18 Numbers in the open, of somebody whom the reader sees, with the reason on record. */
export async function revealNumbers(
  client: PoolClient,
  reader: StaffActor,
  asked: Asked,
  keys: DistrictKeys,
): Promise<Result<Numbers, Refusal>> {
  const { district, id, reason } = asked
  const found =
    asked.of === 'person' ? await ofPerson(client, reader, asked, keys) : await ofFamily(client, reader, asked, keys)
  if (!found) return no({ code: 'not-found' })
  await logAccess(client, reader, { district, action: 'reveal', subject: id, reason })
  return ok(found)
}

type Look = (client: PoolClient, reader: StaffActor, asked: Asked, keys: DistrictKeys) => Promise<Numbers | null>

const ofPerson: Look = async (client, reader, { district, id }, keys) => {
  const person = await findPerson(client, reader, district, id, keys)
  return person && { nik: person.nik, kk: null, phone: person.phone }
}

const ofFamily: Look = async (client, reader, { district, id }, keys) => {
  const family = await findFamily(client, reader, district, id, keys)
  return family && { nik: null, kk: family.kk, phone: null }
}

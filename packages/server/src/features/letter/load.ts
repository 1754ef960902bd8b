import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { CaseRow } from '@openslrt/core/case/case.ts'
import type { PlaceNames } from '@openslrt/core/letter/content.ts'
import type { LetterRow } from '@openslrt/core/letter/letter.ts'
import type { PoolClient } from 'pg'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { findCase, grantsOf, lettersOf, seesWhole } from '../case/index.ts'
import { selectPlaceNames } from './queries.ts'

/** A case with its letters, opened. */
export interface Opened {
  readonly case: CaseRow
  readonly letters: readonly LetterRow[]
}

/** LETTER-17 A case and its letters, for staff who see the case whole; a grant shows no letter. */
export async function findLetters(
  client: PoolClient,
  actor: StaffActor,
  district: string,
  id: string,
  keys: DistrictKeys,
): Promise<Opened | null> {
  const kase = await findCase(client, actor, district, id, keys)
  if (!kase) return null
  const grants = await grantsOf(client, district, id, null)
  if (!seesWhole(kase, actor, grants)) return null
  return { case: kase, letters: await lettersOf(client, district, id, keys) }
}

/** What the places of a village's letter are called. */
export async function placeNamesOf(client: PoolClient, village: string): Promise<PlaceNames> {
  const codes = [village, village.slice(0, 8), village.slice(0, 5), village.slice(0, 2)]
  const names = await selectPlaceNames(client, codes)
  const [own = '', subdistrict = '', district = '', province = ''] = codes.map((code) => names.get(code) ?? '')
  return { village: own, subdistrict, district, province }
}

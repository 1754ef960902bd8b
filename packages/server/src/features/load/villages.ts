import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { FindPlace } from '@openslrt/core/load/check-row.ts'
import { codeIn, lettersOf } from '@openslrt/core/office/import/find-place.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import type { Pool, PoolClient } from 'pg'
import { selectVillages } from './queries.ts'

/** LOAD-5 How rows of a district name their villages: by code, with or without dots, or by name under their sub-district. */
export async function villagesOf(client: PoolClient | Pool, district: string): Promise<FindPlace> {
  const codes = new Map<string, PlaceCode>()
  const named = new Map<string, PlaceCode | null>()
  for (const { code, name, subdistrict } of await selectVillages(client, district)) {
    const village = placeCode.parse(code)
    codes.set(code, village)
    for (const key of [lettersOf(name), `${lettersOf(name)} ${lettersOf(subdistrict)}`])
      named.set(key, named.has(key) ? null : village)
  }
  const read = new Map<string, ReturnType<FindPlace>>()
  return ({ code, village, subdistrict }) => {
    if (code !== '') {
      // A file names the same few villages on all of its rows.
      const known = read.get(code) ?? byCode(codes, code)
      if (read.size < mostRead) read.set(code, known)
      return known
    }
    const found = named.get(`${lettersOf(village)} ${lettersOf(subdistrict)}`) ?? named.get(lettersOf(village))
    return found ? ok(found) : no('place-unknown')
  }
}

/** More than a district has; what is spelt wrongly in more ways than that is read each time. */
const mostRead = 5_000

function byCode(codes: ReadonlyMap<string, PlaceCode>, said: string) {
  const code = codeIn(said)
  const village = code === null ? undefined : codes.get(code)
  if (village) return ok(village)
  return no(code === null ? ('place-unknown' as const) : ('place-outside' as const))
}

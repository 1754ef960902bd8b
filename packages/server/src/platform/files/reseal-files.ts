import type { Client } from 'pg'
import type { DistrictKeys } from '../ledger/keys.ts'
import { sealHead } from '../ledger/seal.ts'
import { holdFile, selectDigests } from './queries.ts'
import type { Shelf } from './shelf.ts'
import { fileAbout } from './store.ts'

interface Wish {
  readonly district: string
  /** The number of the key that everything is to be sealed with. */
  readonly key: number
}

/**
 * SEAL-7 Seals the files of a district anew that an older key sealed, on whatever shelf they lie; gives how many. Each
 * file's row is held meanwhile: whoever erases it waits, and does not find it back afterwards. Resumable like the rows.
 */
export async function resealFiles(owner: Client, shelf: Shelf, wish: Wish, keys: DistrictKeys): Promise<number> {
  let resealed = 0
  for (const sha256 of await selectDigests(owner, wish.district))
    resealed += (await holdFile(owner, wish.district, sha256, () => reseal(shelf, wish, sha256, keys))) ?? 0
  return resealed
}

async function reseal(shelf: Shelf, { district, key }: Wish, sha256: string, keys: DistrictKeys): Promise<number> {
  const head = sealHead(key)
  const begins = await shelf.read(district, sha256, head.length)
  if (!begins || begins.equals(head)) return 0
  const sealed = await shelf.read(district, sha256)
  if (!sealed) return 0
  const about = fileAbout(sha256)
  await shelf.write(district, sha256, keys.seal(keys.open(sealed, about), about))
  return 1
}

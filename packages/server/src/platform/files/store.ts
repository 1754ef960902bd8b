import type { DistrictKeys } from '../ledger/keys.ts'
import type { Shelf } from './shelf.ts'

/** Files by the digest of their content, sealed under their district's key. */
export interface FileStore {
  put(district: string, sha256: string, bytes: Buffer, keys: DistrictKeys): Promise<void>
  get(district: string, sha256: string, keys: DistrictKeys): Promise<Buffer>
  /** Forgets a file; one that is not there is forgotten already. */
  remove(district: string, sha256: string): Promise<void>
}

/** What a file's sealed bytes are bound to. */
export const fileAbout = (sha256: string): string => `file ${sha256}`

/** Files sealed on their way to a shelf and opened on their way back: whoever runs the shelf reads none of them. */
export const sealedOn = (shelf: Shelf): FileStore => ({
  put: (district, sha256, bytes, keys) => shelf.write(district, sha256, keys.seal(bytes, fileAbout(sha256))),
  async get(district, sha256, keys) {
    const sealed = await shelf.read(district, sha256)
    if (!sealed) throw new Error(`the file ${sha256} of ${district} is not where files are kept`)
    return keys.open(sealed, fileAbout(sha256))
  },
  remove: (district, sha256) => shelf.remove(district, sha256),
})

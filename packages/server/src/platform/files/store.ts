import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { DistrictKeys } from '../ledger/keys.ts'

/** Files by the digest of their content, sealed under their district's key. */
export interface FileStore {
  put(district: string, sha256: string, bytes: Buffer, keys: DistrictKeys): Promise<void>
  get(district: string, sha256: string, keys: DistrictKeys): Promise<Buffer>
  /** Forgets a file; one that is not there is forgotten already. */
  remove(district: string, sha256: string): Promise<void>
}

/** A store in a folder. The same content is written once; a half-written file never carries its name. */
export function folderStore(folder: string): FileStore {
  const pathOf = (district: string, sha256: string): string => join(folder, district, sha256.slice(0, 2), sha256)
  return {
    async put(district, sha256, bytes, keys) {
      const path = pathOf(district, sha256)
      await mkdir(dirname(path), { recursive: true })
      const unfinished = `${path}.${randomUUID()}`
      await writeFile(unfinished, keys.seal(bytes, `file ${sha256}`), { mode: 0o600 })
      await rename(unfinished, path)
    },
    async get(district, sha256, keys) {
      return keys.open(await readFile(pathOf(district, sha256)), `file ${sha256}`)
    },
    remove: (district, sha256) => rm(pathOf(district, sha256), { force: true }),
  }
}

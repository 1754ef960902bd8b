import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where sealed bytes lie, by district and by the digest of what they hold; it opens none of them. */
export interface Shelf {
  /** The bytes as they lie, or how they begin; null where nothing lies. */
  read(district: string, sha256: string, most?: number): Promise<Buffer | null>
  write(district: string, sha256: string, sealed: Buffer): Promise<void>
  /** Forgets what lies there; what is not there is forgotten already. */
  remove(district: string, sha256: string): Promise<void>
}

/** Where a file lies below any place that holds them, in a folder, a bucket or a backup alike. */
export const pathOfFile = (district: string, sha256: string): string => `${district}/${sha256.slice(0, 2)}/${sha256}`

/** A folder as a shelf. A half-written file never carries its name. */
export function folderShelf(folder: string): Shelf {
  const pathOf = (district: string, sha256: string): string => join(folder, pathOfFile(district, sha256))
  return {
    async read(district, sha256, most) {
      const path = pathOf(district, sha256)
      return (most === undefined ? readFile(path) : beginOf(path, most)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw error
      })
    },
    async write(district, sha256, sealed) {
      const path = pathOf(district, sha256)
      await mkdir(dirname(path), { recursive: true })
      const unfinished = `${path}.${randomUUID()}`
      await writeFile(unfinished, sealed, { mode: 0o600, flush: true })
      await rename(unfinished, path)
    },
    remove: (district, sha256) => rm(pathOf(district, sha256), { force: true }),
  }
}

async function beginOf(path: string, most: number): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(most), 0, most, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

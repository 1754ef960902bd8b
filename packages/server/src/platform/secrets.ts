import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * A secret of 32 bytes that is kept in a file only its owner may read; made at the first start. It is on the disk before
 * anything is sealed with it: what a power cut takes away with the key is lost for good.
 */
export async function keptSecret(file: string): Promise<Buffer> {
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (kept !== null) return decoded(kept, file)
  const made = randomBytes(32)
  await mkdir(dirname(file), { recursive: true })
  // `wx`: a second process that starts at the same moment must not overwrite the first one's key.
  await writeFile(file, `${made.toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true }).catch(
    async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    },
  )
  await syncFolder(dirname(file))
  return decoded(await readFile(file, 'utf8'), file)
}

/** A new name in a folder survives a power cut only when the folder was written too. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}

function decoded(text: string, file: string): Buffer {
  const bytes = Buffer.from(text.trim(), 'base64')
  if (bytes.length !== 32) throw new Error(`${file} does not hold a key of 32 bytes in base64`)
  return bytes
}

import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** A secret of 32 bytes that is kept in a file only its owner may read; made at the first start. */
export async function keptSecret(file: string): Promise<Buffer> {
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (kept !== null) return decoded(kept, file)
  const made = randomBytes(32)
  await mkdir(dirname(file), { recursive: true })
  // `wx`: a second process that starts at the same moment must not overwrite the first one's key.
  await writeFile(file, `${made.toString('base64')}\n`, { mode: 0o600, flag: 'wx' }).catch(
    async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    },
  )
  return decoded(await readFile(file, 'utf8'), file)
}

function decoded(text: string, file: string): Buffer {
  const bytes = Buffer.from(text.trim(), 'base64')
  if (bytes.length !== 32) throw new Error(`${file} does not hold a key of 32 bytes in base64`)
  return bytes
}

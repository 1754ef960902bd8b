import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Password = { readonly text: string; readonly isNew: boolean }

export const passwordPath = (home: string): string => join(home, 'superuser-password')

/** The generated password of the database's superuser, kept in a file that only our own account can read. */
export async function superuserPassword(home: string): Promise<Password> {
  const path = passwordPath(home)
  const found = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  })
  if (found.trim() !== '') return { text: found.trim(), isNew: false }
  const text = randomBytes(24).toString('base64url')
  await writeFile(path, `${text}\n`, { mode: 0o600, flush: true })
  return { text, isNew: true }
}

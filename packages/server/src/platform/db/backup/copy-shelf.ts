import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Shelf } from '../../files/shelf.ts'
import { pathOfFile } from '../../files/shelf.ts'
import { progress } from './copy-tree.ts'
import type { Manifest, ManifestFile } from './manifest.ts'
import type { KnownFile } from './named-files.ts'

/** Where the files of cases lie in a backup. */
export const filesPrefix = 'files/'

/** BACKUP-8 Copies files from a shelf into a backup, sealed as they lie; what is not there is left out. */
export async function copyShelf(
  shelf: Shelf,
  files: readonly KnownFile[],
  folder: string,
  say: (line: string) => void,
): Promise<readonly ManifestFile[]> {
  const copied: ManifestFile[] = []
  const told = progress(say)
  for (const { district, sha256 } of files) {
    const sealed = await shelf.read(district, sha256)
    if (!sealed) continue
    const path = `${filesPrefix}${pathOfFile(district, sha256)}`
    await mkdir(dirname(join(folder, path)), { recursive: true, mode: 0o700 })
    await writeFile(join(folder, path), sealed, { mode: 0o600, flush: true, flag: 'wx' })
    copied.push({ path, size: sealed.length, sha256: digestOf(sealed) })
    told(sealed.length)
  }
  return copied
}

/** BACKUP-8 Puts the files of a backup on a shelf. What lies there already is left; something else under its name ends it. */
export async function putShelf(folder: string, { files }: Manifest, shelf: Shelf): Promise<void> {
  const missing: (ManifestFile & Place)[] = []
  for (const file of files.flatMap((one) => ({ ...one, ...placeOf(one.path) }))) {
    if (file.name === '') continue
    const found = await shelf.read(file.district, file.name)
    if (found && digestOf(found) !== file.sha256)
      throw new Error(
        `the bucket has ${file.path.slice(filesPrefix.length)} sealed otherwise than the backup: name an empty bucket, or leave it as it is with --leave-bucket. Nothing was restored.`,
      )
    if (!found) missing.push(file)
  }
  for (const { path, district, name } of missing) await shelf.write(district, name, await readFile(join(folder, path)))
}

interface Place {
  readonly district: string
  /** The digest that it lies under; empty for what is no file of a case. */
  readonly name: string
}

function placeOf(path: string): Place {
  const [, district = '', name = ''] = /^files\/([^/]+)\/[0-9a-f]{2}\/([0-9a-f]{64})$/.exec(path) ?? []
  return { district, name }
}

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

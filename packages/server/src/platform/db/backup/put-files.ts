import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { copyHashed, digestOfFile } from './hashed-copy.ts'
import type { ManifestFile } from './manifest.ts'

/** What of a backup lies in the data folder beside the database. */
const isBeside = ({ path }: ManifestFile): boolean => path === 'anchors.log' || path.startsWith('files/')

/**
 * Puts the files of cases and anchors.log into the data folder. Those that are there already, from a restore that was
 * broken off, are left as they are; another file under the same name ends it.
 */
export async function putFiles(folder: string, files: readonly ManifestFile[], dataFolder: string): Promise<void> {
  const beside = files.filter(isBeside)
  for (const file of beside) await assertFree(join(dataFolder, file.path), file)
  for (const { path } of beside) {
    const target = join(dataFolder, path)
    if ((await digestOfFile(target)) !== null) continue
    await mkdir(dirname(target), { recursive: true })
    // Under its name only when it is whole. In a container the restore that was killed had the same number as this one.
    const draft = `${target}.restoring-${process.pid}`
    await rm(draft, { force: true })
    await copyHashed(join(folder, path), draft)
    await rename(draft, target)
  }
}

async function assertFree(target: string, { sha256 }: ManifestFile): Promise<void> {
  const found = await digestOfFile(target)
  if (found !== null && found.sha256 !== sha256)
    throw new Error(`${target} is another one than in the backup: name an empty data folder. Nothing was restored.`)
}

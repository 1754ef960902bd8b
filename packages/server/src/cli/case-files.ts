import { join } from 'node:path'
import type { Client } from 'pg'
import type { Config } from '../config.ts'
import { openShelf } from '../open-files.ts'
import { copyShelf, filesPrefix, putShelf } from '../platform/db/backup/copy-shelf.ts'
import { copyFiles, filesBelow } from '../platform/db/backup/copy-tree.ts'
import type { Manifest, ManifestFile } from '../platform/db/backup/manifest.ts'
import { findFaultyFiles, selectFiles } from '../platform/db/backup/named-files.ts'
import { putFiles } from '../platform/db/backup/put-files.ts'
import type { Say } from './words.ts'

/** What a command does with a bucket: takes it along, or leaves it to those who run it. */
export interface BucketWish {
  readonly config: Config
  readonly leaveBucket: boolean
  readonly say: Say
}

/** The files of cases for a backup: from the folder all that lie there, from a bucket those that the database knows. */
export async function copyCaseFiles(
  owner: Client,
  folder: string,
  { config, leaveBucket, say }: BucketWish,
): Promise<readonly ManifestFile[]> {
  if (config.bucket === null) {
    const cases = join(config.dataFolder, 'files')
    return copyFiles(cases, { folder, prefix: filesPrefix }, await filesBelow(cases), say)
  }
  if (leaveBucket) {
    say(`The files of cases stay in the bucket ${config.bucket.bucket}: see that it is backed up where it lies.`)
    return []
  }
  say(`Copying files from the bucket ${config.bucket.bucket} ...`)
  return copyShelf(await openShelf(config), await selectFiles(owner), folder, say)
}

/** Puts what lies beside the database: into the data folder, and files of cases where the configuration keeps them. */
export async function putBeside(
  folder: string,
  manifest: Manifest,
  { config, leaveBucket }: BucketWish,
): Promise<void> {
  if (config.bucket === null) return putFiles(folder, manifest.files, config.dataFolder)
  if (!leaveBucket) await putShelf(folder, manifest, await openShelf(config))
  const anchors = manifest.files.filter(({ path }) => !path.startsWith(filesPrefix))
  return putFiles(folder, anchors, config.dataFolder)
}

/** BACKUP-8 Says which files that cases name can't be opened where files are kept. False when there are any. */
export async function tellFaultyFiles(owner: Client, config: Config, say: Say): Promise<boolean> {
  const { absent, foreign } = await findFaultyFiles(owner, await openShelf(config))
  if (absent.length > 0) say(`Not whole: ${absent.length} files that cases name are missing: ${firstOf(absent)}.`)
  if (foreign.length > 0)
    say(
      `Not whole: ${foreign.length} files are sealed with a key that the database does not have (keys were rotated after the backup): ${firstOf(foreign)}. Put them back as they were then.`,
    )
  return absent.length + foreign.length === 0
}

const firstOf = (paths: readonly string[]): string => `${paths.slice(0, 3).join(', ')}${paths.length > 3 ? ' ...' : ''}`

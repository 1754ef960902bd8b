import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from './config.ts'
import { bucketShelf } from './platform/files/s3-shelf.ts'
import type { Scan } from './platform/files/scan.ts'
import { clamScan, noScan } from './platform/files/scan.ts'
import type { Shelf } from './platform/files/shelf.ts'
import { folderShelf } from './platform/files/shelf.ts'
import type { FileStore } from './platform/files/store.ts'
import { sealedOn } from './platform/files/store.ts'

/** Where files are kept and who looks through them first, as the configuration says. */
export interface Files {
  readonly store: FileStore
  readonly scan: Scan
}

/** Opens the store that is configured. */
export async function openFiles(config: Config): Promise<Files> {
  const scan = config.clamav === null ? noScan : clamScan(config.clamav)
  return { store: sealedOn(await openShelf(config)), scan }
}

/** Where the sealed bytes of files lie: in a bucket, or in the data folder. */
export async function openShelf({ bucket, dataFolder }: Pick<Config, 'bucket' | 'dataFolder'>): Promise<Shelf> {
  if (bucket === null) return folderShelf(join(dataFolder, 'files'))
  const secretKey = (await readFile(bucket.secretKeyFile, 'utf8')).trim()
  return bucketShelf({ ...bucket, secretKey })
}

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from './config.ts'
import { bucketStore } from './platform/files/s3-store.ts'
import type { Scan } from './platform/files/scan.ts'
import { clamScan, noScan } from './platform/files/scan.ts'
import type { FileStore } from './platform/files/store.ts'
import { folderStore } from './platform/files/store.ts'

/** Where files are kept and who looks through them first, as the configuration says. */
export interface Files {
  readonly store: FileStore
  readonly scan: Scan
}

/** Opens the store that is configured: a bucket, or the data folder. */
export async function openFiles({ bucket, clamav, dataFolder }: Config): Promise<Files> {
  const scan = clamav === null ? noScan : clamScan(clamav)
  if (bucket === null) return { store: folderStore(join(dataFolder, 'files')), scan }
  const secretKey = (await readFile(bucket.secretKeyFile, 'utf8')).trim()
  return { store: bucketStore({ ...bucket, secretKey }), scan }
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import type { Bucket } from '../platform/files/s3-shelf.ts'

/** A running server that speaks S3, with one bucket. */
export interface BucketServer {
  readonly bucket: Bucket
  /** Where it lays what it is given. */
  readonly directory: string
  close(): Promise<void>
}

export async function startBucket(): Promise<BucketServer> {
  const directory = await mkdtemp(join(tmpdir(), 'openslrt-bucket-'))
  const name = 'berkas'
  const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets: [{ name }] })
  const { port } = await server.run()
  return {
    directory,
    // The one account that this server knows.
    bucket: {
      endpoint: `http://127.0.0.1:${port}`,
      bucket: name,
      region: 'us-east-1',
      accessKey: 'S3RVER',
      secretKey: 'S3RVER',
    },
    async close() {
      await server.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

import { AwsClient } from 'aws4fetch'
import type { FileStore } from './store.ts'

/** A bucket of a store that speaks S3, and who may use it. */
export interface Bucket {
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKey: string
  readonly secretKey: string
}

const patienceMs = 30_000

/** FILE-9 Keeps files in a bucket, sealed here before they leave: whoever runs the store reads none of them. */
export function bucketStore({ endpoint, bucket, region, accessKey, secretKey }: Bucket): FileStore {
  const client = new AwsClient({
    accessKeyId: accessKey,
    secretAccessKey: secretKey,
    service: 's3',
    region,
    retries: 3,
  })
  const urlOf = (district: string, sha256: string): string =>
    `${endpoint.replace(/\/$/, '')}/${bucket}/${district}/${sha256.slice(0, 2)}/${sha256}`
  const send = async (
    method: 'PUT' | 'GET' | 'DELETE',
    url: string,
    body?: Uint8Array<ArrayBuffer>,
  ): Promise<Response> => {
    const signal = AbortSignal.timeout(patienceMs)
    const answer = await client.fetch(url, { method, signal, ...(body ? { body } : {}) })
    if (!answer.ok) throw new Error(`the store of files answered ${answer.status} to ${method}`)
    return answer
  }
  return {
    async put(district, sha256, bytes, keys) {
      await send('PUT', urlOf(district, sha256), new Uint8Array(keys.seal(bytes, `file ${sha256}`)))
    },
    async get(district, sha256, keys) {
      const answer = await send('GET', urlOf(district, sha256))
      return keys.open(Buffer.from(await answer.arrayBuffer()), `file ${sha256}`)
    },
    async remove(district, sha256) {
      await send('DELETE', urlOf(district, sha256))
    },
  }
}

import { AwsClient } from 'aws4fetch'
import type { Shelf } from './shelf.ts'
import { pathOfFile } from './shelf.ts'

/** A bucket of a store that speaks S3, and who may use it. */
export interface Bucket {
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKey: string
  readonly secretKey: string
}

const patienceMs = 30_000

interface Asked {
  readonly method: 'PUT' | 'GET' | 'DELETE'
  readonly body?: Uint8Array<ArrayBuffer>
  readonly headers?: Readonly<Record<string, string>>
}

/** FILE-9 A bucket as a shelf: what lies there was sealed here before it left. */
export function bucketShelf({ endpoint, bucket, region, accessKey, secretKey }: Bucket): Shelf {
  const client = new AwsClient({
    accessKeyId: accessKey,
    secretAccessKey: secretKey,
    service: 's3',
    region,
    retries: 3,
  })
  const send = async (district: string, sha256: string, asked: Asked): Promise<Response> => {
    const url = `${endpoint.replace(/\/$/, '')}/${bucket}/${pathOfFile(district, sha256)}`
    return client.fetch(url, { ...asked, signal: AbortSignal.timeout(patienceMs) })
  }
  return {
    async read(district, sha256, most) {
      const headers = most === undefined ? {} : { range: `bytes=0-${most - 1}` }
      const answer = await send(district, sha256, { method: 'GET', headers })
      // Read or not, an answer holds its connection until its body is taken.
      const bytes = Buffer.from(await answer.arrayBuffer())
      if (answer.status === 404) return null
      assertDone(answer, 'GET')
      return bytes
    },
    async write(district, sha256, sealed) {
      assertDone(await send(district, sha256, { method: 'PUT', body: new Uint8Array(sealed) }), 'PUT')
    },
    async remove(district, sha256) {
      const answer = await send(district, sha256, { method: 'DELETE' })
      if (answer.status !== 404) assertDone(answer, 'DELETE')
    },
  }
}

function assertDone({ ok, status }: Response, method: Asked['method']): void {
  if (!ok) throw new Error(`the store of files answered ${status} to ${method}`)
}

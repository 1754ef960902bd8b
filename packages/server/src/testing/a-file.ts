import type { Client } from './client.ts'
import type { Answer } from './door.ts'

/** The shortest file that begins like a PDF. */
export const aPdf = Buffer.from('%PDF-1.7\n')

export interface SentFile {
  readonly bytes: Buffer
  readonly type: string
  readonly name?: string
}

const boundary = 'batas-berkas-uji'

/** Uploads a file as a browser's form does. */
export function upload(
  client: Client,
  district: string,
  { bytes, type, name = 'surat.pdf' }: SentFile,
  to = '/api/files',
): Promise<Answer> {
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`
  return client.raw({
    method: 'POST',
    path: `${to}?district=${district}`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  })
}

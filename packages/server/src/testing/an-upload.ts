import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { UploadState } from '@openslrt/core/contract/upload.ts'
import { partType, uploadPaths, uploadRoutes } from '@openslrt/core/contract/upload.ts'
import type { UploadType } from '@openslrt/core/contract/upload-limits.ts'
import type { Client } from './client.ts'
import type { Answer } from './door.ts'

/** A file as a phone announces it, with its bytes. */
export interface AnUpload {
  readonly id: string
  readonly district: string
  readonly sha256: string
  readonly size: number
  readonly type: UploadType
  readonly bytes: Buffer
}

/** Something that begins like a JPEG and is like no other. */
export function aPicture(size = 1000, own: Partial<AnUpload> = {}): AnUpload {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(size - 4)])
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { id: randomUUID(), district: '34.04', sha256, size, type: 'image/jpeg', bytes, ...own }
}

export const begins = (by: Client, { bytes: _bytes, ...body }: AnUpload, own: object = {}): Promise<Answer> =>
  by.ask(uploadRoutes.begin, { body: { ...body, ...own } })

/** Sends the bytes from one place to another. */
export const sendsPart = (by: Client, { id, district, bytes }: AnUpload, at: number, to?: number): Promise<Answer> =>
  by.raw({
    method: 'POST',
    path: `${uploadPaths.part}?${new URLSearchParams({ district, id, at: String(at) })}`,
    headers: { 'content-type': partType },
    body: bytes.subarray(at, to),
  })

/** Sends all of it, part after part, and gives the last answer. */
export async function sendsWhole(by: Client, file: AnUpload, step = 65_536): Promise<Answer> {
  let answer = await begins(by, file)
  for (let at = 0; at < file.size; at += step) answer = await sendsPart(by, file, at, at + step)
  return answer
}

/** How far the server says that it is; throws with the refusal where it says no. */
export function stateOf(answer: Answer): UploadState {
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`)
  return uploadRoutes.begin.reply.parse(answer.body)
}

/** A picture as a visit names it before it is there. */
export const asPhoto = ({ id, sha256, size, type }: AnUpload, kind = 'front') => ({
  id,
  kind,
  sha256,
  size,
  type,
  capturedAt: new Date().toISOString(),
})

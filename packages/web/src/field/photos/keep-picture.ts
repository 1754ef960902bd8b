import type { Result } from '@openslrt/core/kernel/result.ts'
import { no } from '@openslrt/core/kernel/result.ts'
import type { PhotoKind } from '@openslrt/core/visit/visit.ts'
import { digestOf } from '../../platform/file-queue/byte-seal.ts'
import type { FileQueue } from '../../platform/file-queue/file-queue.ts'
import type { KeptFile } from '../../platform/file-queue/kept-file.ts'
import { findRoom, isTight } from '../../platform/file-queue/room.ts'
import { readPicture, shrink } from '../../platform/file-queue/shrink.ts'
import { newId } from '../../platform/outbox/uuid.ts'

/** Why a picture was not kept. */
export type NotKept = 'unreadable' | 'full' | 'not-kept'

/** FIELD-12 Makes a photo small and keeps it in its form; the one of before goes only when this one is kept. */
export async function keepPhoto(
  queue: FileQueue,
  form: string,
  kind: PhotoKind,
  file: Blob,
  before: KeptFile | undefined,
): Promise<Result<KeptFile, NotKept>> {
  const picture = await readPicture(file)
  if (!picture) return no('unreadable')
  const small = await shrink(picture)
  picture.close()
  if (!small.ok) return small
  return keepBlob(queue, { form, kind, type: 'image/jpeg' }, small.value, before)
}

/** Keeps what was drawn or made small, under a number and a digest of its own. */
export async function keepBlob(
  queue: FileQueue,
  about: Pick<KeptFile, 'form' | 'kind' | 'type'>,
  blob: Blob,
  before: KeptFile | undefined,
): Promise<Result<KeptFile, NotKept>> {
  // SYNC-46 What is typed must always have room left: a photo stops before the store does.
  if (isTight(await findRoom(navigator.storage), blob.size)) return no('full')
  const bytes = new Uint8Array(await blob.arrayBuffer())
  const taken = { ...about, id: newId(), sha256: await digestOf(bytes), size: bytes.length, at: Date.now() }
  const kept = await queue.keep(taken, bytes)
  if (kept.ok && before) await queue.remove(before.id)
  return kept
}

import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { no } from '@openslrt/core/kernel/result.ts'
import { kindOf } from '../../platform/files/kind.ts'
import { ScannerAway } from '../../platform/files/scan.ts'
import { sha256 } from '../../platform/ledger/seal.ts'
import type { FileParts } from '../case/index.ts'
import { saveBlob } from '../case/index.ts'
import type { UploadAnswer } from './as-owner.ts'
import { asOwner, wholeAt } from './as-owner.ts'
import type { UploadRow } from './queries.ts'
import { endUpload, restartUpload } from './queries.ts'

/**
 * SYNC-43 All of it is here: it is what was said, by digest and by content, and is looked through; then it lies there
 * first and is told of after, so that nobody is shown a file that is not there. What is something else comes anew.
 */
export async function finish(parts: FileParts, actor: StaffActor, upload: UploadRow): Promise<UploadAnswer> {
  const { ledger, files } = parts
  const { district, sha256: digest, type, size } = upload
  const keys = await ledger.keys.forDistrict(district)
  const bytes = Buffer.concat(await Promise.all(upload.pieces.map((name) => files.store.get(district, name, keys))))
  const refusal = await unfit(parts, upload, bytes)
  if (refusal) {
    if (refusal.code !== 'unavailable') await asOwner(parts, actor, district, (client) => restartUpload(client, upload))
    return no(refusal)
  }
  await files.store.put(district, digest, bytes, keys)
  await saveBlob(ledger.pool, { district, sha256: digest, type, size, letterhead: false })
  return asOwner(parts, actor, district, async (client) => {
    await endUpload(client, upload)
    return wholeAt(client, upload)
  })
}

async function unfit(
  { files }: FileParts,
  { sha256: digest, type }: UploadRow,
  bytes: Buffer,
): Promise<Refusal | null> {
  if (sha256(bytes).toString('hex') !== digest) return { code: 'file-broken' }
  if (kindOf(bytes) !== type) return { code: 'file-type' }
  try {
    return (await files.scan(bytes)).clean ? null : { code: 'file-unsafe' }
  } catch (error) {
    if (!(error instanceof ScannerAway)) throw error
    return { code: 'unavailable', retryAfter: 60 }
  }
}

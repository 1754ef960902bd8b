import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { UploadState } from '@openslrt/core/contract/upload.ts'
import { mostUploads } from '@openslrt/core/contract/upload-limits.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { covers, ledgerOf, placeCode } from '@openslrt/core/place/code.ts'
import { sha256 } from '../../platform/ledger/seal.ts'
import type { FileParts } from '../case/index.ts'
import { holdBlob, saveBlob } from '../case/index.ts'
import type { UploadAnswer } from './as-owner.ts'
import { asOwner, wholeAt } from './as-owner.ts'
import { finish } from './finish.ts'
import type { Announced, UploadRow } from './queries.ts'
import { addPiece, countUploads, findUpload, insertUpload } from './queries.ts'

/** FILE-4 A file is sent where the actor's cases are: in the ledger of their place, or of a district under it. */
export const servesDistrict = ({ place }: StaffActor, district: string): boolean =>
  ledgerOf(place) === district || covers(place, placeCode.parse(district))

/**
 * SYNC-41 Begins a file, or tells how far it has come. What is here whole is told as whole, so that a lost answer costs
 * nothing; what only lacked its last look is looked at again.
 */
export async function begin(parts: FileParts, actor: StaffActor, announced: Announced): Promise<UploadAnswer> {
  const { district, id } = announced
  if (!servesDistrict(actor, district)) return no({ code: 'wrong-district' })
  const found = await asOwner(parts, actor, district, async (client) => {
    if (await holdBlob(client, district, announced.sha256)) return wholeAt(client, announced)
    const known = await findUpload(client, district, id)
    if (known) return known
    if ((await countUploads(client)) >= mostUploads) return no({ code: 'unavailable', retryAfter: 300 } as const)
    const isNew = await insertUpload(client, actor.staff, announced)
    return isNew ? { ...announced, have: 0, pieces: [] } : no({ code: 'not-found' } as const)
  })
  if ('ok' in found) return found
  if (!isSame(found, announced)) return no({ code: 'command-id-reused' })
  return found.have === found.size ? finish(parts, actor, found) : ok(soFar(found))
}

const isSame = (one: Announced, other: Announced): boolean =>
  one.sha256 === other.sha256 && one.size === other.size && one.type === other.type

const soFar = ({ have }: UploadRow): UploadState => ({ have, whole: false, head: 0 })

/** Where a part begins, and what it is. */
export interface Part {
  readonly district: string
  readonly id: string
  readonly at: number
  readonly bytes: Buffer
}

/**
 * SYNC-42 Takes the part that comes next. One that came before, or that does not begin where the last ended, changes
 * nothing: the answer is how far the file has come, and the phone goes on from there.
 */
export async function takePart(parts: FileParts, actor: StaffActor, part: Part): Promise<UploadAnswer> {
  const { district, id, at, bytes } = part
  const before = await asOwner(parts, actor, district, (client) => findUpload(client, district, id))
  if (!before) return no({ code: 'not-found' })
  if (at + bytes.length > before.size) return no({ code: 'file-too-large', limit: before.size })
  if (at === before.have && bytes.length > 0) await keepPiece(parts, actor, before, bytes)
  const after = await asOwner(parts, actor, district, (client) => findUpload(client, district, id))
  // Whole meanwhile: another delivery of the same part ended it.
  if (!after) return begin(parts, actor, before)
  return after.have === after.size ? finish(parts, actor, after) : ok(soFar(after))
}

/** Noted before it lies there, so that the sweep finds it whatever becomes of it; and only then counted. */
async function keepPiece(parts: FileParts, actor: StaffActor, upload: UploadRow, bytes: Buffer): Promise<void> {
  const { ledger, files } = parts
  const { district, id, have } = upload
  const name = pieceName(district, id, have)
  const size = bytes.length
  await saveBlob(ledger.pool, { district, sha256: name, type: 'application/octet-stream', size, letterhead: false })
  await files.store.put(district, name, bytes, await ledger.keys.forDistrict(district))
  await asOwner(parts, actor, district, (client) => addPiece(client, upload, { name, size }))
}

/** A part is named by its place: by its content a small file's only part would have the name of the whole. */
const pieceName = (district: string, id: string, at: number): string =>
  sha256(Buffer.from(`upload ${district} ${id} ${at}`)).toString('hex')

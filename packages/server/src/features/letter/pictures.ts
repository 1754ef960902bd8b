import type { LetterLogo } from '@openslrt/core/letter/paper.ts'
import { kindOf } from '../../platform/files/kind.ts'
import type { FileStore } from '../../platform/files/store.ts'
import type { Keys } from '../../platform/ledger/keys.ts'
import type { Pictures, Sheet } from './draw-letter.ts'
import { pictureKey } from './draw-letter.ts'

/** A picture as the drawing library takes it. */
export const pictureOf = (bytes: Buffer): string => `data:${kindOf(bytes)};base64,${bytes.toString('base64')}`

/** The pictures that letters carry, each once. */
export async function picturesOf(sheets: readonly Sheet[], store: FileStore, keys: Keys): Promise<Pictures> {
  const logos = new Map<string, LetterLogo>()
  for (const { paper } of sheets) if (paper.head.logo) logos.set(pictureKey(paper.head.logo), paper.head.logo)
  const pictures: Record<string, string> = {}
  for (const [key, { place, file }] of logos)
    pictures[key] = pictureOf(await store.get(place, file, await keys.forDistrict(place)))
  return pictures
}

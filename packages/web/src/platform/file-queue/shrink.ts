import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'

/** FIELD-12 As large as a letter can be read in a photo of a family card, and no larger. */
export const longestSide = 1600
/** What a photo should weigh: four parts, half a minute on a bad line. */
export const wantedBytes = 300_000
const qualities = [0.8, 0.7, 0.6, 0.5, 0.4] as const

/** A picture that was read, to be drawn at any size. */
export interface Picture {
  readonly width: number
  readonly height: number
  /** As a JPEG of this size and quality. Drawn anew: what the camera wrote beside it (where, when, by what) is gone. */
  readonly draw: (width: number, height: number, quality: number) => Promise<Blob | null>
}

/** The size of a picture whose longest side is no longer than that; never larger than it was. */
export function sizeWithin(width: number, height: number, longest: number): { width: number; height: number } {
  const share = Math.min(1, longest / Math.max(width, height, 1))
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) }
}

/** FIELD-12 Makes a picture small: first by its sides, then by its quality, and where that is not enough by its sides again. */
export async function shrink(picture: Picture): Promise<Result<Blob, 'unreadable'>> {
  for (let longest = longestSide; ; longest = Math.round(longest * 0.75)) {
    const { width, height } = sizeWithin(picture.width, picture.height, longest)
    for (const quality of qualities) {
      const blob = await picture.draw(width, height, quality)
      if (!blob || blob.type !== 'image/jpeg') return no('unreadable')
      if (blob.size <= wantedBytes || longest < 500) return ok(blob)
    }
  }
}

/** Reads a picture in a browser; null for what it can't read. */
export async function readPicture(file: Blob): Promise<(Picture & { readonly close: () => void }) | null> {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
    return { width: bitmap.width, height: bitmap.height, draw: drawer(bitmap), close: () => bitmap.close() }
  } catch {
    return null
  }
}

const drawer =
  (bitmap: ImageBitmap): Picture['draw'] =>
  (width, height, quality) => {
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    const pen = canvas.getContext('2d')
    if (!pen) return Promise.resolve(null)
    // A drawing without a ground would turn black.
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, width, height)
    pen.drawImage(bitmap, 0, 0, width, height)
    return new Promise((done) => canvas.toBlob(done, 'image/jpeg', quality))
  }

/** Signs that are made of bytes at once: as arguments of a function they are not to be too many. */
const step = 30_000

/** The bytes of a file as JSON can carry them. */
export async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const parts = Array.from({ length: Math.ceil(bytes.length / step) }, (_, nth) =>
    String.fromCharCode(...bytes.subarray(nth * step, (nth + 1) * step)),
  )
  return btoa(parts.join(''))
}

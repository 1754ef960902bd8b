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

/** The bytes that JSON carried. */
export const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))

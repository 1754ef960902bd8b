/** RFC 9562 UUIDv7: 48 bits of time, so that ids made later sort later, and 74 random bits. */
export function uuidAt(ms: number, random: Uint8Array): string {
  const bytes = Uint8Array.from(random.subarray(0, 16))
  for (let at = 0; at < 6; at += 1) bytes[at] = Math.floor(ms / 2 ** (40 - 8 * at)) % 256
  bytes[6] = ((bytes[6] ?? 0) % 16) + 0x70
  bytes[8] = ((bytes[8] ?? 0) % 64) + 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** An id for something that is made here. `crypto.randomUUID` is missing on pages without TLS, as in an office's own net. */
export const newId = (): string => uuidAt(Date.now(), crypto.getRandomValues(new Uint8Array(16)))

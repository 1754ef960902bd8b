/** OWASP's figure of 2021 for PBKDF2 with SHA-256: about half a second on a cheap phone. */
export const pinRounds = 310_000

/**
 * SYNC-32 The key that wraps a person's keys: made from the PIN, slowly, and from a key that this browser gives to no script
 * and no copy. A million PINs are soon tried by whoever has a copy of the store; without the device's key they open nothing.
 */
export async function wrapKeyOf(
  pin: string,
  salt: Uint8Array<ArrayBuffer>,
  rounds: number,
  device: CryptoKey,
): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits'])
  const slow = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, typed, 256)
  const both = await crypto.subtle.sign('HMAC', device, slow)
  return crypto.subtle.importKey('raw', both, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

/** The device's own key: not to be exported, so that it leaves the browser in no way that a script knows. */
export const newDeviceKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign'])

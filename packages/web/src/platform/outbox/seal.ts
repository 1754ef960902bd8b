/** What lies on the device: only the person whose key it is can read it, and only in its own place. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly box: ArrayBuffer
}

export interface Seal {
  /** Names the person's entries without naming the person. */
  readonly owner: string
  close(id: string, value: unknown): Promise<Sealed>
  /** Null for what this key can't open. */
  open(id: string, sealed: Sealed): Promise<unknown>
}

/**
 * The seal made from a person's own key (base64url, 32 bytes), which the server gives at every sign-in and this page
 * keeps in memory only. AES-GCM with the entry's id bound in, so that boxes can't be swapped.
 */
export async function makeSeal(outboxKey: string): Promise<Seal> {
  const root = await crypto.subtle.importKey('raw', bytesOf(outboxKey), 'HKDF', false, ['deriveKey', 'deriveBits'])
  const key = await crypto.subtle.deriveKey(derive('seal'), root, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
  const owner = hexOf(await crypto.subtle.deriveBits(derive('owner'), root, 128))
  return {
    owner,
    async close(id, value) {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const plain = new TextEncoder().encode(JSON.stringify(value))
      return { iv, box: await crypto.subtle.encrypt(boundTo(id, iv), key, plain) }
    },
    async open(id, { iv, box }) {
      try {
        const plain = await crypto.subtle.decrypt(boundTo(id, iv), key, box)
        return JSON.parse(new TextDecoder().decode(plain))
      } catch {
        return null
      }
    },
  }
}

const derive = (purpose: string): HkdfParams => ({
  name: 'HKDF',
  hash: 'SHA-256',
  salt: new Uint8Array(),
  info: new TextEncoder().encode(`openslrt outbox ${purpose}`),
})

const boundTo = (id: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(id),
})

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

const hexOf = (bits: ArrayBuffer): string =>
  Array.from(new Uint8Array(bits), (byte) => byte.toString(16).padStart(2, '0')).join('')

import type { Sealed } from '../outbox/seal.ts'

/** Seals the bytes of files: as they are, where what was typed is sealed as text. */
export interface ByteSeal {
  close(id: string, bytes: Uint8Array<ArrayBuffer>): Promise<Sealed>
  /** Null for what this key can't open. */
  open(id: string, sealed: Sealed): Promise<Uint8Array<ArrayBuffer> | null>
}

/** SYNC-7 From the person's own key, as what waits beside them; bound to the file's number, so that boxes can't be swapped. */
export async function makeByteSeal(outboxKey: string): Promise<ByteSeal> {
  const root = await crypto.subtle.importKey('raw', bytesOf(outboxKey), 'HKDF', false, ['deriveKey'])
  const way = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: inBytes('openslrt files seal') }
  const key = await crypto.subtle.deriveKey(way, root, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const boundTo = (id: string, iv: Uint8Array<ArrayBuffer>) => ({ name: 'AES-GCM', iv, additionalData: inBytes(id) })
  return {
    async close(id, bytes) {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      return { iv, box: await crypto.subtle.encrypt(boundTo(id, iv), key, bytes) }
    },
    async open(id, { iv, box }) {
      try {
        return new Uint8Array(await crypto.subtle.decrypt(boundTo(id, iv), key, box))
      } catch {
        return null
      }
    },
  }
}

const inBytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))

/** The digest that a command names a file by. */
export async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

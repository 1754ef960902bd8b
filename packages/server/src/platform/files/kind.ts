/** Kinds of files that a case may hold, told by how they begin and never by what they are called. */
const kinds: readonly { readonly type: string; readonly begins: (bytes: Buffer) => boolean }[] = [
  { type: 'application/pdf', begins: (bytes) => bytes.subarray(0, 5).toString('latin1') === '%PDF-' },
  { type: 'image/jpeg', begins: (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) },
  {
    type: 'image/png',
    begins: (bytes) => bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  },
  {
    type: 'image/webp',
    begins: (bytes) =>
      bytes.subarray(0, 4).toString('latin1') === 'RIFF' && bytes.subarray(8, 12).toString('latin1') === 'WEBP',
  },
]

/** FILE-1 What a file is by its content, or null when it is nothing that a case may hold. */
export const kindOf = (bytes: Buffer): string | null => kinds.find(({ begins }) => begins(bytes))?.type ?? null

/** FILE-2 Whether what the sender claims agrees with what the file is. A wrong claim is refused, not mended. */
export const agrees = (claimed: string, proved: string): boolean =>
  claimed === proved || (claimed === 'image/jpg' && proved === 'image/jpeg')

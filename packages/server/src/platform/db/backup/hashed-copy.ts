import { createHash } from 'node:crypto'
import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'

/** What a copied file was when it was read. */
export interface Digested {
  readonly size: number
  readonly sha256: string
}

const chunkBytes = 1024 * 1024

/**
 * Copies a file, reading it once: the digest is of the bytes that were written, also when a database goes on writing
 * the original meanwhile. Null when the original went away before it was opened.
 */
export async function copyHashed(from: string, to: string): Promise<Digested | null> {
  const source = await openIfThere(from)
  if (source === null) return null
  try {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 })
    const target = await open(to, 'wx', 0o600)
    try {
      const digested = await read(source, (chunk) => target.appendFile(chunk))
      await target.sync()
      return digested
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

/** Size and digest of a file as it lies there; null when there is none. */
export async function digestOfFile(path: string): Promise<Digested | null> {
  const source = await openIfThere(path)
  if (source === null) return null
  try {
    return await read(source, async () => undefined)
  } finally {
    await source.close()
  }
}

async function read(source: FileHandle, each: (chunk: Buffer) => Promise<void>): Promise<Digested> {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(chunkBytes)
  for (let size = 0; ; ) {
    const { bytesRead } = await source.read(buffer, 0, chunkBytes)
    if (bytesRead === 0) return { size, sha256: hash.digest('hex') }
    const chunk = buffer.subarray(0, bytesRead)
    hash.update(chunk)
    await each(chunk)
    size += bytesRead
  }
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  return open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}

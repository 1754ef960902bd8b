import { randomUUID } from 'node:crypto'
import { open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DistrictKeys } from '../ledger/keys.ts'
import { sealHead } from '../ledger/seal.ts'

/** SEAL-7 Seals the files of a district anew that an older key sealed; gives how many. Resumable like the rows. */
export async function resealFiles(
  folder: string,
  { district, key }: { readonly district: string; readonly key: number },
  keys: DistrictKeys,
): Promise<number> {
  let resealed = 0
  const root = join(folder, district)
  for (const shelf of await namesIn(root)) {
    for (const name of (await namesIn(join(root, shelf))).filter((one) => /^[0-9a-f]{64}$/.test(one))) {
      const path = join(root, shelf, name)
      if (await isSealedWith(path, key)) continue
      if (await reseal(path, `file ${name}`, keys)) resealed++
    }
  }
  return resealed
}

async function reseal(path: string, about: string, keys: DistrictKeys): Promise<boolean> {
  const unfinished = `${path}.${randomUUID()}`
  await writeFile(unfinished, keys.seal(keys.open(await readFile(path), about), about), { mode: 0o600, flush: true })
  // Whoever erased it meanwhile must not find it back.
  const still = await open(path).catch(() => null)
  await still?.close()
  await (still ? rename(unfinished, path) : rm(unfinished))
  return still !== null
}

async function isSealedWith(path: string, key: number): Promise<boolean> {
  const head = sealHead(key)
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(head.length), 0, head.length, 0)
    return buffer.equals(head)
  } finally {
    await file.close()
  }
}

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return []
    throw error
  })

import { readFile, rename, writeFile } from 'node:fs/promises'
import { isAbsolute, join, normalize } from 'node:path'
import { z } from 'zod'
import { digestOfFile } from './hashed-copy.ts'

/** A relative path that stays inside the backup: the manifest is read by a program that writes where it says. */
const innerPath = z
  .string()
  .regex(/^[^\0]*[^/\0]$/)
  .refine((path) => !isAbsolute(path) && path === normalize(path) && path !== '.' && !path.startsWith('..'))
const digest = z.string().regex(/^[0-9a-f]{64}$/)

const manifest = z.strictObject({
  format: z.literal(1),
  /** `cluster`: the data folder of an embedded PostgreSQL. `tables`: rows, for any PostgreSQL. */
  kind: z.enum(['cluster', 'tables']),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  postgres: z.string(),
  /** Every migration that the database had seen. */
  migrations: z.array(z.string()),
  /** The ledgers as they stood when the backup began: what was acknowledged before is in it. */
  heads: z.array(z.strictObject({ district: z.string(), seq: z.int(), hash: digest })),
  key: z.strictObject({
    inside: z.boolean(),
    /** Sealed under the master key, to tell the right one before anything is written. */
    mark: z.base64(),
    sentence: z.string(),
  }),
  files: z.array(z.strictObject({ path: innerPath, size: z.int(), sha256: digest })),
})

export type Manifest = z.infer<typeof manifest>
export type ManifestFile = Manifest['files'][number]

const fileName = 'manifest.json'

/** Under which name the master key lies in a backup that holds it, whatever its file is called at home. */
export const keyName = 'master.key'

/** Written last and under its name at once: a folder without it is a backup that was broken off. */
export async function writeManifest(folder: string, written: Manifest): Promise<void> {
  const draft = join(folder, `${fileName}.unfinished`)
  await writeFile(draft, `${JSON.stringify(manifest.parse(written), null, 1)}\n`, { mode: 0o600, flush: true })
  await rename(draft, join(folder, fileName))
}

/** Reads what a folder says about itself, or says why it is no backup that can be used. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, fileName), 'utf8').catch((error: unknown) => {
    throw new Error(`${folder} is no finished backup: there is no ${fileName} in it`, { cause: error })
  })
  const read = manifest.safeParse(parsed(text))
  if (!read.success) throw new Error(`the backup in ${folder} is damaged: its ${fileName} can't be read`)
  return read.data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** BACKUP-4 Compares every file with what the manifest says of it; throws with the first ones that differ. */
export async function assertWhole(folder: string, { files }: Manifest, say: (line: string) => void): Promise<void> {
  const faults: string[] = []
  let bytes = 0
  for (const { path, size, sha256 } of files) {
    const found = await digestOfFile(join(folder, path))
    if (found === null) faults.push(`${path} is missing`)
    else if (found.size !== size || found.sha256 !== sha256) faults.push(`${path} is not what was written`)
    bytes += size
  }
  if (faults.length > 0) {
    const more = faults.length > 3 ? ` and ${faults.length - 3} more` : ''
    throw new Error(
      `the backup in ${folder} is damaged: ${faults.slice(0, 3).join('; ')}${more}. Nothing was restored.`,
    )
  }
  say(`The backup is whole: ${files.length} files, ${spellBytes(bytes)}.`)
}

/** Bytes as people read them. */
export function spellBytes(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB']
  let [value, at] = [bytes, 0]
  while (value >= 1024 && at < units.length - 1) [value, at] = [value / 1024, at + 1]
  return `${at === 0 ? value : value.toFixed(1)} ${units[at]}`
}

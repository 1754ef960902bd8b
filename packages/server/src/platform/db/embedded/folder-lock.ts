import { randomUUID } from 'node:crypto'
import { unlinkSync } from 'node:fs'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { birthMark } from './processes.ts'
import { StartFailure } from './start-failure.ts'

export type FolderLock = { release(): Promise<void> }

/** Makes this process the only OpenSLRT on the folder, or refuses; a lock whose owner has died is taken over. */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = join(folder, 'lock')
  const own = `${process.pid} ${await birthMark(process.pid)}\n`
  while (!(await placeLock(path, own))) {
    const found = await readIfThere(path)
    if (found === undefined) continue
    await refuseIfAlive(found, folder)
    await setAside(path, found)
  }
  return holding(path)
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

/** Linking a finished file is atomic: nobody ever reads half a lock. */
async function placeLock(path: string, text: string): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, text, { mode: 0o644 })
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

async function refuseIfAlive(found: string, folder: string): Promise<void> {
  const [pid = '', mark] = found.trim().split(' ')
  if (mark === undefined || (await birthMark(Number(pid))) !== mark) return
  const sentence =
    `Another OpenSLRT (process ${pid}) is using the data in ${folder}. ` +
    'Stop that one first, or give this one another data folder.'
  throw new StartFailure('folder-in-use', sentence)
}

/** Moving tells two takers apart: one gets the dead lock; who caught a living one by then puts it back. */
async function setAside(path: string, dead: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`
  await rename(path, aside).catch(() => undefined)
  const moved = await readIfThere(aside)
  if (moved !== undefined && moved !== dead) await link(aside, path).catch(() => undefined)
  await rm(aside, { force: true })
}

function holding(path: string): FolderLock {
  const remove = () => {
    try {
      unlinkSync(path)
    } catch {
      // Gone with its folder; there is nothing left to free.
    }
  }
  process.once('exit', remove)
  const release = async () => {
    process.removeListener('exit', remove)
    remove()
  }
  return { release }
}

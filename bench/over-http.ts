import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { LoadPlan, LoadResult } from './http-load.ts'

const execute = promisify(execFile)

/** Sends load from a process of its own. A plan for 64 districts is too long for a command line: it goes by a file. */
export async function overHttp(plan: LoadPlan): Promise<LoadResult> {
  const folder = await mkdtemp(join(tmpdir(), 'load-'))
  try {
    const file = join(folder, 'plan.json')
    await writeFile(file, JSON.stringify(plan))
    const program = join(import.meta.dirname, 'http-load.ts')
    const { stdout } = await execute(process.execPath, [program, file], { maxBuffer: 1 << 28 })
    return JSON.parse(stdout) as LoadResult
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

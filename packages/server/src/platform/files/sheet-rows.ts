import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import type { CsvRow } from './csv-rows.ts'
import { zipFits } from './zip-fits.ts'

/** What of a sheet is told: more rows than a table may have are counted no further. */
export interface SheetLimits {
  readonly rows: number
  readonly cells: number
  readonly inCell: number
}
export interface SheetAsked {
  readonly bytes: Uint8Array
  readonly most: SheetLimits & { readonly letters: number }
}

/** Unpacked, the XML of 10,000 rows is some 10 MB, and what they say is less. */
const mostUnpacked = 64 * 1024 * 1024
const mostLetters = 16_000_000
const patienceMs = 20_000
const memory = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 64 }
const table = z.array(z.object({ line: z.int(), cells: z.array(z.string()) })).nullable()

/** Reads the first sheet of an XLSX file; null where it is none, or asks for more than a table of people's takes. */
export async function sheetRows(bytes: Buffer, most: SheetLimits): Promise<readonly CsvRow[] | null> {
  if (!(await zipFits(bytes, mostUnpacked))) return null
  const read = (): Promise<readonly CsvRow[] | null> => readInThread(bytes, most).catch(() => null)
  // One after the other: each may take the memory and the core that others work with.
  const rows = before.then(read)
  before = rows
  return rows
}
let before: Promise<unknown> = Promise.resolve()

async function readInThread(bytes: Buffer, most: SheetLimits): Promise<z.infer<typeof table>> {
  const workerData: SheetAsked = { bytes, most: { ...most, letters: mostLetters } }
  // Without the environment: what reads a stranger's file has no business with addresses and passwords.
  const worker = new Worker(new URL('sheet-worker.ts', import.meta.url), {
    workerData,
    resourceLimits: memory,
    env: {},
  })
  const timer = setTimeout(() => void worker.terminate(), patienceMs)
  try {
    return await new Promise((resolve, reject) => {
      worker.once('message', (rows: unknown) => resolve(table.parse(rows)))
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('the sheet was not read in time')))
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

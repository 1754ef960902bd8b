import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import type { CsvRow } from './csv-rows.ts'
import { zipFits } from './zip-fits.ts'

/** Unpacked, the XML of 10,000 rows is some 10 MB. */
const mostUnpacked = 64 * 1024 * 1024
const patienceMs = 20_000
const memory = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 64 }
const table = z.array(z.array(z.string()))

/** Reads the first sheet of an XLSX file; null where it is none, or asks for more than a table of people's takes. */
export async function sheetRows(bytes: Buffer): Promise<readonly CsvRow[] | null> {
  if (!(await zipFits(bytes, mostUnpacked))) return null
  const rows = await readInThread(bytes).catch(() => null)
  return rows?.map((cells, nth) => ({ line: nth + 1, cells })).filter(({ cells }) => cells.some(isFilled)) ?? null
}

const isFilled = (cell: string): boolean => cell !== ''

async function readInThread(bytes: Buffer): Promise<z.infer<typeof table>> {
  const worker = new Worker(new URL('sheet-worker.ts', import.meta.url), { workerData: bytes, resourceLimits: memory })
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

import { Worker } from 'node:worker_threads'
import type { Pictures, Sheet } from './draw-letter.ts'

// Two at once: each takes a core while it draws.
const mostAtOnce = 2
let drawing = 0
const waiting: (() => void)[] = []

/** LETTER-24 Letters as one PDF, in their order. The same letters make the same bytes. */
export async function printLetters(sheets: readonly Sheet[], pictures: Pictures = {}): Promise<Buffer> {
  if (drawing >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  drawing++
  try {
    return await draw(sheets, pictures)
  } finally {
    drawing--
    waiting.shift()?.()
  }
}

function draw(sheets: readonly Sheet[], pictures: Pictures): Promise<Buffer> {
  const worker = new Worker(new URL('./paper-worker.ts', import.meta.url), { workerData: { sheets, pictures } })
  return new Promise<Buffer>((resolve, reject) => {
    worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)))
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the thread that draws letters ended without one')))
  }).finally(() => worker.terminate())
}

import { parentPort, workerData } from 'node:worker_threads'
import { readSheet } from 'read-excel-file/node'

// In a thread of its own: parsing takes seconds of a core, and a sheet that claims a million columns takes memory.
const rows = await readSheet(Buffer.from(workerData as Uint8Array))
parentPort?.postMessage(
  rows.map((row) => row.map(textOf)),
  [],
)

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim()
}

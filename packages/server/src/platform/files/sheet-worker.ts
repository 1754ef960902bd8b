import { parentPort, workerData } from 'node:worker_threads'
import { readSheet } from 'read-excel-file/node'
import type { SheetAsked } from './sheet-rows.ts'

// In a thread of its own: parsing takes seconds of a core, and a sheet that claims a million columns takes memory.
const { bytes, most }: SheetAsked = workerData
const sheet = await readSheet(Buffer.from(bytes))
const rows = []
let letters = 0
for (const [nth, row] of sheet.entries()) {
  if (rows.length > most.rows || letters > most.letters) break
  const cells = row.slice(0, most.cells).map((cell) => textOf(cell).slice(0, most.inCell))
  if (cells.every((cell) => cell === '')) continue
  rows.push({ line: nth + 1, cells })
  letters += cells.reduce((sum, cell) => sum + cell.length, 0)
}
// A text that stands in the file once may be shown in every cell: told over, it would fill the memory of all.
parentPort?.postMessage(letters > most.letters ? null : rows, [])

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  // Of sixteen digits a sheet keeps fifteen: a long number is told as what it is, so that nobody takes it for whole.
  if (typeof cell === 'number' && Math.abs(cell) >= 1e15) return cell.toExponential(5)
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim()
}

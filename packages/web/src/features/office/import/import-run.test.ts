import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { rowsAtOnce } from '@openslrt/core/contract/import.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import {
  beginning,
  closeImport,
  goOn,
  type ImportRun,
  importRun,
  rowsToSend,
  stopImport,
  subscribeImport,
  type Take,
  wrongTable,
} from './import-run.ts'

type Line = ImportRun['todo'][number]
const line = (n: number, own: Partial<Line> = {}): Line => ({
  line: n,
  what: 'new',
  name: `Kantor ${n}`,
  changes: [],
  problem: null,
  turn: 0,
  cells: [`Kantor ${n}`],
  ...own,
})
const wrong = { what: 'wrong', problem: { column: 'desa', text: 'Tidak ada.' } } as const
const who = { kind: 'offices', staff: 'a', office: 'b' } as const
const begin = (lines: readonly Line[]): ImportRun => beginning(who, { head: ['nama'], lines: [...lines] })
const all: Take = async (_head, rows) => ok(rows.map((row) => line(row.line)))
const lost = { code: 'offline', message: 'Tidak ada sambungan.', requestId: null, details: {} }

beforeEach(closeImport)

test('IMPORT-12 only rows that change something are sent, those first that others rest on', () => {
  const lines = [line(2, { turn: 4 }), line(3, { what: 'same' }), line(4, { turn: 2, what: 'change' }), line(5, wrong)]
  assert.deepEqual(
    rowsToSend(lines).map((one) => one.line),
    [4, 2],
  )
  const run = begin(lines)
  assert.deepEqual([run.todo.length, run.wrong.map((one) => one.line), run.state], [2, [5], 'sending'])
})

test('IMPORT-12 rows are sent some at a time, and the screen hears of each part', async () => {
  const heard: number[] = []
  const deaf = subscribeImport(() => heard.push(importRun()?.done ?? -1))
  const lines = Array.from({ length: rowsAtOnce * 2 + 1 }, (_, n) => line(n + 2))
  await goOn(begin(lines), all, () => true)
  deaf()
  assert.deepEqual([importRun()?.state, importRun()?.done], ['done', lines.length])
  assert.deepEqual([...new Set(heard)], [0, rowsAtOnce, rowsAtOnce * 2, lines.length])
})

test('IMPORT-12 a run that lost its line stops, and goes on with what is left', async () => {
  let calls = 0
  const breaking: Take = async (head, rows) => (++calls === 2 ? no(lost) : all(head, rows))
  const lines = Array.from({ length: rowsAtOnce + 5 }, (_, n) => line(n + 2))
  await goOn(begin(lines), breaking, () => true)
  const stopped = importRun()
  assert.deepEqual([stopped?.state, stopped?.done, stopped?.problem], ['stopped', rowsAtOnce, lost])
  assert.ok(stopped)
  await goOn(stopped, all, () => true)
  assert.deepEqual([importRun()?.state, importRun()?.done, importRun()?.problem], ['done', rowsAtOnce + 5, null])
})

test('IMPORT-12 whoever stops it keeps what was taken; whoever has left has nothing to do with it', async () => {
  const lines = Array.from({ length: rowsAtOnce * 3 }, (_, n) => line(n + 2))
  const stopping: Take = async (head, rows) => {
    stopImport()
    return all(head, rows)
  }
  await goOn(begin(lines), stopping, () => true)
  assert.deepEqual([importRun()?.state, importRun()?.done], ['stopped', rowsAtOnce])
  await goOn(begin(lines), all, () => false)
  assert.equal(importRun(), null)
  const closing: Take = async (head, rows) => {
    closeImport()
    return all(head, rows)
  }
  await goOn(begin(lines), closing, () => true)
  assert.equal(importRun(), null)
  stopImport()
  assert.equal(importRun(), null)
})

test('IMPORT-9 a row that the law refused after all stands among those that could not be taken', async () => {
  const refusing: Take = async (_head, rows) => ok(rows.map((row) => line(row.line, row.line === 3 ? wrong : {})))
  await goOn(begin([line(2), line(3), line(9, wrong)]), refusing, () => true)
  const run = importRun()
  assert.deepEqual(
    run?.wrong.map((one) => [one.line, one.cells]),
    [
      [9, ['Kantor 9']],
      [3, ['Kantor 3']],
    ],
  )
  assert.deepEqual(wrongTable(['nama'], run?.wrong ?? [], ['kolom', 'sebab']), [
    ['nama', 'kolom', 'sebab'],
    ['Kantor 3', 'desa', 'Tidak ada.'],
    ['Kantor 9', 'desa', 'Tidak ada.'],
  ])
})

test('IMPORT-9 the reasons of the last time make room for those of this time', () => {
  const again = [line(2, { ...wrong, cells: ['Kantor 2', 'nama', 'Dulu.'] })]
  assert.deepEqual(wrongTable(['nama', 'kolom', 'Sebab'], again, ['kolom', 'sebab']), [
    ['nama', 'kolom', 'sebab'],
    ['Kantor 2', 'desa', 'Tidak ada.'],
  ])
})

test('IMPORT-12 a file that changes nothing is done as soon as it begins', async () => {
  let asked = 0
  const counting: Take = async (head, rows) => {
    asked += 1
    return all(head, rows)
  }
  await goOn(begin([line(2, { what: 'same' }), line(3, wrong)]), counting, () => true)
  assert.deepEqual([importRun()?.state, importRun()?.done, asked], ['done', 0, 0])
})

test('IMPORT-12 rows go out with the head of their file, their line and their cells, and nothing else', async () => {
  const sent: unknown[] = []
  const listening: Take = async (head, rows) => {
    sent.push({ head, rows })
    return all(head, rows)
  }
  await goOn(begin([line(7, { name: 'Rahasia', cells: ['a', ''] })]), listening, () => true)
  assert.deepEqual(sent, [{ head: ['nama'], rows: [{ line: 7, cells: ['a', ''] }] }])
})

test('IMPORT-12 a sender who leaves in the middle sends no further part', async () => {
  const lines = Array.from({ length: rowsAtOnce * 3 }, (_, n) => line(n + 2))
  let parts = 0
  const counting: Take = async (head, rows) => {
    parts += 1
    return all(head, rows)
  }
  await goOn(begin(lines), counting, () => parts < 2)
  assert.deepEqual([parts, importRun()], [2, null])
})

test('IMPORT-12 the sender is asked about with the run: whose it is, and from which office', async () => {
  const seen: string[] = []
  const watching = (run: ImportRun): boolean => {
    seen.push(`${run.kind} ${run.staff} ${run.office}`)
    return true
  }
  await goOn(begin([line(2)]), all, watching)
  assert.deepEqual(seen, ['offices a b'])
})

test('IMPORT-12 who no longer listens hears nothing', async () => {
  let heard = 0
  const deaf = subscribeImport(() => {
    heard += 1
  })
  deaf()
  await goOn(begin([line(2)]), all, () => true)
  assert.equal(heard, 0)
})

test('IMPORT-9 the table of reasons comes in the order of the file, and short rows are filled up', () => {
  const rows = [line(9, { ...wrong, cells: ['I'] }), line(3, { ...wrong, cells: ['C', 'Jl. C'] })]
  assert.deepEqual(wrongTable(['nama', 'alamat'], rows, ['kolom', 'sebab']), [
    ['nama', 'alamat', 'kolom', 'sebab'],
    ['C', 'Jl. C', 'desa', 'Tidak ada.'],
    ['I', '', 'desa', 'Tidak ada.'],
  ])
  assert.deepEqual(wrongTable(['nama'], [], ['kolom', 'sebab']), [['nama', 'kolom', 'sebab']])
})

/** A door that answers when it is told to, and remembers which lines came in. */
function slowDoor(wrongAt: readonly number[] = []) {
  const waiting: (() => void)[] = []
  const came: number[][] = []
  const take: Take = async (_head, rows) => {
    came.push(rows.map((row) => row.line))
    await new Promise<void>((resolve) => waiting.push(resolve))
    return ok(rows.map((row) => line(row.line, wrongAt.includes(row.line) ? wrong : {})))
  }
  const answer = async (): Promise<void> => {
    waiting.shift()?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { take, came, answer }
}
const linesOf = (length: number, from = 2): readonly Line[] => Array.from({ length }, (_, n) => line(from + n))
const still = () => true

test('IMPORT-12 who stops it and goes on while rows are under way sends no row twice, and counts each once', async () => {
  const door = slowDoor([3])
  const lines = linesOf(rowsAtOnce * 2)
  const sending = goOn(begin(lines), door.take, still)
  stopImport()
  const stopped = importRun()
  assert.ok(stopped)
  const again = goOn(stopped, door.take, still)
  for (let part = 0; part < 4; part++) await door.answer()
  await Promise.all([sending, again])
  assert.deepEqual(
    door.came.map(([first, ...others]) => [first, others.length + 1]),
    [
      [2, rowsAtOnce],
      [2 + rowsAtOnce, rowsAtOnce],
    ],
  )
  const run = importRun()
  assert.deepEqual([run?.state, run?.done, run?.wrong.map((one) => one.line)], ['done', lines.length, [3]])
})

test('IMPORT-12 a file that is begun while another is under way is sent whole, through its own door', async () => {
  const [old, next] = [slowDoor(), slowDoor()]
  const first = goOn(begin(linesOf(rowsAtOnce + 3)), old.take, still)
  closeImport()
  const other = goOn({ ...begin(linesOf(5, 900)), kind: 'staff' }, next.take, still)
  assert.deepEqual([importRun()?.kind, importRun()?.done], ['staff', 0])
  for (let part = 0; part < 3; part++) await old.answer()
  assert.deepEqual([importRun()?.state, importRun()?.done], ['sending', 0], 'rows of the other file count for it alone')
  await next.answer()
  await Promise.all([first, other])
  assert.deepEqual([importRun()?.state, importRun()?.done], ['done', 5])
  assert.deepEqual(old.came.length, 1)
  assert.deepEqual(next.came, [[900, 901, 902, 903, 904]])
})

test('IMPORT-12 a file that was closed while rows were under way stays closed, and a fault of it is told to nobody', async () => {
  const breaking: Take = async () => {
    await new Promise((resolve) => setImmediate(resolve))
    return no(lost)
  }
  const sending = goOn(begin(linesOf(3)), breaking, still)
  closeImport()
  await sending
  assert.equal(importRun(), null)
  const stopped = goOn(begin(linesOf(3)), breaking, still)
  stopImport()
  await stopped
  assert.deepEqual([importRun()?.state, importRun()?.done, importRun()?.problem], ['stopped', 0, lost])
})

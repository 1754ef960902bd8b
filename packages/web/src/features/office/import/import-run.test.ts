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

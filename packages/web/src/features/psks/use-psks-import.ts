import { type ImportPlan, rowsAtOnce } from '@openslrt/core/contract/import.ts'
import { psksRoutes } from '@openslrt/core/contract/psks-queries.ts'
import { csvOf } from '@openslrt/core/kernel/csv.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../platform/api/ask.ts'
import type { Problem } from '../../platform/api/problem.ts'
import { base64Of } from '../../platform/files/base64-of.ts'
import { saveAs } from '../../platform/files/save-as.ts'
import { useText } from '../../platform/i18n/use-text.ts'

type Line = ImportPlan['lines'][number]
const nothing = { done: 0, refused: 0, finished: false }

/** A file of PSKS: the look at it, and its lines sent some at a time. What was sent is the same when it is sent again. */
export function usePsksImport() {
  const t = useText()
  const queries = useQueryClient()
  const [plan, setPlan] = useState<ImportPlan | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const [sent, setSent] = useState(nothing)
  const todo = (plan?.lines ?? []).filter(({ what }) => what === 'new' || what === 'change')
  const download = async (): Promise<void> => {
    const said = await ask(psksRoutes.template)
    setProblem(said.ok ? null : said.error)
    if (said.ok) saveAs(`${t('psks.title')}.csv`, csvOf(said.value.rows))
  }
  const read = async (file: File | null): Promise<void> => {
    setPlan(null)
    setSent(nothing)
    setProblem(null)
    if (!file) return
    setBusy(true)
    const said = await ask(psksRoutes.plan, { body: { file: await base64Of(file) } })
    setBusy(false)
    if (said.ok) setPlan(said.value)
    else setProblem(said.error)
  }
  const send = async (): Promise<void> => {
    if (!plan) return
    setBusy(true)
    const left = await sendAll(plan, todo, (done, refused) => setSent({ done, refused, finished: false }))
    setBusy(false)
    setProblem(left.problem)
    setPlan({ ...plan, lines: left.lines })
    setSent((now) => ({ ...now, finished: left.problem === null }))
    await queries.invalidateQueries()
  }
  const saveWrong = (): void => {
    const wrong = (plan?.lines ?? []).filter(({ what }) => what === 'wrong')
    const head = [...(plan?.head ?? []), t('psks.import.column'), t('psks.import.reason')]
    const rows = wrong.map(({ cells, problem: why }) => [
      ...(plan?.head ?? []).map((_, nth) => cells[nth] ?? ''),
      why?.column ?? '',
      why?.text ?? '',
    ])
    saveAs(`${t('psks.title')}.csv`, csvOf([head, ...rows]))
  }
  const run = { ...sent, todo: sent.finished ? 0 : todo.length, all: todo.length }
  return { plan, problem, busy, run, download, read, send, saveWrong }
}

/** Sends lines in parts. What could not be taken stays, with its reason. */
async function sendAll(
  { head, lines }: ImportPlan,
  todo: readonly Line[],
  tell: (done: number, refused: number) => void,
): Promise<{ lines: Line[]; problem: Problem | null }> {
  const wrong = lines.filter(({ what }) => what === 'wrong')
  const before = wrong.length
  for (let at = 0; at < todo.length; at += rowsAtOnce) {
    const part = todo.slice(at, at + rowsAtOnce)
    const rows = part.map(({ line, cells }) => ({ line, cells: [...cells] }))
    // oxlint-disable-next-line no-await-in-loop -- in their order
    const taken = await ask(psksRoutes.take, { body: { head: [...head], rows } })
    if (!taken.ok) return { lines: [...wrong, ...todo.slice(at)], problem: taken.error }
    const cells = new Map(part.map((line) => [line.line, line.cells]))
    for (const line of taken.value.lines)
      if (line.what === 'wrong') wrong.push({ ...line, cells: cells.get(line.line) ?? [] })
    tell(at + part.length, wrong.length - before)
  }
  return { lines: wrong, problem: null }
}

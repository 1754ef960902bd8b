import { type ImportPlan, importRoutes } from '@openslrt/core/contract/import.ts'
import { csvOf } from '@openslrt/core/kernel/csv.ts'
import { ok } from '@openslrt/core/kernel/result.ts'
import type { ImportKind } from '@openslrt/core/office/import/columns.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import { ask } from '../../../platform/api/ask.ts'
import type { Problem } from '../../../platform/api/problem.ts'
import { base64Of } from '../../../platform/files/base64-of.ts'
import { saveAs } from '../../../platform/files/save-as.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { actingOffice, session } from '../../../platform/session/session-store.ts'
import { useActing, useMe } from '../../../platform/session/use-session.ts'
import { beginning, goOn, type ImportRun, importRun, subscribeImport, type Take } from './import-run.ts'

const doors = {
  offices: { table: importRoutes.officesTable, plan: importRoutes.officesPlan, take: importRoutes.officesTake },
  staff: { table: importRoutes.staffTable, plan: importRoutes.staffPlan, take: importRoutes.staffTake },
} as const

/** Reading a file: the table to begin with, the look at it, and its rows sent. */
export function useImport(kind: ImportKind) {
  const t = useText()
  const { staff } = useMe()
  const { post } = useActing()
  const [plan, setPlan] = useState<ImportPlan | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const { run, send } = useRun(kind)
  const download = async (of: 'example' | 'now'): Promise<void> => {
    const said = await ask(doors[kind].table, { query: { of } })
    setProblem(said.ok ? null : said.error)
    if (said.ok) saveAs(`${t(`${kind === 'offices' ? 'office' : 'staff'}.title`)}.csv`, csvOf(said.value.rows))
  }
  const read = async (file: File | null): Promise<void> => {
    setPlan(null)
    setProblem(null)
    if (!file) return
    setBusy(true)
    const said = await ask(doors[kind].plan, { body: { file: await base64Of(file) } })
    setBusy(false)
    if (said.ok) setPlan(said.value)
    else setProblem(said.error)
  }
  return {
    plan,
    problem,
    busy,
    // Somebody else's file, or another kind's, is not shown here.
    run: run?.staff === staff && run.kind === kind ? run : null,
    otherRuns: run !== null && run.state === 'sending' && run.kind !== kind,
    download,
    read,
    start: () => {
      if (!plan || !post) return
      setPlan(null)
      send(beginning({ kind, staff, office: post.office }, plan))
    },
    goOn: send,
  }
}

function useRun(kind: ImportKind) {
  const run = useSyncExternalStore(subscribeImport, importRun, importRun)
  const queries = useQueryClient()
  const take: Take = async (head, rows) => {
    const body = { head: [...head], rows: rows.map(({ line, cells }) => ({ line, cells: [...cells] })) }
    const said = await ask(doors[kind].take, { body })
    return said.ok ? ok(said.value.lines) : said
  }
  const send = (begun: ImportRun): void =>
    void goOn(begun, take, ({ staff, office }) => session().me?.staff === staff && actingOffice() === office).then(() =>
      queries.invalidateQueries(),
    )
  return { run, send }
}

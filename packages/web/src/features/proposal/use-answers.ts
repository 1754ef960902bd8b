import { rowsAtOnce } from '@openslrt/core/contract/import.ts'
import { type AnswerPlan, proposalAnswerRoutes } from '@openslrt/core/contract/proposal-answers.ts'
import { csvOf } from '@openslrt/core/kernel/csv.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../platform/api/ask.ts'
import type { Problem } from '../../platform/api/problem.ts'
import { base64Of } from '../../platform/files/base64-of.ts'
import { saveAs } from '../../platform/files/save-as.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { afterTaking, wrongRows } from './answer-values.ts'

/** A file of answers: the look at it, and its lines recorded some at a time. What was recorded is no news when it is sent again. */
export function useAnswers(today: string) {
  const t = useText()
  const queries = useQueryClient()
  const [day, setDay] = useState(today)
  const [file, setFile] = useState<File | null>(null)
  const [plan, setPlan] = useState<AnswerPlan | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState<{ readonly count: number; readonly ended: boolean }>({ count: 0, ended: false })

  const look = async (chosen: File | null, from: string): Promise<void> => {
    setPlan(null)
    setProblem(null)
    setDone({ count: 0, ended: false })
    if (!chosen || from === '') return
    setBusy(true)
    const said = await ask(proposalAnswerRoutes.look, { body: { file: await base64Of(chosen), day: from } })
    setBusy(false)
    if (said.ok) setPlan(said.value)
    else setProblem(said.error)
  }
  const send = async (): Promise<void> => {
    if (!plan) return
    setBusy(true)
    const left = await takeAll(plan, day, (count) => setDone({ count, ended: false }))
    setBusy(false)
    setProblem(left.problem)
    setPlan(left.plan)
    setDone({ count: left.count, ended: left.problem === null })
    await queries.invalidateQueries()
  }
  return {
    plan,
    problem,
    busy,
    done,
    day,
    setDay: (from: string) => {
      setDay(from)
      void look(file, from)
    },
    read: (chosen: File | null) => {
      setFile(chosen)
      void look(chosen, day)
    },
    send,
    saveWrong: () => plan && saveAs(`${t('proposal.answers')}.csv`, csvOf(wrongRows(plan, t))),
  }
}

/** Records lines in parts, in the order of the file. */
async function takeAll(
  asked: AnswerPlan,
  day: string,
  tell: (count: number) => void,
): Promise<{ readonly plan: AnswerPlan; readonly count: number; readonly problem: Problem | null }> {
  let [plan, count] = [asked, 0]
  const todo = asked.lines.filter(({ what }) => what === 'matched')
  for (let at = 0; at < todo.length; at += rowsAtOnce) {
    const rows = todo.slice(at, at + rowsAtOnce).map(({ line, cells }) => ({ line, cells: [...cells] }))
    // oxlint-disable-next-line no-await-in-loop -- in their order
    const taken = await ask(proposalAnswerRoutes.take, { body: { head: [...asked.head], day, rows } })
    if (!taken.ok) return { plan, count, problem: taken.error }
    plan = afterTaking(plan, taken.value.lines)
    count += taken.value.lines.filter(({ what }) => what === 'matched').length
    tell(count)
  }
  return { plan, count, problem: null }
}

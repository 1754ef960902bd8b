import { caseRule } from '@openslrt/core/case/moves.ts'
import { type CaseLine, caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import type { OfficerLoad } from '@openslrt/core/contract/workload.ts'
import { useState } from 'react'
import { ask } from '../../../platform/api/ask.ts'
import type { Problem } from '../../../platform/api/problem.ts'

export type Absent = OfficerLoad & { readonly staff: string }

/** Who has cases and is not there: on leave, or no longer of the office. */
export const absentOf = (officers: readonly OfficerLoad[]): readonly Absent[] =>
  officers.flatMap(({ staff, ...officer }) =>
    staff !== null && officer.open > 0 && (!officer.here || officer.away !== null) ? [{ ...officer, staff }] : [],
  )

/** Of somebody's open cases, those that can be given to another now; what waits for the citizen stays until it comes back. */
export const movable = (lines: readonly CaseLine[]): readonly CaseLine[] =>
  lines.filter(({ status }) => caseRule('assign').from.includes(status))

/** Reads all open cases that somebody has at an office, page by page; null where they could not all be read. */
export function useCasesOf(office: string) {
  const [busy, setBusy] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const read = async (staff: string): Promise<readonly CaseLine[] | null> => {
    setBusy(staff)
    setProblem(null)
    const lines: CaseLine[] = []
    for (let page = 1; ; page++) {
      const answer = await ask(caseRoutes.queue, {
        query: { queue: 'all', measure: 'open', office, assignee: staff, page },
      })
      if (!answer.ok) {
        setProblem(answer.error)
        setBusy(null)
        return null
      }
      lines.push(...answer.value.items)
      if (answer.value.items.length === 0 || lines.length >= answer.value.total) break
    }
    setBusy(null)
    return movable(lines)
  }
  return { busy, problem, read }
}

import type { ImportLine, ImportPlan } from '@openslrt/core/contract/import.ts'
import { rowsAtOnce } from '@openslrt/core/contract/import.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import type { ImportKind } from '@openslrt/core/office/import/columns.ts'
import type { Problem } from '../../../platform/api/problem.ts'

/** A file as it was looked at. */
export type LookedAt = Pick<ImportPlan, 'head' | 'lines'>
type FileLine = ImportPlan['lines'][number]

/** A file on its way. It goes on while its sender looks at other screens, and is found again on its own. */
export interface ImportRun {
  readonly kind: ImportKind
  /** Whose file it is, and from which office: both hold to its end. */
  readonly staff: string
  readonly office: string
  readonly head: readonly string[]
  readonly todo: readonly FileLine[]
  readonly done: number
  /** Rows that could not be taken: those of the look, and those that the law refused after all. */
  readonly wrong: readonly FileLine[]
  readonly state: 'sending' | 'stopped' | 'done'
  /** Why it stopped, where nobody stopped it. */
  readonly problem: Problem | null
}

export type Take = (
  head: readonly string[],
  rows: readonly { readonly line: number; readonly cells: readonly string[] }[],
) => Promise<Result<readonly ImportLine[], Problem>>

let run: ImportRun | null = null
const listeners = new Set<() => void>()

export const importRun = (): ImportRun | null => run
export function subscribeImport(hear: () => void): () => void {
  listeners.add(hear)
  return () => listeners.delete(hear)
}
export const closeImport = (): void => become(null)
export const stopImport = (): void => become(run && { ...run, state: 'stopped' })

/** The rows that change something, those first that others rest on. */
export const rowsToSend = (lines: readonly FileLine[]): readonly FileLine[] =>
  lines.filter(({ what }) => what === 'new' || what === 'change').toSorted((one, other) => one.turn - other.turn)

/** A run that has sent nothing yet. */
export const beginning = (who: Pick<ImportRun, 'kind' | 'staff' | 'office'>, { head, lines }: LookedAt): ImportRun => ({
  ...who,
  head,
  todo: rowsToSend(lines),
  done: 0,
  wrong: lines.filter(({ what }) => what === 'wrong'),
  state: 'sending',
  problem: null,
})

/** IMPORT-12 Sends what is left, some rows at a time. It ends early when it is stopped, or its sender has left. */
export async function goOn(begun: ImportRun, take: Take, isStill: (run: ImportRun) => boolean): Promise<void> {
  become({ ...begun, state: 'sending', problem: null })
  while (run?.state === 'sending' && run.done < run.todo.length) {
    if (!isStill(run)) return become(null)
    const part = run.todo.slice(run.done, run.done + rowsAtOnce)
    // oxlint-disable-next-line no-await-in-loop -- in their order
    const taken = await take(
      run.head,
      part.map(({ line, cells }) => ({ line, cells })),
    )
    settle(part, taken)
  }
  if (run?.state === 'sending') become({ ...run, state: 'done' })
}

function settle(part: readonly FileLine[], taken: Awaited<ReturnType<Take>>): void {
  // Closed or stopped while these were under way: what was taken counts all the same.
  if (run === null) return
  if (!taken.ok) return become({ ...run, state: 'stopped', problem: taken.error })
  const cells = new Map(part.map((line) => [line.line, line.cells]))
  const wrong = taken.value
    .filter(({ what }) => what === 'wrong')
    .map((line) => ({ ...line, cells: cells.get(line.line) ?? [] }))
  become({ ...run, done: run.done + part.length, wrong: [...run.wrong, ...wrong] })
}

function become(next: ImportRun | null): void {
  run = next
  for (const hear of listeners) hear()
}

/** IMPORT-9 The rows that could not be taken as a table: as they were, with the column and the reason behind each. */
export function wrongTable(
  head: readonly string[],
  wrong: readonly FileLine[],
  heads: readonly [column: string, reason: string],
): readonly (readonly string[])[] {
  // A file that was mended and is wrong again carries the reasons of the last time.
  const own = head.map((name, nth) => ({ name, nth })).filter(({ name }) => !heads.includes(name.toLowerCase()))
  const rows = wrong
    .toSorted((one, other) => one.line - other.line)
    .map(({ cells, problem }) => [
      ...own.map(({ nth }) => cells[nth] ?? ''),
      problem?.column ?? '',
      problem?.text ?? '',
    ])
  return [[...own.map(({ name }) => name), ...heads], ...rows]
}

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

/** The sending that was begun last: who goes on with the same file waits for the rows that are under way. */
let under: { readonly todo: ImportRun['todo']; readonly ended: Promise<void> } | null = null

/** IMPORT-12 Sends what is left, some rows at a time. It ends early when it is stopped, or its sender has left. */
export function goOn(begun: ImportRun, take: Take, isStill: (run: ImportRun) => boolean): Promise<void> {
  const { todo } = begun
  become({ ...begun, state: 'sending', problem: null })
  const send = (): Promise<void> => sendRows(todo, take, isStill)
  const ended = under?.todo === todo ? under.ended.then(send, send) : send()
  under = { todo, ended }
  return ended
}

async function sendRows(todo: ImportRun['todo'], take: Take, isStill: (run: ImportRun) => boolean): Promise<void> {
  // Another file may have been begun meanwhile: it has its own sending.
  const own = (): ImportRun | null => (run?.todo === todo && run.state === 'sending' ? run : null)
  for (let now = own(); now && now.done < todo.length; now = own()) {
    if (!isStill(now)) return become(null)
    const part = todo.slice(now.done, now.done + rowsAtOnce)
    // oxlint-disable-next-line no-await-in-loop -- in their order
    const taken = await take(
      now.head,
      part.map(({ line, cells }) => ({ line, cells })),
    )
    settle(todo, part, taken)
  }
  const ended = own()
  if (ended) become({ ...ended, state: 'done' })
}

function settle(todo: ImportRun['todo'], part: readonly FileLine[], taken: Awaited<ReturnType<Take>>): void {
  // Closed while these were under way: nobody asks any more. Stopped: what was taken counts all the same.
  if (run?.todo !== todo) return
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

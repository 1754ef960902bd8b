import type { CaseLine } from '@openslrt/core/contract/case-queries.ts'
import type { Sending } from '../../../platform/outbox/sendable.ts'
import type { Sent } from '../../../platform/outbox/use-send.ts'

/** What is done to each of many cases. `give-back` undoes handing over, `take-back` undoes passing up. */
export type ManyAct =
  | { readonly kind: 'assign'; readonly assignee: string; readonly name: string; readonly note: string }
  | { readonly kind: 'escalate'; readonly reason: string; readonly note: string }
  | { readonly kind: 'give-back' | 'take-back' }

/** One case of many: still to be sent, done, kept on this device until there is a line, or refused and why. */
export interface ManyRow {
  readonly line: CaseLine
  readonly state: 'to-send' | 'done' | 'kept' | 'refused'
  /** The version that the act made, for taking it back. */
  readonly version: number | null
  readonly why: string | null
}

export interface ManyRun {
  readonly act: ManyAct
  /** Whose work it is, and from which office: both hold to its end, whatever the screen shows by then. */
  readonly staff: string
  readonly office: string
  readonly rows: readonly ManyRow[]
}

export type SendOne = <Kind extends 'case.assign' | 'case.escalate' | 'case.take-back'>(
  kind: Kind,
  what: Sending<Kind>,
) => Promise<Sent>

let run: ManyRun | null = null
const listeners = new Set<() => void>()

/** The work on many cases that is going on or was last done, in this window. It outlives the screen that began it. */
export const manyRun = (): ManyRun | null => run

/** For components: hears every change. */
export function subscribeRun(hear: () => void): () => void {
  listeners.add(hear)
  return () => listeners.delete(hear)
}

/** What came of it was seen. */
export const closeRun = (): void => become(null)

export const rowsToDo = (lines: readonly CaseLine[]): readonly ManyRow[] =>
  lines.map((line) => ({ line, state: 'to-send', version: null, why: null }))

export const isRunning = ({ rows }: ManyRun): boolean => rows.some(({ state }) => state === 'to-send')

/** QUEUE-12 Sends them one after the other; one that is refused holds no other back. Ends early when its person has left. */
export async function startRun(begun: ManyRun, send: SendOne, isStill: (staff: string) => boolean): Promise<void> {
  become(begun)
  for (const { line } of begun.rows) {
    if (run === null || !isStill(begun.staff)) return become(null)
    settle(line.id, await sendRow(begun, line, send))
  }
}

const undoneBy = { assign: 'give-back', escalate: 'take-back' } as const

/** QUEUE-13 The work that takes another back: what it did, and nothing that was refused. Null for what takes back itself. */
export function undoOf({ rows, act, ...begun }: ManyRun): ManyRun | null {
  if (act.kind === 'give-back' || act.kind === 'take-back') return null
  const done = rows.filter(({ state }) => state === 'done')
  const lines = done.map(({ line, version }) => ({ ...line, version: version ?? line.version }))
  return lines.length === 0 ? null : { ...begun, act: { kind: undoneBy[act.kind] }, rows: rowsToDo(lines) }
}

function sendRow({ act, office }: ManyRun, line: CaseLine, send: SendOne): Promise<Sent> {
  const about = { district: line.district, subject: line.id, base: line.version, office }
  switch (act.kind) {
    case 'assign':
      return send('case.assign', { ...about, data: { assignee: act.assignee, note: act.note } })
    case 'give-back':
      return send('case.assign', { ...about, data: { assignee: line.assignee, note: '' } })
    case 'take-back':
      return send('case.take-back', { ...about, data: { note: '' } })
    case 'escalate':
      return send('case.escalate', { ...about, data: { reason: act.reason, note: act.note } })
  }
}

function settle(id: string, sent: Sent): void {
  if (run === null) return
  const rows = run.rows.map((row) => (row.line.id === id ? { ...row, ...outcomeOf(sent) } : row))
  become({ ...run, rows })
}

function outcomeOf(sent: Sent): Pick<ManyRow, 'state' | 'version' | 'why'> {
  if (sent.ok) return { state: 'done', version: sent.outcome.version, why: null }
  if (sent.waiting) return { state: 'kept', version: null, why: null }
  return { state: 'refused', version: null, why: sent.problem.message }
}

function become(next: ManyRun | null): void {
  run = next
  for (const hear of listeners) hear()
}

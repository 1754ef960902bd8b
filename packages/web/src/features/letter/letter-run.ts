import type { LetterKind } from '@openslrt/core/letter/kinds.ts'
import type { Sending } from '../../platform/outbox/sendable.ts'
import type { Sent } from '../../platform/outbox/use-send.ts'
import { fetchPaper, type PrintedLetter } from './print.ts'

/** What is done with many: signing, initialling, or drafting one letter for each of many cases. */
export type RunAct =
  | { readonly kind: 'sign' | 'initial' }
  | {
      readonly kind: 'draft'
      readonly letter: LetterKind
      readonly purpose: string | null
      readonly fields: Readonly<Record<string, string>>
    }

/** One letter of many, or the case that one is drafted for; `version` is that of the letter that was shown. */
export interface RunItem {
  readonly district: string
  readonly caseId: string
  readonly caseNumber: string
  readonly letter: string
  readonly version: number
}

interface RunRow {
  readonly item: RunItem
  readonly state: 'to-send' | 'done' | 'kept' | 'refused'
  readonly why: string | null
}

/** Work on many letters. */
export interface LetterRun {
  readonly act: RunAct
  /** Whose work it is, and from which office: both hold to its end. */
  readonly staff: string
  readonly office: string
  readonly rows: readonly RunRow[]
}

/** Many letters that become one file. */
export interface PrintRun {
  readonly staff: string
  readonly count: number
  readonly pdf: Blob | null
  readonly failed: string | null
}

interface Store {
  readonly run: LetterRun | null
  readonly print: PrintRun | null
}

let store: Store = { run: null, print: null }
const listeners = new Set<() => void>()

/** What is going on with many letters in this window. It outlives the screen that began it, and is found there again. */
export const letterRuns = (): Store => store

/** For components: hears every change. */
export function subscribeRuns(hear: () => void): () => void {
  listeners.add(hear)
  return () => listeners.delete(hear)
}

export const isRunning = ({ rows }: LetterRun): boolean => rows.some(({ state }) => state === 'to-send')
export const closeRun = (): void => become({ run: null })
export const closePrint = (): void => become({ print: null })

export type SendLetter = <Kind extends 'letter.sign' | 'letter.initial' | 'letter.draft'>(
  kind: Kind,
  what: Sending<Kind>,
) => Promise<Sent>

/** LETTER-27 Sends them one after the other; one that is refused holds no other back. Ends early when its person has left. */
export async function startRun(
  begun: Omit<LetterRun, 'rows'> & { readonly items: readonly RunItem[] },
  send: SendLetter,
  isStill: (staff: string) => boolean,
): Promise<void> {
  const { items, ...run } = begun
  become({ run: { ...run, rows: items.map((item) => ({ item, state: 'to-send', why: null })) } })
  for (const item of items) {
    if (store.run === null || !isStill(begun.staff)) return become({ run: null })
    settle(item, await sendOne(begun, item, send))
  }
}

function sendOne({ act, office }: Pick<LetterRun, 'act' | 'office'>, item: RunItem, send: SendLetter): Promise<Sent> {
  const { district, caseId: subject, letter, version: seen } = item
  const about = { district, subject, base: null, office }
  switch (act.kind) {
    case 'sign':
      return send('letter.sign', { ...about, data: { letter, seen } })
    case 'initial':
      return send('letter.initial', { ...about, data: { letter, seen, note: '' } })
    case 'draft': {
      const { purpose, fields } = act
      return send('letter.draft', { ...about, data: { letter, kind: act.letter, purpose, fields: { ...fields } } })
    }
  }
}

function settle(item: RunItem, sent: Sent): void {
  if (store.run === null) return
  const rows = store.run.rows.map((row) => (row.item === item ? { ...row, ...outcomeOf(sent) } : row))
  become({ run: { ...store.run, rows } })
}

function outcomeOf(sent: Sent): Pick<RunRow, 'state' | 'why'> {
  if (sent.ok) return { state: 'done', why: null }
  return sent.waiting ? { state: 'kept', why: null } : { state: 'refused', why: sent.problem.message }
}

/** LETTER-28 Makes one file of many letters; it can be left, and is found again when it is ready. */
export async function startPrint(staff: string, letters: readonly PrintedLetter[]): Promise<void> {
  const begun: PrintRun = { staff, count: letters.length, pdf: null, failed: null }
  become({ print: begun })
  const paper = await fetchPaper(letters)
  // Another file was asked for meanwhile, or this one is not wanted any more.
  if (store.print !== begun) return
  become({ print: paper.ok ? { ...begun, pdf: paper.value } : { ...begun, failed: paper.error.message } })
}

function become(next: Partial<Store>): void {
  store = { ...store, ...next }
  for (const hear of listeners) hear()
}

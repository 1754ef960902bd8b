import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import { proposalId } from '@openslrt/core/kernel/id.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import type { LedgerCode } from '@openslrt/core/place/code.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import type { AnswerHead, AnswerReading, Candidate, Matched, ReadAnswer } from '@openslrt/core/proposal/answers.ts'
import { matchAnswer, readAnswer, reasonsBy } from '@openslrt/core/proposal/answers.ts'
import type { ProposalRow } from '@openslrt/core/proposal/proposal.ts'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import { inSlices } from '../../platform/in-slices.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { selectMeant } from './queries.ts'

/** A line of a file with its cells in the file's order. */
export interface FileRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** What a line says, and what would come of it. */
export interface AnswerPlanned {
  readonly line: number
  readonly read: ReadAnswer | null
  readonly matched: Matched | { readonly what: 'blank' }
}

/** What the lines of a file are held against. */
export interface AnswerFile {
  readonly head: AnswerHead
  readonly rows: readonly FileRow[]
  /** The day of lines that name none. */
  readonly day: string
}

/** The reasons for which the centre rejects, as the list of a district has them today. */
export function answerReasons({ reference }: CaseParts, district: LedgerCode) {
  const today = dayIn(reference.zoneOf(district), Date.now())
  const items = reference.list('proposal-answer', district, today)
  const names = new Map(items.map(({ code, names: both }) => [code, both] as const))
  return { today, byWords: reasonsBy(items), name: (code: string, lang: Lang) => names.get(code)?.[lang] ?? code }
}

/** PROPOSAL-25 What each line of a file means, as things stand now; nothing is changed. */
export async function planAnswers(
  parts: CaseParts,
  reader: StaffActor,
  { head, rows, day }: AnswerFile,
): Promise<readonly AnswerPlanned[]> {
  const district = ledgerOf(reader.place)
  const { today, byWords } = answerReasons(parts, district)
  const reading: AnswerReading = { head, reasons: byWords, today, day }
  const read = await inSlices(readAll(rows, reading))
  const known = await candidatesOf(parts, reader, district, read)
  return inSlices(matchAll(read, known))
}

type Read = readonly (readonly [line: number, read: ReturnType<typeof readAnswer>])[]

function* readAll(rows: readonly FileRow[], reading: AnswerReading) {
  const read: [number, ReturnType<typeof readAnswer>][] = []
  for (const { line, cells } of rows) {
    read.push([line, readAnswer(cells, reading)])
    yield
  }
  return read satisfies Read
}

/** Each line against what is known; a proposal that an earlier line answers is answered once. */
function* matchAll(read: Read, { byId, byNik }: Known) {
  const planned: AnswerPlanned[] = []
  const taken = new Set<string>()
  for (const [line, said] of read) {
    planned.push({ line, ...plannedOf(said, { byId, byNik }, taken) })
    yield
  }
  return planned
}

function plannedOf(
  said: ReturnType<typeof readAnswer>,
  { byId, byNik }: Known,
  taken: Set<string>,
): Omit<AnswerPlanned, 'line'> {
  if (said === 'blank') return { read: null, matched: { what: 'blank' } }
  if (typeof said === 'string') return { read: null, matched: { what: 'wrong', fault: said } }
  const matched = matchAnswer(
    said,
    said.proposal === null ? (byNik.get(said.nik ?? '') ?? []) : (byId.get(said.proposal) ?? []),
  )
  if (matched.what !== 'matched') return { read: said, matched }
  if (taken.has(matched.proposal.id)) return { read: said, matched: { what: 'wrong', fault: 'twice' } }
  taken.add(matched.proposal.id)
  return { read: said, matched }
}

interface Known {
  readonly byId: ReadonlyMap<string, readonly Candidate[]>
  readonly byNik: ReadonlyMap<string, readonly Candidate[]>
}

/** The proposals that lines may mean, as far as the reader sees them: each line looks up its own. */
async function candidatesOf(
  { ledger }: CaseParts,
  reader: StaffActor,
  district: LedgerCode,
  read: Read,
): Promise<Known> {
  const whom = read.flatMap(([, said]) => (typeof said === 'string' ? [] : [said]))
  const keys = await ledger.keys.forDistrict(district)
  const ids = whom.flatMap(({ proposal }) => proposalId.safeParse(proposal).data ?? [])
  const niks = whom.flatMap(({ proposal, nik }) => (proposal === null && nik !== null ? [keys.index('nik', nik)] : []))
  const stored = await inScope(ledger.pool, scopeOf(reader, null), (client) =>
    selectMeant(client, reader, district, { ids, niks }),
  )
  const rows = stored.map((row) => rowOf('proposal', row, keys))
  return { byId: grouped(rows, ({ id }) => id), byNik: grouped(rows, ({ nik }) => nik) }
}

function grouped(
  rows: readonly ProposalRow[],
  keyOf: (row: ProposalRow) => string | null,
): ReadonlyMap<string, readonly Candidate[]> {
  const found = new Map<string, Candidate[]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key !== null) found.set(key, [...(found.get(key) ?? []), row])
  }
  return found
}

import type { ProposalActOf } from '../contract/proposal.ts'
import type { Day } from '../kernel/instant.ts'
import { keysOf } from '../kernel/keys.ts'
import { readDay, readNumber } from '../load/read-cell.ts'
import { proposalRule } from './moves.ts'
import type { ProposalRow } from './proposal.ts'

/** Why a line of a file of answers can't be recorded. */
export const answerFaults = [
  'whom-missing',
  'nik-rounded',
  'nik-wrong',
  'answer-unclear',
  'reason-missing',
  'reason-unknown',
  'day-wrong',
  'day-future',
  'day-early',
  'not-sent',
  'nik-differs',
  'several',
  'answered-otherwise',
  'twice',
] as const
export type AnswerFault = (typeof answerFaults)[number]

/** What comes of a line: it is recorded, nobody knows whom it means, it was recorded before, it is empty, it is wrong. */
export const answerLineKinds = ['matched', 'unknown', 'answered', 'blank', 'wrong'] as const
export type AnswerLineKind = (typeof answerLineKinds)[number]

type Column = 'proposal' | 'nik' | 'kind' | 'answer' | 'reason' | 'note' | 'day'
/** What columns are called in the files that agencies send back; letters and digits alone count, the surest name comes first. */
const heads: Readonly<Record<Column, readonly string[]>> = {
  proposal: ['idusulan', 'nomorusulan', 'nousulan'],
  nik: ['nik', 'nomorindukkependudukan', 'noktp', 'nonik'],
  kind: ['jenisusulan'],
  answer: ['jawaban', 'hasil', 'hasilverifikasi', 'statususulan', 'keputusan', 'status', 'answer'],
  reason: ['alasanpenolakan', 'alasanjawaban', 'alasanpusat', 'alasan', 'sebab', 'reason'],
  note: ['catatanjawaban', 'catatan', 'keterangan', 'note'],
  day: ['tanggaljawaban', 'tgljawaban', 'tanggalputusan', 'tanggal', 'tgl'],
}
/** In a file that went out from here these say why it was proposed, not what was answered. */
const ours = { mark: 'waktucatat', columns: ['alasan', 'keterangan'] } as const

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '')

export type AnswerHead = Readonly<Partial<Record<Column, number>>>

/** PROPOSAL-25 Which column of a file says what, and what it can't do without: whom it means, and what was answered. */
export function readAnswerHead(cells: readonly string[]): {
  readonly head: AnswerHead
  readonly missing: readonly ('nik' | 'answer')[]
} {
  const said = cells.map(plain)
  const isOurs = said.includes(ours.mark)
  const taken = said.map((name) => (isOurs && ours.columns.some((own) => own === name) ? '' : name))
  const head: { [Name in Column]?: number } = {}
  for (const column of keysOf(heads)) {
    const name = heads[column].find((one) => taken.includes(one))
    if (name !== undefined) head[column] = taken.indexOf(name)
  }
  const whom = head.proposal === undefined && head.nik === undefined
  return {
    head,
    missing: [...(whom ? (['nik'] as const) : []), ...(head.answer === undefined ? (['answer'] as const) : [])],
  }
}

const words: Readonly<Record<'accept' | 'reject', readonly string[]>> = {
  accept: ['diterima', 'terima', 'disetujui', 'setuju', 'valid', 'berhasil', 'lolos', 'accepted'],
  reject: [
    'ditolak',
    'tolak',
    'tidakdisetujui',
    'tidaksetuju',
    'tidakvalid',
    'invalid',
    'gagal',
    'tidaklolos',
    'tidakditerima',
    'rejected',
  ],
}
const answerOf = (cell: string): 'accept' | 'reject' | null =>
  keysOf(words).find((answer) => words[answer].includes(plain(cell))) ?? null

/** What answers of a day are read with. */
export interface AnswerReading {
  readonly head: AnswerHead
  /** The reasons of the place by their codes and their names. */
  readonly reasons: ReadonlyMap<string, string>
  readonly today: Day
  /** The day of lines that name none. */
  readonly day: Day
}

/** The reasons of a list, as lines of files name them: by code, or by name in either language. */
export const reasonsBy = (
  items: readonly { readonly code: string; readonly names: { readonly id: string; readonly en: string } }[],
): ReadonlyMap<string, string> =>
  new Map(items.flatMap(({ code, names }) => [code, names.id, names.en].map((name) => [plain(name), code] as const)))

/** One line as it is read: whom it means, and the answer as its command carries it. */
export interface ReadAnswer {
  readonly proposal: string | null
  readonly nik: string | null
  readonly kind: string | null
  readonly act: ProposalActOf<'accept' | 'reject'>
}

/** PROPOSAL-25 Reads one line; `blank` where nobody has answered yet, or why it can't be read. */
export function readAnswer(cells: readonly string[], reading: AnswerReading): ReadAnswer | AnswerFault | 'blank' {
  const { head } = reading
  const cell = (column: Column): string => cells[head[column] ?? -1]?.trim() ?? ''
  if (cell('answer') === '') return 'blank'
  const whom = readWhom(cell('proposal'), cell('nik'))
  if (typeof whom === 'string') return whom
  const answer = answerOf(cell('answer'))
  if (answer === null) return 'answer-unclear'
  const day = cell('day') === '' ? reading.day : readDay(cell('day'), reading.today)
  if (typeof day !== 'string' && !day.ok) return day.error === 'day-future' ? 'day-future' : 'day-wrong'
  const answeredOn = typeof day === 'string' ? day : day.value
  if (answeredOn > reading.today) return 'day-future'
  const act = actOf(answer, answeredOn, { reason: cell('reason'), note: cell('note') }, reading.reasons)
  return typeof act === 'string' ? act : { ...whom, kind: cell('kind') || null, act }
}

function readWhom(proposal: string, typed: string): Pick<ReadAnswer, 'proposal' | 'nik'> | AnswerFault {
  const id = proposal.toLowerCase()
  if (id === '' && typed === '') return 'whom-missing'
  if (typed === '') return { proposal: id, nik: null }
  const nik = readNumber(typed)
  if (!nik.ok) return nik.error === 'number-float' ? 'nik-rounded' : 'nik-wrong'
  return { proposal: id === '' ? null : id, nik: nik.value }
}

/** As long as a note may be. */
const mostWords = 4000

function actOf(
  answer: 'accept' | 'reject',
  answeredOn: Day,
  { reason, note }: { readonly reason: string; readonly note: string },
  reasons: ReadonlyMap<string, string>,
): ReadAnswer['act'] | AnswerFault {
  const said = (...parts: readonly string[]): string =>
    parts
      .filter((part) => part !== '')
      .join('. ')
      .slice(0, mostWords)
  if (answer === 'accept') return { action: 'accept', data: { answeredOn, note: said(note) } }
  if (reason === '') return 'reason-missing'
  const known = reasons.get(plain(reason))
  if (known !== undefined) return { action: 'reject', data: { answeredOn, reason: known, note: said(note) } }
  // Agencies write reasons in words of their own: these are kept, under the reason that stands for all others.
  return reasons.get(other) === other
    ? { action: 'reject', data: { answeredOn, reason: other, note: said(reason, note) } }
    : 'reason-unknown'
}
const other = 'other'

/** A proposal that a line may mean. */
export type Candidate = Pick<
  ProposalRow,
  'id' | 'nik' | 'kind' | 'status' | 'exportedAt' | 'answeredOn' | 'why' | 'version' | 'name'
>
export type Matched =
  | { readonly what: 'matched' | 'answered'; readonly proposal: Candidate }
  | { readonly what: 'unknown' }
  | { readonly what: 'wrong'; readonly fault: AnswerFault }

/** PROPOSAL-25 Whom a line means among the proposals that its reader sees; an answer that stands already is no news. */
export function matchAnswer(read: ReadAnswer, known: readonly Candidate[]): Matched {
  const meant = known.filter((one) => isMeant(read, one))
  if (meant.length === 0) return { what: 'unknown' }
  if (read.proposal !== null && read.nik !== null && meant.every(({ nik }) => nik !== read.nik))
    return wrong('nik-differs')
  const sent = meant.filter(({ exportedAt }) => exportedAt !== null)
  const same = sent.find((one) => stands(one, read.act))
  if (same) return { what: 'answered', proposal: same }
  const open = sent.filter(({ status }) => proposalRule(read.act.action).from.includes(status))
  const [first] = open
  if (open.length > 1) return wrong('several')
  if (first) return isEarly(first, read) ? wrong('day-early') : { what: 'matched', proposal: first }
  return wrong(sent.length === 0 ? 'not-sent' : 'answered-otherwise')
}

const wrong = (fault: AnswerFault): Matched => ({ what: 'wrong', fault })

function isMeant({ proposal, nik, kind }: ReadAnswer, one: Candidate): boolean {
  if (proposal !== null) return one.id === proposal
  return one.nik === nik && (kind === null || one.kind === kind)
}

const stands = ({ status, answeredOn, why }: Candidate, { action, data }: ReadAnswer['act']): boolean =>
  status === proposalRule(action).to &&
  answeredOn === data.answeredOn &&
  (action === 'accept' || why === ('reason' in data ? data.reason : null))

// The two days are told in different zones: one day apart is the same.
const isEarly = ({ exportedAt }: Candidate, { act }: ReadAnswer): boolean =>
  act.data.answeredOn < new Date((exportedAt ?? 0) - 24 * 3_600_000).toISOString().slice(0, 10)

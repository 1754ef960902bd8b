import type { Counts } from '@openslrt/core/case/counts.ts'
import { wireOf } from '@openslrt/core/kernel/instant.ts'
import type { Change, JobRequest, Table } from '@openslrt/core/ledger/entry.ts'
import type { Statement } from '../db/prepared.ts'
import { groupSql, type Listed } from './bulk-rows.ts'
import type { DistrictKeys } from './keys.ts'
import type { Beside } from './relied.ts'
import { stillSql } from './relied.ts'
import { codecOf, columnOf, specs } from './tables.ts'

/** The facts of an entry that stand in the open beside its sealed payload. All of them are hashed. */
export interface EntryHead {
  readonly district: string
  readonly commandId: string
  readonly kind: string
  readonly subject: string
  readonly place: string
  readonly office: string | null
  readonly actor: string
  readonly doneAt: number
  readonly receivedAt: number
  readonly refSeq: number
}

/** Everything that one accepted command writes. */
export interface Writing {
  readonly head: EntryHead
  /** How many entries the ledger has, where that was decided on; null where rows alone were. */
  readonly on: number | null
  readonly salt: Buffer
  readonly payload: Buffer
  readonly digest: Buffer
  readonly changes: Listed['changes']
  readonly groups: Listed['groups']
  readonly beside: Beside
  readonly counts: Counts
  readonly day: string
  readonly bodyHash: Buffer
  readonly reply: object
  readonly jobs: readonly JobRequest[]
}

/** The open facts as they are hashed after the entry's number; the verifier spells them the same way. */
export function headText(head: EntryHead): string {
  const times = [head.doneAt, head.receivedAt, head.refSeq].join('\n')
  return `\n${head.district}\n${head.commandId}\n${head.kind}\n${head.subject}\n${head.place}\n${head.office ?? ''}\n${head.actor}\n${times}`
}

/** How one value of a statement is read from what is to be written. */
type Source = (writing: Writing, keys: DistrictKeys) => unknown
interface Template {
  readonly text: string
  readonly sources: readonly Source[]
}

// Commands have few shapes (which tables, which fields), and the text of a registration is 5,000 characters: it is made
// once a shape. Making it for each command took a tenth of the server's time.
const templates = new Map<string, Template>()

/**
 * One statement for one command: lock and advance the district's head, append the entry, write every row it changes
 * (each only at the version it was decided on), counters, outcome and jobs. Everything reads `head`, so the lock comes
 * first; a row that moved, or one that the decision rests on, raises SL001 and takes the head back with it.
 */
export function writeStatement(writing: Writing, keys: DistrictKeys): Statement {
  if (writing.groups.length > 0) return bulkStatement(writing, keys)
  const shape = shapeOf(writing)
  const template = templates.get(shape) ?? templateOf(writing)
  templates.set(shape, template)
  return { text: template.text, values: template.sources.map((source) => source(writing, keys)) }
}

/** LEDGER-20 The same statement where a decision changes thousands of rows. Its text is made once and used once. */
function bulkStatement(writing: Writing, keys: DistrictKeys): Statement {
  const { text, sources } = templateOf(writing)
  return { text, values: sources.map((source) => source(writing, keys)), once: true }
}

function shapeOf({ changes, beside, counts, jobs, on }: Writing): string {
  const rows = changes.map(
    ({ table, base, set, numbered }) =>
      `${table}${base > 0 ? '=' : '+'}${Object.keys(set).join(' ')}${numbered ? ' #' : ''}`,
  )
  return `${rows.join('\n')}\n${[...beside.keys()].join(' ')}\n${counts.day.size} ${counts.state.size} ${jobs.length}${on === null ? '' : ' on'}`
}

function templateOf(writing: Writing): Template {
  const out = new Parts()
  const { changes, counts, groups } = writing
  const still = writing.on === null ? '' : ` and seq = ${out.value('bigint', ({ on }) => on)}`
  out.part(
    'head',
    `update district_head set seq = seq + 1, hash = sha256(hash || ${out.value('bytea', ({ digest }) => digest)} || convert_to((seq + 1)::text || ${out.value('text', ({ head }) => headText(head))}, 'UTF8')) where district = ${out.district}${still} returning seq, hash`,
  )
  const number = numberOf(out, changes)
  const rows = changes.map((change, at) => rowSql(out, change, at, number))
  out.demand('row', [entrySql(out), ...rows])
  for (const [at, listed] of groups.entries())
    out.demandMany(`many${at}`, groupSql(out, listed), listed.group.changes.length)
  for (const table of writing.beside.keys()) out.demandStill(table)
  for (let at = 0; at < counts.day.size; at++) out.part(`day${at}`, daySql(out, at))
  // After the rows: where a row has moved, a counter may have too, and would fall below nothing.
  out.demand(
    'state',
    Array.from(counts.state, (_, at) => stateSql(out, at)),
  )
  out.part('outcome', outcomeSql(out, number))
  for (let at = 0; at < writing.jobs.length; at++) out.part(`timer${at}`, timerSql(out, at))
  return out.template()
}

/** The outcome of a refused command: kept like an accepted one, because a retry decided anew could hide the refusal. */
export function refusalStatement(head: Refused, bodyHash: Buffer, reply: object): Statement {
  const { district, commandId, actor, receivedAt } = head
  return {
    text: 'insert into command_outcome (district, command_id, actor, body_hash, reply, answered_at) values ($1, $2, $3, $4, $5, $6)',
    values: [district, commandId, actor, bodyHash, JSON.stringify(reply), wireOf(receivedAt)],
  }
}
type Refused = Pick<EntryHead, 'district' | 'commandId' | 'actor' | 'receivedAt'>

/** The parts of a statement as they are put together, and where its values come from. */
class Parts {
  readonly #parts: string[] = []
  readonly #sources: Source[] = []
  readonly #demands: string[] = []
  readonly district = this.value('text', ({ head }) => head.district)

  value(type: string, source: Source): string {
    this.#sources.push(source)
    return `$${this.#sources.length}::${type}`
  }

  part(name: string, sql: string): void {
    this.#parts.push(`${name} as (${sql})`)
  }

  /** Parts that must write one row each: else what the command was decided on has moved. Demands run in their order. */
  demand(name: string, sqls: readonly string[]): void {
    for (const [at, sql] of sqls.entries()) this.part(`${name}${at}`, `${sql} returning 1`)
    const written = sqls.map((_, at) => `(select count(*) from ${name}${at})`)
    if (sqls.length > 0) this.#demands.push(`demand(${written.join(' + ')}, ${sqls.length})`)
  }

  /** A part that must write so many rows. */
  demandMany(name: string, sql: string, wanted: number): void {
    this.part(name, `${sql} returning 1`)
    this.#demands.push(`demand((select count(*) from ${name}), ${this.value('bigint', () => wanted)})`)
  }

  /** LEDGER-23 The rows of a table that the decision rests on and does not change. */
  demandStill(table: Table): void {
    const rows = ({ beside }: Writing) => beside.get(table) ?? []
    const ids = this.value('uuid[]', (writing) => rows(writing).map(({ id }) => id))
    const versions = this.value('int[]', (writing) => rows(writing).map(({ version }) => version))
    const name = `still_${specs[table].sqlName}`
    this.part(name, stillSql(table, this.district, ids, versions))
    const wanted = this.value('bigint', (writing) => rows(writing).length)
    this.#demands.push(`demand((select count(*) from ${name}), ${wanted})`)
  }

  template(): Template {
    const text = `with ${this.#parts.join(',\n')}\nselect outcome.reply, ${this.#demands.join(', ')} from outcome`
    return { text, sources: this.#sources }
  }
}

function entrySql(out: Parts): string {
  const open = [
    out.value('uuid', ({ head }) => head.commandId),
    out.value('text', ({ head }) => head.kind),
    out.value('uuid', ({ head }) => head.subject),
    out.value('text', ({ head }) => head.place),
    out.value('uuid', ({ head }) => head.office),
    out.value('text', ({ head }) => head.actor),
    out.value('timestamptz', ({ head }) => wireOf(head.doneAt)),
    out.value('timestamptz', ({ head }) => wireOf(head.receivedAt)),
    out.value('bigint', ({ head }) => head.refSeq),
    out.value('bytea', ({ salt }) => salt),
    out.value('bytea', ({ payload }) => payload),
    out.value('bytea', ({ digest }) => digest),
  ]
  return `insert into ledger (district, seq, command_id, kind, subject, place, office, actor, done_at, received_at, ref_seq, salt, payload, digest, hash) select ${out.district}, head.seq, ${open.join(', ')}, head.hash from head`
}

/** The number that a command gives, if it gives one: a new case's, a letter's that was signed, a batch's of forms. */
function numberOf(out: Parts, changes: readonly Change[]): string | null {
  if (changes.some(isNewCase)) return caseNumberSql(out)
  return changes.some(({ numbered }) => numbered) ? letterNumberSql(out) : null
}

const isNewCase = ({ table, base }: Change): boolean => table === 'case' && base === 0

/** LEDGER-1 Takes the next place of a series, under the head's lock: no two have it, and none is left out. */
function seriesSql(out: Parts, name: Source): void {
  out.part(
    'series',
    `insert into number_series (district, year, last) select ${out.district}, ${out.value('text', name)}, 1 from head on conflict (district, year) do update set last = number_series.last + 1 returning last`,
  )
}

/** Gives a letter its number in its office's year, and the SQL of it: core's `letterNumber` (R6: a test binds the two). */
function letterNumberSql(out: Parts): string {
  const given = ({ changes }: Writing) => changes.find(({ numbered }) => numbered)?.numbered
  seriesSql(out, (writing) => given(writing)?.series)
  const pattern = out.value('text', (writing) => given(writing)?.pattern)
  return `replace(${pattern}, '{nomor}', lpad(series.last::text, greatest(3, length(series.last::text)), '0'))`
}

/** Gives the case its number in the district's year, and the SQL of it: core's `caseNumber` (R6: a test binds the two). */
function caseNumberSql(out: Parts): string {
  seriesSql(out, ({ day }) => day.slice(0, 4))
  const before = out.value('text', ({ head, day }) => `${head.district.replace('.', '')}-${day.slice(2, 4)}-`)
  return `${before} || lpad(series.last::text, greatest(6, length(series.last::text)), '0')`
}

interface Assignment {
  readonly column: string
  readonly sql: string
}

function rowSql(out: Parts, change: Change, at: number, number: string | null): string {
  const cells = assignments(out, change, at)
  const name = specs[change.table].sqlName
  const id = out.value('uuid', ({ changes }) => changes[at]?.id)
  if (change.base > 0) {
    const given = change.numbered && number ? [`number = ${number}`, 'serial = series.last'] : []
    const sets = [...cells.map(({ column, sql }) => `${column} = ${sql}`), ...given]
    const base = out.value('int', ({ changes }) => changes[at]?.base)
    return `update ${name} set ${[...sets, 'version = version + 1', 'seq = head.seq'].join(', ')} from head${given.length > 0 ? ', series' : ''} where ${name}.district = ${out.district} and ${name}.id = ${id} and ${name}.version = ${base}`
  }
  const own: readonly Assignment[] = [
    { column: 'district', sql: out.district },
    { column: 'id', sql: id },
    { column: 'version', sql: '1' },
    { column: 'seq', sql: 'head.seq' },
  ]
  const numbered = number && (change.table === 'case' || change.numbered) ? [{ column: 'number', sql: number }] : []
  if (numbered.length > 0 && change.numbered) numbered.push({ column: 'serial', sql: 'series.last' })
  const all = [...own, ...numbered, ...cells]
  return `insert into ${name} (${all.map(({ column }) => column).join(', ')}) select ${all.map(({ sql }) => sql).join(', ')} from head${numbered.length > 0 ? ', series' : ''}`
}

function assignments(out: Parts, { table, set }: Change, at: number): readonly Assignment[] {
  return Object.keys(set)
    .filter((field) => field !== 'district')
    .flatMap((field) =>
      codecOf(table, field).cells.map(({ suffix, type, of }) => ({
        column: `${columnOf(table, field)}${suffix}`,
        sql: out.value(type, ({ changes }, keys) => of(valueOf(changes[at], field), keys)),
      })),
    )
}

const valueOf = (change: Change | undefined, field: string): unknown => {
  const set: Readonly<Record<string, unknown>> = change?.set ?? {}
  return set[field]
}

function daySql(out: Parts, at: number): string {
  const day = out.value('date', (writing) => writing.day)
  const measure = out.value('text', ({ counts }) => [...counts.day][at]?.[0])
  const n = out.value('int', ({ counts }) => [...counts.day][at]?.[1])
  return `insert into case_day_count (district, day, measure, n) select ${out.district}, ${day}, ${measure}, ${n} from head on conflict (district, day, measure) do update set n = case_day_count.n + excluded.n`
}

/** Every state of every ledger has its row from the start, so that one update counts both what left and what came. */
function stateSql(out: Parts, at: number): string {
  const state = out.value('text', ({ counts }) => [...counts.state][at]?.[0])
  const n = out.value('int', ({ counts }) => [...counts.state][at]?.[1])
  return `update case_state_count set n = n + ${n} from head where district = ${out.district} and state = ${state}`
}

function outcomeSql(out: Parts, number: string | null): string {
  const values = [
    out.value('uuid', ({ head }) => head.commandId),
    out.value('text', ({ head }) => head.actor),
    out.value('bytea', ({ bodyHash }) => bodyHash),
  ].join(', ')
  const reply = out.value('jsonb', (writing) => JSON.stringify(writing.reply))
  const given = number ? `'seq', head.seq, 'number', ${number}` : `'seq', head.seq`
  const answeredAt = out.value('timestamptz', ({ head }) => wireOf(head.receivedAt))
  return `insert into command_outcome (district, command_id, actor, body_hash, reply, answered_at) select ${out.district}, ${values}, ${reply} || jsonb_build_object(${given}), ${answeredAt} from head${number ? ', series' : ''} returning reply`
}

/** What is to be done later waits in `timer` until it is due. */
function timerSql(out: Parts, at: number): string {
  const values = [
    out.value('uuid', ({ head }) => head.commandId),
    out.value('text', ({ jobs }) => jobs[at]?.task),
    out.value('json', ({ jobs }) => JSON.stringify(jobs[at]?.data)),
    out.value('timestamptz', ({ jobs }) => wireOf(jobs[at]?.runAt ?? Number.NaN)),
  ]
  return `insert into timer (district, command_id, task, data, run_at) select ${out.district}, ${values.join(', ')} from head`
}

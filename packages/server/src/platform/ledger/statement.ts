import type { Counts } from '@openslrt/core/case/counts.ts'
import type { Change, JobRequest } from '@openslrt/core/ledger/entry.ts'
import type { Statement } from '../db/prepared.ts'
import type { DistrictKeys } from './keys.ts'
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
  readonly salt: Buffer
  readonly payload: Buffer
  readonly digest: Buffer
  readonly changes: readonly Change[]
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

/**
 * One statement for one command: lock and advance the district's head, append the entry, write every row it changes
 * (each only at the version it was decided on), counters, outcome and jobs. Everything reads `head`, so the lock comes
 * first; a row that moved raises SL001 and takes the head back with it.
 */
export function writeStatement(writing: Writing, keys: DistrictKeys): Statement {
  const out = new Parts()
  const { head } = writing
  const district = out.value(head.district, 'text')
  out.part(
    'head',
    `update district_head set seq = seq + 1, hash = sha256(hash || ${out.value(writing.digest, 'bytea')} || convert_to((seq + 1)::text || ${out.value(headText(head), 'text')}, 'UTF8')) where district = ${district} returning seq, hash`,
  )
  out.part('entry', entrySql(out, writing, district))
  const numbered = writing.changes.some(({ table, base }) => table === 'case' && base === 0)
  if (numbered)
    out.part(
      'series',
      `insert into number_series (district, year, last) select ${district}, ${out.value(writing.day.slice(0, 4), 'text')}, 1 from head on conflict (district, year) do update set last = number_series.last + 1 returning last`,
    )
  const rows = writing.changes.map((change, at) =>
    out.part(`row${at}`, rowSql(out, change, district, writing.day, keys)),
  )
  const counted = countSql(out, writing, district)
  const number = numbered
    ? `(select jsonb_build_object('number', ${numberSql(out, head.district, writing.day)}) from series)`
    : `'{}'::jsonb`
  out.part(
    'outcome',
    `insert into command_outcome (district, command_id, actor, body_hash, reply, answered_at) select ${district}, ${out.value(head.commandId, 'uuid')}, ${out.value(head.actor, 'text')}, ${out.value(writing.bodyHash, 'bytea')}, ${out.value(JSON.stringify(writing.reply), 'jsonb')} || jsonb_build_object('seq', head.seq) || ${number}, ${out.value(new Date(head.receivedAt), 'timestamptz')} from head returning reply`,
  )
  const jobs = writing.jobs.flatMap((job, at) => jobSql(out, job, head, `timer${at}`))
  const written = rows.map((row) => `(select count(*) from ${row})`).join(' + ') || '0'
  const checks = [
    `demand(${written}, ${rows.length})`,
    `demand((select count(*) from entry), 1)`,
    ...counted,
    ...jobs,
  ].join(', ')
  return out.statement(`select outcome.reply, ${checks} from outcome`)
}

/** The outcome of a refused command: kept like an accepted one, because a retry decided anew could hide the refusal. */
export function refusalStatement(head: Refused, bodyHash: Buffer, reply: object): Statement {
  const { district, commandId, actor, receivedAt } = head
  return {
    text: 'insert into command_outcome (district, command_id, actor, body_hash, reply, answered_at) values ($1, $2, $3, $4, $5, $6)',
    values: [district, commandId, actor, bodyHash, JSON.stringify(reply), new Date(receivedAt)],
  }
}
type Refused = Pick<EntryHead, 'district' | 'commandId' | 'actor' | 'receivedAt'>

class Parts {
  readonly #parts: string[] = []
  readonly #values: unknown[] = []

  value(value: unknown, type: string): string {
    this.#values.push(value)
    return `$${this.#values.length}::${type}`
  }

  part(name: string, sql: string): string {
    this.#parts.push(`${name} as (${sql})`)
    return name
  }

  statement(final: string): Statement {
    return { text: `with ${this.#parts.join(',\n')}\n${final}`, values: this.#values }
  }
}

function entrySql(out: Parts, { head, salt, payload, digest }: Writing, district: string): string {
  const open = [
    out.value(head.commandId, 'uuid'),
    out.value(head.kind, 'text'),
    out.value(head.subject, 'uuid'),
    out.value(head.place, 'text'),
    out.value(head.office, 'uuid'),
    out.value(head.actor, 'text'),
  ]
  const times = [
    out.value(new Date(head.doneAt), 'timestamptz'),
    out.value(new Date(head.receivedAt), 'timestamptz'),
    out.value(head.refSeq, 'bigint'),
  ]
  const bytes = [out.value(salt, 'bytea'), out.value(payload, 'bytea'), out.value(digest, 'bytea')]
  return `insert into ledger (district, seq, command_id, kind, subject, place, office, actor, done_at, received_at, ref_seq, salt, payload, digest, hash) select ${district}, head.seq, ${[...open, ...times, ...bytes].join(', ')}, head.hash from head returning 1`
}

interface Assignment {
  readonly column: string
  readonly sql: string
}

function rowSql(out: Parts, change: Change, district: string, day: string, keys: DistrictKeys): string {
  const cells = assignments(out, change, keys)
  const name = specs[change.table].sqlName
  const id = out.value(change.id, 'uuid')
  if (change.base > 0) {
    const sets = cells.map(({ column, sql }) => `${column} = ${sql}`)
    return `update ${name} set ${[...sets, 'version = version + 1', 'seq = head.seq'].join(', ')} from head where ${name}.district = ${district} and ${name}.id = ${id} and ${name}.version = ${out.value(change.base, 'int')} returning 1`
  }
  const isCase = change.table === 'case'
  const own: readonly Assignment[] = [
    { column: 'district', sql: district },
    { column: 'id', sql: id },
    { column: 'version', sql: '1' },
    { column: 'seq', sql: 'head.seq' },
  ]
  const numbered = isCase ? [{ column: 'number', sql: numberSql(out, change.set.district ?? '', day) }] : []
  const all = [...own, ...numbered, ...cells]
  return `insert into ${name} (${all.map(({ column }) => column).join(', ')}) select ${all.map(({ sql }) => sql).join(', ')} from head${isCase ? ', series' : ''} returning 1`
}

function assignments(out: Parts, change: Change, keys: DistrictKeys): readonly Assignment[] {
  return Object.entries(change.set)
    .filter(([field]) => field !== 'district')
    .flatMap(([field, value]) => {
      const column = columnOf(change.table, field)
      return codecOf(change.table, field)
        .encode(value, keys)
        .map((cell) => ({ column: `${column}${cell.suffix}`, sql: out.value(cell.value, cell.type) }))
    })
}

// Core's `caseNumber` in SQL (R6: a test binds the two).
const numberSql = (out: Parts, district: string, day: string): string =>
  `${out.value(`${district.replace('.', '')}-${day.slice(2, 4)}-`, 'text')} || lpad(series.last::text, greatest(6, length(series.last::text)), '0')`

/** Adds to the counters, and gives what has to hold afterwards. */
function countSql(out: Parts, { counts, day }: Writing, district: string): readonly string[] {
  if (counts.day.size > 0) {
    const keys = [...counts.day].toSorted(byKey)
    out.part(
      'days',
      `insert into case_day_count (district, day, measure, n) select ${district}, ${out.value(day, 'date')}, c.measure, c.n from head, unnest(${out.value(
        keys.map(([key]) => key),
        'text[]',
      )}, ${out.value(
        keys.map(([, n]) => n),
        'int[]',
      )}) c(measure, n) on conflict (district, day, measure) do update set n = case_day_count.n + excluded.n`,
    )
  }
  const states = [...counts.state].toSorted(byKey)
  if (states.length === 0) return []
  const names = out.value(
    states.map(([key]) => key),
    'text[]',
  )
  const changes = out.value(
    states.map(([, n]) => n),
    'int[]',
  )
  // Every state of every ledger has its row from the start, so that one update counts both what left and what came.
  out.part(
    'states',
    `update case_state_count set n = case_state_count.n + c.n from head, unnest(${names}, ${changes}) c(state, n) where case_state_count.district = ${district} and case_state_count.state = c.state returning 1`,
  )
  return [`demand((select count(*) from states), ${states.length})`]
}

const byKey = ([left]: readonly [string, number], [right]: readonly [string, number]): number => (left < right ? -1 : 1)

/** Work to be done at once goes to the queue; what lies in the future waits in `timer` until it is due. */
function jobSql(out: Parts, job: JobRequest, { district, commandId }: EntryHead, part: string): readonly string[] {
  const data = out.value(JSON.stringify(job.data), 'json')
  const task = out.value(job.task, 'text')
  if (job.runAt === null) return [`enqueue(${task}, ${data}, now(), null)`]
  const key = `${out.value(district, 'text')}, ${out.value(commandId, 'uuid')}`
  const runAt = out.value(new Date(job.runAt), 'timestamptz')
  out.part(
    part,
    `insert into timer (district, command_id, task, data, run_at) select ${key}, ${task}, ${data}, ${runAt} from head`,
  )
  return []
}

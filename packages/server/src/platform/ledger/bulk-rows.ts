import type { Change, Table } from '@openslrt/core/ledger/entry.ts'
import type { Cell } from './codec.ts'
import type { DistrictKeys } from './keys.ts'
import { codecOf, columnOf, specs } from './tables.ts'

/** Changes of one shape: new rows of a table, or rows of it in which the same fields change. */
export interface Group {
  readonly table: Table
  readonly isNew: boolean
  readonly fields: readonly string[]
  readonly changes: readonly Change[]
}

/** From so many of one shape on they are written together; fewer are not worth a statement of another form. */
const fewest = 8

/** LEDGER-20 Parts what a decision changes into rows that are written one by one, and groups that are written at once. */
export function grouped(changes: readonly Change[]): {
  readonly singles: readonly Change[]
  readonly groups: readonly Group[]
} {
  const byShape = Map.groupBy(changes, shapeOf)
  const singles: Change[] = []
  const groups: Group[] = []
  for (const alike of byShape.values()) {
    const group = alike.length < fewest ? null : groupOf(alike)
    if (group) groups.push(group)
    else singles.push(...alike)
  }
  return { singles, groups }
}

const shapeOf = ({ table, base, set, numbered }: Change): string =>
  `${table}${base > 0 ? '=' : '+'}${Object.keys(set).join(' ')}${numbered ? ' #' : ''}`

function groupOf(changes: readonly Change[]): Group | null {
  const [first] = changes
  if (!first || first.numbered || (first.table === 'case' && first.base === 0)) return null
  const fields = Object.keys(first.set).filter((field) => field !== 'district')
  // A list of lists would be taken for one with two sides.
  const isFlat = fields.every((field) => codecOf(first.table, field).cells.every(({ type }) => !type.endsWith('[]')))
  return isFlat ? { table: first.table, isNew: first.base === 0, fields, changes } : null
}

/** Where the values of a statement are put, and how they are named in it. */
export interface Values {
  readonly district: string
  list(type: string, values: readonly unknown[]): string
}

/**
 * One statement for a group: a list for each column, so that a thousand rows are parsed and planned once. Written one by
 * one they took as long to plan as to write.
 */
export function groupSql(out: Values, group: Group, keys: DistrictKeys): string {
  const { table, isNew, changes } = group
  const columns = columnsOf(group)
  const ids = out.list(
    'uuid',
    changes.map(({ id }) => id),
  )
  const bases = isNew
    ? []
    : [
        out.list(
          'int',
          changes.map(({ base }) => base),
        ),
      ]
  const lists = columns.map(({ cell, field }) => listOf(out, cell, field, changes, keys))
  const names = columns.map((_, nth) => `c${nth}`)
  const rows = `unnest(${[ids, ...bases, ...lists].join(', ')}) as u(${['id', ...bases.map(() => 'base'), ...names].join(', ')})`
  const given = columns.map(({ cell }, nth) => (cell.type === 'jsonb' ? `u.c${nth}::jsonb` : `u.c${nth}`))
  const { sqlName } = specs[table]
  return isNew
    ? `insert into ${sqlName} (district, id, version, seq, ${columns.map(({ name }) => name).join(', ')}) select ${out.district}, u.id, 1, head.seq, ${given.join(', ')} from head, ${rows}`
    : `update ${sqlName} t set ${columns.map(({ name }, nth) => `${name} = ${given[nth]}`).join(', ')}, version = t.version + 1, seq = head.seq from head, ${rows} where t.district = ${out.district} and t.id = u.id and t.version = u.base`
}

interface Column {
  readonly field: string
  readonly cell: Cell
  readonly name: string
}

const columnsOf = ({ table, fields }: Group): readonly Column[] =>
  fields.flatMap((field) =>
    codecOf(table, field).cells.map((cell) => ({ field, cell, name: `${columnOf(table, field)}${cell.suffix}` })),
  )

function listOf(
  out: Values,
  { type, of }: Cell,
  field: string,
  changes: readonly Change[],
  keys: DistrictKeys,
): string {
  const values = changes.map(({ set }) => of(Reflect.get(set, field), keys))
  return out.list(type === 'jsonb' ? 'text' : type, values)
}

/**
 * A list as PostgreSQL reads it. The driver looks through every text twice for signs that have to be told apart; most
 * lists of a load are ids, codes, days and digests, which have none.
 */
export function listText(values: readonly unknown[]): string {
  return `{${values.map(memberText).join(',')}}`
}

function memberText(value: unknown): string {
  if (value === null || value === undefined) return 'NULL'
  if (Buffer.isBuffer(value)) return `"\\\\x${value.toString('hex')}"`
  const said = String(value)
  const apart = said.includes('\\') ? said.replaceAll('\\', '\\\\') : said
  return `"${apart.includes('"') ? apart.replaceAll('"', '\\"') : apart}"`
}

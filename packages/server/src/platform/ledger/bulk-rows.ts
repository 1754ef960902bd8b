import type { Change, Table } from '@openslrt/core/ledger/entry.ts'
import type { Cell } from './codec.ts'
import type { DistrictKeys } from './keys.ts'
import { listBytes } from './list-bytes.ts'
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

/** Changes parted so, with the values of the groups as PostgreSQL takes them. */
export interface Listed {
  readonly changes: readonly Change[]
  readonly groups: readonly ListedGroup[]
}
export interface ListedGroup {
  readonly group: Group
  readonly ids: Values
  readonly bases: Values
  readonly columns: readonly Column[]
}

/** What changes more rows than this is written by lists of rows. The most that people do at once is a batch of 50 forms. */
const mostSingly = 100

/** LEDGER-20 What is written one by one, and the lists of what is written at once. */
export function listed(changes: readonly Change[], keys: DistrictKeys): Listed {
  if (changes.length <= mostSingly) return { changes, groups: [] }
  const { singles, groups } = grouped(changes)
  return { changes: singles, groups: groups.map((group) => listedGroup(group, keys)) }
}

const listedGroup = (group: Group, keys: DistrictKeys): ListedGroup => ({
  group,
  ids: { type: 'uuid[]', value: listText(group.changes.map(({ id }) => id)) },
  bases: { type: 'int[]', value: listText(group.changes.map(({ base }) => base)) },
  columns: columnsOf(group, keys),
})

/** The values of a column: a list with one for each row, or the one that all of them have. */
interface Values {
  readonly type: string
  readonly value: unknown
}
interface Column {
  readonly name: string
  readonly values: Values
  readonly isOne: boolean
  readonly type: string
}

function columnsOf({ table, fields, changes }: Group, keys: DistrictKeys): readonly Column[] {
  return fields.flatMap((field) => {
    const said = changes.map(({ set }): unknown => Reflect.get(set, field))
    const { cells } = codecOf(table, field)
    return cells.map((cell) => ({
      name: `${columnOf(table, field)}${cell.suffix}`,
      type: cell.type,
      ...valuesOf(cell, said, keys),
    }))
  })
}

/** Of a load's rows half the columns are the same: whose load it is, when, that nobody has a telephone. */
function valuesOf({ type, of }: Cell, said: readonly unknown[], keys: DistrictKeys) {
  const [first] = said
  // What is sealed is sealed apart: nobody shall see that two say the same.
  const isShared = type !== 'bytea' || first === null
  if (isShared && said.every((one) => one === first)) return { isOne: true, values: { type, value: of(first, keys) } }
  const all = said.map((one) => of(one, keys))
  return { isOne: false, values: { type: `${type === 'jsonb' ? 'text' : type}[]`, value: listOf(type, all) } }
}

/** Where the values of a statement are put, and how they are named in it. */
export interface Places {
  readonly district: string
  value(type: string, source: () => unknown): string
}

/**
 * One statement for a group: a list for each column, so that a thousand rows are parsed and planned once. Written one by
 * one they took as long to plan as to write.
 */
export function groupSql(out: Places, { group: { table, isNew }, ids, bases, columns }: ListedGroup): string {
  const put = ({ type, value }: Values): string => out.value(type, () => value)
  const lists = [{ name: 'id', values: ids }, ...(isNew ? [] : [{ name: 'base', values: bases }])]
  const given = columns.map(({ isOne, values, type }) => {
    if (isOne) return put(values)
    const name = `c${lists.length}`
    lists.push({ name, values })
    return type === 'jsonb' ? `u.${name}::jsonb` : `u.${name}`
  })
  const rows = `unnest(${lists.map(({ values }) => put(values)).join(', ')}) as u(${lists.map(({ name }) => name).join(', ')})`
  const { sqlName } = specs[table]
  return isNew
    ? `insert into ${sqlName} (district, id, version, seq, ${columns.map(({ name }) => name).join(', ')}) select ${out.district}, u.id, 1, head.seq, ${given.join(', ')} from head, ${rows}`
    : `update ${sqlName} t set ${columns.map(({ name }, nth) => `${name} = ${given[nth]}`).join(', ')}, version = t.version + 1, seq = head.seq from head, ${rows} where t.district = ${out.district} and t.id = u.id and t.version = u.base`
}

/** Words and bytes go as they are, without marks to be told apart by; the rest is short, and reads faster as text. */
const listOf = (type: string, values: readonly unknown[]): unknown =>
  type === 'text' || type === 'jsonb' || type === 'bytea' ? listBytes(type, values) : listText(values)

/** A list as PostgreSQL reads it: the driver would look through every member twice for signs that have to be told apart. */
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

import { posix } from 'node:path'
import ts from 'typescript'
import { isTest } from '../source-files.ts'
import { lineOf, literalText, walk } from '../syntax.ts'
import type { Breach } from './breach.ts'

type Parsed = { readonly path: string; readonly tree: ts.SourceFile }

const builders = new Set(['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'replaceInto'])
const statement =
  /^\s*(select\s[^]*\sfrom\s|insert\s+into\s|update\s+\S+\s+(as\s+\w+\s+)?set\s|delete\s+from\s|merge\s+into\s|with\s+(recursive\s+)?\w+\s+as\s*\(|(create|alter|drop|truncate)\s+(or\s+replace\s+)?(table|index|unique|schema|role|function|view|extension|database|policy)\b|set\s+local\s)/i

/** Law 5: SQL stands in queries*.ts, platform/db, platform/ledger (the one statement is the ledger) and db/, where it can be read, scoped and proven in one place. Told once for each file. */
export function findForeignSql(path: string, tree: ts.SourceFile): Breach[] {
  if (!path.startsWith('packages/server/src/') || isTest(path) || mayHoldSql(path)) return []
  const tags = namesOfSqlTag(tree)
  const places: { line: number; what: string }[] = []
  walk(tree, (node) => {
    const what = sqlIn(node, tags)
    if (what) places.push({ line: lineOf(tree, node), what })
  })
  const [first] = places
  if (!first) return []
  const more = places.length > 1 ? `, and in ${places.length - 1} more places` : ''
  const sentence = `holds SQL (${first.what}${more}): it belongs in a queries*.ts of its own folder, or in platform/db`
  return [{ rule: '5-sql-in-queries', file: path, line: first.line, sentence }]
}

/** Law 5: a table is written by one folder only. */
export function findSharedTables(files: readonly Parsed[]): Breach[] {
  const writes = files.filter(({ path }) => path.startsWith('packages/server/src/') && !isTest(path)).flatMap(writesIn)
  return writes.flatMap(({ table, file, line }) => {
    const owners = new Set(writes.filter((write) => write.table === table).map((write) => folderOf(write.file)))
    if (owners.size < 2) return []
    const sentence = `writes the table ${table}, which is written from ${[...owners].toSorted().join(' and ')}: a table has one owner`
    return [{ rule: '5-one-owner', file, line, sentence }]
  })
}

const mayHoldSql = (path: string): boolean =>
  /\/(platform\/db|platform\/ledger|src\/db)\//.test(path) || posix.basename(path).startsWith('queries')

function sqlIn(node: ts.Node, tags: ReadonlySet<string>): string | undefined {
  if (isTagged(node, tags)) return 'a sql`...` template'
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { text } = node.expression.name
    return builders.has(text) ? `${text}(...)` : undefined
  }
  const text = literalText(node)
  return text !== undefined && !isTagged(node.parent, tags) && statement.test(text)
    ? 'the text of a statement'
    : undefined
}

const isTagged = (node: ts.Node, tags: ReadonlySet<string>): boolean =>
  ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && tags.has(node.tag.text)

/** What this file calls the tag: `import { sql as s }` does not hide it. */
function namesOfSqlTag(tree: ts.SourceFile): Set<string> {
  const names = new Set(['sql'])
  walk(tree, (node) => {
    if (ts.isImportSpecifier(node) && node.propertyName?.text === 'sql') names.add(node.name.text)
  })
  return names
}

const written =
  /\b(?:insert\s+into|delete\s+from|update)\s+(?:only\s+)?"?([a-z_][a-z0-9_]*)"?(?=\s*(?:\(|as\b|set\b|where\b|using\b|select\b|values\b|[a-z]\w*\s+(?:set|where|using)\b|$))/gi

function writesIn({ path, tree }: Parsed): { table: string; file: string; line: number }[] {
  const tags = namesOfSqlTag(tree)
  const writes: { table: string; file: string; line: number }[] = []
  walk(tree, (node) => {
    for (const table of tablesWritten(node, tags)) writes.push({ table, file: path, line: lineOf(tree, node) })
  })
  return writes
}

function tablesWritten(node: ts.Node, tags: ReadonlySet<string>): string[] {
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression))
    return builderTable(node, node.expression.name.text)
  const text = literalText(node)
  if (text === undefined || !(isTagged(node.parent, tags) || statement.test(text))) return []
  const names = [...text.matchAll(written)].map((match) => match[1]?.toLowerCase() ?? '')
  // "on conflict do update set" and "for update" name no table.
  return [...new Set(names)].filter((name) => name !== 'set' && name !== 'of' && name !== '')
}

function builderTable(call: ts.CallExpression, builder: string): string[] {
  const [first] = call.arguments
  if (builder === 'selectFrom' || !builders.has(builder) || !first || !ts.isStringLiteralLike(first)) return []
  return [first.text.split(' ')[0] ?? first.text]
}

const folderOf = (path: string): string => posix.dirname(path).split('/').slice(3, 5).join('/')

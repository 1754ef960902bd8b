import ts from 'typescript'
import { isTest } from '../source-files.ts'
import { lineOf, literalText, walk } from '../syntax.ts'
import type { Breach } from './breach.ts'

/** The statuses of case, referral, letter, proposal, visit and need (architecture, section 5). */
export const statuses: ReadonlySet<string> = new Set(
  (
    'registered handling returned recommended answered closed duplicate cancelled erased ' +
    'requested accepted rejected in-progress on-hold completed failed entered-in-error ' +
    'drafted initialled issued handed-over revoked replaced backed verified approved exported withdrawn ' +
    'planned done missed recorded matched applied met unmet'
  ).split(' '),
)

/** Rule R1: no status is named outside core; server and web ask the law ("is it open?", "what may follow?"). */
export function findStatusLiterals(path: string, tree: ts.SourceFile): Breach[] {
  if (!/^packages\/(server|web)\/src\//.test(path) || isTest(path)) return []
  const found: Breach[] = []
  walk(tree, (node) => {
    const status = statusNamedBy(node)
    if (status === undefined) return
    const sentence = `names the status '${status}': only core does; ask the law there for what you want to know`
    found.push({ rule: 'R1-status-only-in-core', file: path, line: lineOf(tree, node), sentence })
  })
  return found
}

function statusNamedBy(node: ts.Node): string | undefined {
  if (ts.isBinaryExpression(node)) return comparedStatus(node)
  if (ts.isCaseClause(node))
    return speaksOfStatus(node.parent.parent.expression) ? statusIn(node.expression) : undefined
  if (ts.isPropertyAssignment(node)) return namesStatus(node.name) ? lawStatus(node.initializer) : undefined
  if (ts.isJsxAttribute(node))
    return namesStatus(node.name) && node.initializer ? statusIn(node.initializer) : undefined
  if (ts.isArrayLiteralExpression(node)) return listedStatus(node)
  if (ts.isCallExpression(node)) return queriedStatus(node)
  return statusInSql(node)
}

function comparedStatus({ left, right, operatorToken }: ts.BinaryExpression): string | undefined {
  if (!/^[=!]==?$/.test(operatorToken.getText())) return undefined
  if (speaksOfStatus(left)) return ofReply(left) ? lawStatus(right) : statusIn(right)
  return speaksOfStatus(right) ? statusIn(left) : undefined
}

// "accepted" is also what a command is answered, on the wire and in the outbox: that is no referral.
const ofReply = (node: ts.Expression): boolean =>
  /(reply|answer|outcome|result|handled)(\?|!)?\.status$/i.test(node.getText())
function lawStatus(node: ts.Node): string | undefined {
  const status = statusIn(node)
  return status === 'accepted' ? undefined : status
}

// A list of nothing but statuses is a piece of the law, whatever it is then used for.
function listedStatus({ elements }: ts.ArrayLiteralExpression): string | undefined {
  if (elements.length === 0 || (elements.length === 1 && !isSearched(elements[0]?.parent))) return undefined
  return elements.every((element) => statusIn(element) !== undefined) ? elements[0] && statusIn(elements[0]) : undefined
}

const isSearched = (list: ts.Node | undefined): boolean =>
  list !== undefined && ts.isPropertyAccessExpression(list.parent) && list.parent.name.text === 'includes'

/** `.where('status', '=', 'closed')` */
function queriedStatus({ arguments: given }: ts.CallExpression): string | undefined {
  const [column] = given
  const value = given.at(-1)
  if (given.length < 2 || !column || !value || !ts.isStringLiteralLike(column)) return undefined
  return /(^|[._])status$/i.test(column.text) ? statusIn(value) : undefined
}

function statusInSql(node: ts.Node): string | undefined {
  const text = literalText(node) ?? ''
  const compared = /\bstatus"?\s*(?:=|<>|!=|(?:not\s+)?in\b)\s*\(?\s*'([a-z-]+)'/i.exec(text)?.[1]
  return compared !== undefined && statuses.has(compared) ? compared : undefined
}

function speaksOfStatus(node: ts.Expression): boolean {
  if (ts.isIdentifier(node)) return /status$/i.test(node.text)
  if (ts.isPropertyAccessExpression(node)) return /status$/i.test(node.name.text)
  return ts.isElementAccessExpression(node) && /status$/i.test(literalText(node.argumentExpression) ?? '')
}

const namesStatus = (name: ts.Node): boolean =>
  /status$/i.test(ts.isStringLiteralLike(name) ? name.text : name.getText())

function statusIn(node: ts.Node): string | undefined {
  const inner = ts.isAsExpression(node) || ts.isJsxExpression(node) ? node.expression : node
  const text = inner && literalText(inner)
  return text !== undefined && statuses.has(text) ? text : undefined
}

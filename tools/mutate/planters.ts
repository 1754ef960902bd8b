import ts from 'typescript'

/** A fault that could be planted at a node: which part of the source becomes what. */
export interface Fault {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** One kind of fault: all the places in a node where it can be planted. */
export type Planter = (node: ts.Node, source: ts.SourceFile) => readonly Fault[]

/** Every kind of fault by its name. What none of them can do to a file, a test need not notice. */
export const planters: Readonly<Record<string, Planter>> = {
  flip: flipOperator,
  negate: negateCondition,
  drop: dropMember,
  constant: swapConstant,
  call: removeCall,
  guard: removeGuard,
  anchor: looseAnchor,
}

// A boundary and its opposite are two faults: one is caught at the edge, the other anywhere.
const others: Readonly<Partial<Record<ts.SyntaxKind, readonly string[]>>> = {
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: ['!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: ['==='],
  [ts.SyntaxKind.LessThanToken]: ['<=', '>='],
  [ts.SyntaxKind.LessThanEqualsToken]: ['<', '>'],
  [ts.SyntaxKind.GreaterThanToken]: ['>=', '<='],
  [ts.SyntaxKind.GreaterThanEqualsToken]: ['>', '<'],
  [ts.SyntaxKind.AmpersandAmpersandToken]: ['||'],
  [ts.SyntaxKind.BarBarToken]: ['&&'],
  [ts.SyntaxKind.PlusToken]: ['-'],
  [ts.SyntaxKind.MinusToken]: ['+'],
  [ts.SyntaxKind.AsteriskToken]: ['/'],
  [ts.SyntaxKind.SlashToken]: ['*'],
  [ts.SyntaxKind.PercentToken]: ['*'],
  [ts.SyntaxKind.PlusEqualsToken]: ['-='],
  [ts.SyntaxKind.MinusEqualsToken]: ['+='],
}

function flipOperator(node: ts.Node, source: ts.SourceFile): readonly Fault[] {
  if (!ts.isBinaryExpression(node)) return []
  const { operatorToken, left, right } = node
  // Without one of its two sides: a fallback that is never, or always, taken.
  if (operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) return [keep(node, right, source)]
  const isText = operatorToken.kind === ts.SyntaxKind.PlusToken && (isWords(left) || isWords(right))
  return isText ? [] : (others[operatorToken.kind] ?? []).map((text) => replace(operatorToken, text, source))
}

function negateCondition(node: ts.Node, source: ts.SourceFile): readonly Fault[] {
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return [keep(node, node.operand, source)]
  const condition = conditionOf(node)
  if (!condition || isComparison(condition)) return []
  return [replace(condition, `!(${condition.getText(source)})`, source)]
}

function conditionOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isIfStatement(node) || ts.isWhileStatement(node)) return node.expression
  return ts.isConditionalExpression(node) || ts.isForStatement(node) ? node.condition : undefined
}

/** Flipped by its operator already. */
const isComparison = (node: ts.Expression): boolean =>
  ts.isBinaryExpression(node) && others[node.operatorToken.kind] !== undefined

/** A row of a list, or a field of a table, that is not there. Spread rows go too. */
function dropMember(node: ts.Node, source: ts.SourceFile): readonly Fault[] {
  return membersOf(node)
    .filter((member) => !ts.isOmittedExpression(member) && !isWorded(member))
    .map((member) => {
      const from = member.getStart(source)
      const after = /^\s*,/.exec(source.text.slice(member.end))?.[0].length ?? 0
      const before = after === 0 ? (/,\s*$/.exec(source.text.slice(0, from))?.[0].length ?? 0) : 0
      return { from: from - before, to: member.end + after, text: '' }
    })
}

function membersOf(node: ts.Node): readonly ts.Node[] {
  if (ts.isArrayLiteralExpression(node)) return node.elements
  return ts.isObjectLiteralExpression(node) ? node.properties : []
}

function swapConstant(node: ts.Node, source: ts.SourceFile): readonly Fault[] {
  if (ts.isNumericLiteral(node)) return [replace(node, String(Number(node.text.replaceAll('_', '')) + 1), source)]
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [replace(node, 'false', source)]
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [replace(node, 'true', source)]
  if (node.kind === ts.SyntaxKind.NullKeyword) return [replace(node, 'undefined', source)]
  if (!ts.isStringLiteral(node) || isWords(node) || isWorded(node.parent) || isName(node)) return []
  const other = otherText(node, source)
  return other === undefined ? [] : [replace(node, `'${other}'`, source)]
}

// The name of a property, a module or a type is no constant.
const isName = (node: ts.StringLiteral): boolean =>
  (ts.isPropertyAssignment(node.parent) && node.parent.name === node) || ts.isImportDeclaration(node.parent)

/** The next text of the same file, so that a swapped constant is mostly one that the file knows. */
function otherText(node: ts.StringLiteral, source: ts.SourceFile): string | undefined {
  const texts: string[] = []
  const collect = (at: ts.Node): void => {
    if (ts.isImportDeclaration(at) || ts.isTypeNode(at)) return
    if (ts.isStringLiteral(at) && !isWords(at)) texts.push(at.text)
    ts.forEachChild(at, collect)
  }
  collect(source)
  const others = texts.filter((text) => text !== node.text && !text.includes("'") && !text.includes('\\'))
  return others.length === 0 ? undefined : others[texts.indexOf(node.text) % others.length]
}

/** A link of a chain of calls that is left out, or a statement that only calls something. */
function removeCall(node: ts.Node, source: ts.SourceFile): readonly Fault[] {
  if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression)) return [replace(node, ';', source)]
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return []
  const { expression: subject, name } = node.expression
  if (ts.isIdentifier(subject) && /^[A-Z]|^(z|fc|ts)$/.test(subject.text)) return []
  return neverAlone.has(name.text) ? [] : [keep(node, subject, source)]
}

// What these leave behind is no value of the kind that is needed: every test notices. `brand` is gone before one runs.
const neverAlone = new Set([
  'brand',
  'map',
  'flatMap',
  'join',
  'split',
  'has',
  'get',
  'includes',
  'some',
  'every',
  'reduce',
  'test',
  'find',
  'at',
])

/** `if (...) return ...` without a word. */
function removeGuard(node: ts.Node, source: ts.SourceFile): readonly Fault[] {
  return ts.isIfStatement(node) && !node.elseStatement ? [replace(node, ';', source)] : []
}

/** A pattern that no longer begins, or ends, where the text does. */
function looseAnchor(node: ts.Node, source: ts.SourceFile): readonly Fault[] {
  if (node.kind !== ts.SyntaxKind.RegularExpressionLiteral) return []
  const text = node.getText(source)
  const faults = [text.replace(/^\/\^/, '/'), text.replace(/\$(\/[a-z]*)$/, '$1')]
  return faults.filter((fault) => fault !== text).map((fault) => replace(node, fault, source))
}

const replace = (node: ts.Node, text: string, source: ts.SourceFile): Fault => ({
  from: node.getStart(source),
  to: node.end,
  text,
})
const keep = (whole: ts.Node, part: ts.Node, source: ts.SourceFile): Fault =>
  replace(whole, part.getText(source), source)

/** Sentences are for people: a test that pins each of them down proves nothing. */
const isWords = (node: ts.Node): boolean =>
  ts.isTemplateExpression(node) || (ts.isStringLiteralLike(node) && /\s/.test(node.text))

const worded = new Set(['summary', 'basis', 'names', 'id', 'en'])
const isWorded = (node: ts.Node): boolean =>
  (ts.isPropertyAssignment(node) && worded.has(node.name.getText()) && isWords(node.initializer)) || isWords(node)

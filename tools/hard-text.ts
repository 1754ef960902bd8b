import ts from 'typescript'
import type { Finding } from './finding.ts'
import type { SourceFile } from './source-files.ts'
import { lineOf, parseSource, walk } from './syntax.ts'

/** Attributes that a person reads or hears. */
const spoken = new Set([
  'placeholder',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'alt',
  'label',
  'heading',
  'description',
  'legend',
  'error',
  'summary',
  'caption',
  'header',
  'hint',
  'text',
  'message',
])

/** Names that are the same in every language. */
const names = new Set(['OpenSLRT'])

/** Texts that a screen holds itself instead of asking for them by key, in either language. */
export function findHardText(file: SourceFile): Finding[] {
  const tree = parseSource(file)
  const found: Finding[] = []
  const add = (node: ts.Node, text: string) =>
    found.push({
      file: file.path,
      line: lineOf(tree, node),
      sentence: `the text "${shorten(text)}" stands in the screen: give it a key in core/i18n`,
    })
  walk(tree, (node) => {
    for (const { at, text } of textsOf(node)) if (isProse(text)) add(at, text)
  })
  return found
}

type Text = { readonly at: ts.Node; readonly text: string }

function textsOf(node: ts.Node): Text[] {
  if (ts.isJsxText(node)) return [{ at: node, text: node.text }]
  if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) return shownTexts(node.expression)
  if (!ts.isJsxAttribute(node) || !spoken.has(node.name.getText()) || !node.initializer) return []
  return shownTexts(ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer)
}

/** The strings that an expression may show: through `? :`, `&&`, `||`, `??`, brackets and templates, but not through a call. */
function shownTexts(node: ts.Node | undefined): Text[] {
  if (!node) return []
  if (ts.isStringLiteralLike(node)) return [{ at: node, text: node.text }]
  if (ts.isTemplateExpression(node))
    return [node.head, ...node.templateSpans.map(({ literal }) => literal)].map((at) => ({ at, text: at.text }))
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(shownTexts)
  if (ts.isBinaryExpression(node)) return isLogic(node) ? [node.left, node.right].flatMap(shownTexts) : []
  return ts.isParenthesizedExpression(node) ? shownTexts(node.expression) : []
}

const isLogic = ({ operatorToken: { kind } }: ts.BinaryExpression): boolean =>
  kind === ts.SyntaxKind.AmpersandAmpersandToken ||
  kind === ts.SyntaxKind.BarBarToken ||
  kind === ts.SyntaxKind.QuestionQuestionToken ||
  kind === ts.SyntaxKind.PlusToken

const isProse = (text: string): boolean => /\p{L}/u.test(text.replace(/&\w+;/g, '')) && !names.has(text.trim())

const shorten = (text: string): string => {
  const plain = text.trim().replace(/\s+/g, ' ')
  return plain.length > 40 ? `${plain.slice(0, 40)}...` : plain
}

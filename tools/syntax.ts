import ts from 'typescript'
import type { SourceFile } from './source-files.ts'

/** Parses one file (no type check): enough to tell a comparison from a comment that speaks of one. */
export function parseSource(file: SourceFile): ts.SourceFile {
  const kind = file.path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  return ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true, kind)
}

/** Calls `visit` for every node below `node`, parents first. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  ts.forEachChild(node, (child) => {
    visit(child)
    walk(child, visit)
  })
}

/** The line (from 1) on which a node begins, leading comments left out. */
export const lineOf = (source: ts.SourceFile, node: ts.Node): number =>
  source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1

/** The text of a string as far as it is written out; holes of a template stand as `?`. Undefined for what is no string. */
export function literalText(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isTemplateExpression(node)) {
    return node.head.text + node.templateSpans.map((span) => `?${span.literal.text}`).join('')
  }
  return undefined
}

/** An import or re-export as written: `specifier`, its line, and whether it hands names on (`export ... from`). */
export type ImportSite = { readonly specifier: string; readonly line: number; readonly handsOn: boolean }

/** Every import, re-export and dynamic import with a written-out specifier. */
export function importSites(source: ts.SourceFile): ImportSite[] {
  const sites: ImportSite[] = []
  walk(source, (node) => {
    const specifier = specifierOf(node)
    if (specifier)
      sites.push({ specifier: specifier.text, line: lineOf(source, node), handsOn: ts.isExportDeclaration(node) })
  })
  return sites
}

function specifierOf(node: ts.Node): ts.StringLiteralLike | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return node.moduleSpecifier && ts.isStringLiteralLike(node.moduleSpecifier) ? node.moduleSpecifier : undefined
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
    return node.argument.literal
  }
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return undefined
  const [first] = node.arguments
  return first && ts.isStringLiteralLike(first) ? first : undefined
}

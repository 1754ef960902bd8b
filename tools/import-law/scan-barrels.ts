import { posix } from 'node:path'
import ts from 'typescript'
import { importSites, lineOf, walk } from '../syntax.ts'
import type { Breach } from './breach.ts'

const door = /^packages\/server\/src\/features\/[^/]+\/index\.ts$/

/**
 * Law 7: names are imported from where they are made; only a server feature's index.ts hands ours on. (A file may give
 * a library's name out, so that the library is known to one file.) And packages call each other by name.
 */
export function findBarrels(path: string, tree: ts.SourceFile): Breach[] {
  if (!path.startsWith('packages/')) return []
  return [...(door.test(path) ? [] : handedOn(path, tree)), ...relativeStrays(path, tree)]
}

function handedOn(path: string, tree: ts.SourceFile): Breach[] {
  const imported = namesOfOurs(tree)
  const found: Breach[] = []
  walk(tree, (node) => {
    if (!ts.isExportDeclaration(node) || !(node.moduleSpecifier || namesImported(node, imported))) return
    const sentence =
      'hands on what another file makes: only the index.ts of a server feature may; import it from where it lives'
    found.push({ rule: '7-no-barrels', file: path, line: lineOf(tree, node), sentence })
  })
  return found
}

function namesOfOurs(tree: ts.SourceFile): Set<string> {
  const names = new Set<string>()
  for (const statement of tree.statements) {
    if (!ts.isImportDeclaration(statement) || !/^['"](\.|#|@openslrt\/)/.test(statement.moduleSpecifier.getText()))
      continue
    walk(statement, (node) => {
      if (ts.isIdentifier(node)) names.add(node.text)
    })
  }
  return names
}

function namesImported(node: ts.ExportDeclaration, imported: ReadonlySet<string>): boolean {
  if (!node.exportClause || !ts.isNamedExports(node.exportClause)) return false
  return node.exportClause.elements.some((element) => imported.has((element.propertyName ?? element.name).text))
}

function relativeStrays(path: string, tree: ts.SourceFile): Breach[] {
  return importSites(tree)
    .filter(
      ({ specifier }) =>
        specifier.startsWith('.') && packageOf(posix.join(posix.dirname(path), specifier)) !== packageOf(path),
    )
    .filter(({ specifier }) => packageOf(posix.join(posix.dirname(path), specifier)) !== undefined)
    .map(({ specifier, line }) => {
      const sentence = `reaches into another package by the path ${specifier}: name the package instead (@openslrt/...)`
      return { rule: '2-packages-by-name', file: path, line, sentence }
    })
}

const packageOf = (path: string): string | undefined => /^packages\/([^/]+)\//.exec(path)?.[1]

import ts from 'typescript'
import type { SourceFile } from '../source-files.ts'
import { lineOf, parseSource } from '../syntax.ts'
import type { Mutant } from './mutant.ts'
import { type Fault, planters } from './planters.ts'

/** Every fault that can be planted in a file, in the order of its text. */
export function mutantsOf(file: SourceFile): Mutant[] {
  const source = parseSource(file)
  const found: Mutant[] = []
  const visit = (node: ts.Node): void => {
    if (isSilent(node)) return
    for (const [kind, plant] of Object.entries(planters))
      for (const fault of plant(node, source)) found.push(mutant(file, kind, fault, lineOf(source, node)))
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found.toSorted((left, right) => left.from - right.from || left.to - right.to)
}

// Types and imports are gone before a test runs. What a thrown error says is for whoever mends the fault.
const isSilent = (node: ts.Node): boolean =>
  ts.isTypeNode(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isImportDeclaration(node) ||
  ts.isThrowStatement(node)

function mutant({ path, text }: SourceFile, kind: string, fault: Fault, line: number): Mutant {
  const was = short(text.slice(fault.from, fault.to))
  const what = fault.text === '' || fault.text === ';' ? `${was} is gone` : `${was} becomes ${short(fault.text)}`
  return { file: path, line, kind, what, ...fault }
}

function short(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  return flat.length <= 60 ? flat : `${flat.slice(0, 40)} ... ${flat.slice(-15)}`
}

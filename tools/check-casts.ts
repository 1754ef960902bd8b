import ts from 'typescript'
import { type CheckResult, type Finding, report } from './finding.ts'
import { isData, isTest, readSources, repoRoot, type SourceFile } from './source-files.ts'
import { lineOf, parseSource, walk } from './syntax.ts'
import { linesOfCode } from './weigh.ts'

/** Of a thousand lines, so many may tell the compiler what it can't see. The most careful code read for this has 0.2. */
const mostInThousand = 0.6

/** Counts casts outside tests: each is a place where a type is believed instead of proved. */
export function checkCasts(files: readonly SourceFile[]): CheckResult {
  const own = files.filter(({ path }) => !isTest(path) && !isData(path))
  const casts = own.flatMap(castsIn)
  const lines = own.reduce((sum, file) => sum + linesOfCode(file), 0)
  const share = (casts.length / Math.max(1, lines)) * 1000
  const seen = `${own.length} files, ${lines} lines, ${casts.length} casts: ${share.toFixed(2)} in 1,000 lines`
  return { findings: share > mostInThousand ? casts : [], seen }
}

function castsIn(file: SourceFile): Finding[] {
  const tree = parseSource(file)
  const found: Finding[] = []
  walk(tree, (node) => {
    if (!isCast(node)) return
    const sentence = `is cast to ${node.type.getText()}; over ${mostInThousand} casts in 1,000 lines are too many: parse it, or give it a better type`
    found.push({ file: file.path, line: lineOf(tree, node), sentence })
  })
  return found
}

/** `as const` only narrows what is there, and `satisfies` proves: neither believes anything. */
const isCast = (node: ts.Node): node is ts.AsExpression | ts.TypeAssertion =>
  (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) && node.type.getText() !== 'const'

if (import.meta.main) report(checkCasts(readSources(repoRoot, ['packages', 'e2e', 'bench', 'tools'], /\.[cm]?tsx?$/)))

import ts from 'typescript'
import { type CheckResult, type Finding, report } from './finding.ts'
import { isTest, readSources, repoRoot, type SourceFile } from './source-files.ts'
import { lineOf, parseSource, walk } from './syntax.ts'

const fileLimit = 400
const functionLimit = 60
/** Of all functions, so many may be longer than the limit: a screen or a table of steps now and then is. */
const longShare = 0.001

/** A function with a name, and how many lines it takes; `leaf` means that no other function stands inside it. */
export type Measured = {
  readonly file: string
  readonly line: number
  readonly name: string
  readonly lines: number
  readonly leaf: boolean
}

/** Holds files and functions against their limits; data (texts, lists, planted samples) and generated files are left out. */
export function checkSizes(files: readonly SourceFile[]): CheckResult {
  const own = files.filter(({ path }) => !isData(path))
  const functions = own.filter(({ path }) => !isTest(path)).flatMap(measureFunctions)
  const leaves = functions.filter(({ leaf }) => leaf).map(({ lines }) => lines)
  return {
    findings: [...own.flatMap(longFile), ...longFunctions(functions)],
    seen: [
      `${own.length} files, lines: ${spread(own.map(({ text }) => lineCount(text)))}`,
      `${functions.length} functions, ${leaves.length} of them leaves, lines: ${spread(leaves)}`,
    ].join('; '),
  }
}

const isData = (path: string): boolean => /\/i18n\/(id|en)\b|\/generated\/|\.data\.ts$|\/planted[^/]*\.ts$/.test(path)

function longFile({ path, text }: SourceFile): Finding[] {
  const lines = lineCount(text)
  if (lines <= fileLimit) return []
  return [
    {
      file: path,
      line: fileLimit + 1,
      sentence: `has ${lines} lines; over ${fileLimit} a file is two rooms: split it`,
    },
  ]
}

/** Long functions are told one by one once their share is over the target. */
export function longFunctions(functions: readonly Measured[]): Finding[] {
  const long = functions.filter(({ lines }) => lines > functionLimit)
  if (long.length <= functions.length * longShare) return []
  return long.map(({ file, line, name, lines }) => ({
    file,
    line,
    sentence: `${name} has ${lines} lines, over ${functionLimit}; ${long.length} of ${functions.length} functions are so long, and 0.1 % may be`,
  }))
}

/** Every function of a file that has a name: declarations, methods, and functions given to a constant. */
export function measureFunctions(file: SourceFile): Measured[] {
  const tree = parseSource(file)
  const found: Measured[] = []
  walk(tree, (node) => {
    const name = functionName(node)
    if (!name) return
    const lines = tree.getLineAndCharacterOfPosition(node.getEnd()).line + 2 - lineOf(tree, node)
    found.push({ file: file.path, line: lineOf(tree, node), name, lines, leaf: !holdsFunction(node) })
  })
  return found
}

function functionName(node: ts.Node): string | undefined {
  if ((ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) && node.body)
    return node.name?.getText() ?? 'a function'
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return undefined
  const holder = node.parent
  return ts.isVariableDeclaration(holder) || ts.isPropertyAssignment(holder) ? holder.name.getText() : undefined
}

function holdsFunction(node: ts.Node): boolean {
  let holds = false
  walk(node, (inner) => {
    holds ||= ts.isFunctionLike(inner) && 'body' in inner && inner.body !== undefined
  })
  return holds
}

const lineCount = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0)

function spread(numbers: readonly number[]): string {
  const sorted = numbers.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return `median ${at(0.5)}, p95 ${at(0.95)}, most ${sorted.at(-1) ?? 0}`
}

if (import.meta.main) report(checkSizes(readSources(repoRoot, ['packages', 'e2e', 'bench', 'tools'], /\.[cm]?tsx?$/)))

import { join } from 'node:path'
import ts from 'typescript'
import { type CheckResult, type Finding, report } from './finding.ts'
import { repoRoot } from './source-files.ts'
import { lineOf, walk } from './syntax.ts'

/** Rule R3: no promise is left unawaited. It needs types, which the linter does not read, so TypeScript 6 is asked. */
export function checkPromises(root: string, config: string): CheckResult {
  const program = createProgram(root, config)
  const own = program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.startsWith(`${root}/`) && !fileName.includes('node_modules'))
  const checker = program.getTypeChecker()
  return {
    findings:
      own.length === 0
        ? [{ file: config, line: 1, sentence: 'names no file: the check is blind' }]
        : own.flatMap((source) => leftAlone(source, checker, root)),
    seen: `${own.length} files`,
  }
}

function createProgram(root: string, config: string): ts.Program {
  const { config: json } = ts.readConfigFile(join(root, config), ts.sys.readFile)
  const { fileNames, options } = ts.parseJsonConfigFileContent(json, ts.sys, root)
  return ts.createProgram(fileNames, options)
}

function leftAlone(source: ts.SourceFile, checker: ts.TypeChecker, root: string): Finding[] {
  const found: Finding[] = []
  walk(source, (node) => {
    if (!ts.isExpressionStatement(node) || !ts.isCallExpression(node.expression) || isLookedAfter(node.expression))
      return
    if (!isPromise(checker.getTypeAtLocation(node.expression))) return
    const sentence = `leaves the promise of ${node.expression.expression.getText().slice(0, 60)}(...) alone: await it, or say "void" and why nobody waits`
    found.push({ file: source.fileName.slice(root.length + 1), line: lineOf(source, node), sentence })
  })
  return found
}

// node:test waits for its own tests, and a chain that ends in catch (or then with two hands) has dealt with the failure.
function isLookedAfter({ expression, arguments: given }: ts.CallExpression): boolean {
  if (/^(test|describe|it|suite)(\.\w+)?$/.test(expression.getText())) return true
  if (!ts.isPropertyAccessExpression(expression)) return false
  return expression.name.text === 'catch' || (expression.name.text === 'then' && given.length === 2)
}

function isPromise(type: ts.Type): boolean {
  if (type.isUnion()) return type.types.some(isPromise)
  const then = type.getProperty('then')
  return then !== undefined && type.getProperty('catch') !== undefined
}

if (import.meta.main) report(checkPromises(repoRoot, 'tsconfig.json'))

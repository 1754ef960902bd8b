import ts from 'typescript'
import { isTest } from '../source-files.ts'
import { lineOf, walk } from '../syntax.ts'
import type { Breach } from './breach.ts'

const worldly = new Set([
  'process',
  'fetch',
  'console',
  'crypto',
  'performance',
  'localStorage',
  'indexedDB',
  'setTimeout',
  'setInterval',
])

/** Law 1: core is told the time, the ids and the chance; it never asks for them. */
export function findImpureCore(path: string, tree: ts.SourceFile): Breach[] {
  if (!path.startsWith('packages/core/src/') || isTest(path)) return []
  const found: Breach[] = []
  walk(tree, (node) => {
    const what = impurity(node)
    if (!what) return
    const sentence = `uses ${what}: in core the clock, ids, chance and the outside world are arguments`
    found.push({ rule: '1-core-is-told', file: path, line: lineOf(tree, node), sentence })
  })
  return found
}

function impurity(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node))
    return isDate(node.expression) && !node.arguments?.length ? 'new Date() without an argument' : undefined
  if (ts.isCallExpression(node)) return calledWorld(node.expression)
  if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return undefined
  const name = `${node.expression.text}.${node.name.text}`
  return name === 'Date.now' || name === 'Math.random' || worldly.has(node.expression.text) ? name : undefined
}

function calledWorld(callee: ts.Expression): string | undefined {
  if (isDate(callee)) return 'Date() as a function'
  return ts.isIdentifier(callee) && worldly.has(callee.text) ? `${callee.text}()` : undefined
}

const isDate = (node: ts.Expression): boolean => ts.isIdentifier(node) && node.text === 'Date'

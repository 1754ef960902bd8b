import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import ts from 'typescript'

// Node runs TypeScript by leaving types out, and so can't read JSX. A test that draws components imports this file
// first and them afterwards (`await import('./pager.tsx')`); their styles are left out.
const { ESNext } = ts.ModuleKind
const compilerOptions = { module: ESNext, target: ts.ScriptTarget.ESNext, jsx: ts.JsxEmit.ReactJSX } as const
const translated = new Map<string, string>()

registerHooks({
  load(url, context, next) {
    // A process that plays many files gives each its own modules, told apart by what follows the path.
    const file = new URL(url)
    if (file.pathname.endsWith('.css')) return { format: 'module', source: '', shortCircuit: true }
    if (!file.pathname.endsWith('.tsx')) return next(url, context)
    const source = translated.get(file.pathname) ?? translate(file)
    translated.set(file.pathname, source)
    return { format: 'module', source, shortCircuit: true }
  },
})

const translate = (file: URL): string =>
  ts.transpileModule(readFileSync(file, 'utf8'), {
    compilerOptions: { ...compilerOptions, verbatimModuleSyntax: true },
  }).outputText

import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

// Node runs TypeScript by leaving types out, and so can't read JSX. A test that draws components imports this file
// first and them afterwards (`await import('./pager.tsx')`); their styles are left out.
const { ESNext } = ts.ModuleKind
const compilerOptions = { module: ESNext, target: ts.ScriptTarget.ESNext, jsx: ts.JsxEmit.ReactJSX } as const

registerHooks({
  load(url, context, next) {
    if (url.endsWith('.css')) return { format: 'module', source: '', shortCircuit: true }
    if (!url.endsWith('.tsx')) return next(url, context)
    const { outputText } = ts.transpileModule(readFileSync(fileURLToPath(url), 'utf8'), {
      compilerOptions: { ...compilerOptions, verbatimModuleSyntax: true },
    })
    return { format: 'module', source: outputText, shortCircuit: true }
  },
})

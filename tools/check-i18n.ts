import ts from 'typescript'
import { type CheckResult, type Finding, report } from './finding.ts'
import { findHardText } from './hard-text.ts'
import { asPattern } from './pattern.ts'
import { isTest, readSources, repoRoot, type SourceFile } from './source-files.ts'
import { lineOf, parseSource, walk } from './syntax.ts'

const keyFiles = /^packages\/core\/src\/i18n\/id(\/.*)?\.ts$/
const textFiles = /^packages\/core\/src\/i18n\/(id|en)(\/.*)?\.ts$/

/** A key of the Indonesian texts, where it is made, and its text. */
export type Key = { readonly key: string; readonly text: string; readonly file: string; readonly line: number }

/** Texts come from keys only: every key is used, none is made twice, none is empty, and no screen holds a text of its own. */
export function checkTexts(files: readonly SourceFile[]): CheckResult {
  const keys = files.filter(({ path }) => keyFiles.test(path)).flatMap(readKeys)
  const users = files.filter(({ path }) => !textFiles.test(path) && !isTest(path))
  const screens = users.filter(({ path }) => /^packages\/web\/src\/.*\.tsx$/.test(path))
  return {
    findings: [...noKeys(keys), ...unusedKeys(keys, users), ...doubleKeys(keys), ...screens.flatMap(findHardText)],
    seen: `${keys.length} keys, ${users.length} files that may use them, ${screens.length} screens`,
  }
}

/** The keys of one file of texts: the names of its object literals' string members, as written. */
export function readKeys(file: SourceFile): Key[] {
  const tree = parseSource(file)
  const keys: Key[] = []
  walk(tree, (node) => {
    if (!ts.isPropertyAssignment(node) || !ts.isStringLiteralLike(node.initializer)) return
    const key = ts.isStringLiteralLike(node.name) || ts.isIdentifier(node.name) ? node.name.text : node.name.getText()
    keys.push({ key, text: node.initializer.text, file: file.path, line: lineOf(tree, node) })
  })
  return keys
}

/** Keys that no file names, neither in full nor by a template such as `case.status.${status}`. */
export function unusedKeys(keys: readonly Key[], users: readonly SourceFile[]): Finding[] {
  const { whole, patterns } = mentionedKeys(users)
  const isUsed = (key: string): boolean => whole.has(key) || patterns.some((pattern) => pattern.test(key))
  return keys
    .filter(({ key }) => !isUsed(key))
    .map(({ key, file, line }) => ({
      file,
      line,
      sentence: `the text '${key}' is used nowhere: take it out, or use it`,
    }))
}

function mentionedKeys(users: readonly SourceFile[]): { whole: Set<string>; patterns: RegExp[] } {
  const whole = new Set<string>()
  const patterns = new Map<string, RegExp>()
  for (const file of users) {
    walk(parseSource(file), (node) => {
      if (ts.isStringLiteralLike(node)) whole.add(node.text)
      if (ts.isTemplateExpression(node)) addPattern(patterns, node)
    })
  }
  return { whole, patterns: [...patterns.values()] }
}

// Only a template that starts with a capability's name and a dot can build a key; `${a}.${b}` alone would excuse every key.
function addPattern(patterns: Map<string, RegExp>, template: ts.TemplateExpression): void {
  if (!/^[a-z][\w-]*\./.test(template.head.text)) return
  const parts = [template.head.text, ...template.templateSpans.map((span) => span.literal.text)]
  const pattern = `^${parts.map((part) => asPattern(part)).join('.+')}$`
  patterns.set(pattern, new RegExp(pattern))
}

function doubleKeys(keys: readonly Key[]): Finding[] {
  const first = new Map<string, Key>()
  return keys.flatMap((made) => {
    const before = first.get(made.key)
    if (!before) first.set(made.key, made)
    if (!before) return []
    return [
      {
        file: made.file,
        line: made.line,
        sentence: `the key '${made.key}' is made before in ${before.file}:${before.line}; the later one wins silently`,
      },
    ]
  })
}

const noKeys = (keys: readonly Key[]): Finding[] =>
  keys.length > 0
    ? []
    : [
        {
          file: 'packages/core/src/i18n/id.ts',
          line: 1,
          sentence: 'holds no key: the check is blind, or the texts moved',
        },
      ]

if (import.meta.main) report(checkTexts(readSources(repoRoot, ['packages'], /\/src\/.*\.tsx?$/)))

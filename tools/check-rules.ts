import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { type CheckResult, type Finding, report } from './finding.ts'
import { isTest, readSources, repoRoot, type SourceFile } from './source-files.ts'
import { lineOf, literalText, parseSource, walk } from './syntax.ts'

/** A rule as the specification lists it: `- **CASE-1** The desk may ...`. */
type Rule = { readonly id: string; readonly line: number }

/** Where the rules are listed. */
export const specification = 'docs/spec/rules.md'

const listed = /^- \*\*([A-Z][A-Z0-9]*-\d+|R\d+)\*\* \S.{9}/
const numbered = /^([A-Z][A-Z0-9]*-\d+|R\d+)\b/

/**
 * Rule numbers mean something only while they can be looked up: every number that code or a test names is listed in the
 * specification with its sentence, every test begins with one, and no rule is listed that no test names.
 */
export function checkRules(spec: SourceFile, sources: readonly SourceFile[]): CheckResult {
  const rules = rulesIn(spec)
  const known = new Set(rules.map(({ id }) => id))
  const tests = sources.filter(({ path }) => isTest(path))
  const found = [
    ...faultsOfList(spec, rules),
    ...sources.flatMap((file) => unlisted(file, known)),
    ...tests.flatMap((file) => faultsOfTitles(file, known)),
    ...unproven(spec, rules, sources),
  ]
  const blind = rules.length === 0 || tests.length === 0
  const empty = { file: spec.path, line: 1, sentence: 'gave no rule, or no test was seen: the check is blind' }
  return { findings: blind ? [empty] : found, seen: `${rules.length} rules, ${tests.length} files of tests` }
}

const rulesIn = ({ text }: SourceFile): Rule[] =>
  text.split('\n').flatMap((line, at) => {
    const id = listed.exec(line)?.[1]
    return id === undefined ? [] : [{ id, line: at + 1 }]
  })

/** A line that begins like a rule and is none, and a number that does not follow the one before it in its family. */
function faultsOfList({ path, text }: SourceFile, rules: readonly Rule[]): Finding[] {
  const broken = text.split('\n').flatMap((line, at): Finding[] => {
    if (!line.startsWith('- **') || listed.test(line)) return []
    return [{ file: path, line: at + 1, sentence: 'is no rule: write "- **CASE-1** " and its sentence' }]
  })
  const last = new Map<string, number>()
  const unordered = rules.flatMap(({ id, line }): Finding[] => {
    const { family, number } = partsOf(id)
    const before = last.get(family) ?? -1
    last.set(family, number)
    return number > before ? [] : [{ file: path, line, sentence: `${id} is listed twice or out of its order` }]
  })
  return [...broken, ...unordered]
}

function partsOf(id: string): { readonly family: string; readonly number: number } {
  const digits = /\d+$/.exec(id)?.[0] ?? ''
  return { family: id.slice(0, id.length - digits.length), number: Number(digits) }
}

/** Numbers of a family that the specification has, and that it does not list. */
function unlisted({ path, text }: SourceFile, known: ReadonlySet<string>): Finding[] {
  const families = new Set([...known].map((id) => partsOf(id).family))
  return text.split('\n').flatMap((line, at) =>
    [...line.matchAll(/\b[A-Z][A-Z0-9]*-\d+\b/g)]
      .map(([id]) => id)
      .filter((id) => families.has(partsOf(id).family) && !known.has(id))
      .map((id) => ({ file: path, line: at + 1, sentence: `names ${id}, which ${specification} does not list` })),
  )
}

/** A title begins with a listed number, or with a hole into which one is put. */
function faultsOfTitles(file: SourceFile, known: ReadonlySet<string>): Finding[] {
  const families = new Set([...known].map((id) => partsOf(id).family))
  return titlesIn(file).flatMap(({ title, line }): Finding[] => {
    if (title.startsWith('?')) return []
    const id = numbered.exec(title)?.[1]
    if (id === undefined)
      return [{ file: file.path, line, sentence: `"${title}" begins with no rule: say which one the test proves` }]
    // Numbers of families that are listed are judged wherever they stand.
    const judged = known.has(id) || (id.includes('-') && families.has(partsOf(id).family))
    return judged ? [] : [{ file: file.path, line, sentence: `names ${id}, which ${specification} does not list` }]
  })
}

function titlesIn(file: SourceFile): readonly { readonly title: string; readonly line: number }[] {
  const titles: { title: string; line: number }[] = []
  const source = parseSource(file)
  walk(source, (node) => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || !/^(test|it)$/.test(node.expression.text))
      return
    const title = node.arguments[0] && literalText(node.arguments[0])
    if (title !== undefined) titles.push({ title, line: lineOf(source, node) })
  })
  return titles
}

/** A rule that neither a test nor a check names is a promise that nobody keeps. */
function unproven(spec: SourceFile, rules: readonly Rule[], sources: readonly SourceFile[]): Finding[] {
  const proofs = sources.filter(({ path }) => isTest(path) || /^(tools|e2e)\//.test(path)).map(({ text }) => text)
  const named = new Set(proofs.flatMap((text) => text.match(/\b(?:[A-Z][A-Z0-9]*-\d+|R\d+)\b/g) ?? []))
  return rules
    .filter(({ id }) => !named.has(id))
    .map(({ id, line }) => ({ file: spec.path, line, sentence: `${id} is named by no test and by no check` }))
}

if (import.meta.main) {
  const spec = { path: specification, text: readFileSync(join(repoRoot, specification), 'utf8') }
  report(checkRules(spec, readSources(repoRoot, ['packages', 'tools', 'e2e', 'bench'], /\.(tsx?|sql)$/)))
}

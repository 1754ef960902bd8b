import { type CheckResult, type Finding, report } from './finding.ts'
import { readSources, repoRoot, type SourceFile } from './source-files.ts'

type Forbidden = { readonly pattern: RegExp; readonly why: string; readonly only?: RegExp }

/** Kept small: what must not stand in any file of ours. A sign-in session and a User-Agent header are ordinary words here. */
const forbidden: readonly Forbidden[] = [
  {
    pattern: /(?:^|[\s'"`(=:])\/(?:work|root|tmp|Users|home\/[a-z]\w*)\/[\w.]/,
    why: 'is a path of one machine: use a relative path, or ask the system for its temporary folder',
  },
  {
    pattern: /\bregistry\.[a-z][\w-]*\.(?:org|com|net|io|dev|cn)\b|\b(?:npm|pypi)[\w-]*\.(?:internal|local|corp)\b/i,
    why: 'names a package registry: the machine that installs knows its own',
  },
  {
    pattern: /"resolved": "https?:/,
    why: 'names a package registry: keep addresses out of the lock file (npm config omit-lockfile-registry-resolved)',
    only: /^package-lock\.json$/,
  },
  {
    pattern:
      /\bAI[- ](?:agents?|assistants?|generated)\b|\b(?:coding|sub)[- ]?agents?\b|\blanguage models?\b|\bsession of work\b/i,
    why: 'speaks of the tools that made a file instead of the file',
  },
  {
    pattern: /\b(?:FIXME|XXX|HACK)\b|\bTODO\b/,
    why: 'is a promise in a file: do it, or open an issue',
    only: /\.(?:[cm]?tsx?|css|sql)$/,
  },
  {
    pattern: /\b(?:test|it|describe|suite)\.(?:only|skip|todo)\b|\b(?:only|skip|todo):\s*(?:true|['"`])/,
    why: 'leaves tests out: nothing is skipped here',
    only: /\.test\.tsx?$/,
  },
  {
    pattern: /new Date\((?:Date\.now\(\)[^)]*)?\)\.toISOString\(\)\.slice\(0, 10\)/,
    why: 'is the day in London, seven hours late of a Java midnight: use dayIn with the zone of the office',
    only: /\.[cm]?tsx?$/,
  },
  {
    pattern: /(?:oxlint|eslint|biome)-(?:disable|ignore)(?!.*(?: -- |: )\S)\S*/,
    why: 'silences a check without saying why: add " -- reason" (for biome ": reason")',
    only: /\.[cm]?tsx?$/,
  },
]

/** Finds words and paths that no file of the repository may hold. */
export function checkWords(files: readonly SourceFile[]): CheckResult {
  return { findings: files.flatMap(wordsIn), seen: `${files.length} files` }
}

function wordsIn({ path, text }: SourceFile): Finding[] {
  const rules = forbidden.filter(({ only }) => !only || only.test(path))
  return text.split('\n').flatMap((line, index) =>
    rules.flatMap(({ pattern, why }) => {
      const word = pattern.exec(line)?.[0].trim()
      return word === undefined ? [] : [{ file: path, line: index + 1, sentence: `"${word}" ${why}` }]
    }),
  )
}

if (import.meta.main) {
  const written =
    /(^|\/)[^/]*\.(?:[cm]?[jt]sx?|json|md|sql|css|html|ya?ml|sh|txt|svg)$|(^|\/)(?:run|NOTICE|LICENSE|\.npmrc)$/
  // This file and its test hold the words themselves.
  report(checkWords(readSources(repoRoot, ['.'], written).filter(({ path }) => !path.startsWith('tools/check-words.'))))
}

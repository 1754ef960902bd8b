import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CheckResult, type Finding, report } from './finding.ts'
import { type Installed, isExact, judgeLicence, packageOf } from './package-rules.ts'
import { asPattern } from './pattern.ts'
import { isTest, readSources, repoRoot, type SourceFile } from './source-files.ts'
import { importSites, parseSource } from './syntax.ts'

/** The parts of a package.json that this check reads, and where it lies ('' is the root). */
export type Manifest = {
  readonly folder: string
  readonly dependencies?: Record<string, string>
  readonly devDependencies?: Record<string, string>
  readonly optionalDependencies?: Record<string, string>
  readonly overrides?: Record<string, string>
  readonly scripts?: Record<string, string>
}

/** How many packages of others may run in production, per workspace (checklist, point 15). */
const most: Record<string, number> = { 'packages/core': 1, 'packages/server': 25, 'packages/web': 20 }

/** Needed without being named in any file: the runtime that npm puts on the path. */
const unnamed = /^node-linux-(x64|arm64)$/

/** Every dependency is pinned, licensed for us, used, declared where it is used, and few. */
export function checkDependencies(
  manifests: readonly Manifest[],
  installed: readonly Installed[],
  files: readonly SourceFile[],
): CheckResult {
  return {
    findings: [
      ...manifests.flatMap(unpinned),
      ...installed.flatMap(judgeLicence),
      ...manifests.flatMap((manifest) => unused(manifest, files)),
      ...undeclared(manifests, files),
      ...manifests.flatMap(tooMany),
      ...(installed.length > 0
        ? []
        : [about('package-lock.json', 'no installed package was found: run "npm ci" first')]),
    ],
    seen: `${installed.length} installed packages; in production ${manifests.map(countSentence).filter(Boolean).join(', ')}`,
  }
}

/** Versions are exact, overrides too: what was tried is what is installed. */
export function unpinned(manifest: Manifest): Finding[] {
  const wanted = { ...allOf(manifest), ...manifest.overrides }
  return Object.entries(wanted)
    .filter(([, version]) => !isExact(version))
    .map(([name, version]) => about(fileOf(manifest), `${name} is asked for as "${version}": name one exact version`))
}

/** Dependencies that no file of the workspace names (at the root: no file at all, and no script). */
export function unused(manifest: Manifest, files: readonly SourceFile[]): Finding[] {
  const own = files.filter(({ path }) => path.startsWith(manifest.folder))
  const text = [...own.map((file) => file.text), ...Object.values(manifest.scripts ?? {})].join('\n')
  const isNamed = (name: string): boolean => {
    const subject = name.startsWith('@types/')
      ? name.slice('@types/'.length)
      : name.replace(/-linux-(x64|arm64)$|\/linux-(x64|arm64)$/, '')
    return new RegExp(`(^|[\\s'"\`/@(:])${asPattern(subject)}(?![\\w-])`, 'm').test(text)
  }
  return Object.keys(allOf(manifest))
    .filter((name) => !unnamed.test(name) && !isNamed(commandOf(name)))
    .map((name) => about(fileOf(manifest), `${name} is used nowhere: take it out`))
}

/** Packages that a workspace imports without declaring them; tests may also use what the root declares. */
export function undeclared(manifests: readonly Manifest[], files: readonly SourceFile[]): Finding[] {
  const root = Object.keys(allOf(manifests.find(({ folder }) => folder === '') ?? { folder: '' }))
  return files.flatMap((file) => {
    const home = manifests.find(({ folder }) => folder !== '' && file.path.startsWith(`${folder}/`))
    const known = new Set([
      ...(home ? Object.keys(allOf(home)) : []),
      ...(home && !isTest(file.path) && home.folder !== 'e2e' ? [] : root),
    ])
    return importSites(parseSource(file)).flatMap(({ specifier, line }) => {
      const name = packageOf(specifier)
      if (!name || known.has(name) || known.has(`@types/${name}`) || (!home && name.startsWith('@openslrt/'))) return []
      return [
        {
          file: file.path,
          line,
          sentence: `imports ${name}, which ${home?.folder ?? 'the root'}/package.json does not declare`,
        },
      ]
    })
  })
}

function tooMany(manifest: Manifest): Finding[] {
  const limit = most[manifest.folder]
  const count = production(manifest).length
  return limit === undefined || count <= limit
    ? []
    : [about(fileOf(manifest), `has ${count} production dependencies, and ${limit} are the most`)]
}

// One package for each platform is one dependency.
const production = (manifest: Manifest): string[] => [
  ...new Set(
    Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })
      .filter((name) => !name.startsWith('@openslrt/'))
      .map((name) => name.replace(/[-/]linux-(x64|arm64)$/, '')),
  ),
]

const countSentence = (manifest: Manifest): string =>
  most[manifest.folder] === undefined
    ? ''
    : `${manifest.folder.slice('packages/'.length)} ${production(manifest).length} of ${most[manifest.folder]}`

const allOf = ({ dependencies, devDependencies, optionalDependencies }: Manifest): Record<string, string> => ({
  ...dependencies,
  ...devDependencies,
  ...optionalDependencies,
})

// A tool that is only called by name: its command differs from the package's name.
const commandOf = (name: string): string => (name === '@biomejs/biome' ? 'biome' : name)

const fileOf = ({ folder }: Manifest): string => (folder === '' ? 'package.json' : `${folder}/package.json`)
const about = (file: string, sentence: string): Finding => ({ file, line: 1, sentence })

function readManifest(folder: string): Manifest {
  return { ...JSON.parse(readFileSync(join(repoRoot, folder, 'package.json'), 'utf8')), folder }
}

function readInstalled(): Installed[] {
  const lock: { packages: Record<string, unknown> } = JSON.parse(
    readFileSync(join(repoRoot, 'package-lock.json'), 'utf8'),
  )
  return Object.keys(lock.packages)
    .filter((path) => path.includes('node_modules/'))
    .flatMap((path) => {
      try {
        return [{ path, ...JSON.parse(readFileSync(join(repoRoot, path, 'package.json'), 'utf8')) }]
      } catch {
        return [] // meant for another platform: not installed here
      }
    })
}

if (import.meta.main) {
  const manifests = ['', 'packages/core', 'packages/server', 'packages/web', 'e2e'].map(readManifest)
  report(
    checkDependencies(
      manifests,
      readInstalled(),
      readSources(repoRoot, ['packages', 'e2e', 'bench', 'tools'], /\.([cm]?tsx?|css|html)$/),
    ),
  )
}

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type CheckResult, type Finding, report } from './finding.ts'
import { repoRoot } from './source-files.ts'

/** One entry of Vite's manifest: the built file and what it brings with it. */
export type Chunk = {
  readonly file: string
  readonly src?: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
  readonly css?: readonly string[]
  readonly assets?: readonly string[]
}
export type BuildManifest = Record<string, Chunk>

const kib = 1024
/** What a public page may weigh in all on its way to a slow phone; its HTML (not in the manifest) is counted with this much. */
const publicLimit = 60 * kib
const publicHtml = 8 * kib
const deskLimit = 300 * kib
/** What a phone fetches of script before its first screen, and of everything beside it. */
const fieldLimit = 150 * kib

/** Weighs the built faces: all that the public page can load, and what the desk loads before its first screen shows. */
export function checkBudgets(root: string): CheckResult {
  const faces = [
    weigh(root, 'public', publicLimit, (manifest) => everything(manifest), publicHtml),
    weigh(root, 'desk', deskLimit, (manifest) => firstLoad(manifest, (file) => gzipSize(join(root, 'desk', file))), 0),
    weigh(
      root,
      'field',
      fieldLimit,
      (manifest) => scriptsOf(firstLoad(manifest, (file) => gzipSize(join(root, 'field', file)))),
      0,
    ),
  ]
  return { findings: faces.flatMap(({ findings }) => findings), seen: faces.map(({ seen }) => seen).join('; ') }
}

function weigh(
  root: string,
  face: string,
  limit: number,
  choose: (manifest: BuildManifest) => Set<string>,
  more: number,
): CheckResult {
  const path = ['.vite/manifest.json', 'manifest.json'].map((name) => join(root, face, name)).find(existsSync)
  const wrong = (sentence: string): CheckResult => ({ findings: [about(face, sentence)], seen: `${face}: not weighed` })
  if (!path)
    return wrong('has no Vite manifest: build the web first ("npm run build"), or the build no longer writes one')
  const files = [...choose(JSON.parse(readFileSync(path, 'utf8')))]
  if (files.length === 0) return wrong('its manifest names no entry: there is nothing to weigh')
  const sizes = files
    .map((file) => ({ file, size: gzipSize(join(root, face, file)) }))
    .toSorted((a, b) => b.size - a.size)
  const total = sizes.reduce((sum, { size }) => sum + size, more)
  const seen = `${face} ${inKib(total)} of ${inKib(limit)} KiB gzip in ${files.length} files`
  return { findings: total > limit ? [about(face, `${seen}; the heaviest: ${heaviest(sizes)}`)] : [], seen }
}

/** All files of all entries, lazy parts too. */
export function everything(manifest: BuildManifest): Set<string> {
  return filesOf(manifest, closure(manifest, entriesOf(manifest), true))
}

/** The files of the entries, and of the heaviest screen that an entry loads lazily: whoever opens the desk opens a screen. */
export function firstLoad(manifest: BuildManifest, sizeOf: (file: string) => number): Set<string> {
  const base = closure(manifest, entriesOf(manifest), false)
  const screens = [...base]
    .flatMap((key) => manifest[key]?.dynamicImports ?? [])
    .filter((key) => key.includes('features/'))
  const loads = [[], ...screens.map((key) => [key])].map((keys) =>
    filesOf(manifest, new Set([...base, ...closure(manifest, keys, false)])),
  )
  const weight = (files: ReadonlySet<string>): number => [...files].reduce((sum, file) => sum + sizeOf(file), 0)
  return loads.reduce((most, files) => (weight(files) > weight(most) ? files : most))
}

const scriptsOf = (files: ReadonlySet<string>): Set<string> =>
  new Set([...files].filter((file) => file.endsWith('.js')))

const entriesOf = (manifest: BuildManifest): string[] => Object.keys(manifest).filter((key) => manifest[key]?.isEntry)

function closure(manifest: BuildManifest, start: readonly string[], lazy: boolean): Set<string> {
  const seen = new Set<string>()
  const open = [...start]
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (seen.has(key)) continue
    seen.add(key)
    open.push(...(manifest[key]?.imports ?? []), ...(lazy ? (manifest[key]?.dynamicImports ?? []) : []))
  }
  return seen
}

function filesOf(manifest: BuildManifest, keys: ReadonlySet<string>): Set<string> {
  const chunks = [...keys].flatMap((key) => manifest[key] ?? [])
  return new Set(chunks.flatMap(({ file, css, assets }) => [file, ...(css ?? []), ...(assets ?? []).filter(isLoaded)]))
}

// Fonts come in one file per script, and a browser fetches only those whose letters stand on the page. Only one format of each is fetched.
const isLoaded = (file: string): boolean => !/cyrillic|greek|vietnamese|hebrew|devanagari|\.woff$/.test(file)

const gzipSize = (path: string): number => (existsSync(path) ? gzipSync(readFileSync(path)).length : 0)
const inKib = (bytes: number): string => (bytes / kib).toFixed(1)
const heaviest = (sizes: readonly { file: string; size: number }[]): string =>
  sizes
    .slice(0, 5)
    .map(({ file, size }) => `${file} ${inKib(size)}`)
    .join(', ')
const about = (face: string, sentence: string): Finding => ({ file: `packages/web/dist/${face}`, line: 1, sentence })

if (import.meta.main) report(checkBudgets(join(repoRoot, 'packages/web/dist')))

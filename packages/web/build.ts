import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { InlineConfig, Rolldown } from 'vite'
import { writeWorker } from './build-field.ts'
import { writeIcons } from './build-icons.ts'
import { onlyFieldTexts, textsLater } from './later-texts.ts'

const gzipped = promisify(gzip)
const brotlied = promisify(brotliCompress)
const here = import.meta.dirname
const dist = join(here, 'dist')
const stamp = join(dist, 'sources.sha256')
/** What a phone says of itself, so that its supervisor sees who works with an old one. */
const { version: release } = JSON.parse(await readFile(join(here, 'package.json'), 'utf8'))
const watched = [
  'src',
  'public',
  'build.ts',
  'build-field.ts',
  'build-icons.ts',
  'outline.ts',
  'png.ts',
  'later-texts.ts',
  '../core/src',
  '../../package-lock.json',
]

/**
 * Builds what the browser and the server-rendered face need: `dist/desk`, `dist/field`, `dist/public`, `dist/public-ssr/render.js`
 * and `dist/public-assets.json`, which tells the server the hashed names of the public face's files.
 */
export async function buildWeb({ say }: { say: (line: string) => void }): Promise<void> {
  const started = performance.now()
  const sources = await hashOfSources()
  await rm(stamp, { force: true })
  // Vite is loaded only when there is something to build: a released copy has no need of it.
  const { build } = await import('vite')
  for (const { name, config } of [desk(), field(release, join(dist, 'field')), publicFace(), publicRenderer()]) {
    say(`Building ${name} ...`)
    await build(config)
  }
  await nameAssets()
  await writeWorker(join(dist, 'field'))
  await writeIcons(join(dist, 'field'))
  await Promise.all(['desk', 'field', 'public'].map((face) => compress(join(dist, face))))
  await mkdir(dist, { recursive: true })
  await writeFile(stamp, sources)
  say(`Web built in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
}

/** True when the built files are missing or were made from other sources than those on disk. */
export async function isStale(): Promise<boolean> {
  const built = await readFile(stamp, 'utf8').catch(() => '')
  return built !== (await hashOfSources())
}

type Part = { readonly name: string; readonly config: InlineConfig }

// React's libraries mark their files for server components, which we do not use; a line for each would drown the rest.
const onLog: NonNullable<Rolldown.RolldownOptions['onLog']> = (level, log, say) => {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') say(level, log)
}

const shared = {
  configFile: false,
  envDir: false,
  logLevel: 'warn',
  publicDir: join(here, 'public'),
  // Vite leaves this alone in a server bundle; React would then pick its slow development build.
  define: { 'process.env.NODE_ENV': '"production"' },
} as const satisfies InlineConfig

function desk(): Part {
  const root = join(here, 'src/desk')
  return {
    name: 'the desk',
    config: {
      ...shared,
      root,
      // Absolute, so that a deep link such as /meja/kasus/... finds its files.
      base: '/meja/',
      plugins: [withoutServerTexts, withoutNynorsk, withoutJsonSchema, withoutOldDialogs, englishLater, textsLater],
      build: {
        ...forBrowsers(join(dist, 'desk')),
        rolldownOptions: { onLog, input: join(root, 'index.html'), output: { codeSplitting: { groups: [schemas] } } },
      },
    },
  }
}

/** The field face of another release, in a folder of its own: a test takes phones from one to the other. */
export async function buildFieldAs(name: string, outDir: string): Promise<void> {
  const { build } = await import('vite')
  await build(field(name, outDir).config)
  await writeWorker(outDir)
}

function field(name: string, outDir: string): Part {
  const root = join(here, 'src/field')
  return {
    name: 'the field face',
    config: {
      ...shared,
      root,
      // Absolute, so that a deep link opens without a line.
      base: '/lapangan/',
      define: { ...shared.define, __RELEASE__: JSON.stringify(name) },
      plugins: [withoutServerTexts, withoutNynorsk, withoutJsonSchema, withoutOldDialogs, englishLater, onlyFieldTexts],
      build: {
        ...forBrowsers(outDir),
        rolldownOptions: { onLog, input: join(root, 'index.html'), output: { codeSplitting: { groups: [schemas] } } },
      },
    },
  }
}

/**
 * The texts of the public face, and the sentences of refusals that an answer brings along, are 15 KiB that the desk never
 * says itself: they stay on the server. A screen of the desk that asks for one does not build.
 */
const withoutServerTexts = {
  name: 'without-server-texts',
  transform(code: string, id: string): string | null {
    if (/core\/src\/i18n\/(id|en)\/(public|refusal)[\w-]*\.ts$/.test(id)) {
      const other = /^ {2}'(?!public\.|refusal\.)([\w.-]+)'/m.exec(code)
      if (other) throw new Error(`${other[1]} would be missing at the desk: it stands among what stays on the server`)
      return code.replace(/= \{[^]*?\n\}/, '= {}')
    }
    if (/web\/src\/.*\.tsx?$/.test(id) && /['"`](public|refusal)\./.test(code))
      throw new Error(`${relative(here, id)} asks for a text that stays on the server`)
    return null
  },
}

// The library of components brings two kinds of Norwegian; the one that stands in for nothing here is 3 KiB.
const nynorsk: readonly (readonly [file: RegExp, instead: string])[] = [
  [/ds-react\/esm\/utils\/i18n\/locales\/nn\.js$/, "export { default } from './en.js'"],
  [/date-fns\/locale\/nn\.js$/, "export { enGB as nn, enGB as default } from './en-GB.js'"],
]
const withoutNynorsk = {
  name: 'without-nynorsk',
  load: (id: string): string | null => nynorsk.find(([file]) => file.test(id))?.[1] ?? null,
} as const

/** Schemas describe themselves to whoever reads the interface's documents, which the server writes: 8 KiB. */
const withoutJsonSchema = {
  name: 'without-json-schema',
  transform(code: string, id: string): string | null {
    if (!/zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/.test(id)) return null
    const names = [...code.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name)
    const never = "const never = () => { throw new Error('no schema describes itself here') }"
    return [never, ...names.map((name) => `export const ${name} = () => never`)].join('\n')
  },
} as const

/** Every browser the desk is built for has dialogs of its own; what stands in for them elsewhere is 2 KiB. */
const withoutOldDialogs = {
  name: 'without-old-dialogs',
  load: (id: string): string | null =>
    id.endsWith('/ds-react/esm/modal/dialog-polyfill.js')
      ? 'export const needPolyfill = false; export default {}'
      : null,
} as const

/** Whoever chooses English fetches its texts then: 13 KiB that most never need stay out of the desk's first load. */
const englishLater = {
  name: 'english-later',
  enforce: 'pre',
  resolveId: (wanted: string, from: string | undefined): string | null =>
    wanted === './en.ts' && from?.endsWith('/core/src/i18n/translate.ts')
      ? join(here, 'src/platform/i18n/english.ts')
      : null,
} as const

function publicFace(): Part {
  const root = join(here, 'src/public')
  return {
    name: 'the public face',
    config: {
      ...shared,
      root,
      base: '/aset/',
      build: {
        ...forBrowsers(join(dist, 'public')),
        rolldownOptions: { onLog, input: { enhance: join(root, 'enhance.ts'), public: join(root, 'public.css') } },
      },
    },
  }
}

function publicRenderer(): Part {
  const root = join(here, 'src/public')
  return {
    name: 'the public face for the server',
    config: {
      ...shared,
      root,
      publicDir: false,
      // Bundled whole: loading React and Aksel from node_modules takes over a second at every start.
      ssr: { noExternal: true },
      build: {
        outDir: join(dist, 'public-ssr'),
        emptyOutDir: true,
        ssr: join(root, 'render.tsx'),
        target: 'node22',
        minify: true,
        rolldownOptions: { onLog, output: { entryFileNames: 'render.js', codeSplitting: false } },
      },
    },
  }
}

// The schema library is told not to make code from text before it is first used, so both must be in one file.
const schemas = { name: 'schemas', test: /node_modules\/zod\/|(desk|field)\/no-eval\.ts$/ }

const forBrowsers = (outDir: string) =>
  ({
    outDir,
    emptyOutDir: true,
    manifest: 'manifest.json',
    // What the code uses of the language (toSorted, toReversed) came to browsers in these versions, in the first half of 2023.
    target: ['chrome110', 'firefox115', 'safari16.4'],
    // Data URIs would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  }) satisfies InlineConfig['build']

/** The server needs two names only, not Vite's manifest. */
async function nameAssets(): Promise<void> {
  const manifest: Record<string, { file: string } | undefined> = JSON.parse(
    await readFile(join(dist, 'public/manifest.json'), 'utf8'),
  )
  const urlOf = (source: string): string => {
    const entry = manifest[source]
    if (!entry) throw new Error(`The public build has no ${source}.`)
    return `/aset/${entry.file}`
  }
  const assets = { styles: [urlOf('public.css')], scripts: [urlOf('enhance.ts')] }
  await writeFile(join(dist, 'public-assets.json'), JSON.stringify(assets, null, 2))
}

/** A smaller copy beside each file, made once here rather than at every request. */
async function compress(folder: string): Promise<void> {
  const files = (await filesUnder(folder)).filter((file) => /\.(js|css|svg|html)$/.test(file))
  await Promise.all(files.map(compressFile))
}

async function compressFile(file: string): Promise<void> {
  const bytes = await readFile(file)
  if (bytes.length < 1024) return
  await writeFile(`${file}.gz`, await gzipped(bytes))
  await writeFile(`${file}.br`, await brotlied(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
}

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256')
  for (const path of watched) for (const file of await filesUnder(join(here, path))) await addTo(hash, file)
  return hash.digest('hex')
}

async function addTo(hash: ReturnType<typeof createHash>, file: string): Promise<void> {
  const text = await readFile(file)
  hash.update(`${relative(here, file)}\0${text.length}\0`).update(text)
}

async function filesUnder(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => null)
  if (!entries) return [path]
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}

const wanted = !process.argv.includes('--if-stale') || (await isStale())
if (import.meta.main && wanted) await buildWeb({ say: (line) => console.log(line) })

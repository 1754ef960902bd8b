import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Rolldown } from 'vite'

const texts = join(import.meta.dirname, '../core/src/i18n')

/**
 * Texts of the screens that few open at once: they stay out of the desk's first load and come with the screen, whose
 * folder holds a `texts.ts` that adds them. English is fetched whole, so this is about Indonesian alone.
 */
export const laterTexts = [
  'activity',
  'independence',
  'ask',
  'blank',
  'case-forms',
  'case-many',
  'case-queue',
  'case-register',
  'challenge',
  'condition',
  'device',
  'doubles',
  'duty',
  'field',
  'field-minutes',
  'field-work',
  'field-life',
  'figures',
  'import',
  'inbound',
  'indicator',
  'intake',
  'joint',
  'league',
  'leave',
  'letter',
  'lists',
  'load',
  'measure-words',
  'meeting',
  'need',
  'network',
  'notice',
  'office',
  'opened',
  'outbox-what',
  'own-account',
  'photo',
  'privacy',
  'programme',
  'proposal',
  'referral',
  'reply',
  'roles',
  'service-key',
  'surge',
  'visit',
  'variables',
  'family',
  'ppks',
  'psks',
] as const

/** All that the field face says besides its own words, which its start brings; nothing else of core is in its first load. */
const fieldKeeps: ReadonlySet<string> = new Set([
  'account',
  'case',
  'case-words',
  'list',
  'outbox',
  'shell',
  'short',
  'visit',
  'when',
])
const allTexts = readdirSync(join(texts, 'id')).map((file) => basename(file, '.ts'))
const notInField = allTexts.filter((part) => !fieldKeeps.has(part))

/** Leaves the field face the texts that it says, and fails a build in which somebody there could read a key. */
export const onlyFieldTexts = textsWithout(notInField)

/** Takes these texts out of what every screen has, and fails a build in which somebody could read a key in their place. */
export const textsLater = textsWithout(laterTexts)

function textsWithout(parts: readonly string[]) {
  return {
    name: 'texts-later',
    enforce: 'pre',
    transform: (code: string, id: string): string | null =>
      id.endsWith('/core/src/i18n/id.ts') ? parts.reduce(withoutPart, code) : null,
    buildEnd(this: Rolldown.PluginContext): void {
      const graph = [...this.getModuleIds()].flatMap((id) => this.getModuleInfo(id) ?? [])
      const missing = parts.flatMap((part) => whoLacks(part, graph))
      if (missing.length > 0) throw new Error(`Texts that are not there yet when they are said:\n${missing.join('\n')}`)
    },
  } as const
}

function withoutPart(code: string, part: string): string {
  const [line = '', name = ''] = new RegExp(`import \\{ (\\w+) \\} from './id/${part}\\.ts'\\n`).exec(code) ?? []
  if (line === '') throw new Error(`The texts of ${part} are not where the build looks for them.`)
  return code.replace(line, '').replace(`  ...${name},\n`, '')
}

export type Module = Pick<Rolldown.ModuleInfo, 'id' | 'isEntry' | 'importedIds' | 'importers' | 'dynamicImporters'>

/** Modules that say a text of the part though a screen may reach them before its texts. */
export function whoLacks(part: string, graph: readonly Module[]): readonly string[] {
  const known = new Map(graph.map((module) => [module.id, module]))
  const source = join(texts, 'id', `${part}.ts`)
  const keys = keysOf(source)
  const users = graph.filter(({ id }) => /web\/src\/.*\.tsx?$/.test(id) && says(readFileSync(id, 'utf8'), keys))
  return users
    .filter(({ id }) => rootsOf(id, known).some((root) => !comesWith(source, root, known, new Set())))
    .map(({ id }) => `${part}: ${basename(id)}`)
}

const keysOf = (source: string): readonly string[] =>
  [...readFileSync(source, 'utf8').matchAll(/^ {2}'([\w.-]+)':/gm)].flatMap(([, key]) => key ?? [])

/** In full, or by a template that begins as a key does. */
function says(code: string, keys: readonly string[]): boolean {
  const begun = [...code.matchAll(/`([a-z][\w-]*\.[\w.-]*)\$\{/g)].map(([, head = '']) => head)
  return keys.some((key) => code.includes(`'${key}'`) || begun.some((head) => key.startsWith(head)))
}

/** Where a module is first asked for: the entries and the lazy parts that hold it. */
function rootsOf(id: string, known: ReadonlyMap<string, Module>, seen = new Set<string>()): readonly Module[] {
  const module = known.get(id)
  if (!module || seen.has(id)) return []
  seen.add(id)
  const above = module.importers.flatMap((importer) => rootsOf(importer, known, seen))
  return module.isEntry || module.dynamicImporters.length > 0 ? [module, ...above] : above
}

/** Whether the texts are there when this lazy part is: it brings them, or whoever asks for it has them already. */
function comesWith(source: string, root: Module, known: ReadonlyMap<string, Module>, seen: Set<string>): boolean {
  if (seen.has(root.id)) return true
  seen.add(root.id)
  if (brings(source, root.id, known)) return true
  const askers = root.dynamicImporters.flatMap((id) => rootsOf(id, known))
  return !root.isEntry && askers.length > 0 && askers.every((asker) => comesWith(source, asker, known, seen))
}

function brings(source: string, id: string, known: ReadonlyMap<string, Module>, seen = new Set<string>()): boolean {
  if (id === source) return true
  if (seen.has(id)) return false
  seen.add(id)
  return (known.get(id)?.importedIds ?? []).some((next) => brings(source, next, known, seen))
}

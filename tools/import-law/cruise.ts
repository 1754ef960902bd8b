import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cruise, type ICruiseResult, type IDependency, type IModule, type IRuleSummary } from 'dependency-cruiser'
import { importSites, parseSource } from '../syntax.ts'
import type { Breach } from './breach.ts'
import { importRules } from './rules.ts'

/** What following the imports brought: the breaches, and the files and resolved imports it saw. */
export type Cruised = {
  readonly breaches: readonly Breach[]
  readonly files: readonly string[]
  readonly imports: number
}

/** Follows every import below `root` and holds it against the rules. */
export async function cruiseImports(root: string, folders: readonly string[]): Promise<Cruised> {
  const modules = (await cruiseFolders(root, folders)).filter((module) => isOurs(module.source))
  const edges = modules.flatMap((module) => module.dependencies.map((dependency) => ({ module, dependency })))
  return {
    breaches: edges.flatMap(({ module, dependency }) => breachesOf(root, module, dependency)),
    files: modules.map((module) => module.source),
    imports: edges.filter(({ dependency }) => !dependency.couldNotResolve).length,
  }
}

async function cruiseFolders(root: string, folders: readonly string[]): Promise<readonly IModule[]> {
  const { output } = await cruise(
    [...folders],
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: [...importRules] },
      tsPreCompilationDeps: true,
      doNotFollow: { path: ['node_modules'] },
      exclude: { path: ['(^|/)dist/'] },
    },
    {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  )
  return isResult(output) ? output.modules : []
}

const isResult = (output: ICruiseResult | string): output is ICruiseResult => typeof output !== 'string'
const isOurs = (path: string): boolean =>
  /^(packages|e2e|bench|tools)\/.*\.[cm]?[jt]sx?$/.test(path) && !path.includes('node_modules/')

function breachesOf(root: string, module: IModule, dependency: IDependency): Breach[] {
  return (dependency.rules ?? []).map((broken: IRuleSummary) => ({
    rule: broken.name,
    file: module.source,
    line: lineOfImport(root, module.source, dependency.module),
    sentence: sentenceFor(broken.name, dependency),
  }))
}

function sentenceFor(name: string, dependency: IDependency): string {
  const why = importRules.find((rule) => rule.name === name)?.comment ?? 'against the import law'
  const way = name === '6-no-cycles' ? ` (round: ${dependency.cycle?.map((step) => step.name).join(' -> ')})` : ''
  return `imports ${dependency.resolved}: ${why}${way}`
}

function lineOfImport(root: string, path: string, specifier: string): number {
  const sites = importSites(parseSource({ path, text: readFileSync(join(root, path), 'utf8') }))
  return sites.find((site) => site.specifier === specifier || site.specifier === `node:${specifier}`)?.line ?? 1
}

import type { MessageKey } from '../i18n/id.ts'
import type { Lang, Say } from '../i18n/translate.ts'
import type { CatalogueEntry } from './catalogue.ts'
import { catalogue, uncounted, uncountedCodes } from './catalogue.ts'
import { answeringRoutes, bases, methods, sources } from './indicator.ts'

const columns = [
  'catalogue.code',
  'indicator.name',
  'catalogue.group',
  'catalogue.state',
  'indicator.unit',
  'indicator.direction',
  'indicator.numerator',
  'indicator.denominator',
  'indicator.source',
  'indicator.method',
  'indicator.base',
  'indicator.levels',
  'indicator.route',
  'indicator.since',
  'catalogue.why',
] as const satisfies readonly MessageKey[]

/** INDICATOR-2 The catalogue as lines of cells, in one language: a heading, every indicator, and what nothing counts yet. */
export function catalogueRows(t: Say, lang: Lang): readonly (readonly string[])[] {
  const counted = catalogue.flatMap(({ group, entries }) =>
    entries.map((entry) => rowOf(entry, t(`indicator.group.${group}`), t, lang)),
  )
  const missing = uncountedCodes.map((code) => {
    const { name, why } = uncounted[code]
    const empty = columns.slice(4, -1).map(() => '')
    return [code, name[lang], '', t('catalogue.uncounted'), ...empty, why[lang]]
  })
  return [columns.map((column) => t(column)), ...counted, ...missing]
}

function rowOf(entry: CatalogueEntry, group: string, t: Say, lang: Lang): readonly string[] {
  return [
    entry.code,
    entry.name[lang],
    group,
    t('catalogue.counted'),
    t(`indicator.unit.${entry.unit}`),
    t(`indicator.direction.${entry.direction}`),
    entry.numerator[lang],
    entry.denominator?.[lang] ?? '',
    sources[entry.source][lang],
    methods[entry.method][lang],
    bases[entry.base][lang],
    entry.levels.map((level) => t(`indicator.level.${level}`)).join(', '),
    entry.by.map((route) => answeringRoutes[route]).join(', '),
    entry.since,
    '',
  ]
}

/** INDICATOR-2 The same for programs: both languages, nothing by its key alone. */
export function catalogueJson(): string {
  const indicators = catalogue.flatMap(({ group, entries }) =>
    entries.map(({ source, method, base, by, ...entry }) => ({
      ...entry,
      group,
      counted: true,
      source: sources[source],
      method: methods[method],
      base: bases[base],
      routes: by.map((route) => answeringRoutes[route]),
    })),
  )
  const missing = uncountedCodes.map((code) => ({ code, counted: false, ...uncounted[code] }))
  return `${JSON.stringify({ indicators: [...indicators, ...missing] }, null, 2)}\n`
}

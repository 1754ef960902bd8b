import { access, readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ImportLine, ImportPlan } from '@openslrt/core/contract/import.ts'
import { mostImportBytes } from '@openslrt/core/contract/import.ts'
import { sayRefusal } from '@openslrt/core/i18n/refusal.ts'
import { csvOf } from '@openslrt/core/kernel/csv.ts'
import type { ImportKind } from '@openslrt/core/office/import/columns.ts'
import { importKinds, importTemplate } from '@openslrt/core/office/import/columns.ts'
import type { Parts } from '../app.ts'
import { buildParts } from '../app.ts'
import { actorNamed } from '../features/account/index.ts'
import type { Importer } from '../features/office/index.ts'
import { readImport, takeImport } from '../features/office/index.ts'
import { openLog } from '../platform/telemetry/log.ts'
import { withDatabase } from './open-database.ts'
import type { Say, Verb } from './words.ts'
import { wordsOf } from './words.ts'

/** As many rows as are taken before the next line says how far it is. */
const rowsAtOnce = 500
/** As many lines of what can't be taken as fit a screen; all of them go to the file. */
const mostShown = 20

export const importFile: Verb = {
  what: 'offices|staff file [--dry-run]  offices or staff from a table, XLSX or CSV',
  more: [
    '',
    'npm run slrt -- import offices kantor.xlsx --dry-run    what it would change; nothing is changed',
    'npm run slrt -- import offices kantor.xlsx              changes it',
    'npm run slrt -- import staff petugas.csv                people and their roles',
    'npm run slrt -- import offices --template kantor.csv    writes the table to begin with',
    '',
    'Rows that can not be taken are told, and with --errors sebab.csv written to a file with the reason behind each:',
    'mend them there and import that file. The same file imported twice changes nothing, and one that broke off goes on.',
    'With --as and a sign-in name it is done with the rights of that person and no further, and the ledger names them;',
    'without, the ledger names the set-up. Links to sign in are made on the screen of staff.',
  ],
  async run(config, rest, say) {
    const { words, options, switches } = wordsOf(rest, { options: ['template', 'errors', 'as'], switches: ['dry-run'] })
    const kind = importKinds.find((one) => one === words[0])
    if (!kind || (words[1] === undefined && options['template'] === undefined)) {
      say('Say what, and from which file: npm run slrt -- import offices kantor.xlsx')
      return false
    }
    if (options['template'] !== undefined) return writeTemplate(kind, options['template'], say)
    const { errors } = options
    if (errors !== undefined && (await isThere(errors))) {
      say(`There is a file ${basename(errors)} already: name another one with --errors. Nothing was changed.`)
      return false
    }
    const bytes = await readBytes(words[1] ?? '', say)
    if (!bytes) return false
    return withDatabase(config, say, async ({ pools, master }) => {
      const parts = await buildParts(config, pools, master, openLog(config.logLevel))
      try {
        const actor = await actorFor(parts, kind, options['as'], say)
        const job = { kind, bytes, dry: switches.has('dry-run'), errors }
        return actor !== null && (await importBytes(parts, { ...job, actor }, say))
      } finally {
        parts.reference.close()
      }
    })
  },
}

interface Job {
  readonly kind: ImportKind
  readonly bytes: Buffer
  readonly dry: boolean
  readonly errors: string | undefined
  readonly actor: Importer['actor']
}

/** Whose rights it is done with: those of somebody who is named, or of the set-up. */
async function actorFor(
  { pools, reference }: Parts,
  kind: ImportKind,
  name: string | undefined,
  say: Say,
): Promise<Importer['actor'] | null> {
  if (name === undefined) return { kind: 'setup' }
  const actor = await actorNamed(pools.api, reference, name, kind === 'offices' ? 'office.manage' : 'staff.manage')
  if (!actor) say(`"${name}" is nobody's sign-in name, or may not do that.`)
  return actor
}

async function importBytes(
  { pools, ledger, reference }: Parts,
  { kind, bytes, dry, errors, actor }: Job,
  say: Say,
): Promise<boolean> {
  const parts = { pool: pools.api, ledger, reference, forget: () => undefined }
  const by: Importer = { actor, lang: 'en', now: Date.now() }
  const read = await readImport(parts, kind, bytes, by)
  if (!read.ok) {
    say(sayRefusal('en', read.error))
    return false
  }
  const plan = read.value
  if (!columnsFit(plan, say)) return false
  const refused = dry
    ? []
    : await takeAll(plan, (rows) => takeImport(parts, kind, plan.head, rows, { ...by, now: Date.now() }), say)
  const wrong = [...plan.lines.filter(({ what }) => what === 'wrong'), ...refused]
  tell(plan, wrong, dry, say)
  if (errors !== undefined && wrong.length > 0) await writeErrors(plan, wrong, errors, say)
  return wrong.length === 0
}

/** Gives the rows that change something, those first that others rest on; gives those that were refused after all. */
async function takeAll(
  { lines }: ImportPlan,
  take: (rows: ImportPlan['lines']) => Promise<readonly ImportLine[]>,
  say: Say,
): Promise<readonly ImportLine[]> {
  const changing = lines
    .filter(({ what }) => what === 'new' || what === 'change')
    .toSorted((one, other) => one.turn - other.turn)
  const refused: ImportLine[] = []
  for (let at = 0; at < changing.length; at += rowsAtOnce) {
    // oxlint-disable-next-line no-await-in-loop -- in their order
    const taken = await take(changing.slice(at, at + rowsAtOnce))
    refused.push(...taken.filter(({ what }) => what === 'wrong'))
    say(`${Math.min(at + rowsAtOnce, changing.length)} of ${changing.length} rows`)
  }
  return refused
}

function columnsFit({ missing, twice, unknown }: ImportPlan, say: Say): boolean {
  if (missing.length > 0) say(`These columns are missing: ${missing.join(', ')}.`)
  if (twice.length > 0) say(`These columns stand there twice: ${twice.join(', ')}.`)
  if (unknown.length > 0) say(`These columns are not known, and not read: ${unknown.join(', ')}.`)
  return missing.length === 0 && twice.length === 0
}

function tell({ lines }: ImportPlan, wrong: readonly ImportLine[], dry: boolean, say: Say): void {
  const count = (what: ImportLine['what']): number => lines.filter((line) => line.what === what).length
  if (dry)
    for (const line of lines.filter(({ what }) => what === 'change')) say(`line ${line.line}: ${changesOf(line)}`)
  for (const { line, problem } of wrong.slice(0, mostShown))
    say(`line ${line}${problem?.column ? `, ${problem.column}` : ''}: ${problem?.text ?? ''}`)
  if (wrong.length > mostShown) say(`... and ${wrong.length - mostShown} more`)
  const does = dry ? 'would be' : 'were'
  say(
    `${count('new')} ${does} new, ${count('change')} ${does} changed, ${count('same')} the same, ${wrong.length} can't be taken.`,
  )
}

const changesOf = ({ name, changes }: ImportLine): string =>
  `${name}: ${changes.map(({ column, from, to }) => `${column} "${from}" -> "${to}"`).join(', ')}`

async function writeErrors(
  { head, lines }: ImportPlan,
  wrong: readonly ImportLine[],
  path: string,
  say: Say,
): Promise<void> {
  const cells = new Map(lines.map((line) => [line.line, line.cells]))
  const rows = wrong.map(({ line, problem }) => [
    ...head.map((_, nth) => cells.get(line)?.[nth] ?? ''),
    problem?.column ?? '',
    problem?.text ?? '',
  ])
  // It names people: nobody else on this machine reads it.
  await writeFile(path, csvOf([[...head, 'column', 'reason'], ...rows]), { flag: 'wx', mode: 0o600 })
  say(`Written to ${basename(path)}: mend the rows there, and import that file.`)
}

async function writeTemplate(kind: ImportKind, path: string, say: Say): Promise<boolean> {
  await writeFile(path, csvOf(importTemplate(kind, 'id')), { flag: 'wx' })
  say(`Written to ${basename(path)}: fill it in below the example, and take the example out.`)
  return true
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

async function readBytes(path: string, say: Say): Promise<Buffer | null> {
  const bytes = await readFile(path).catch(() => null)
  if (!bytes) say(`"${path}" can't be read.`)
  if (bytes && bytes.length > mostImportBytes) say(sayRefusal('en', { code: 'file-too-large', limit: mostImportBytes }))
  return bytes && bytes.length <= mostImportBytes ? bytes : null
}

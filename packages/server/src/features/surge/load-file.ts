import { randomUUID } from 'node:crypto'
import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { mostInSlice } from '@openslrt/core/contract/surge.ts'
import { mostSurgeBytes, mostSurgeRows } from '@openslrt/core/contract/surge-queries.ts'
import { type Lang, translate } from '@openslrt/core/i18n/translate.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { covers } from '@openslrt/core/place/code.ts'
import { surgeRule } from '@openslrt/core/surge/moves.ts'
import type { FileFault, FileRow, FindVillage, Head } from '@openslrt/core/surge/read-file.ts'
import { readHead, readRow, villageKey } from '@openslrt/core/surge/read-file.ts'
import type { SurgeRow } from '@openslrt/core/surge/surge.ts'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { CsvRow } from '../../platform/files/csv-rows.ts'
import { readTable } from '../../platform/files/read-table.ts'
import { writeSheet } from '../../platform/files/write-sheet.ts'
import { inSlices } from '../../platform/in-slices.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { idOf } from './ids.ts'
import { selectSurge, selectVillages } from './queries.ts'
import { askToWork, beginWork, insertFile, selectFaults } from './queries-work.ts'

const limits = { bytes: mostSurgeBytes, rows: mostSurgeRows, cells: 40, inCell: 400 }

export interface Loading {
  readonly district: string
  readonly id: string
  readonly bytes: Buffer
  readonly actor: StaffActor
  readonly lang: Lang
}
type Loaded = { missing: string[]; good: number; wrong: number }

/** SURGE-3 Takes a file in: its rows wait sealed for the worker, wrong ones for whoever mends them. */
export async function loadFile({ ledger }: CaseParts, loading: Loading): Promise<Result<Loaded, Refusal>> {
  const { district, id, bytes, actor, lang } = loading
  const scope = scopeOf(actor, district)
  const [found, villages] = await inScope(ledger.pool, scope, async (client) => {
    const row = await selectSurge(client, district, id)
    const surge = row && rowOf('surge', row, null)
    return [surge, surge ? await selectVillages(client, surge.place) : []] as const
  })
  if (!found || !covers(actor.place, found.place)) return no({ code: 'not-found' })
  if (!surgeRule('list').from.includes(found.status)) return no({ code: 'surge-closed' })
  const table = await readTable(bytes, limits)
  if (!table.ok) return table
  const [first, ...rows] = table.value
  const { head, missing } = readHead(first?.cells ?? [])
  if (missing.length > 0)
    return ok({ missing: missing.map((column) => translate(lang, `surge-column.${column}`)), good: 0, wrong: 0 })
  const { good, wrong } = await inSlices(sorted(rows, head, villagesBy(villages), found))
  const keys = await ledger.keys.forDistrict(district)
  const file = randomUUID()
  const said = [[...(first?.cells ?? []), translate(lang, 'surge.fault')], ...wrong.map((row) => faultLine(row, lang))]
  await inScope(ledger.pool, scope, async (client) => {
    await insertFile(client, {
      district,
      surge: id,
      id: file,
      staff: actor.staff,
      faults: wrong.length === 0 ? null : keys.seal(Buffer.from(JSON.stringify(said)), `surge_file ${file}`),
      chunks: chunksOf(good).map((chunk, nth) => {
        const own = idOf(file, 'chunk', nth)
        return { id: own, said: keys.seal(Buffer.from(JSON.stringify(chunk)), `surge_chunk ${own}`) }
      }),
      now: new Date(),
    })
    if (good.length === 0) return
    const work = { district, surge: id, staff: actor.staff, office: actor.office, opens: false, now: new Date() }
    await beginWork(client, work)
    await askToWork(client)
  })
  return ok({ missing: [], good: good.length, wrong: wrong.length })
}

/** A row as it waits for the worker, in the shape of `surge.list`. */
export interface WaitingRow extends FileRow {
  readonly id: string
  readonly case: string
  readonly line: number
}
interface WrongRow {
  readonly cells: readonly string[]
  readonly fault: FileFault
}

/** Sorts rows, one by one: the process serves others meanwhile. */
function* sorted(rows: readonly CsvRow[], head: Head, find: FindVillage, { id }: Pick<SurgeRow, 'id'>) {
  const good = new Map<string, WaitingRow>()
  const wrong: WrongRow[] = []
  for (const [at, { cells }] of rows.entries()) {
    const row = readRow(cells, head, find)
    if (typeof row === 'string') wrong.push({ cells, fault: row })
    else {
      // A NIK is one person; without one, name, day of birth and address are.
      const own = idOf(id, row.nik ?? [row.name.toLowerCase(), row.birthDate, row.place, row.address].join('|'))
      if (good.has(own)) wrong.push({ cells, fault: 'twice' })
      else good.set(own, { ...row, id: own, case: idOf(own, 'case'), line: at + 1 })
    }
    yield
  }
  return { good: [...good.values()], wrong }
}

const chunksOf = (rows: readonly WaitingRow[]): readonly (readonly WaitingRow[])[] =>
  Array.from({ length: Math.ceil(rows.length / mostInSlice) }, (_, nth) =>
    rows.slice(nth * mostInSlice, (nth + 1) * mostInSlice),
  )

const faultLine = ({ cells, fault }: WrongRow, lang: Lang): readonly string[] => [
  ...cells,
  translate(lang, `surge-fault.${fault}`),
]

/** Villages of a place by their code, dotted or not, and by their name. */
function villagesBy(villages: Awaited<ReturnType<typeof selectVillages>>): FindVillage {
  const codes = new Map(villages.map(({ code }) => [code.replaceAll('.', ''), code]))
  const names = new Map<string, { readonly code: string; readonly within: string }[]>()
  for (const { code, name, within } of villages) {
    const key = villageKey(name)
    names.set(key, [...(names.get(key) ?? []), { code, within: villageKey(within) }])
  }
  return (village, subdistrict) => {
    const code = codes.get(village.replace(/\D/g, ''))
    if (code) return code
    const named = names.get(villageKey(village)) ?? []
    const within = villageKey(subdistrict)
    const fitting = within === '' ? named : named.filter((one) => one.within === within)
    if (fitting.length > 1) return 'village-twice'
    return fitting[0]?.code ?? 'village'
  }
}

/** The rows of the last file that are to be mended, as a workbook. */
export function faultsOf(
  { ledger }: CaseParts,
  { district, id, actor }: Pick<Loading, 'district' | 'id' | 'actor'>,
): Promise<Buffer | null> {
  return inScope(ledger.pool, scopeOf(actor, district), async (client) => {
    const surge = await selectSurge(client, district, id)
    if (!surge || !covers(actor.place, rowOf('surge', surge, null).place)) return null
    const found = await selectFaults(client, district, id)
    if (!found) return null
    const keys = await ledger.keys.forDistrict(district)
    const said = keys.open(found.faults, `surge_file ${found.id}`)
    return writeSheet(JSON.parse(said.toString()) as readonly (readonly string[])[])
  })
}

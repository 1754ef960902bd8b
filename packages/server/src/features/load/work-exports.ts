import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { exportKeptDays, mayExport } from '@openslrt/core/load/export.ts'
import type { PlaceNames } from '@openslrt/core/load/export-row.ts'
import { exportRow } from '@openslrt/core/load/export-row.ts'
import { ledgerCode, placeCode } from '@openslrt/core/place/code.ts'
import type { TaskList } from 'graphile-worker'
import type { PoolClient } from 'pg'
import { faultOf } from '../../platform/db/faults.ts'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { sha256 } from '../../platform/ledger/seal.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import { saveBlob } from '../case/index.ts'
import type { LoadParts } from './parts.ts'
import type { ExportRow } from './queries-export.ts'
import {
  addPiece,
  askForExports,
  endExport,
  forgetExports,
  holdExport,
  isExportLeft,
  letGoExport,
  selectExportShown,
} from './queries-export.ts'
import type { FoundRow } from './queries-exported.ts'
import { selectChosen, selectFamiliesOf, selectVillageNames } from './queries-exported.ts'
import { frameOf, nextPiece } from './write-export.ts'

/** People of one piece: some megabyte of text. What is in memory is one piece, however many there are. */
export const exportRows = 2_000
const leaseMs = 20_000
const sliceMs = 10_000

/** LOAD-17 What time does about exports: goes on with them, and forgets their files when their days are over. */
export function exportTasks(parts: LoadParts): TaskList {
  return {
    'export-work': async () => {
      await workExports(parts)
    },
    'forget-exports': async () => {
      await forgetExports(parts.worker, new Date(Date.now() - exportKeptDays * dayMs))
    },
  }
}

export const exportTimes = [
  { task: 'export-work', at: '* * * * *' },
  { task: 'forget-exports', at: '27 19 * * *' },
] as const

/** Goes on with exports for a while; what is left after that is asked for anew. */
export async function workExports(parts: LoadParts, forMs = sliceMs): Promise<void> {
  const until = performance.now() + forMs
  for (let held = await hold(parts); held; held = await hold(parts)) {
    await workOn(parts, held, until)
    if (performance.now() > until) break
  }
  if (await isExportLeft(parts.worker, new Date())) await askForExports(parts.worker)
}

const hold = ({ worker }: LoadParts): Promise<ExportRow | null> => holdExport(worker, new Date(), leaseEnd())
const leaseEnd = (): Date => new Date(Date.now() + leaseMs)

async function workOn(parts: LoadParts, held: ExportRow, until: number): Promise<void> {
  try {
    await goOn(parts, held, until)
    await letGoExport(parts.worker, held, null)
  } catch (error) {
    // The database is away: the lease runs out, and whoever comes then goes on.
    if (faultOf(error) === 'away') throw error
    parts.log.error({ err: error, export: held.id }, 'an export could not go on')
    await letGoExport(parts.worker, held, 'internal')
  }
}

interface Working {
  readonly parts: LoadParts
  readonly actor: StaffActor
  readonly keys: DistrictKeys
  readonly names: ReadonlyMap<string, PlaceNames>
}

/** Writes piece after piece; whoever asked must still be allowed to, each time that somebody goes on with it. */
async function goOn(parts: LoadParts, held: ExportRow, until: number): Promise<void> {
  const actor = await parts.actorAt(held.staff, held.office)
  const district = ledgerCode.parse(held.district)
  if (!actor || !mayExport(actor, district, held).ok) throw new Error('whoever asked for the export may not any more')
  const keys = await parts.ledger.keys.forDistrict(district)
  const villages = await inScope(parts.ledger.pool, scopeOf(actor, district), (client) =>
    selectVillageNames(client, district),
  )
  const names = new Map(villages.map(({ code, ...named }) => [code, named]))
  const working: Working = { parts, actor, keys, names }
  for (let row: ExportRow | null = held; row; ) {
    const next = await writeNext(working, row)
    if (next === 'end') return finish(working, row)
    if (performance.now() > until) return
    row = next
  }
}

/** One piece; `end` where nobody is left, null where another process went on with it meanwhile. */
async function writeNext({ parts, actor, keys, names }: Working, row: ExportRow): Promise<ExportRow | 'end' | null> {
  const { after_place: place, after_id: id } = row
  const after = place === null || id === null ? null : { place, id }
  const { found, families } = await inScope(parts.ledger.pool, scopeOf(actor, row.district), (client) =>
    findNext(client, actor, row, after),
  )
  // Without people a file has its heads.
  if (found.length === 0 && row.pieces.length > 0) return 'end'
  const lines = found.map((one) => lineOf(row, one, families, { keys, names }))
  const { bytes, ...sums } = nextPiece(row, lines)
  const piece = await putPiece(parts, row, bytes, keys)
  const last = found.at(-1)
  const behind = last ? { place: last.place, id: last.id } : after
  const rows = row.rows + found.length
  const kept = await addPiece(parts.worker, row, { ...sums, rows, after: behind, piece }, leaseEnd())
  if (!kept) return null
  const ends = { after_place: behind?.place ?? null, after_id: behind?.id ?? null }
  return { ...row, ...sums, ...ends, rows, pieces: [...row.pieces, piece] }
}

async function findNext(
  client: PoolClient,
  actor: StaffActor,
  row: ExportRow,
  after: { readonly place: string; readonly id: string } | null,
): Promise<{ readonly found: readonly FoundRow[]; readonly families: ReadonlyMap<string, FoundRow> }> {
  const found = await selectChosen(client, actor, row.district, row, { after, limit: exportRows })
  if (row.subject === 'families') return { found, families: new Map() }
  const ids = [...new Set(found.flatMap(({ family }) => family ?? []))]
  const families = await selectFamiliesOf(client, actor, row.district, ids)
  return { found, families: new Map(families.map((family) => [family.id, family])) }
}

const nowhere: PlaceNames = { province: '', district: '', subdistrict: '', village: '' }

function lineOf(
  { subject, numbers, mark, locals }: ExportRow,
  found: FoundRow,
  families: ReadonlyMap<string, FoundRow>,
  { keys, names }: Pick<Working, 'keys' | 'names'>,
): readonly string[] {
  const home = subject === 'families' ? found : families.get(found.family ?? '')
  const exported = {
    person: subject === 'people' ? rowOf('person', found, keys) : null,
    family: home ? rowOf('family', home, keys) : null,
    place: placeCode.parse(found.place),
  }
  return exportRow(subject, exported, { names: names.get(found.place) ?? nowhere, numbers, mark, locals })
}

/** The file is whole: what stands before its pieces is known now. */
async function finish({ parts, actor, keys }: Working, row: ExportRow): Promise<void> {
  const shown = await inScope(parts.ledger.pool, scopeOf(actor, row.district), (client) =>
    selectExportShown(client, row.district, row.id),
  )
  if (!shown) throw new Error('the export is out of sight')
  const { first, last } = frameOf(row, {
    name: shown.by_name,
    office: shown.office_name,
    place: shown.place_name ?? row.place,
  })
  const pieces = [
    ...(first ? [await putPiece(parts, row, first, keys)] : []),
    ...row.pieces,
    ...(last ? [await putPiece(parts, row, last, keys)] : []),
  ]
  const size = row.size + (first?.length ?? 0) + (last?.length ?? 0)
  await endExport(parts.worker, row, { pieces, size, rows: row.rows })
}

async function putPiece(
  { ledger, store }: LoadParts,
  { district }: ExportRow,
  bytes: Buffer,
  keys: DistrictKeys,
): Promise<string> {
  const digest = sha256(bytes).toString('hex')
  await saveBlob(ledger.pool, { district, sha256: digest, type: 'text/csv', size: bytes.length, letterhead: false })
  await store.put(district, digest, bytes, keys)
  return digest
}

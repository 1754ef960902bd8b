import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import { translate } from '@openslrt/core/i18n/translate.ts'
import { csvOf } from '@openslrt/core/kernel/csv.ts'
import { wireOf } from '@openslrt/core/kernel/instant.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { ownFields } from '@openslrt/core/proposal/kinds.ts'
import type { ProposalRow } from '@openslrt/core/proposal/proposal.ts'
import { askedOf } from '@openslrt/core/proposal/proposal.ts'
import { ownValues } from '@openslrt/core/proposal/sheet.ts'
import { familyVariables, personVariables } from '@openslrt/core/registry/variables.ts'
import type { PoolClient } from 'pg'
import { writeSheet } from '../../platform/files/write-sheet.ts'
import { logAccess } from '../../platform/ledger/access-log.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { knownOf } from './known.ts'
import { openRows } from './load.ts'
import { selectBatches, selectNames, selectOfBatch } from './queries.ts'
import { mayType } from './reading.ts'

interface Wish {
  readonly district: string
  readonly id: string
  readonly form: 'csv' | 'xlsx'
  readonly reason: string
  readonly lang: Lang
}

/** Beside the official names: which proposal, of which kind, for which month, by whom verified and approved. */
const frame = ['id_usulan', 'jenis_usulan', 'bulan', 'waktu_catat', 'dasar', 'alasan'] as const

const official: readonly string[] = [
  ...new Set(
    [...personVariables, ...familyVariables].filter(({ from }) => from !== 'enrichment').map(({ name }) => name),
  ),
]
const columns: readonly string[] = [...official, ...ownFields, 'program', 'keterangan']

/** PROPOSAL-9 A batch as a file in official names, marked with who took it and when; one line of the record for the whole. */
export async function tableOfBatch(
  parts: CaseParts,
  client: PoolClient,
  reader: StaffActor,
  { district, id, form, reason, lang }: Wish,
): Promise<Result<{ name: string; type: string; content: string }, Refusal>> {
  const [stored] = await selectBatches(client, reader, { limit: 1, offset: 0 }, { district, id })
  if (!stored || !mayType(reader)) return no({ code: 'not-found' })
  const batch = rowOf('proposalBatch', stored, null)
  const rows = await openRows(parts, 'proposal', await selectOfBatch(client, reader, district, id))
  const known = await knownOf(parts, client, reader, district, rows)
  await logAccess(client, reader, { district, action: 'export', subject: id, reason })
  const mark = await watermark(parts, client, reader, { month: batch.month, reason, lang })
  const table = [
    [...frame, ...columns],
    ...rows.map((row) => [...frameOf(row), ...valuesOf(row, known.get(row.id) ?? {})]),
    [],
    [mark],
  ]
  const content = form === 'csv' ? Buffer.from(csvOf(table)) : writeSheet(table)
  return ok({ name: `usulan-${batch.month}.${form}`, type: types[form], content: content.toString('base64') })
}

const frameOf = (row: ProposalRow): readonly string[] => [
  row.id,
  row.kind,
  row.month,
  wireOf(row.capturedAt),
  row.backing ?? '',
  row.reason,
]

function valuesOf(row: ProposalRow, known: Readonly<Record<string, string | null>>): readonly string[] {
  const asked = new Map(askedOf(row).map(({ name, after }) => [name, after]))
  const own = ownValues(row)
  return columns.map((name) => (asked.has(name) ? asked.get(name) : (own[name] ?? known[name])) ?? '')
}

/** Who took it, from where, when and for what: a file that turns up somewhere says where it came from. */
async function watermark(
  { reference }: CaseParts,
  client: PoolClient,
  reader: StaffActor,
  { month, reason, lang }: { readonly month: string; readonly reason: string; readonly lang: Lang },
): Promise<string> {
  const who = (await selectNames(client, [reader.staff])).get(reader.staff) ?? ''
  const office = reference.offices().get(reader.office)?.name ?? ''
  return translate(lang, 'proposal.watermark', { who, office, at: wireOf(Date.now()), month, reason })
}

const types = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

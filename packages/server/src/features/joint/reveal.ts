import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import { translate } from '@openslrt/core/i18n/translate.ts'
import { shownFields } from '@openslrt/core/joint/agreement.ts'
import type { JointField, JointPartnerRow, JointRow } from '@openslrt/core/joint/joint.ts'
import { jointFields } from '@openslrt/core/joint/joint.ts'
import { countedTargets } from '@openslrt/core/joint/moves.ts'
import { csvOf } from '@openslrt/core/kernel/csv.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { PoolClient } from 'pg'
import { writeSheet } from '../../platform/files/write-sheet.ts'
import { logAccess } from '../../platform/ledger/access-log.ts'
import type { CaseParts } from '../case/index.ts'
import type { Opened } from './load.ts'
import { openTargets, ownPartner, partnersOf } from './load.ts'
import { selectPlaces, selectTarget, selectTargets } from './queries.ts'

type Known = Readonly<Record<JointField | 'result', string | null>>

/** JOINT-12 One person of the list, as far as the agreement lets this office know, with the reason on record. */
export async function revealTarget(
  { ledger, reference }: CaseParts,
  client: PoolClient,
  joint: JointRow,
  reader: StaffActor,
  { target: id, reason }: { readonly target: string; readonly reason: string },
): Promise<Result<Known, Refusal>> {
  const row = await selectTarget(client, joint, id)
  if (!row) return no({ code: 'joint-part-unknown' })
  const fields = fieldsFor(joint, await partnersOf(client, joint, null), reader, reference)
  if (fields.length === 0) return no({ code: 'joint-not-partner' })
  const [target] = await openTargets(client, joint, [row], await ledger.keys.forDistrict(joint.district))
  if (!target) return no({ code: 'joint-part-unknown' })
  await logAccess(client, reader, {
    district: joint.district,
    action: 'reveal',
    subject: target.caseId ?? target.id,
    reason,
  })
  return ok(knownOf(target, fields))
}

const fieldsFor = (
  joint: JointRow,
  partners: readonly JointPartnerRow[],
  reader: StaffActor,
  reference: CaseParts['reference'],
): readonly JointField[] =>
  shownFields(joint, ownPartner(partners, reader), reader, dayIn(reference.zoneOf(joint.district), Date.now()))

function knownOf(target: Opened, fields: readonly JointField[]): Known {
  const of = (field: JointField): string | null => (fields.includes(field) ? target[field] : null)
  return {
    name: of('name'),
    nik: of('nik'),
    phone: of('phone'),
    address: of('address'),
    need: of('need'),
    // What was done for somebody says what they needed.
    result: fields.includes('need') ? target.result : null,
  }
}

/** As many as a list that people work with has. */
const mostInTable = 5_000

interface Wish {
  readonly form: 'csv' | 'xlsx'
  readonly reason: string
  readonly lang: Lang
}

/** JOINT-14 The list as a file: one line of the record for each case in it, one for the list itself. */
export async function takeTable(
  { ledger, reference }: CaseParts,
  client: PoolClient,
  joint: JointRow,
  reader: StaffActor,
  { form, reason, lang }: Wish,
): Promise<Result<{ name: string; type: string; content: string }, Refusal>> {
  const { district, id } = joint
  const partners = await partnersOf(client, joint, null)
  const fields = fieldsFor(joint, partners, reader, reference)
  const stored = await selectTargets(client, joint, countedTargets, { limit: mostInTable, offset: 0 })
  const targets = await openTargets(client, joint, stored, await ledger.keys.forDistrict(district))
  const places = await selectPlaces(
    client,
    targets.map(({ place }) => place),
  )
  const subjects = [id, ...targets.flatMap(({ caseId }) => caseId ?? [])]
  for (const subject of fields.length > 0 ? subjects : [])
    await logAccess(client, reader, { district, action: 'export', subject, reason })
  const nameOf = new Map(partners.map((partner) => [partner.id, partner.name]))
  const shown = jointFields.filter((field) => fields.includes(field))
  const rows = [
    (['village', ...shown, 'status', 'by'] as const).map((head) => translate(lang, `joint-column.${head}`)),
    ...targets.map((target) => [
      places.get(target.place) ?? '',
      ...shown.map((field) => target[field] ?? ''),
      translate(lang, `joint-target.${target.status}`),
      (target.partner && nameOf.get(target.partner)) ?? '',
    ]),
  ]
  const file = form === 'csv' ? Buffer.from(csvOf(rows)) : writeSheet(rows)
  return ok({ name: `${fileName(joint.name)}.${form}`, type: types[form], content: file.toString('base64') })
}

const types = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

const fileName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'program'

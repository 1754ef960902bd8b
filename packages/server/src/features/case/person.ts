import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { AttachmentRow, CaseRow } from '@openslrt/core/case/case.ts'
import type { ExportedCase } from '@openslrt/core/contract/access-queries.ts'
import type { HistoryStep } from '@openslrt/core/contract/case-queries.ts'
import type { ReferralRow } from '@openslrt/core/referral/referral.ts'
import type { PoolClient } from 'pg'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { Reference } from '../reference/index.ts'
import { seesWhole } from './card.ts'
import { attachmentsOf, grantsOf, referralsOf } from './load.ts'
import { selectHistory } from './queries.ts'
import { selectCasesOf } from './queries-search.ts'
import { stepsOf } from './steps.ts'

/** Whose cases, as whom, and what they are read with. */
interface Wanted {
  readonly district: string
  readonly nik: string
  readonly keys: DistrictKeys
  readonly reference: Reference
  readonly now: number
}

type Told = Omit<ExportedCase, 'looks'>

/** Every case of one person that this reader sees whole, with all that was written in it. */
export async function personCases(
  client: PoolClient,
  reader: StaffActor,
  wanted: Wanted,
): Promise<readonly { readonly id: string; readonly told: Told }[]> {
  const { district, nik, keys } = wanted
  const cases = (await selectCasesOf(client, reader, district, keys.index('nik', nik))).map((row) =>
    rowOf('case', row, keys),
  )
  const told = []
  for (const kase of cases)
    if (seesWhole(kase, reader, await grantsOf(client, district, kase.id, null)))
      told.push({ id: kase.id, told: await wholeCase(client, kase, wanted) })
  return told
}

async function wholeCase(client: PoolClient, kase: CaseRow, { district, keys, reference, now }: Wanted): Promise<Told> {
  const { offices, placeName, list, past } = reference
  const nameOf = (office: CaseRow['office']): string => offices().get(office)?.name ?? ''
  const day = reference.policyFor(district, now, now).day
  const named = [...list('category', district, day), ...past('category', district, day)]
  const category = named.find(({ code }) => code === kase.category)
  return {
    ...ownWords(kase),
    categoryName: category?.names.id ?? kase.category,
    placeName: placeName(kase.place),
    officeName: nameOf(kase.office),
    files: (await attachmentsOf(client, district, kase.id, keys)).map(fileOf),
    steps: stepsOf(await selectHistory(client, district, kase.id), keys).map(stepOf),
    referrals: (await referralsOf(client, district, kase.id, keys)).map((row) => referralOf(row, nameOf(row.toOffice))),
  }
}

function ownWords(kase: CaseRow) {
  const { number, district, kind, category, status, closure, registeredAt, closedAt, summary, story, outcome, result } =
    kase
  const { clientName: name, clientNik: nik, clientKk: kk, clientPhone: phone, clientAddress: address } = kase
  const client = { name, nik, kk, phone, address }
  const facts = { number, district, kind, category, status, closure, registeredAt, closedAt }
  return { ...facts, summary, story, outcome, result, client }
}

const fileOf = ({ name, type, size, addedAt }: AttachmentRow): Told['files'][number] => ({ name, type, size, addedAt })

const referralOf = (row: ReferralRow, officeName: string): Told['referrals'][number] => ({
  officeName,
  status: row.status,
  asked: row.asked,
  result: row.result ?? '',
  at: row.requestedAt,
})

const stepOf = ({ at, action, officeName, note }: HistoryStep): Told['steps'][number] => ({
  at,
  action,
  officeName,
  note,
})

import type { Actor } from '@openslrt/core/access/actor.ts'
import { holds } from '@openslrt/core/access/can.ts'
import type { AttachmentRow, CaseRow, GrantRow } from '@openslrt/core/case/case.ts'
import type { Hangings } from '@openslrt/core/case/erasure.ts'
import { payload } from '@openslrt/core/ledger/payload.ts'
import type { LetterRow } from '@openslrt/core/letter/letter.ts'
import type { ReferralRow } from '@openslrt/core/referral/referral.ts'
import type { Readable } from '@openslrt/core/registry/forgotten.ts'
import type { PoolClient } from 'pg'
import { admitDistrict, admitForgetting } from '../../platform/db/scope.ts'
import type { Wish } from '../../platform/ledger/forget.ts'
import { selectCarriers } from '../../platform/ledger/forget.ts'
import { holdLedger } from '../../platform/ledger/hold.ts'
import type { DistrictKeys, Keys } from '../../platform/ledger/keys.ts'
import { openWords } from '../../platform/ledger/pack.ts'
import type { StoredEntry } from '../../platform/ledger/queries.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import {
  selectAttachments,
  selectCase,
  selectGrants,
  selectHistory,
  selectLetters,
  selectReferrals,
} from './queries.ts'
import {
  selectEntriesOf,
  selectHelp,
  selectListed,
  selectPhotosOf,
  selectSurgeEntries,
  selectVisitsOf,
} from './queries-erase.ts'

/** A case as the actor may see it, or nothing: one that is out of scope is not told from one that does not exist. */
export async function findCase(
  client: PoolClient,
  actor: Actor,
  district: string,
  id: string,
  keys: DistrictKeys | null,
): Promise<CaseRow | null> {
  const row = await selectCase(client, actor, district, id)
  return row ? rowOf('case', row, keys) : null
}

export async function referralsOf(
  client: PoolClient,
  district: string,
  caseId: string,
  keys: DistrictKeys | null,
): Promise<readonly ReferralRow[]> {
  const rows = await selectReferrals(client, district, caseId)
  return rows.map((row) => rowOf('referral', row, keys))
}

export async function grantsOf(
  client: PoolClient,
  district: string,
  caseId: string,
  keys: DistrictKeys | null,
): Promise<readonly GrantRow[]> {
  const rows = await selectGrants(client, district, caseId)
  return rows.map((row) => rowOf('grant', row, keys))
}

/** Everything that hangs on a case, with its ledger held still: what is erased must be all that there is. */
export async function hangingsOf(
  client: PoolClient,
  { district, id }: CaseRow,
  actor: Actor,
  keys: Keys,
): Promise<Hangings> {
  await holdLedger(client, district)
  if (actor.kind === 'staff' && holds(actor, 'case.erase')) await admitDistrict(client, district, actor.staff)
  // VISIT-15 Whoever erases a case erases its visits too, also those that they may not see.
  await admitForgetting(client, id)
  const visits = (await selectVisitsOf(client, district, id)).map((row) => rowOf('visit', row, null))
  const photos = (await selectPhotosOf(client, district, id)).map((row) => rowOf('visitPhoto', row, null))
  return {
    referrals: await referralsOf(client, district, id, null),
    attachments: await attachmentsOf(client, district, id, null),
    letters: await lettersOf(client, district, id, null),
    visits,
    photos,
    ...withListed(
      await helpOf(client, { district, id }, await keys.forDistrict(district)),
      await listedOf(client, { district, id }, await keys.forDistrict(district)),
    ),
    entries: await entriesOf(client, district, [id, ...visits.map((visit) => visit.id)], keys),
  }
}

/** PRIVACY-5 What else was done for a case: needs and applications, and the entries about them. */
async function helpOf(
  client: PoolClient,
  { district, id }: Pick<CaseRow, 'district' | 'id'>,
  keys: DistrictKeys,
): Promise<Pick<Hangings, 'help' | 'helpEntries'>> {
  const rows = await selectHelp(client, district, id)
  const subjects = rows.map((row) => row.id)
  const entries = await selectEntriesOf(client, { district, id }, subjects)
  return {
    help: rows.map(({ of, id: own, version, status }) => ({ table: of, id: own, version, status })),
    helpEntries: entries.flatMap((entry) => readableOf(entry, keys)),
  }
}

type Help = Pick<Hangings, 'help' | 'helpEntries'>
type Listed = Help & { readonly surges: readonly string[] }

const withListed = (one: Help, { help, helpEntries, surges }: Listed): Listed => ({
  help: [...one.help, ...help],
  helpEntries: [...one.helpEntries, ...helpEntries],
  surges,
})

/** PRIVACY-12 The places on affected lists that a case came from, and the entries that speak of them, of others too. */
async function listedOf(client: PoolClient, wish: Wish, keys: DistrictKeys): Promise<Listed> {
  const rows = await selectListed(client, wish.district, wish.id)
  const surges = [...new Set(rows.map(({ surge }) => surge))]
  const shared = surges.length === 0 ? [] : await selectSurgeEntries(client, wish, surges)
  const gone = shared.flatMap(({ payload: words, seq }) => (words === null ? [seq] : []))
  const entries = [...shared, ...(await selectCarriers(client, wish, gone))]
  return {
    help: rows.map(({ id, version, status }) => ({
      table: 'affected',
      id: String(id),
      version: Number(version),
      status: typeof status === 'string' ? status : null,
    })),
    helpEntries: entries.flatMap((entry) => readableOf(entry, keys)),
    surges,
  }
}

/** An entry opened, unless its words are gone. */
export const readableOf = (
  { seq, subject, command_id, payload: sealed }: StoredEntry,
  keys: DistrictKeys,
): readonly Readable[] => (sealed ? [{ seq, subject, payload: payload(openWords(keys, sealed, command_id)) }] : [])

/** What was written down about any of these, as far as it can still be read. */
async function entriesOf(
  client: PoolClient,
  district: string,
  subjects: readonly string[],
  keys: Keys,
): Promise<Hangings['entries']> {
  const districtKeys = await keys.forDistrict(district)
  const histories = []
  for (const subject of subjects) histories.push(...(await selectHistory(client, district, subject)))
  return histories
    .toSorted((one, other) => one.seq - other.seq)
    .flatMap(({ seq, payload: sealed, command_id }) =>
      sealed ? [{ seq, payload: payload(openWords(districtKeys, sealed, command_id)) }] : [],
    )
}

export async function attachmentsOf(
  client: PoolClient,
  district: string,
  caseId: string,
  keys: DistrictKeys | null,
): Promise<readonly AttachmentRow[]> {
  const rows = await selectAttachments(client, district, caseId)
  return rows.map((row) => rowOf('attachment', row, keys))
}

/** FIELD-14 The files of a case, and which of them are here: the others are still on a phone. */
export async function filesOf(
  client: PoolClient,
  district: string,
  caseId: string,
  keys: DistrictKeys | null,
): Promise<readonly (AttachmentRow & { readonly arrived: boolean })[]> {
  const rows = await selectAttachments(client, district, caseId)
  return rows.map((row) => ({ ...rowOf('attachment', row, keys), arrived: row['arrived'] === true }))
}

export async function lettersOf(
  client: PoolClient,
  district: string,
  caseId: string,
  keys: DistrictKeys | null,
): Promise<readonly LetterRow[]> {
  const rows = await selectLetters(client, district, caseId)
  return rows.map((row) => rowOf('letter', row, keys))
}

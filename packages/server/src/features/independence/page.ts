import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { AssessmentPage } from '@openslrt/core/contract/independence-queries.ts'
import { assessmentPage } from '@openslrt/core/contract/independence-queries.ts'
import type { AssessmentRow } from '@openslrt/core/independence/assessment.ts'
import { standing } from '@openslrt/core/independence/assessment.ts'
import { mayMove } from '@openslrt/core/independence/decide.ts'
import type { Dimension } from '@openslrt/core/independence/instrument.ts'
import { dimensions } from '@openslrt/core/independence/instrument.ts'
import { assessmentActs, mayWrite } from '@openslrt/core/independence/moves.ts'
import type { Peers } from '@openslrt/core/independence/peers.ts'
import { peerGroups } from '@openslrt/core/independence/peers.ts'
import { scoreOf } from '@openslrt/core/independence/score.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { tableOf } from '@openslrt/core/kernel/keys.ts'
import { ledgerCode, placeCode } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import type { CaseParts } from '../case/index.ts'
import { placeOf } from '../reference/index.ts'
import { figuresOf } from './figures.ts'
import { instrumentFrom, instrumentsOf } from './load.ts'
import { selectDistrictCodes, selectMiddle, selectStaffNames, selectTrend } from './queries.ts'

/** INDEP-13 An assessment with all that it is read by. */
export async function pageOf(
  { reference }: Pick<CaseParts, 'reference'>,
  client: PoolClient,
  reader: StaffActor,
  row: AssessmentRow,
): Promise<AssessmentPage> {
  const { id, district, version, year, status, answers, judged, note, submittedAt, verifiedAt, signedAt } = row
  const at = Date.now()
  const place = placeCode.parse(district)
  const instrument = instrumentFrom(await instrumentsOf(client), row.instrument)
  const names = await selectStaffNames(client, [
    ...row.assessors,
    ...row.verifiers,
    ...(row.signer ? [row.signer] : []),
  ])
  const named = (staff: readonly string[]) => staff.flatMap((one) => names.get(one) ?? [])
  return assessmentPage.parse({
    id,
    district,
    placeName: (await placeOf(client, place))?.name ?? district,
    version,
    year,
    status,
    at,
    instrument,
    answers,
    judged,
    // While it is written, what is so now; afterwards, what was so when it was handed in.
    figures: mayWrite.includes(status)
      ? await figuresOf(client, reference, place, dayIn(reference.zoneOf(district), at))
      : row.figures,
    score: scoreOf(instrument, standing(answers, judged)),
    note,
    assessorNames: named(row.assessors),
    verifierNames: named(row.verifiers),
    signerName: row.signer ? (names.get(row.signer) ?? null) : null,
    submittedAt,
    verifiedAt,
    signedAt,
    acts: assessmentActs.filter((act) => act !== 'draft' && mayMove(row, act, reader) === null),
    trend: await selectTrend(client, district, year),
    peers: await middleOf(client, row),
  })
}

/** INDEP-15 The middle of the nearest group of districts alike in which five have a signed score. */
async function middleOf(client: PoolClient, { district, year }: AssessmentRow): Promise<AssessmentPage['peers']> {
  const all = (await selectDistrictCodes(client)).map((code) => ledgerCode.parse(code))
  for (const group of peerGroups(district, all)) {
    const middle = await middleIn(client, group, year)
    if (middle) return middle
  }
  return null
}

async function middleIn(
  client: PoolClient,
  { among, districts }: Peers,
  year: number,
): Promise<AssessmentPage['peers']> {
  const rows = await selectMiddle(client, districts, year)
  const shareOf = (what: 'total' | Dimension): number | null => rows.find((one) => one.what === what)?.share ?? null
  const score = shareOf('total')
  if (score === null) return null
  return { among, districts: rows[0]?.districts ?? 0, score, profile: tableOf(dimensions, shareOf) }
}

import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Indicators, Measured } from '@openslrt/core/contract/indicators.ts'
import type { Cell, ShownIndicator } from '@openslrt/core/figures/indicator-codes.ts'
import { shownCodes, standingIndicators, wholeOf } from '@openslrt/core/figures/indicator-codes.ts'
import type { Period } from '@openslrt/core/figures/period.ts'
import type { Counts, Told } from '@openslrt/core/figures/tell.ts'
import { tellCells } from '@openslrt/core/figures/tell.ts'
import { usualLeast } from '@openslrt/core/ppks/types.ts'
import type { PoolClient } from 'pg'
import type { Frame } from './frame.ts'
import type { Counted } from './queries.ts'
import {
  countFamilies,
  selectPhones,
  tallyFacilitators,
  tallyLetters,
  tallyProposals,
  tallySaid,
  tallyVillages,
  tallyVisits,
} from './queries-field.ts'
import type { OwnerRow } from './queries-indicators.ts'
import { selectOwners, selectTook, tallyCases, tallyEntries, tallyNeeds, tallyReferrals } from './queries-indicators.ts'
import { selectGroups } from './queries-league.ts'

export interface IndicatorLook {
  readonly frame: Frame
  /** Null for those who read figures and no cases. */
  readonly reader: StaffActor | null
  /** Whether every number is told: to whoever may see what is counted. */
  readonly whole: boolean
  readonly dayMinutes: number
  /** Roles that go from house to house. */
  readonly going: readonly string[]
}

/** INDICATOR-3 Every indicator of a place in a period and in the one before, counted from its rows. */
export async function indicatorsOf(client: PoolClient, look: IndicatorLook): Promise<Indicators> {
  const { frame, reader, whole, dayMinutes } = look
  const { place, above, period, before, zone, at, stale } = frame
  const counted: Counted = { place: place.code, zone, now: at, stale, reader }
  const [now, past] = await countsIn(client, look, counted, [period, before])
  const tell = (counts: Counts): Readonly<Record<Cell, Told | null>> => (whole ? counts : tellCells(counts, usualLeast))
  const [told, was] = [tell(now), tell(past)]
  const owners = await selectOwners(client, counted, period)
  return {
    place,
    above,
    period,
    before,
    at,
    dayMinutes,
    opens: reader !== null,
    least: usualLeast,
    lines: shownCodes.map((code) => ({
      code,
      ...measuredOf(told, code),
      before: standingIndicators.includes(code) ? null : measuredOf(was, code),
    })),
    ...ownersOf(owners, whole),
    reasons: await reasonsOf(client, { counted, period, category: null }, whole),
  }
}

const measuredOf = (told: Readonly<Record<Cell, Told | null>>, code: ShownIndicator): Measured => {
  const of = wholeOf[code]
  return { n: told[code], of: of === undefined ? null : told[of] }
}

/** Everything that the page counts, in both periods. */
async function countsIn(
  client: PoolClient,
  { going }: IndicatorLook,
  counted: Counted,
  periods: readonly [Period, Period],
): Promise<readonly [Counts, Counts]> {
  const cases = await tallyCases(client, counted, periods)
  const entries = await tallyEntries(client, counted, periods)
  const needs = await tallyNeeds(client, counted, periods)
  const referrals = await tallyReferrals(client, counted, periods)
  const took = await selectTook(client, counted, periods)
  const visits = await tallyVisits(client, counted, periods)
  const said = await tallySaid(client, counted, periods)
  const proposals = await tallyProposals(client, counted, periods)
  const letters = await tallyLetters(client, counted, periods)
  const villages = await tallyVillages(client, counted, periods)
  const people = await tallyFacilitators(client, counted, periods, going)
  const families = await countFamilies(client, counted)
  const { phones, waiting, hours } = await selectPhones(client, counted)
  const of = (nth: 0 | 1): Counts => {
    const [kases, visited, answered] = [at(cases, nth), at(visits, nth), at(proposals, nth)]
    const { first, answer } = at(took, nth)
    return {
      ...kases,
      ...at(entries, nth),
      ...at(needs, nth),
      ...at(referrals, nth),
      ...visited,
      ...at(said, nth),
      ...answered,
      ...at(letters, nth),
      ...at(villages, nth),
      ...at(people, nth),
      families,
      'first-half': first.half,
      'first-most': first.most,
      'answer-half': answer.half,
      'answer-most': answer.most,
      measured: answer.measured,
      ended: kases.confirmed + kases['no-word'],
      judged: visited['received-seen'] + visited.exclusion,
      'visits-ended': visited['visits-made'] + visited['visits-missed'],
      'answered-proposals': answered['proposals-accepted'] + answered['proposals-rejected'],
      'all-phones': phones,
      'phones-waiting': waiting,
      'phone-age': hours,
    }
  }
  return [of(0), of(1)]
}

function at<Row>(rows: readonly Row[], nth: 0 | 1): Row {
  const row = rows[nth]
  if (row === undefined) throw new Error('a period was not counted')
  return row
}

/** INDICATOR-4 By office only for whoever may see the cases; by level to all, unless one of the levels has too few. */
function ownersOf(rows: readonly OwnerRow[], whole: boolean): Pick<Indicators, 'tiers' | 'owners'> {
  const tiers = rows.filter(({ office }) => office === null).map(({ office: _, name: __, ...row }) => row)
  if (!whole) return { tiers: tiers.some(({ measured }) => measured < usualLeast) ? [] : tiers, owners: [] }
  return {
    tiers,
    owners: rows.flatMap(({ office, name, ...row }) => (office === null ? [] : [{ ...row, office, name: name ?? '' }])),
  }
}

/** Why referrals were declined; of few, or with few of one reason, none is told to whoever sees no case. */
async function reasonsOf(
  client: PoolClient,
  asked: Parameters<typeof selectGroups>[1],
  whole: boolean,
): Promise<Indicators['reasons']> {
  const groups = await selectGroups(client, asked)
  const reasons = groups.find(({ office, kind }) => office === null && kind === null)?.reasons ?? []
  return [...(whole || reasons.every(({ n }) => n >= usualLeast) ? reasons : [])]
}

import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { CaseMeasure } from '@openslrt/core/case/measures.ts'
import { isStanding } from '@openslrt/core/case/measures.ts'
import type { DistrictFigures, Figure } from '@openslrt/core/contract/figures.ts'
import {
  outcomeMeasures,
  referralMeasures,
  stripMeasures,
  tableMeasures,
  trendMeasures,
} from '@openslrt/core/contract/figures.ts'
import type { Period } from '@openslrt/core/figures/period.ts'
import { partsOf, stepOf } from '@openslrt/core/figures/period.ts'
import { tableOf } from '@openslrt/core/kernel/keys.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import type { Frame } from './frame.ts'
import type { Ask, Counted } from './queries.ts'
import { countBelow, countCases, selectCategories } from './queries.ts'

/** What a share is a share of. */
const wholeOf: { readonly [Measure in CaseMeasure]?: CaseMeasure } = { 'on-time': 'handled' }

/** FIG-5 The figures of a district or a place in it: each is a count of cases that the list with its filter shows. */
export async function districtFigures(
  client: PoolClient,
  frame: Frame,
  reader: StaffActor | null,
): Promise<DistrictFigures> {
  const { place, above, period, before, zone, at, stale } = frame
  const counted: Counted = { place: place.code, zone, now: at, stale, reader }
  const now = await tallyOf(
    client,
    counted,
    [...new Set([...stripMeasures, ...referralMeasures, ...outcomeMeasures])],
    [period],
  )
  const past = await tallyOf(client, counted, stripMeasures, [before])
  const parts = partsOf(period)
  const lines = await tallyOf(
    client,
    counted,
    stripMeasures.filter((measure) => !isStanding(measure)),
    parts,
  )
  return {
    place,
    above,
    period,
    before,
    at,
    opens: reader !== null,
    strip: stripMeasures.map((measure) => figureOf(measure, now, past, lines, parts)),
    trend: {
      step: stepOf(period),
      points: parts.map((part, index) => ({
        ...part,
        counts: countsOf(trendMeasures, (measure) => lines(measure, index)),
      })),
    },
    below: await belowOf(client, counted, period),
    categories: [...(await selectCategories(client, counted, period, before))],
    referrals: countsOf(referralMeasures, (measure) => now(measure, 0)),
    outcomes: countsOf(outcomeMeasures, (measure) => now(measure, 0)),
  }
}

function figureOf(measure: Figure['measure'], now: Tally, past: Tally, lines: Tally, parts: readonly Period[]): Figure {
  const whole = wholeOf[measure]
  const standing = isStanding(measure)
  return {
    measure,
    n: now(measure, 0),
    // What is stuck now says nothing of what was stuck then: that is not in the cases any more.
    before: standing ? null : past(measure, 0),
    of: whole ? now(whole, 0) : null,
    line: standing ? [] : parts.map((_, index) => lines(measure, index)),
  }
}

type Tally = (measure: CaseMeasure, period: number) => number

/** Counts every measure in every period, in one pass over the cases. */
async function tallyOf(
  client: PoolClient,
  counted: Counted,
  measures: readonly CaseMeasure[],
  periods: readonly Period[],
): Promise<Tally> {
  const asks: Ask[] = measures.flatMap((measure) => periods.map((period) => ({ measure, period })))
  const counts = await countCases(client, counted, asks)
  return (measure, period) => counts[measures.indexOf(measure) * periods.length + period] ?? 0
}

async function belowOf(client: PoolClient, counted: Counted, period: Period): Promise<DistrictFigures['below']> {
  const asks = tableMeasures.map((measure) => ({ measure, period }))
  const rows = await countBelow(client, counted, asks)
  return rows.map(({ place, name, counts }) => ({
    place: placeCode.parse(place),
    name,
    counts: countsOf(tableMeasures, (measure) => counts[tableMeasures.indexOf(measure)] ?? 0),
  }))
}

/** A number for each name. */
export function countsOf<Name extends string>(
  names: readonly Name[],
  countOf: (name: Name) => number,
): Record<Name, number> {
  return tableOf(names, countOf)
}

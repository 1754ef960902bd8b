import type { Measure } from '@openslrt/core/case/counts.ts'
import type { RegionFigures, RegionMeasure } from '@openslrt/core/contract/figures.ts'
import { regionMeasures, trendMeasures } from '@openslrt/core/contract/figures.ts'
import type { Period } from '@openslrt/core/figures/period.ts'
import { partsOf, stepOf } from '@openslrt/core/figures/period.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import { countsOf } from './district.ts'
import type { Frame } from './frame.ts'
import { selectDayCounts, selectDays, selectOpen, selectPartNames } from './queries.ts'

/** The counters that a figure adds up. What is open now is no event and comes from the other counter. */
const countersOf: Readonly<Record<Exclude<RegionMeasure, 'open'>, readonly Measure[]>> = {
  registered: ['registered'],
  handled: ['answered', 'settled'],
  confirmed: ['confirmed'],
  disputed: ['disputed'],
}

/** FIG-6 The figures of a province or the nation, from counters alone: nothing here looks at a case. */
export async function regionFigures(client: PoolClient, frame: Frame): Promise<RegionFigures> {
  const { place, above, period, before, at } = frame
  const counted = await selectDayCounts(client, place.code, period, before)
  const open = await selectOpen(client, place.code)
  const days = await selectDays(client, place.code, period)
  const names = await selectPartNames(client, place.code)
  const parts = partsOf(period)
  const events = (measure: RegionMeasure, column: 'n' | 'before', part?: string): number =>
    sum(
      counted.filter((row) => adds(measure, row.measure) && (part ?? row.part) === row.part).map((row) => row[column]),
    )
  const openIn = (part?: string): number => sum(open.filter((row) => (part ?? row.part) === row.part).map(({ n }) => n))
  const now = (measure: RegionMeasure, part?: string): number =>
    measure === 'open' ? openIn(part) : events(measure, 'n', part)
  const inPart = (measure: RegionMeasure, { from, to }: Period): number =>
    sum(days.filter(({ day, measure: of }) => adds(measure, of) && day >= from && day <= to).map(({ n }) => n))
  return {
    place,
    above,
    period,
    before,
    at,
    strip: regionMeasures.map((measure) => ({
      measure,
      n: now(measure),
      before: measure === 'open' ? null : events(measure, 'before'),
      line: measure === 'open' ? [] : parts.map((part) => inPart(measure, part)),
    })),
    trend: {
      step: stepOf(period),
      points: parts.map((part) => ({ ...part, counts: countsOf(trendMeasures, (measure) => inPart(measure, part)) })),
    },
    below: names.map(({ code, name }) => ({
      place: placeCode.parse(code),
      name,
      counts: countsOf(regionMeasures, (measure) => now(measure, code)),
    })),
  }
}

const adds = (measure: RegionMeasure, counter: string): boolean =>
  measure !== 'open' && countersOf[measure].some((name) => name === counter)

const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0)

import type { Measure } from '@openslrt/core/case/counts.ts'
import type { RegionFigures, RegionMeasure } from '@openslrt/core/contract/figures.ts'
import { regionMeasures, trendMeasures } from '@openslrt/core/contract/figures.ts'
import { partsOf, stepOf } from '@openslrt/core/figures/period.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import { countsOf } from './district.ts'
import type { Frame } from './frame.ts'
import { selectCounts, selectOpen, selectPartNames } from './queries.ts'

/** The counters that a figure adds up. What is open now is no event and comes from the other counter. */
const countersOf: Readonly<Record<Exclude<RegionMeasure, 'open'>, readonly Measure[]>> = {
  registered: ['registered'],
  handled: ['answered', 'settled'],
  confirmed: ['confirmed'],
  disputed: ['disputed'],
}

const counters = Object.values(countersOf).flat()

/** FIG-6 The figures of a province or the nation, from counters alone: nothing here looks at a case. */
export async function regionFigures(client: PoolClient, frame: Frame): Promise<RegionFigures> {
  const { place, above, period, before, at } = frame
  const parts = partsOf(period)
  const counted = await selectCounts(client, place.code, before, parts, counters)
  const open = await selectOpen(client, place.code)
  const names = await selectPartNames(client, place.code)
  const inSpan = (measure: RegionMeasure, span: number): number =>
    sum(counted.filter((row) => row.span === span && adds(measure, row.measure)))
  const now = (measure: RegionMeasure, part?: string): number => {
    const rows = measure === 'open' ? open : counted.filter((row) => row.span > 0 && adds(measure, row.measure))
    return sum(rows.filter((row) => (part ?? row.part) === row.part))
  }
  return {
    place,
    above,
    period,
    before,
    at,
    strip: regionMeasures.map((measure) => ({
      measure,
      n: now(measure),
      before: measure === 'open' ? null : inSpan(measure, 0),
      line: measure === 'open' ? [] : parts.map((_, nth) => inSpan(measure, nth + 1)),
    })),
    trend: {
      step: stepOf(period),
      points: parts.map((part, nth) => ({
        ...part,
        counts: countsOf(trendMeasures, (measure) => inSpan(measure, nth + 1)),
      })),
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

const sum = (rows: readonly { readonly n: number }[]): number => rows.reduce((all, { n }) => all + n, 0)

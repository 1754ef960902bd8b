import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { figuresOf, grouped, placeUnder } from '@openslrt/core/challenge/figures.ts'
import { challengeList } from '@openslrt/core/challenge/shipped.ts'
import type { ChallengeCounts } from '@openslrt/core/contract/challenge-queries.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { covers, ledgerOf, levelOf, nationPlace, parentOf, placeCode, rangeOf } from '@openslrt/core/place/code.ts'
import { placeNames } from '../../platform/db/names.ts'
import { inScope } from '../../platform/db/scope.ts'
import type { CaseParts } from '../case/index.ts'
import { namesOn, todayIn } from '../reference/index.ts'
import { kindsOn } from './load.ts'
import { sumChallenges } from './queries.ts'

interface Query {
  readonly place?: PlaceCode | undefined
  readonly kind?: string | undefined
  readonly from?: string | undefined
}

/** CHALLENGE-11 Challenges of a place in numbers: kind by kind, and of one kind or all by what lies right below. */
export async function countsFor(
  { ledger, reference }: CaseParts,
  reader: StaffActor,
  { place: at = reader.place, kind, from }: Query,
): Promise<Result<ChallengeCounts, Refusal>> {
  if (!covers(reader.place, at)) return no({ code: 'not-found' })
  const district = ledgerOf(at)
  const day = todayIn(reference, district)
  return inScope(ledger.pool, countingScope(at), async (client) => {
    const rows = await sumChallenges(client, at, from, reference.zoneOf(district))
    const sums = rows.map((row) => ({ ...row, place: placeCode.parse(row.place) }))
    const byKind = grouped(sums, (sum) => sum.kind)
    const byPlace = grouped(kind === undefined ? sums : sums.filter((sum) => sum.kind === kind), (sum) =>
      placeUnder(at, sum.place),
    )
    const names = await placeNames(client, [at, ...byPlace.keys()])
    const listed = kindsOn(reference, district, day).map(({ code }) => code)
    const kinds = [...listed, ...[...byKind.keys()].filter((one) => !listed.includes(one))]
    return ok({
      place: at,
      placeName: names.get(at) ?? at,
      above: aboveOf(at, reader.place),
      all: figuresOf(sums),
      kinds: kinds.map((code) => ({
        kind: code,
        names: namesOn(reference, challengeList, district, day, code),
        ...figuresOf(byKind.get(code) ?? []),
      })),
      places: [...byPlace]
        .map(([code, own]) => ({ place: code, name: names.get(code) ?? code, ...figuresOf(own) }))
        .toSorted((one, other) => other.open - one.open || one.place.localeCompare(other.place)),
    })
  })
}

/** The place above, as far as the reader's own reaches. */
function aboveOf(at: PlaceCode, own: PlaceCode): PlaceCode | null {
  const above = levelOf(at) === 'nation' ? null : (parentOf(at) ?? nationPlace)
  return above !== null && covers(own, above) ? above : null
}

/** All challenges of a place, for whoever reads its figures. Only for queries that count. */
function countingScope(at: PlaceCode) {
  const { from, to } = rangeOf(at)
  return { challengesFrom: from, challengesTo: to }
}

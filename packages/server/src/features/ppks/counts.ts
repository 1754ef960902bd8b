import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { restrictedKinds } from '@openslrt/core/access/permission.ts'
import type { PpksCounts } from '@openslrt/core/contract/ppks-queries.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { covers, ledgerOf, levelOf, nationPlace, parentOf, placeCode, rangeOf } from '@openslrt/core/place/code.ts'
import type { Counting } from '@openslrt/core/ppks/counts.ts'
import { figuresAbove, figuresOf, placesBelow, totalOf } from '@openslrt/core/ppks/counts.ts'
import type { PoolClient } from 'pg'
import { placeNames } from '../../platform/db/names.ts'
import { inScope } from '../../platform/db/scope.ts'
import type { CaseParts } from '../case/index.ts'
import { todayIn } from '../reference/index.ts'
import { leastOn, typesOn } from './lists.ts'
import { countByDistrict, countByVillage, countByYear, placesUnder, selectPlaces } from './queries.ts'

/** PPKS-9, PPKS-16 The figures of a place in a year, as far as they may be told to this reader. */
export async function countsFor(
  { ledger, reference }: CaseParts,
  reader: StaffActor,
  asked: { readonly place?: PlaceCode | undefined; readonly year?: number | undefined },
): Promise<Result<PpksCounts, Refusal>> {
  const at = asked.place ?? reader.place
  if (!covers(reader.place, at)) return no({ code: 'not-found' })
  const district = ledgerOf(at)
  const today = todayIn(reference, district)
  const year = asked.year ?? Number(today.slice(0, 4))
  const types = typesOn(reference, district, today)
  const kinds = new Map(types.map(({ code, restricted }) => [code, restricted]))
  const open = (type: string): boolean => {
    const kind = kinds.get(type)
    return kind === null || (kind !== undefined && reader.restricted.has(kind))
  }
  const least = leastOn(reference, district, today)
  return inScope(ledger.pool, countingScope(at), async (client) => {
    const wide = isAboveDistricts(at)
    const { names, ...counted } = await (wide ? countAbove : countWithin)(client, at, year)
    const counting = { ...counted, open, least }
    const opened = types.filter(({ code }) => open(code)).map(({ code }) => code)
    const years = await countByYear(client, at, opened)
    const figures = types.map(({ code }) => (wide ? figuresAbove : figuresOf)(code, at, counting))
    return ok({
      place: at,
      placeName: names.get(at) ?? '',
      above: aboveOf(at, reader.place),
      year,
      years: [...years],
      below: (wide ? counted.places : placesBelow(counted.places, at)).map((code) => ({
        code,
        name: names.get(code) ?? '',
      })),
      types: types.map(({ code, names: said, number, restricted }, nth) => ({
        type: code,
        names: { id: said.id, en: said.en },
        number,
        restricted: restricted !== null,
        total: figures[nth]?.total ?? null,
        atLeast: figures[nth]?.atLeast ?? false,
        cells: [...(figures[nth]?.cells ?? [])],
      })),
      all: { ...shown(totalOf(figures, open)) },
      least,
    })
  })
}

type Counted = Pick<Counting, 'counts' | 'places'> & { readonly names: ReadonlyMap<string, string> }

/** Within a district: village by village, with every place of it. */
async function countWithin(client: PoolClient, at: PlaceCode, year: number): Promise<Counted> {
  const district = ledgerOf(at)
  const named = await selectPlaces(client, district)
  return {
    counts: await countByVillage(client, district, year),
    places: named.map(({ code }) => placeCode.parse(code)),
    names: new Map(named.map((one) => [one.code, one.name])),
  }
}

/** Above the districts: district by district, shown by what lies right below. */
async function countAbove(client: PoolClient, at: PlaceCode, year: number): Promise<Counted> {
  const below = await placesUnder(client, at)
  return {
    counts: await countByDistrict(client, at, year),
    places: below.map(({ code }) => placeCode.parse(code)),
    names: new Map([...(await placeNames(client, [at])), ...below.map((one) => [one.code, one.name] as const)]),
  }
}

const shown = ({ total, cells }: ReturnType<typeof totalOf>) => ({ total, cells: [...cells] })

const isAboveDistricts = (place: PlaceCode): boolean => ['province', 'nation'].includes(levelOf(place))

/** The place above, as far as the reader's own reaches. */
function aboveOf(at: PlaceCode, own: PlaceCode): PlaceCode | null {
  const above = levelOf(at) === 'nation' ? null : (parentOf(at) ?? nationPlace)
  return above !== null && covers(own, above) ? above : null
}

/**
 * The scope in which PPKS are counted: all of a district, of restricted types too, and wherever the reader sits. What a
 * reader may be told of a village depends on its neighbours. Only for queries that count.
 */
function countingScope(at: PlaceCode) {
  const { from, to } = rangeOf(isAboveDistricts(at) ? at : placeCode.parse(ledgerOf(at)))
  return { registryFrom: from, registryTo: to, restricted: restrictedKinds.join(',') }
}

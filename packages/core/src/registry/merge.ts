import { actorName } from '../access/actor.ts'
import type { DoubleCommandData } from '../contract/doubles.ts'
import { no } from '../kernel/result.ts'
import { columnsWith, compareFields, isColumn, valueOf } from './merge-fields.ts'
import { comesTo, placeAfter, placesOf, takenTogether } from './merge-members.ts'
import type { MergeAnswer, MergeLook, Two, Was } from './merge-parts.ts'
import { decided, family, holderChange, moveTo, pairChange, pick, pointTo, recordChange } from './merge-parts.ts'
import type { Values } from './registry.ts'
import { standsAlone } from './registry.ts'

/**
 * DOUBLE-6 Makes one of two: whoever stands on keeps what they said, but for the fields in which the other's value is taken;
 * whoever goes stays as they are under their id, and points to them. Rows that named the one name the other.
 */
export function decideMerge(pair: string, two: Two, chosen: readonly string[], look: MergeLook): MergeAnswer {
  const { of, kept, gone, named } = two
  if (kept.id === gone.id) return no({ code: 'pair-same' })
  if (!standsAlone(kept) || !standsAlone(gone)) return no({ code: 'pair-merged' })
  const known = new Set(compareFields(of, kept, gone).map(({ field }) => field))
  if (chosen.some((field) => !known.has(field))) return no({ code: 'pair-field' })
  const take = takenTogether(two, chosen)
  const was = wasOf(two, take)
  const place = placeAfter(kept, gone, take)
  const set = {
    ...takenColumns(two, take),
    ...takenValues(two, take),
    complete: Math.max(kept.complete, gone.complete),
  }
  return decided('registry-merge', look, of, [
    holderChange(of, kept, { ...set, changedAt: look.now }),
    holderChange(of, gone, { status: 'merged', mergedInto: kept.id, ...family(of, null), changedAt: look.now }),
    ...named.map((one) => pointTo(one, kept.id, one.table === 'person' ? comesTo(one.row, place) : {})),
    ...(place === kept.place ? [] : (two.members ?? []).map((row) => moveTo(row, comesTo(row, place)))),
    pairChange(pair, 0, {
      ...pairOf(two, look),
      verdict: 'merged',
      took: [...take],
      was: JSON.stringify(was),
      moved: named.map(({ table, field, row }) => ({ table, field, id: row.id })),
    }),
    recordChange(pair, 'merge', two, look, {
      values: was.taken,
      was: { ...was.columns, ...was.variables },
    }),
  ])
}

/** DOUBLE-8 Says of two that they are not one: the list of likely doubles does not ask again. */
export const decideDistinct = (pair: string, two: Two, look: MergeLook): MergeAnswer =>
  two.kept.id === two.gone.id
    ? no({ code: 'pair-same' })
    : decided('registry-not-same', look, two.of, [
        pairChange(pair, 0, { ...pairOf(two, look), verdict: 'distinct', took: [], was: null, moved: [] }),
      ])

function wasOf({ of, kept, gone, named, members = [] }: Two, take: readonly string[]): Was {
  const comers = named.filter(({ table }) => table === 'person').map(({ row }) => row)
  const variables = take.filter((field) => !isColumn(of, field))
  const fields = take.filter((field) => isColumn(of, field)).flatMap(columnsWith)
  return {
    columns: pick(fields, (field) => valueOf(of, kept, field)),
    variables: pick(
      variables.filter((field) => field in kept.values),
      (field) => valueOf(of, kept, field),
    ),
    taken: pick([...fields, ...variables], (field) => valueOf(of, gone, field)),
    complete: kept.complete,
    status: gone.status,
    family: 'family' in gone ? gone.family : null,
    ...(of === 'family' ? { places: placesOf([...comers, ...members]) } : {}),
  }
}

const takenColumns = ({ of, gone }: Two, take: readonly string[]): Values =>
  pick(take.filter((field) => isColumn(of, field)).flatMap(columnsWith), (field) => valueOf(of, gone, field))

function takenValues({ of, kept, gone }: Two, take: readonly string[]): { readonly values?: Values } {
  const variables = take.filter((field) => !isColumn(of, field))
  if (variables.length === 0) return {}
  return { values: { ...kept.values, ...pick(variables, (field) => valueOf(of, gone, field)) } }
}

const pairOf = ({ of, kept, gone }: Two, { now, actor }: MergeLook) => ({
  district: kept.district,
  of,
  kept: kept.id,
  gone: gone.id,
  place: kept.place,
  otherPlace: gone.place,
  by: actorName(actor),
  at: now,
  undoneAt: null,
})

export type MergeMove = {
  [Kind in keyof DoubleCommandData]: { readonly kind: Kind; readonly data: DoubleCommandData[Kind] }
}[keyof DoubleCommandData]

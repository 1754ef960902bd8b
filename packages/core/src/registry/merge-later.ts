import type { Json } from '../kernel/json.ts'
import type { Change } from '../ledger/entry.ts'
import { isColumn } from './merge-fields.ts'
import { homesIn, rememberedMembers } from './merge-members.ts'
import type { Two, Was } from './merge-parts.ts'
import { pairChange, pick, same, wasIn } from './merge-parts.ts'
import type { PairRow } from './merge-row.ts'

/**
 * DOUBLE-13 Of merges into the same one, each remembers what stood when it was made. Undone out of turn, what an earlier one
 * had taken would come back with the later one: the later one remembers instead what stood before the earlier.
 */
export function handOn(pair: PairRow, two: Two, was: Was): readonly Change[] {
  const after = siblingsOf(pair, two)
  const left = new Map(after.map((one) => [one.id, wasIn(one)]))
  for (const field of Object.keys(was.taken)) {
    const next = after.find((one) => field in wasIn(one).taken)
    const said = next && left.get(next.id)
    if (said && same(before(pair.of, said, field), was.taken[field])) left.set(next.id, rid(pair.of, said, field, was))
  }
  const complete = Math.max(was.complete, two.gone.complete)
  for (const [id, said] of left) if (said.complete === complete) left.set(id, { ...said, complete: was.complete })
  for (const one of after) left.set(one.id, withPlaces(left.get(one.id) ?? wasIn(one), was))
  return after.flatMap((one) => {
    const text = JSON.stringify(left.get(one.id))
    return text === JSON.stringify(wasIn(one)) ? [] : [pairChange(one.id, one.version, { was: text })]
  })
}

/** What later merges into the same one took as well: that stays with whoever stands on. */
export const takenLater = (pair: PairRow, two: Two): ReadonlySet<string> =>
  new Set(siblingsOf(pair, two).flatMap((one) => Object.keys(wasIn(one).taken)))

export const siblingsOf = ({ of, kept }: PairRow, { later = [] }: Two): readonly PairRow[] =>
  later.filter((one) => one.of === of && one.kept === kept)

/**
 * DOUBLE-13 Merges of another kind that moved the same people: a family that went into another took them along, the family
 * that they go back to lives elsewhere since, or one of them went into somebody. That is undone first.
 */
export function isHeldBack(pair: PairRow, two: Two): boolean {
  const lived = new Set([...rememberedMembers(pair), ...cameLater(pair, two)])
  const homes = homesIn(pair)
  return (two.later ?? []).some((one) => {
    if (one.of === pair.of) return false
    if (one.of === 'family')
      return rememberedMembers(one).includes(pair.kept) || (homes.includes(one.kept) && one.took.includes('place'))
    return lived.has(one.gone) || (lived.has(one.kept) && ['family', 'place'].some((field) => one.took.includes(field)))
  })
}

/** Who came to the family with a later merge: they live where it lives, also once that is elsewhere again. */
export const cameLater = (pair: PairRow, two: Two): ReadonlySet<string> => {
  const own = new Set(rememberedMembers(pair))
  return new Set(siblingsOf(pair, two).flatMap((one) => rememberedMembers(one).filter((id) => !own.has(id))))
}

const before = (of: PairRow['of'], was: Was, field: string): Json =>
  (isColumn(of, field) ? was.columns[field] : was.variables[field]) ?? null

/** What a later merge remembers, as if the earlier one had not been. */
function rid(of: PairRow['of'], said: Was, field: string, { columns, variables }: Was): Was {
  if (isColumn(of, field)) return { ...said, columns: { ...said.columns, [field]: columns[field] ?? null } }
  const others = Object.keys(said.variables).filter((name) => name !== field)
  const kept = pick(others, (name) => said.variables[name] ?? null)
  return { ...said, variables: field in variables ? { ...kept, [field]: variables[field] ?? null } : kept }
}

/** Who was brought to the village of the earlier one lived where that one remembers. */
function withPlaces(said: Was, { places = {}, taken }: Was): Was {
  if (!said.places) return said
  const moved = Object.entries(said.places).map(([id, place]) => [
    id,
    place === taken['place'] ? (places[id] ?? place) : place,
  ])
  return { ...said, places: Object.fromEntries(moved) }
}

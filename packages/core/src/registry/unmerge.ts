import type { Json } from '../kernel/json.ts'
import { no } from '../kernel/result.ts'
import type { Change } from '../ledger/entry.ts'
import { placeCode } from '../place/code.ts'
import { isColumn, valueOf } from './merge-fields.ts'
import { cameLater, handOn, isHeldBack, siblingsOf, takenLater } from './merge-later.ts'
import { comesTo, goesBack, livesWith } from './merge-members.ts'
import type { MergeAnswer, MergeLook, Two, Was } from './merge-parts.ts'
import {
  decided,
  family,
  holderChange,
  moveTo,
  pairChange,
  pick,
  pointTo,
  recordChange,
  same,
  wasIn,
} from './merge-parts.ts'
import type { PairRow } from './merge-row.ts'
import type { Values } from './registry.ts'
import { standsAlone } from './registry.ts'

/**
 * DOUBLE-7 Parts again what was made one, at any time: what was taken goes back unless it was said anew since; rows that
 * followed and still name whoever stands on come back; what was written since stays with them. What was said of two that
 * they are not one is taken back the same way. What a later merge took as well stays until that one is undone (DOUBLE-13).
 */
export function decideUnmerge(pair: PairRow, two: Two, look: MergeLook): MergeAnswer {
  const { of, kept, gone, named } = two
  if (pair.verdict === 'undone') return no({ code: 'pair-over' })
  const over = pairChange(pair.id, pair.version, { verdict: 'undone', undoneAt: look.now })
  if (pair.verdict === 'distinct') return decided('registry-unmerge', look, of, [over])
  // Whoever stands on went into somebody else since, or whoever went was parted in another way.
  if (!standsAlone(kept) || !('mergedInto' in gone) || gone.mergedInto !== kept.id) return no({ code: 'pair-later' })
  const was = wasIn(pair)
  if (isHeldBack(pair, two)) return no({ code: 'pair-later' })
  const back = givenBack(pair, two, was)
  const home = takenLater(pair, two).has('family') ? was.columns['family'] : back.set['family']
  if (isLostHome(two, [was.family, home ?? null])) return no({ code: 'pair-later' })
  const own = family(of, was.family)
  const goes = { places: was.places ?? {}, kept, to: null }
  return decided('registry-unmerge', look, of, [
    holderChange(of, kept, { ...back.set, ...livesWith(two, kept, back.set), changedAt: look.now }),
    holderChange(of, gone, {
      status: was.status,
      mergedInto: null,
      ...own,
      ...livesWith(two, gone, own),
      changedAt: look.now,
    }),
    ...named.map((one) => pointTo(one, gone.id, one.table === 'person' ? goesBack(one.row, goes) : {})),
    ...movedBack(pair, two, was, back.set),
    ...handOn(pair, two, was),
    over,
    recordChange(pair.id, 'undo', two, look, { values: back.values, was: was.taken }),
  ])
}

// A family that went into another since is no place to go back to: that is undone first.
const isLostHome = ({ homes = [] }: Two, back: readonly Json[]): boolean =>
  homes.some(({ id, status }) => status === 'merged' && back.includes(id))

/** DOUBLE-10 Members go back with their family, and whoever came to it since lives where it lives. */
function movedBack(pair: PairRow, two: Two, { places = {} }: Was, set: Values): readonly Change[] {
  const { kept, members = [] } = two
  if (!('place' in set)) return []
  const came = cameLater(pair, two)
  const place = placeCode.parse(set['place'])
  return members.map((row) =>
    moveTo(
      row,
      came.has(row.id) && row['place'] === kept.place
        ? comesTo(row, place)
        : goesBack(row, { places, kept, to: place }),
    ),
  )
}

/** What goes back: of everything that was taken, what still says so and nobody took since. */
function givenBack(pair: PairRow, two: Two, was: Was): { readonly set: Values; readonly values: Values } {
  const { of, kept } = two
  const later = takenLater(pair, two)
  const still = Object.keys(was.taken).filter(
    (field) => !later.has(field) && same(valueOf(of, kept, field), was.taken[field]),
  )
  const columns = pick(
    still.filter((field) => isColumn(of, field)),
    (field) => was.columns[field] ?? null,
  )
  const variables = still.filter((field) => !isColumn(of, field))
  const known = variables.filter((field) => field in was.variables)
  const left = Object.fromEntries(Object.entries(kept.values).filter(([field]) => !variables.includes(field)))
  const back = pick(known, (field) => was.variables[field] ?? null)
  const values = variables.length === 0 ? {} : { values: { ...left, ...back } }
  const isAll = still.length === Object.keys(was.taken).length && siblingsOf(pair, two).length === 0
  const complete = isAll ? { complete: was.complete } : {}
  return {
    set: { ...columns, ...values, ...complete },
    values: { ...columns, ...pick(variables, (f) => back[f] ?? null) },
  }
}

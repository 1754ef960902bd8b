import type { Said } from '@openslrt/core/lists/on-day.ts'
import { countsIn, itemOn, lastNamed } from '@openslrt/core/lists/on-day.ts'
import type { ListRow } from './queries.ts'
import { saidBy } from './queries.ts'

/** Every list: its items in their order, and of each everything that was said. */
export type Lists = ReadonlyMap<string, ReadonlyMap<string, readonly Said[]>>

/** Puts what was shipped and what offices said since together. Of one day, the office's word comes last, and counts. */
export function listsOf(shipped: readonly ListRow[], changes: readonly Said[]): Lists {
  const lists = new Map<string, Map<string, Said[]>>()
  for (const one of [...shipped.flatMap(saidBy), ...changes]) {
    const items = lists.get(one.list) ?? new Map<string, Said[]>()
    lists.set(one.list, items)
    items.set(one.code, [...(items.get(one.code) ?? []), one])
  }
  return lists
}

/** The items of a list that hold in a district on a day. */
export function itemsOn(lists: Lists, name: string, district: string, day: string): readonly Said[] {
  return [...(lists.get(name)?.values() ?? [])].flatMap((said) => itemOn(said, district, day) ?? [])
}

/** Those that held there once and do not on that day, by their last names. */
export function pastItems(lists: Lists, name: string, district: string, day: string): readonly Said[] {
  return [...(lists.get(name)?.values() ?? [])]
    .filter((said) => said.some(({ place }) => countsIn(place, district)) && itemOn(said, district, day) === null)
    .flatMap((said) => lastNamed(said, district, day) ?? [])
}

import type { ListCommand } from '../contract/lists.ts'
import type { Day } from '../kernel/instant.ts'
import { canonical } from '../kernel/json.ts'
import type { FileDay } from './calendar-file.ts'
import { meaningOf, sameWords } from './decide.ts'
import type { FileItem } from './list-file.ts'
import type { RuledList } from './list-law.ts'
import type { Said } from './on-day.ts'
import { countsIn, itemOn } from './on-day.ts'

/** A command that a line of a file asks for; its data is still to be read like anybody's. */
export interface Asked {
  readonly kind: ListCommand
  readonly data: Readonly<Record<string, unknown>>
}

export interface ImportAt {
  readonly list: RuledList
  readonly place: string
  readonly today: Day
  /** From which day lines hold that name none, or one gone by. */
  readonly day: Day
}

/**
 * LISTS-16 What a line of a list's file asks for, beside what is there: nothing where it says what holds already, so that
 * the same file read twice changes nothing. A line that is missing ends nothing: only a day under `berhenti` does.
 */
export function askedBy(item: FileItem, said: readonly Said[], at: ImportAt): readonly Asked[] {
  const words = wordsAsked(item, said, at)
  // The end is looked for among what is there once the words were taken: an item that starts anew ends anew.
  const begun = words.map(({ data }) => saidHere(item, String(data['from']), at))
  return [...words, ...endAsked(item, said, begun, at)]
}

/** What a line speaks of, and what it says of that: two lines that speak of the same must say the same. */
export interface Spoken {
  readonly of: string
  readonly says: string
}

/** An item as it is to be, or as it is to be from a later day on. */
export const spokenOf = (item: FileItem, at: Pick<ImportAt, 'today'>): Spoken => ({
  of: isPlanned(item, at) ? `${item.code} ${item.from}` : item.code,
  says: canonical([meaningOf(item), item.ends]),
})

/** A day of the calendar: under which name it is closed, or that it is open. */
export const spokenOfDay = ({ day, closed, name, basis }: FileDay): Spoken => ({
  of: day,
  says: canonical(closed ? [name, basis] : [basis]),
})

const isPlanned = ({ from }: FileItem, { today }: Pick<ImportAt, 'today'>): boolean => from !== '' && from > today

function wordsAsked(item: FileItem, said: readonly Said[], at: ImportAt): readonly Asked[] {
  const { list, place, today, day } = at
  const from = isPlanned(item, at) ? item.from : day
  const held = itemOn(said, place, isPlanned(item, at) ? item.from : today)
  if (held && sameWords(held, item)) return []
  const { code, names, data } = item
  const isKnown = said.some((one) => countsIn(one.place, place))
  return [
    {
      kind: isKnown ? 'list.change' : 'list.add',
      data: { list, code, names, data, from },
    },
  ]
}

const saidHere = ({ code, names, data }: FileItem, from: Day, { list, place }: ImportAt): Said => ({
  list,
  code,
  place,
  names,
  data,
  from,
  says: 'holds',
})

function endAsked(
  { code, ends }: FileItem,
  said: readonly Said[],
  begun: readonly Said[],
  { list, place }: ImportAt,
): readonly Asked[] {
  if (ends === '') return []
  const isOver = said.length > 0 && itemOn([...said, ...begun], place, ends) === null
  return isOver ? [] : [{ kind: 'list.end', data: { list, code, from: ends, above: false } }]
}

/** The same for a line of the calendar's file. */
export function askedByDay(item: FileDay, closedAs: string | null): readonly Asked[] {
  const { day, closed, name, basis } = item
  if (closed) return closedAs === name ? [] : [{ kind: 'calendar.close', data: { day, name, basis } }]
  return closedAs === null ? [] : [{ kind: 'calendar.open', data: { day, basis } }]
}

/** An item as lines of a file: how it holds in a place today, and each plan, with the day on which it ends there. */
export function fileItemsOf(said: readonly Said[], place: string, today: Day): readonly FileItem[] {
  const here = said.filter((one) => countsIn(one.place, place))
  const days = [
    today,
    ...new Set(
      here
        .map(({ from }) => from)
        .filter((from) => from > today)
        .toSorted(),
    ),
  ]
  const items: FileItem[] = []
  let before: Said | null = null
  for (const day of days) {
    const now = itemOn(here, place, day)
    if (now === null) endLast(items, before === null ? '' : day)
    else if (before === null || !sameWords(before, now))
      items.push({ code: now.code, names: now.names, data: now.data, from: day === today ? now.from : day, ends: '' })
    before = now
  }
  return items
}

function endLast(items: FileItem[], day: Day | ''): void {
  const last = items.pop()
  if (last) items.push(day === '' ? last : { ...last, ends: day })
}

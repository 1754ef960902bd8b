import type { Pool } from 'pg'
import { groupDays } from './closed-days.ts'
import type { Written } from './followed.ts'
import { Followed } from './followed.ts'
import { listsOf } from './lists.ts'
import type { Words } from './policy-on.ts'
import type { ChangedDay, ChangedItem, ChangedWeek } from './queries.ts'
import { newDays, newItems, newWeeks } from './queries.ts'
import type { ShippedPart } from './shipped-part.ts'
import { readShipped } from './shipped-part.ts'

interface OpenWords {
  /** Lists with the roles among them, calendar and hours: put together anew only when something of them was changed. */
  now(): Words
  readNew(): Promise<void>
  seqOf(ledger: string): number
}

/** Reads what was shipped, and what offices said of it since. */
export async function openWords(pool: Pool, ledgers: readonly string[]): Promise<OpenWords> {
  const items = changesOf(new Followed<ChangedItem>(ledgers, (so) => newItems(pool, so)))
  const days = changesOf(new Followed<ChangedDay>(ledgers, (so) => newDays(pool, so)))
  const weeks = changesOf(new Followed<ChangedWeek>(ledgers, (so) => newWeeks(pool, so)))
  const all = [items, days, weeks]
  let shipped = await readShipped(pool, null)
  await Promise.all(all.map(({ readNew }) => readNew()))
  const together = (): Words => wordsOf(shipped, items.rows(), days.rows(), weeks.rows())
  // Of what was read, not of what is new: a reading that broke off halfway is not forgotten by the next.
  const stamp = (): string => [shipped.mark, ...all.map(({ times }) => times())].join(' ')
  let [now, madeOf] = [together(), stamp()]
  return {
    now: () => now,
    async readNew() {
      const [loaded] = await Promise.all([readShipped(pool, shipped), ...all.map(({ readNew }) => readNew())])
      shipped = loaded
      if (madeOf !== stamp()) [now, madeOf] = [together(), stamp()]
    },
    seqOf: (ledger) => Math.max(...all.map(({ seqOf }) => seqOf(ledger))),
  }
}

/** The rows of a followed table as they are now, and how often there were new ones. */
function changesOf<Row extends Written & { readonly id: string }>(followed: Followed<Row>) {
  const known = new Map<string, Row>()
  let times = 0
  return {
    rows: (): readonly Row[] => [...known.values()].toSorted((one, other) => one.seq - other.seq),
    times: () => times,
    readNew: () =>
      followed.readNew((rows) => {
        times++
        for (const row of rows) known.set(`${row.district} ${row.id}`, row)
      }),
    seqOf: (ledger: string) => followed.seqOf(ledger),
  }
}

// Of one day and place, what was set counts before what was shipped: it comes later. Sorting leaves that order alone.
function wordsOf(
  shipped: ShippedPart,
  items: readonly ChangedItem[],
  days: readonly ChangedDay[],
  weeks: readonly ChangedWeek[],
): Words {
  return {
    lists: listsOf(
      shipped.lists,
      items.toSorted((one, other) => byText(one.code, other.code) || byText(one.from, other.from)),
    ),
    closed: groupDays([...shipped.days, ...days].toSorted((one, other) => byText(one.day, other.day))),
    weeks: [...shipped.weeks, ...weeks].toSorted((one, other) => byText(one.valid_from, other.valid_from)),
  }
}

const byText = (one: string, other: string): number => (one < other ? -1 : Number(one > other))

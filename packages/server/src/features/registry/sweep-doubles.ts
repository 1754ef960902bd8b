import { comparePersons, worthListing } from '@openslrt/core/registry/double-score.ts'
import { compareFamilies } from '@openslrt/core/registry/family-double.ts'
import type { Holder } from '@openslrt/core/registry/registry.ts'
import type { TaskList } from 'graphile-worker'
import type { Pool } from 'pg'
import { inScope } from '../../platform/db/scope.ts'
import type { Pair, Swept } from './queries-doubles.ts'
import { keepPairs, selectAlike, unsweptLedgers, writtenAfter } from './queries-doubles.ts'
import { familiesWrittenAfter, selectAlikeFamilies } from './queries-family-doubles.ts'

const pageOf = { person: 500, family: 200 } as const
/** Others of the worker's jobs are due as well: after so long the rest waits for the next minute. */
const sliceMs = 20_000

/** DOUBLE-3 What time does about doubles: looks at whoever was written since it last looked, whatever wrote them. */
export const doubleTasks = (pool: Pool): TaskList => ({
  'find-doubles': async () => {
    await sweepDoubles(pool, Date.now() + sliceMs)
  },
})
export const doubleTimes = [{ task: 'find-doubles', at: '* * * * *' }] as const

/**
 * Goes through the ledgers that wrote something, until it is done or its time is over: people first, since families are also
 * found by members who are likely one. Gives how many people it looked at.
 */
export async function sweepDoubles(pool: Pool, until: number): Promise<number> {
  const people = await sweepAll(pool, 'person', until)
  await sweepAll(pool, 'family', until)
  return people
}

async function sweepAll(pool: Pool, of: Holder, until: number): Promise<number> {
  const written = of === 'person' ? writtenAfter : familiesWrittenAfter
  let seen = 0
  for (const { district, head, ...swept } of await unsweptLedgers(pool, of)) {
    for (let at: Swept | null = swept; at !== null && Date.now() < until; ) {
      const rows = await written(pool, district, at, pageOf[of])
      const last = rows.at(-1)
      const done = rows.length < pageOf[of]
      // What an entry wrote that came meanwhile lies behind its number, and is not passed over.
      at = last
        ? { seq: done ? Math.max(head, last.seq) : last.seq, last: done ? lastId : last.id }
        : { seq: head, last: lastId }
      await sweepPage(pool, { district, of, ids: rows.map(({ id }) => id) }, at)
      seen += rows.length
      if (done) at = null
    }
  }
  return seen
}

// Behind everybody of an entry: the next look begins with the entry after it.
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

interface Page {
  readonly district: string
  readonly of: Holder
  readonly ids: readonly string[]
}

async function sweepPage(pool: Pool, page: Page, swept: Swept): Promise<void> {
  const found = page.ids.length === 0 ? [] : await (page.of === 'person' ? likelyPeople : likelyFamilies)(pool, page)
  const pairs = new Map(found.map((pair) => [pair.first + pair.second, pair]))
  await inScope(pool, {}, (client) => keepPairs(client, page, [...pairs.values()], swept))
}

const likelyPeople = async (pool: Pool, { district, ids }: Page): Promise<readonly Pair[]> =>
  (await selectAlike(pool, district, ids)).flatMap(({ a, b }) => listed(a, b, comparePersons(a, b)))

/** DOUBLE-14 Of families whom one card, a member or the name of a head brings together, those worth asking about. */
const likelyFamilies = async (pool: Pool, { district, ids }: Page): Promise<readonly Pair[]> =>
  (await selectAlikeFamilies(pool, district, ids)).flatMap(({ a, b }) => listed(a, b, compareFamilies(a, b)))

interface Placed {
  readonly id: string
  readonly place: string
}
type Compared = Pick<Pair, 'score' | 'reasons'>

function listed(a: Placed, b: Placed, { score, reasons }: Compared): readonly Pair[] {
  if (score < worthListing) return []
  const [first, second] = a.id < b.id ? [a.id, b.id] : [b.id, a.id]
  const [low = '', high = ''] = [a.place, b.place].toSorted()
  return [{ first, second, low, high, score, reasons }]
}

import { randomInt } from 'node:crypto'
import type { Mark } from '@openslrt/core/condition/condition.ts'
import { conditionsOn } from '@openslrt/core/condition/condition.ts'
import { countedFor, toldAgain } from '@openslrt/core/condition/told.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import type { Pool } from 'pg'
import { inScope } from '../../platform/db/scope.ts'
import type { Reference } from '../reference/index.ts'
import { cellLimitOn } from '../reference/index.ts'
import type { ConditionRow, HomeRow } from './queries-conditions.ts'
import { dueDistricts, replaceCounts, selectAlone, selectHomes } from './queries-conditions.ts'

export interface ConditionParts {
  readonly pool: Pool
  readonly reference: Pick<Reference, 'list' | 'zoneOf'>
}

const pageOf = 500
const noId = '00000000-0000-0000-0000-000000000000'
/** Others of the worker's jobs are due as well: after so long no further district is begun until the next minute. */
const sliceMs = 20_000

/** CONDITION-8 Counts the registry of every district that is due, one after the other; gives how many it counted. */
export async function countConditions(parts: ConditionParts, now: number): Promise<number> {
  let done = 0
  const until = performance.now() + sliceMs
  for (const due of await dueDistricts(parts.pool, now)) {
    if (performance.now() > until) break
    await countDistrict(parts, due, now)
    done += 1
  }
  return done
}

async function countDistrict(
  { pool, reference }: ConditionParts,
  { district, seq }: { readonly district: string; readonly seq: number },
  now: number,
): Promise<void> {
  const day = dayIn(reference.zoneOf(ledgerCode.parse(district)), now)
  const base = cellLimitOn(reference, 'need', district, day)
  const begun = performance.now()
  const numbers = await numbersOf(pool, district, conditionsOn(day))
  const took = Math.ceil(performance.now() - begun)
  await inScope(pool, {}, (client) =>
    replaceCounts(client, { district, day, seq, now, took }, (before) => {
      const known = new Map(before.map((row) => [keyOf(row.place, row), row]))
      return [...numbers].map(([key, row]) => ({ ...row, told: toldAgain(row.n, known.get(key), base, dice()) }))
    }),
  )
}

async function numbersOf(
  pool: Pool,
  district: string,
  marksOf: (home: HomeRow) => readonly Mark[],
): Promise<ReadonlyMap<string, ConditionRow>> {
  const numbers = new Map<string, ConditionRow>()
  for (const select of [selectHomes, selectAlone])
    for (let after: string | null = noId; after !== null; ) {
      const homes: readonly HomeRow[] = await select(pool, district, after, pageOf)
      for (const home of homes) addTo(numbers, home.place, marksOf(home))
      after = homes.length < pageOf ? null : (homes.at(-1)?.id ?? null)
    }
  return numbers
}

function addTo(numbers: Map<string, ConditionRow>, home: PlaceCode, marks: readonly Mark[]): void {
  for (const place of countedFor(home))
    for (const mark of marks) {
      const key = keyOf(place, mark)
      numbers.set(key, { place, ...mark, n: (numbers.get(key)?.n ?? 0) + 1, told: 0 })
    }
}

const keyOf = (place: string, { face, value }: Mark): string => `${place} ${face} ${value}`

/** Nobody can foretell on which side a number is rounded. */
const dice = (): number => randomInt(1_000_000) / 1_000_000

import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { rangeOf } from '@openslrt/core/place/code.ts'
import type { Client, Pool } from 'pg'
import { keepFacts } from '../platform/db/deployment.ts'

/** What was begun: everything else follows from it, so that a start that broke off goes on with the same demo. */
export interface DemoMark {
  readonly seed: string
  readonly now: number
  readonly made: boolean
}

export async function readMark(owner: Client): Promise<DemoMark | null> {
  const { rows } = await owner.query<{ value: DemoMark }>("select value from deployment where name = 'demo-mark'")
  return rows[0]?.value ?? null
}

/** Marks the installation as one that shows demo data, before the first of it is there. */
export async function writeMark(owner: Client, mark: DemoMark): Promise<void> {
  await keepFacts(owner, { demo: true, 'demo-mark': mark })
}

/** Whether the demo's past is being replayed: until it is done, the clock would act on cases that are still on their way. */
export async function isUnderWay(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query("select 1 from deployment where name = 'demo-mark' and value ->> 'made' = 'false'")
  return rows.length > 0
}

/**
 * Whether somebody works here already: any entry outside the nation's ledger, where the first administrator stands. The
 * programmes of a province that come with a release are nobody's work.
 */
export async function hasOwnData(owner: Client): Promise<boolean> {
  const { rows } = await owner.query(
    "select 1 from ledger where district <> '00' and not (actor = 'setup' and kind like 'programme.%') limit 1",
  )
  return rows.length > 0
}

export async function selectVillages(pool: Pool, under: PlaceCode): Promise<readonly { code: string; name: string }[]> {
  const { from, to } = rangeOf(under)
  const { rows } = await pool.query<{ code: string; name: string }>(
    "select code, name from place where level = 'village' and code >= $1 and code < $2 and valid_to is null order by code",
    [from, to],
  )
  return rows
}

/** Tells the planner what the tables now hold, before anybody looks at a list. */
export async function analyze(owner: Client): Promise<void> {
  await owner.query('analyze cases, referral, case_grant, ledger, office, staff, post, command_outcome, place')
}

import type { Figure, Figures } from '@openslrt/core/independence/figures.ts'
import type { Day } from '@openslrt/core/kernel/instant.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import type { Reference } from '../reference/index.ts'
import { goingRoles } from '../visit/index.ts'
import { selectFacilitated, selectPosts, selectPuskesos, selectYear } from './queries-figures.ts'

/** INDEP-4 What the system itself counts of a district, up to a day: places and posts as they are, events of the last year. */
export async function figuresOf(
  client: PoolClient,
  reference: Reference,
  district: PlaceCode,
  day: Day,
): Promise<Figures> {
  const year = await selectYear(client, ledgerOf(district), day)
  const handled = year('answered') + year('settled')
  return {
    puskesos: await selectPuskesos(client, district),
    facilitated: await selectFacilitated(client, district, goingRoles(reference, district)),
    posts: await selectPosts(client, district),
    handled: most(handled, year('registered')),
    confirmed: most(year('confirmed'), handled),
    referred: most(year('referral-completed'), year('referred')),
  }
}

/** What was begun before the year may end in it: never more than all. */
const most = (n: number, of: number): Figure => ({ n: Math.min(n, of), of })

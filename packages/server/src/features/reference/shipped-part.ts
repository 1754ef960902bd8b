import type { Permission, RestrictedKind, Sight } from '@openslrt/core/access/permission.ts'
import { permissions, restrictedKinds, sights } from '@openslrt/core/access/permission.ts'
import type { Role } from '@openslrt/core/access/shipped-roles.ts'
import type { OfficeKind, OfficeLevel } from '@openslrt/core/office/office.ts'
import { officeKinds, officeLevels } from '@openslrt/core/office/office.ts'
import type { Pool } from 'pg'
import type { ClosedDay, ListRow, SetWeek } from './queries.ts'
import { allLists, rolesOn, shippedDays, shippedMark, shippedWeeks } from './queries.ts'

/** What no ledger writes: roles, shipped lists, calendar and hours. */
export interface ShippedPart {
  /** What it was when this was read, and the day whose roles these are. */
  readonly mark: string
  readonly roles: ReadonlyMap<string, Role>
  readonly lists: readonly ListRow[]
  readonly days: readonly ClosedDay[]
  readonly weeks: readonly SetWeek[]
}

/** The shipped part as it is; the one that is known already if nothing of it was loaded anew and it is still that day. */
export async function readShipped(pool: Pool, day: string, known: ShippedPart | null): Promise<ShippedPart> {
  const mark = `${day} ${await shippedMark(pool)}`
  if (known?.mark === mark) return known
  const [roles, lists, days, weeks] = await Promise.all([
    rolesOn(pool, day),
    allLists(pool),
    shippedDays(pool),
    shippedWeeks(pool),
  ])
  return {
    mark,
    lists,
    days,
    weeks,
    roles: new Map(roles.map((role) => [role.code, roleOf(role)])),
  }
}

function roleOf(row: Awaited<ReturnType<typeof rolesOn>>[number]): Role {
  return {
    code: row.code,
    permissions: permissions.filter((known: Permission) => row.permissions.includes(known)),
    restricted: restrictedKinds.filter((known: RestrictedKind) => row.restricted.includes(known)),
    sees: sights.find((known: Sight) => known === row.sees) ?? 'none',
    heldAt: officeKinds.filter((known: OfficeKind) => row.held_at?.includes(known) ?? true),
    givenFrom: officeLevels.filter((known: OfficeLevel) => row.given_from?.includes(known) ?? known === 'nation'),
    secondFactor: row.second_factor ?? row.permissions.some((right) => /^(office|staff)\.manage$/.test(right)),
  }
}

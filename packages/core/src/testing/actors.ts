import type { CitizenActor, ClockActor, SetupActor, StaffActor } from '../access/actor.ts'
import type { Permission, RestrictedKind, Sight } from '../access/permission.ts'
import { permissions, restrictedKinds } from '../access/permission.ts'
import type { RoleCode } from '../access/shipped-roles.ts'
import { shippedRoles } from '../access/shipped-roles.ts'
import type { CaseId } from '../kernel/id.ts'
import type { OfficeRow } from '../office/office.ts'
import { offices } from './an-office.ts'
import { ids } from './ids.ts'

interface Rights {
  readonly permissions: readonly Permission[]
  readonly restricted: readonly RestrictedKind[]
  readonly sees: Sight
}

/** Somebody who works at an office with exactly these rights. */
export const staffWith = (rights: Rights, office: OfficeRow = offices.village, n = 1): StaffActor => ({
  kind: 'staff',
  staff: ids.staff(n),
  office: office.id,
  place: office.place,
  level: office.level,
  permissions: new Set(rights.permissions),
  restricted: new Set(rights.restricted),
  sees: rights.sees,
})

/** Somebody who holds a shipped role at an office: `staff('bo')`, `staff('provider', offices.hospital)`. */
export function staff(role: RoleCode, office: OfficeRow = offices.village, n = 1): StaffActor {
  const rights = shippedRoles.find(({ code }) => code === role)
  if (!rights) throw new Error(`no role ${role} is shipped`)
  return staffWith(rights, office, n)
}

/** Somebody who holds every right at an office: for tests that are about something else. */
export const almighty = (office: OfficeRow = offices.village, n = 1): StaffActor =>
  staffWith({ permissions, restricted: restrictedKinds, sees: 'place' }, office, n)

/** Somebody who holds every right but these. */
export const staffLacking = (lacking: readonly string[], office: OfficeRow = offices.village): StaffActor => {
  const held = permissions.filter((permission) => !lacking.includes(permission))
  return staffWith({ permissions: held, restricted: restrictedKinds, sees: 'place' }, office)
}

/** The citizen of a case. */
export const citizen = (id: CaseId = ids.case(1)): CitizenActor => ({ kind: 'citizen', case: id })
export const clock: ClockActor = { kind: 'clock' }
export const setup: SetupActor = { kind: 'setup' }

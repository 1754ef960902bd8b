import type { Permission } from '@openslrt/core/access/permission.ts'
import { administration } from '@openslrt/core/access/role-law.ts'
import type { MessageKey } from '@openslrt/core/i18n/id.ts'
import { type OfficeKind, type OfficeLevel, officeKinds } from '@openslrt/core/office/office.ts'
import { cannotGive } from '@openslrt/core/office/reach.ts'

/** A role at an office, as its form holds it. */
export interface PostValues {
  readonly office: string
  readonly officeLabel: string
  readonly kind: string
  readonly district: string
  readonly role: string
}

export interface StaffValues extends PostValues {
  readonly name: string
}

export const blankPost: PostValues = { office: '', officeLabel: '', kind: '', district: '', role: '' }

/** The form of a new person; it begins at the office that adds them. */
export const blankStaff = (
  at: { office: string; officeName: string; kind: string; district: string } | null,
): StaffValues => ({
  name: '',
  office: at?.office ?? '',
  officeLabel: at?.officeName ?? '',
  kind: at?.kind ?? '',
  district: at?.district ?? '',
  role: '',
})

type Given = Parameters<typeof cannotGive>[0] & { readonly permissions: readonly string[] }

/**
 * The roles that somebody who acts from this level may give at the chosen office; all of them while none is chosen. Roles
 * with administration (ROLE-7) are for those who hold it.
 */
export function rolesFor<Role extends Given>(
  roles: readonly Role[],
  office: string,
  from: OfficeLevel,
  can: (right: Permission) => boolean,
): readonly Role[] {
  const kind = officeKinds.find((known: OfficeKind) => known === office)
  const own = roles.filter(({ permissions }) =>
    administration.every((right) => !permissions.includes(right) || can(right)),
  )
  return kind ? own.filter((role) => cannotGive(role, kind, from) === null) : own
}

/** What is missing of a role at an office. */
export function postFaults(values: PostValues): Partial<Record<keyof PostValues, MessageKey>> {
  return {
    ...(values.office === '' && { office: 'staff.form.office.missing' }),
    ...(values.role === '' && { role: 'staff.form.role.missing' }),
  }
}

/** What is missing of a new person. */
export function staffFaults(values: StaffValues): Partial<Record<keyof StaffValues, MessageKey>> {
  return { ...(values.name.trim().length < 2 && { name: 'staff.form.name.missing' }), ...postFaults(values) }
}

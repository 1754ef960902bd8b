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

type Given = Parameters<typeof cannotGive>[0]

/** The roles that somebody who acts from this level may give at the chosen office; all of them while none is chosen. */
export function rolesFor<Role extends Given>(
  roles: readonly Role[],
  office: string,
  from: OfficeLevel,
): readonly Role[] {
  const kind = officeKinds.find((known: OfficeKind) => known === office)
  return kind ? roles.filter((role) => cannotGive(role, kind, from) === null) : roles
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

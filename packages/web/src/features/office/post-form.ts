import type { MessageKey } from '@openslrt/core/i18n/id.ts'

/** A role at an office, as its form holds it. */
export interface PostValues {
  readonly office: string
  readonly officeLabel: string
  readonly district: string
  readonly role: string
}

export interface StaffValues extends PostValues {
  readonly name: string
}

export const blankPost: PostValues = { office: '', officeLabel: '', district: '', role: '' }

/** The form of a new person; it begins at the office that adds them. */
export const blankStaff = (at: { office: string; officeName: string; district: string } | null): StaffValues => ({
  name: '',
  office: at?.office ?? '',
  officeLabel: at?.officeName ?? '',
  district: at?.district ?? '',
  role: '',
})

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

import { ledgerCode } from '@openslrt/core/place/code.ts'
import type { Form } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { OfficePicker } from './office-picker.tsx'
import type { PostValues } from './post-form.ts'
import { RoleSelect } from './role-select.tsx'

/** Which role, at which office. */
export function PostFields<Values extends PostValues>({ form }: { form: Form<Values> }) {
  const t = useText()
  const { values, errors, change } = form
  const set = (post: Partial<PostValues>): void => change({ ...values, ...post })
  return (
    <>
      <OfficePicker
        label={t('staff.form.office')}
        error={errors.office}
        value={values.office === '' ? null : { id: values.office, label: values.officeLabel }}
        onChange={(office) => {
          const { kind = '', district = '' } = office ?? {}
          // Another kind of office has other roles, and another district may have its own.
          const isOther = kind !== values.kind || district !== values.district
          set({
            office: office?.id ?? '',
            officeLabel: office?.name ?? '',
            kind,
            district,
            ...(isOther && { role: '' }),
          })
        }}
      />
      <RoleSelect
        {...form.field('role')}
        kind={values.kind}
        district={ledgerCode.safeParse(values.district).data ?? null}
        onChange={(role) => set({ role })}
        value={values.role}
      />
    </>
  )
}

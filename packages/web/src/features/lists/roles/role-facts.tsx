import type { RoleLine } from '@openslrt/core/contract/role-queries.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { FieldRow, FieldRows } from '../../../ui/field-row.tsx'
import { bundleOf } from './role-form.ts'
import { grouped } from './role-words.ts'

/** What a role gives today, in words: rights by group, which cases, where it is held and from where it is given. */
export function RoleFacts({ role }: { role: RoleLine }) {
  const t = useText()
  const { permissions, restricted, sees, heldAt, givenFrom, secondFactor } = bundleOf(role)
  const all = (words: readonly string[]): string => words.join(', ')
  return (
    <FieldRows>
      {grouped(permissions).map(({ group, rights }) => (
        <FieldRow key={group} label={t(`permission-group.${group}`)}>
          {all(rights.map((right) => t(`permission.${right}`)))}
        </FieldRow>
      ))}
      <FieldRow label={t('roles.sees')}>{t(`sight.${sees}`)}</FieldRow>
      {sees !== 'none' && (
        <FieldRow label={t('roles.restricted')}>
          {restricted.length === 0
            ? t('roles.restricted.none')
            : all(restricted.map((kind) => t(`restricted.${kind}`)))}
        </FieldRow>
      )}
      <FieldRow label={t('roles.held-at')}>{all(heldAt.map((kind) => t(`office-kind.${kind}`)))}</FieldRow>
      <FieldRow label={t('roles.given-from')}>{all(givenFrom.map((level) => t(`level.${level}`)))}</FieldRow>
      <FieldRow label={t('roles.factor')}>{t(secondFactor ? 'roles.factor.yes' : 'roles.factor.no')}</FieldRow>
    </FieldRows>
  )
}

import type { OfficeLine } from '@openslrt/core/contract/reference-queries.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { officeKinds } from '@openslrt/core/office/office.ts'
import type { ChoiceGroup } from '../../ui/choose-options.ts'

/**
 * Offices in the groups in which people look for them: those of the place first, by their kind; then the ministries and the
 * bodies of the nation, each told with the ministry it belongs to. Where nobody has an account, it is said so.
 */
export function officeGroups(
  offices: readonly OfficeLine[],
  answering: ReadonlySet<string>,
  t: Say,
): readonly ChoiceGroup[] {
  const names = new Map(offices.map(({ id, name }) => [id, name]))
  const hintOf = ({ id, level, parent, placeName, address }: OfficeLine): string =>
    [
      level === 'nation' ? address || names.get(parent ?? '') : placeName,
      answering.has(id) ? '' : t('referral.form.office.by-link'),
    ]
      .filter(Boolean)
      .join(' · ')
  return [false, true].flatMap((national) =>
    officeKinds.flatMap((kind) => {
      const options = offices
        .filter((office) => office.kind === kind && (office.level === 'nation') === national)
        .map((office) => ({ value: office.id, label: office.name, hint: hintOf(office) }))
      const name = national ? t(nationalNames[kind === 'provider' ? 'provider' : 'agency']) : t(`office-kind.${kind}`)
      return options.length > 0 ? [{ name, options }] : []
    }),
  )
}

const nationalNames = {
  agency: 'referral.form.office.ministries',
  provider: 'referral.form.office.national',
} as const

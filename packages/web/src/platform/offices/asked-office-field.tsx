import type { CaseLine } from '@openslrt/core/contract/case-queries.ts'
import { type OfficeLine, referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { officeKinds } from '@openslrt/core/office/office.ts'
import { ChooseBox } from '../../ui/choose-box.tsx'
import type { ChoiceGroup } from '../../ui/choose-options.ts'
import type { Field } from '../act/use-form.ts'
import { useAsk } from '../api/use-ask.ts'
import { useText } from '../i18n/use-text.ts'

interface AskedOfficeFieldProps extends Field<string> {
  readonly line: Pick<CaseLine, 'district' | 'place' | 'office'>
  readonly label: string
  /** One that is no choice, because it was asked before. */
  readonly not?: string | undefined
}

/** An office that serves the place of a case and may be asked for help with it, or shown it. */
export function AskedOfficeField({ line, label, not, ...field }: AskedOfficeFieldProps) {
  const t = useText()
  const { district, place, office: own } = line
  const { data } = useAsk(referenceRoutes.targets, { query: { district, place } })
  const offices = (data?.referral ?? []).filter(({ id }) => id !== not && id !== own)
  return (
    <ChooseBox
      label={label}
      description={data && offices.length === 0 ? t('referral.form.office.none') : undefined}
      groups={groupsOf(offices, (kind) => t(`office-kind.${kind}`))}
      placeholder={t('referral.form.office.hint')}
      emptyText={t('referral.form.office.no-match')}
      {...field}
    />
  )
}

function groupsOf(
  offices: readonly OfficeLine[],
  kindName: (kind: OfficeLine['kind']) => string,
): readonly ChoiceGroup[] {
  return officeKinds.flatMap((kind) => {
    const options = offices
      .filter((office) => office.kind === kind)
      .map(({ id, name, placeName }) => ({ value: id, label: name, hint: placeName }))
    return options.length > 0 ? [{ name: kindName(kind), options }] : []
  })
}

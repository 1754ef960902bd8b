import './texts.ts'
import type { CaseLine } from '@openslrt/core/contract/case-queries.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { ChooseBox } from '../../ui/choose-box.tsx'
import type { Field } from '../act/use-form.ts'
import { useAsk } from '../api/use-ask.ts'
import { useText } from '../i18n/use-text.ts'
import { officeGroups } from './office-groups.ts'

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
  const chosen = offices.find(({ id }) => id === field.value)
  return (
    <ChooseBox
      label={label}
      description={describe(data && offices.length === 0, chosen && !data?.answering.includes(chosen.id), t)}
      groups={officeGroups(offices, new Set(data?.answering), t)}
      placeholder={t('referral.form.office.hint')}
      emptyText={t('referral.form.office.no-match')}
      {...field}
    />
  )
}

/** REF-32 That there is nobody to ask; or that whoever was chosen has no account here, and answers by link. */
function describe(none: boolean | undefined, byLink: boolean | undefined, t: Say): string | undefined {
  if (none) return t('referral.form.office.none')
  return byLink ? t('referral.form.office.by-link.hint') : undefined
}

import { Checkbox, CheckboxGroup } from '@navikt/ds-react/Checkbox'
import { type GrantField, grantFields } from '@openslrt/core/case/case.ts'
import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { type OfficeLine, referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { officeKinds } from '@openslrt/core/office/office.ts'
import { NoteField } from '../../platform/act/fields.tsx'
import type { Errors } from '../../platform/act/use-form.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { ChooseBox } from '../../ui/choose-box.tsx'
import type { ChoiceGroup } from '../../ui/choose-options.ts'
import type { Step } from './use-step.ts'

interface Ask {
  readonly to: string
  readonly note: string
  readonly fields: readonly GrantField[]
}

/** What an office mostly needs to help: whom, and what about. Numbers, phone and the whole way only when named. */
const usual: readonly GrantField[] = ['story', 'client', 'files']
export const emptyAsk: Ask = { to: '', note: '', fields: usual }

export const askedOf = ({ to, note, fields }: Ask) => ({ to, note: note.trim(), fields: [...fields] })

/** An office and a request are needed; what it may see may be nothing. */
export function useAskCheck(): (values: Ask) => Errors<Ask> {
  const t = useText()
  return ({ to, note }) => ({
    ...(to === '' && { to: t('referral.form.office.missing') }),
    ...(note.trim() === '' && { note: t('referral.form.note.missing') }),
  })
}

interface AskFieldsProps {
  readonly card: CaseCard
  readonly step: Step<Ask>
  /** The office that was asked before. */
  readonly not?: string | undefined
}

/** The fields that a request and a redirect share. */
export function AskFields({ card, step, not }: AskFieldsProps) {
  const t = useText()
  const { district, place } = card.line
  const { data } = useAsk(referenceRoutes.targets, { query: { district, place } })
  const offices = (data?.referral ?? []).filter(({ id }) => id !== not && id !== card.line.office)
  const kindName = (kind: OfficeLine['kind']): string => t(`office-kind.${kind}`)
  const { id, value, onChange } = step.field('fields')
  return (
    <>
      <ChooseBox
        label={t('referral.form.office')}
        description={data && offices.length === 0 ? t('referral.form.office.none') : undefined}
        groups={groupsOf(offices, kindName)}
        placeholder={t('referral.form.office.hint')}
        emptyText={t('referral.form.office.no-match')}
        {...step.field('to')}
      />
      <NoteField
        label={t('referral.form.asked')}
        description={t('referral.form.asked.hint')}
        rows={4}
        {...step.field('note')}
      />
      <CheckboxGroup
        id={id}
        legend={t('referral.form.fields')}
        description={t('referral.form.fields.hint')}
        value={[...value]}
        onChange={onChange}
      >
        {grantFields.map((field) => (
          <Checkbox key={field} value={field}>
            {t(`grant-field.${field}`)}
          </Checkbox>
        ))}
      </CheckboxGroup>
    </>
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

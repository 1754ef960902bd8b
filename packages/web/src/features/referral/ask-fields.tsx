import type { GrantField } from '@openslrt/core/case/case.ts'
import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { consentBases } from '@openslrt/core/referral/consent.ts'
import { NoteField } from '../../platform/act/fields.tsx'
import type { ActForm } from '../../platform/act/use-act-form.ts'
import type { Errors } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { AskedOfficeField } from '../../platform/offices/asked-office-field.tsx'
import { ConsentFields, consentOf, isBasis } from '../../platform/offices/consent-fields.tsx'
import { GrantFields, usualFields } from '../../platform/offices/grant-fields.tsx'

interface Ask {
  readonly to: string
  readonly note: string
  readonly fields: readonly GrantField[]
  readonly basis: string
  readonly words: string
}

export const emptyAsk: Ask = { to: '', note: '', fields: usualFields, basis: '', words: '' }

export const askedOf = ({ to, note, fields, basis, words }: Ask) => ({
  to,
  note: note.trim(),
  fields: [...fields],
  ...consentOf({ basis, words }),
})

/** An office and a request are needed, and by what right it is told; one asked instead of another is told by the same; what it may see may be nothing. */
export function useAskCheck(askAnew = true): (values: Ask) => Errors<Ask> {
  const t = useText()
  return ({ to, note, basis, words }) => ({
    ...(askAnew && !isBasis(basis) && { basis: t('consent.missing') }),
    ...(isBasis(basis) && consentBases[basis] && words.trim() === '' && { words: t('referral.form.note.missing') }),
    ...(to === '' && { to: t('referral.form.office.missing') }),
    ...(note.trim() === '' && { note: t('referral.form.note.missing') }),
  })
}

interface AskFieldsProps {
  readonly card: CaseCard
  readonly step: ActForm<Ask>
  /** The office that was asked before. */
  readonly not?: string | undefined
}

/** The fields that a request and a redirect share. */
export function AskFields({ card, step, not }: AskFieldsProps) {
  const t = useText()
  return (
    <>
      <AskedOfficeField label={t('referral.form.office')} line={card.line} not={not} {...step.field('to')} />
      <NoteField
        label={t('referral.form.asked')}
        description={t('referral.form.asked.hint')}
        rows={4}
        {...step.field('note')}
      />
      <ConsentFields basis={step.field('basis')} words={step.field('words')} />
      <GrantFields hint={t('referral.form.fields.hint')} {...step.field('fields')} />
    </>
  )
}

import './texts.ts'
import type { MessageKey } from '@openslrt/core/i18n/id.ts'
import { keysOf } from '@openslrt/core/kernel/keys.ts'
import { type ConsentBasis, consentBases, consentBasis } from '@openslrt/core/referral/consent.ts'
import { LineField, RadioField } from '../act/fields.tsx'
import type { Field } from '../act/use-form.ts'
import { useText } from '../i18n/use-text.ts'

/** Whether what a form holds is a basis: before one is chosen it is empty. */
export const isBasis = (basis: string): basis is ConsentBasis => consentBasis.safeParse(basis).success

/** What a form sends of it. A basis that takes no words takes none that were written for another one before. */
export const consentOf = ({ basis, words }: { readonly basis: string; readonly words: string }) =>
  isBasis(basis) ? { consent: { basis, words: consentBases[basis] ? words.trim() : '' } } : {}

const wordsOf = {
  form: 'consent.title',
  verbal: 'consent.verbal.words',
  statute: 'consent.statute.words',
  override: 'consent.override.words',
} as const satisfies Record<ConsentBasis, MessageKey>

/** By what right another office is told of a person: chosen by the officer each time, never assumed. */
export function ConsentFields({ basis, words }: { readonly basis: Field<string>; readonly words: Field<string> }) {
  const t = useText()
  const chosen = basis.value
  return (
    <>
      <RadioField
        label={t('consent.title')}
        description={t('consent.hint')}
        options={keysOf(consentBases).map((value) => ({ value, label: t(`consent.${value}`) }))}
        {...basis}
      />
      {isBasis(chosen) && consentBases[chosen] && <LineField label={t(wordsOf[chosen])} maxLength={200} {...words} />}
    </>
  )
}

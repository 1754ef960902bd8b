import type { LetterPurpose } from '@openslrt/core/contract/letter-queries.ts'
import { fits } from '@openslrt/core/letter/fields.ts'
import type { FieldLaw, LetterKind } from '@openslrt/core/letter/kinds.ts'
import { kindLaws } from '@openslrt/core/letter/kinds.ts'
import type { SeenLetter } from './letter-dialog.tsx'

export type DraftValues = Readonly<Record<string, string>>

/** The fields of a kind with what was typed before; `keperluan` is the purpose. */
export function draftValues(kind: LetterKind, letter: Pick<SeenLetter, 'purpose' | 'fields'> | null): DraftValues {
  const fields = Object.keys(kindLaws[kind].fields).map((field) => [field, letter?.fields[field] ?? ''])
  return { ...Object.fromEntries(fields), keperluan: letter?.purpose ?? '' }
}

/** What the form sends: only what was filled in. */
export function typedOf(kind: LetterKind, values: DraftValues) {
  const filled = Object.keys(kindLaws[kind].fields)
    .map((field) => [field, (values[field] ?? '').trim()] as const)
    .filter(([, typed]) => typed !== '')
  const purpose = kindLaws[kind].purpose ? (values['keperluan'] ?? '') || null : null
  return { purpose, fields: Object.fromEntries(filled) }
}

/** Fields that are missing or can't be what they should be. */
export function draftFaults(
  kind: LetterKind,
  values: DraftValues,
  purposes: readonly LetterPurpose[],
): readonly string[] {
  const wrong = Object.entries<FieldLaw>(kindLaws[kind].fields)
    .filter(([field, law]) => !fits(law, (values[field] ?? '').trim()))
    .map(([field]) => field)
  const missing = kindLaws[kind].purpose && values['keperluan'] === '' ? ['keperluan'] : []
  const most = desilLimit(values, purposes)
  const above = most !== null && !(Number(values['desil']) >= 1 && Number(values['desil']) <= most) ? ['desil'] : []
  return [...new Set([...wrong, ...missing, ...above])]
}

/** The highest desil for the chosen purpose; null where there is none. */
export const desilLimit = (values: DraftValues, purposes: readonly LetterPurpose[]): number | null =>
  purposes.find(({ code }) => code === values['keperluan'])?.maxDesil ?? null

import type { LawRefusal } from '../case/refusal.ts'
import { wireDay } from '../kernel/instant.ts'
import type { FieldLaw, LetterKind } from './kinds.ts'
import { fieldLaw, kindLaws, reactivationReasons } from './kinds.ts'

interface Typed {
  readonly kind: LetterKind
  readonly purpose: string | null
  readonly fields: Readonly<Record<string, string>>
}

interface PurposeRules {
  purpose(code: string): { readonly maxDesil: number | null } | null
}

/** LETTER-11 What is wrong with what was typed for a letter; null where nothing is. */
export function fieldRefusal({ kind, purpose, fields }: Typed, rules: PurposeRules): LawRefusal | null {
  const unknown = Object.keys(fields).find((field) => !fieldLaw(kind, field))
  if (unknown !== undefined) return { code: 'letter-field', field: unknown }
  for (const [field, law] of Object.entries<FieldLaw>(kindLaws[kind].fields))
    if (!fits(law, fields[field] ?? '')) return { code: 'letter-field', field }
  return purposeRefusal(kind, purpose, fields['desil'] ?? '', rules)
}

/** LETTER-16 A purpose may ask for a desil that is not above a limit: then the desil must be said. */
function purposeRefusal(
  kind: LetterKind,
  purpose: string | null,
  desil: string,
  rules: PurposeRules,
): LawRefusal | null {
  if (!kindLaws[kind].purpose) return purpose === null ? null : { code: 'unknown-purpose' }
  const named = purpose === null ? null : rules.purpose(purpose)
  if (!named) return { code: 'unknown-purpose' }
  if (named.maxDesil === null) return null
  if (desil === '') return { code: 'letter-field', field: 'desil' }
  return Number(desil) > named.maxDesil ? { code: 'desil-above', most: named.maxDesil } : null
}

/** Whether what was typed for a field is what the field asks for. */
export function fits({ type, needed }: FieldLaw, typed: string): boolean {
  if (typed === '') return !needed
  switch (type) {
    case 'text':
      return typed.length <= 200 && !typed.includes('\n')
    case 'long':
      return true
    case 'day':
      return wireDay.safeParse(typed).success
    case 'desil':
      return /^([1-9]|10)$/.test(typed)
    case 'reason':
      return reactivationReasons.some((reason) => reason === typed)
  }
}

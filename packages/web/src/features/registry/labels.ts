import { isMessageKey } from '@openslrt/core/i18n/known-key.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { statementIn } from '@openslrt/core/registry/statements.ts'

/** What a variable is called, or why it is asked; a later release may know more of them than this page. */
export function labelOf(t: Say, name: string, about: 'variable' | 'variable-why' = 'variable'): string {
  const key = about === 'variable' ? `variable.${name}` : `variable-why.${name}`
  if (isMessageKey(key)) return t(key)
  const ask = statementIn(name)
  if (ask !== null && about === 'variable') return ask
  return about === 'variable' ? name : ''
}

import type { LetterRuleLine } from '@openslrt/core/contract/letter-queries.ts'
import type { LetterLogo } from '@openslrt/core/letter/paper.ts'
import { logoData } from '@openslrt/core/letter/rules.ts'
import { ruleFor, standard } from './number-state.ts'

/** LETTER-33 The picture over an office's letters today: its own, or that of all; null where there is none. */
export function logoNow(rules: readonly LetterRuleLine[], office: string): LetterLogo | null {
  const now = ruleFor(rules, 'letter-logo', office)?.now ?? ruleFor(rules, 'letter-logo', standard)?.now
  const file = logoData.safeParse(now?.data).data?.picture ?? null
  return now && file !== null ? { place: now.place, file } : null
}

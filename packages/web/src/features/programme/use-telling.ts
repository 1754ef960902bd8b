import type { Telling } from '@openslrt/core/i18n/say-fact.ts'
import type { LedgerCode } from '@openslrt/core/place/code.ts'
import { ledgerOf, placeCode } from '@openslrt/core/place/code.ts'
import type { Vocabulary } from '@openslrt/core/programme/fact.ts'
import type { PlaceFact } from '@openslrt/core/programme/place-facts.ts'
import { factFrom } from '@openslrt/core/programme/place-facts.ts'
import { vocabularyWith } from '@openslrt/core/programme/vocabulary.ts'
import { useMemo } from 'react'
import { useLanguage } from '../../platform/i18n/use-text.ts'
import { useLists } from '../../platform/reference/use-lists.ts'
import { useActing } from '../../platform/session/use-session.ts'
import { useVocabulary } from './vocabulary.tsx'

/** The ledger of the acting office. */
export function useOwnLedger(): LedgerCode {
  const { post } = useActing()
  return ledgerOf(placeCode.parse(post?.place ?? '00'))
}

/**
 * How rules are told here: in the reader's language, with codes by the names that they have at the acting office. `facts`
 * are those of the place that an answer brought; in the editor they are known already.
 */
export function useTelling(
  members: readonly string[] = [],
  facts?: readonly PlaceFact[],
): Telling & { readonly vocabulary: Vocabulary } {
  const lang = useLanguage()
  const lists = useLists(useOwnLedger())
  const around = useVocabulary()
  const vocabulary = useMemo(() => (facts ? vocabularyWith(facts.map(factFrom)) : around), [facts, around])
  return { lang, members, vocabulary, codeName: (list, code) => lists.name(list, code) || code }
}

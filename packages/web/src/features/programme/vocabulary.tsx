import { programmeRoutes } from '@openslrt/core/contract/programme-queries.ts'
import type { Vocabulary } from '@openslrt/core/programme/fact.ts'
import { factFrom } from '@openslrt/core/programme/place-facts.ts'
import { vocabulary, vocabularyWith } from '@openslrt/core/programme/vocabulary.ts'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { z } from 'zod'
import { useAsk } from '../../platform/api/use-ask.ts'

const Known = createContext<Vocabulary>(vocabulary)

/** What rules may ask, as far as a screen knows of it: everywhere the same, and more within a form. */
export const useVocabulary = (): Vocabulary => useContext(Known)

export type Choices = z.infer<typeof programmeRoutes.choices.reply> & { readonly vocabulary: Vocabulary }

const none: z.infer<typeof programmeRoutes.choices.reply> = { facts: [], offices: [] }

/** What a form of programmes chooses from at the acting office. Until it is known, it is what is known everywhere. */
export function useChoices(): Choices {
  const { data = none } = useAsk(programmeRoutes.choices, {}, { staleTime: 60_000 })
  return useMemo(() => ({ ...data, vocabulary: vocabularyWith(data.facts.map(factFrom)) }), [data])
}

/** Within it rules are read and written with these facts. */
export function WithVocabulary({ known, children }: { readonly known: Vocabulary; readonly children: ReactNode }) {
  return <Known value={known}>{children}</Known>
}

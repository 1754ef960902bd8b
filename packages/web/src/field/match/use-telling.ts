import type { Telling } from '@openslrt/core/i18n/say-fact.ts'
import { useLanguage } from '../../platform/i18n/use-text.ts'
import { useWords } from '../ask/use-words.ts'
import { usePhone } from '../phone-context.ts'
import { textIn } from '../screens/names.ts'
import type { Around } from './ways.ts'

/** How rules are told here: by the names of the people of this family, and of codes as their lists on the phone call them. */
export function useTelling({ household, vocabulary }: Pick<Around, 'household' | 'vocabulary'>): Telling {
  const lang = useLanguage()
  const { lists } = usePhone()
  const told = useWords()
  return {
    lang,
    vocabulary,
    members: household.members.map(({ said }) => textIn(said, 'nama')),
    codeName: (list, code) =>
      lists[list]?.find((item) => item.code === code)?.names[lang] ?? told?.words.codeName(list, code) ?? code,
  }
}

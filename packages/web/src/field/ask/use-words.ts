import { useCallback, useEffect, useMemo, useState } from 'react'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import type { KeptChoices } from '../../platform/replica/phone-db.ts'
import { usePhone } from '../phone-context.ts'
import { type Words, wordsOf } from './words.ts'

/** The words of the questionnaire with the moment of their lists: undefined while they are read, null where none are here. */
export function useWords(): { readonly words: Words; readonly at: number } | null | undefined {
  const t = useText()
  const lang = useLanguage()
  const { phone, said } = usePhone()
  const [kept, setKept] = useState<KeptChoices | null | undefined>(undefined)
  const read = useCallback(() => void phone.choices().then(setKept, () => setKept(null)), [phone])
  useEffect(() => read(), [read])
  // A sync may have brought them.
  useEffect(() => {
    if (said?.ok) read()
  }, [said, read])
  return useMemo(() => kept && { words: wordsOf(kept.choices, lang, t), at: kept.at }, [kept, lang, t])
}

import { type Lang, type Say, translate } from '@openslrt/core/i18n/translate.ts'
import { useCallback, useSyncExternalStore } from 'react'
import { chosenLanguage, languageCookie, storeKey } from './chosen-language.ts'
import { fetchEnglish, hasEnglish } from './english.ts'

/** `const t = useText()`: the text of a key in the language of this reader. */
export function useText(): Say {
  const lang = useLanguage()
  return useCallback((key, params) => translate(lang, key, params), [lang])
}

/** The language of this reader; components that use it are drawn anew when it changes, and tests draw them without a browser. */
export const useLanguage = (): Lang => useSyncExternalStore(subscribe, currentLanguage, () => 'id')

/** Text outside components. */
export const t: Say = (key, params) => translate(currentLanguage(), key, params)

/** Changes the language here, in other open windows, and for the public face; false where its texts can't be fetched now. */
export async function chooseLanguage(lang: Lang): Promise<boolean> {
  if (lang === 'en' && !(await fetchEnglish())) return false
  chosen = lang
  try {
    localStorage.setItem(storeKey, lang)
  } catch {
    // Private windows may refuse to store; the choice then lasts as long as the page.
  }
  document.cookie = languageCookie(lang)
  for (const hear of listeners) hear()
  return true
}

let chosen: Lang | null = null

/** The language of this reader, as a plain value: Indonesian as long as the texts of another one are not here. */
export function currentLanguage(): Lang {
  return wantedLanguage() === 'en' && hasEnglish() ? 'en' : 'id'
}

/** Before the first screen shows: the texts of the language that was chosen on an earlier visit. */
export async function fetchChosenLanguage(): Promise<void> {
  if (wantedLanguage() === 'en') await fetchEnglish()
}

function wantedLanguage(): Lang {
  chosen ??= chosenLanguage(kept(), document.cookie)
  return chosen
}

const listeners = new Set<() => void>()

function subscribe(hear: () => void): () => void {
  const hearOther = (event: StorageEvent) => {
    if (event.key !== storeKey) return
    chosen = null
    void fetchChosenLanguage().then(hear)
  }
  listeners.add(hear)
  window.addEventListener('storage', hearOther)
  return () => {
    listeners.delete(hear)
    window.removeEventListener('storage', hearOther)
  }
}

function kept(): string | null {
  try {
    return localStorage.getItem(storeKey)
  } catch {
    return null
  }
}

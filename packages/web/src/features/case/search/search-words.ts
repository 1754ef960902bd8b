let remembered = ''

/** The words that an entry of the browser's history carries, if it is one of a search. */
export function wordsIn(state: unknown): string | null {
  const words = typeof state === 'object' && state !== null ? Reflect.get(state, 'cari') : null
  return typeof words === 'string' ? words : null
}

/** In memory, for the way back from a case to what was found. */
export function rememberWords(words: string): void {
  remembered = words
}

export const rememberedWords = (): string => remembered

/** The words that a person typed, to be copied out of a refused entry; ids and codes are not theirs. */
export function wordsOf(data: unknown): string[] {
  if (typeof data === 'string') return isTyped(data) ? [data] : []
  if (typeof data !== 'object' || data === null) return []
  return Object.values(data).flatMap(wordsOf)
}

const isTyped = (text: string): boolean => /\s/.test(text.trim()) || /^\+?\d{6,}$/.test(text) || /^\p{Lu}/u.test(text)

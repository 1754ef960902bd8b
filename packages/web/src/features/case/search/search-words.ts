import { session } from '../../../platform/session/session-store.ts'

let remembered = { staff: '', words: '' }
const here = (): string => session().me?.staff ?? ''

/** The words that an entry of the browser's history carries, if it is one of a search. */
export function wordsIn(state: unknown): string | null {
  const words = typeof state === 'object' && state !== null ? Reflect.get(state, 'cari') : null
  return typeof words === 'string' ? words : null
}

/** In memory, for the way back from a case to what was found: this person's, as the words may be a name or a NIK. */
export function rememberWords(words: string): void {
  remembered = { staff: here(), words }
}

/** What the same person searched last on this page. */
export const rememberedWords = (): string => (remembered.staff === here() ? remembered.words : '')

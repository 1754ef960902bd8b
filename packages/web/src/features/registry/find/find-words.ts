import { session } from '../../../platform/session/session-store.ts'

export const findPath = '/keluarga/cari'

let remembered = { staff: '', words: '' }
const here = (): string => session().me?.staff ?? ''

/** The words that an entry of the browser's history carries, if it is one of this search. */
export function wordsIn(state: unknown): string | null {
  const words = typeof state === 'object' && state !== null ? Reflect.get(state, 'orang') : null
  return typeof words === 'string' ? words : null
}

/** In memory, for the way back from a person to who was found: they stand in no address, as they may be a name or a NIK. */
export function rememberWords(words: string): void {
  remembered = { staff: here(), words }
}

/** What the same officer looked for last on this page. */
export const rememberedWords = (): string => (remembered.staff === here() ? remembered.words : '')

import type { ItemWords } from '../contract/lists.ts'
import type { Numbering } from './number.ts'
import { isNumberPattern, mayClash, namesPlace } from './number.ts'
import { unknownFieldIn } from './template.ts'

/** Why words of a letter's rule are turned away. */
export type LetterWordsRefusal =
  | { readonly code: 'template-field'; readonly field: string }
  | { readonly code: 'number-pattern' | 'number-shared' | 'unknown-office' | 'unknown-signer' | 'unknown-picture' }

type LetterRule = 'letter-template' | 'letter-number' | 'letter-signer' | 'letter-logo'
type LetterWords = Extract<ItemWords, { list: LetterRule }>

/** What the words of a rule name, and what is there. */
export interface LetterLook {
  /** Whether the code is an office of the place, or somebody who holds a post in it. */
  readonly isThere: boolean
  /** Whether the file was taken, and is a picture. */
  readonly isPicture: boolean
  /** The places that would stand in numbers made by this pattern; more than one ledger's or office's make it `shared`. */
  readonly places: readonly string[]
  readonly shared: boolean
  /** How the other offices of the place number from that day on. */
  readonly others: readonly Numbering[]
}

/** For words that name nobody and nothing. */
export const noLetters: LetterLook = { isThere: true, isPicture: true, places: [], shared: false, others: [] }

/** Whether words are of a rule of letters that names something beside words. */
export const isLetterRule = (words: ItemWords): words is LetterWords =>
  ['letter-template', 'letter-number', 'letter-signer', 'letter-logo'].includes(words.list)

/** Why a rule of letters can't be used; null where it can. */
export function letterUnfit(words: LetterWords, look: LetterLook): LetterWordsRefusal | null {
  switch (words.list) {
    case 'letter-template': {
      // LETTER-20 Else a letter would go out with a gap.
      const field = unknownFieldIn(words.code, `${words.data.title}\n${words.data.body}`)
      return field === null ? null : { code: 'template-field', field }
    }
    case 'letter-number':
      return look.isThere ? patternUnfit(words.data.pattern, look) : { code: 'unknown-office' }
    case 'letter-signer':
      return look.isThere ? null : { code: 'unknown-signer' }
    case 'letter-logo':
      if (!look.isThere) return { code: 'unknown-office' }
      return look.isPicture ? null : { code: 'unknown-picture' }
  }
}

/** LETTER-32 A pattern by which several number says where; none gives a number that another office could give. */
function patternUnfit(pattern: string, { places, shared, others }: LetterLook): LetterWordsRefusal | null {
  if (!isNumberPattern(pattern)) return { code: 'number-pattern' }
  if (shared && !namesPlace(pattern)) return { code: 'number-shared' }
  const clashes = places.some((place) => others.some((other) => mayClash({ pattern, place }, other)))
  return clashes ? { code: 'number-shared' } : null
}

import type { publicLetterTexts as id } from '../id/public-letter.ts'

export const publicLetterTexts: Record<keyof typeof id, string> = {
  'public.letter.valid': 'This letter is valid',
  'public.letter.valid.what': 'It was issued by the office below. Compare number, date and name with the paper.',
  'public.letter.revoked': 'This letter was revoked',
  'public.letter.revoked.what': 'It was issued once and does not count any more. Ask the office that issued it.',
  'public.letter.replaced': 'This letter was replaced',
  'public.letter.replaced.what': 'It does not count any more. The letter that replaces it is number {number}.',
  'public.letter.none': 'No such letter',
  'public.letter.none.what':
    'There is no letter with this code. Check the code, or ask the office that is named on the letter.',
  'public.letter.kind': 'Kind of letter',
  'public.letter.number': 'Number',
  'public.letter.date': 'Issued on',
  'public.letter.office': 'Issued by',
  'public.letter.name': 'Name',
}

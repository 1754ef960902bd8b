import type { letterCheck as id } from '../id/letter-check.ts'

export const letterCheck: Record<keyof typeof id, string> = {
  'letter.check.valid': 'This letter is valid',
  'letter.check.valid.what': 'It was issued by the office below. Compare number, date and name with the paper.',
  'letter.check.revoked': 'This letter was revoked',
  'letter.check.revoked.what': 'It was issued once and does not count any more. Ask the office that issued it.',
  'letter.check.replaced': 'This letter was replaced',
  'letter.check.replaced.what': 'It does not count any more. The letter that replaces it is number {number}.',
  'letter.check.none': 'No such letter',
  'letter.check.none.what':
    'There is no letter with this code. Check the code, or ask the office that is named on the letter.',
  'letter.check.kind': 'Kind of letter',
  'letter.check.number': 'Number',
  'letter.check.date': 'Issued on',
  'letter.check.office': 'Issued by',
  'letter.check.name': 'Name',
}

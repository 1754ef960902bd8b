import type { LetterAction, LetterMoveData, LetterMoveOf } from '../contract/letter.ts'
import type { LetterFile, LetterRules } from '../letter/decide.ts'
import { chainAt, numberData, purposeData, templateData } from '../letter/rules.ts'
import { shippedLetterItems } from '../letter/shipped.ts'
import type { OfficeLevel } from '../office/office.ts'
import { aCase, aLetter } from './a-case.ts'
import { ids } from './ids.ts'

const item = (list: string, code: string) => shippedLetterItems.find((one) => one.list === list && one.code === code)

/** The rules of letters as shipped, for an office of a level. */
export const shippedRules = (level: OfficeLevel = 'village', own: Partial<LetterRules> = {}): LetterRules => ({
  chain: (kind) => chainAt(item('letter-chain', kind)?.data, level),
  template: (kind) => templateData.parse(item('letter-template', kind)?.data),
  pattern: () => numberData.parse(item('letter-number', 'standard')?.data).pattern,
  purpose(code) {
    const said = item('letter-purpose', code)
    return said ? { name: said.names.id, maxDesil: purposeData.parse(said.data).maxDesil } : null
  },
  signer: () => ({ post: 'Koordinator Puskesos', rank: '', nip: '' }),
  logo: () => null,
  ...own,
})

/** An approved case with one drafted letter, and everything that signing it asks for. */
export const aLetterFile = (own: Partial<LetterFile> = {}): LetterFile => ({
  case: aCase('handling', { decision: 'approved' }),
  letters: [aLetter()],
  places: { village: 'Caturtunggal', subdistrict: 'Depok', district: 'Kabupaten Sleman', province: 'DI Yogyakarta' },
  name: 'Siti Aminah',
  door: { path: '/surat/3404.rahasia', digest: 'ab'.repeat(32) },
  digestOf: (text) => `digest of ${text.length}`,
  ...own,
})

const fields = { desil: '2', 'tanggal-data': '2026-10-01' }
const note = 'Sudah diperiksa.'
/** For every move of a letter, data that the law has nothing against. */
export const letterData: LetterMoveData = {
  draft: { letter: ids.letter(2), kind: 'registered', purpose: 'health', fields },
  change: { letter: ids.letter(1), seen: 1, purpose: 'health', fields },
  initial: { letter: ids.letter(1), seen: 1, note },
  return: { letter: ids.letter(1), seen: 1, note },
  sign: { letter: ids.letter(1), seen: 1 },
  'hand-over': { letter: ids.letter(1), to: 'Sumarni', note },
  revoke: { letter: ids.letter(1), note },
  replace: { letter: ids.letter(1), next: ids.letter(2), purpose: 'health', fields },
}

/** A move of a letter with data that the law has nothing against, or with other data. */
export const letterMove = <Action extends LetterAction>(
  action: Action,
  own: Partial<LetterMoveData[Action]> = {},
): LetterMoveOf<Action> => ({ action, data: { ...letterData[action], ...own } })

import type { LetterRules } from '@openslrt/core/letter/decide.ts'
import type { LetterList } from '@openslrt/core/letter/rules.ts'
import { chainAt, logoData, numberData, purposeData, signerData, templateData } from '@openslrt/core/letter/rules.ts'
import type { Said } from '@openslrt/core/lists/on-day.ts'
import type { OfficeLevel } from '@openslrt/core/office/office.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import type { Reference } from '../reference/index.ts'

interface Whose {
  readonly office: string
  readonly level: OfficeLevel
  readonly staff: string
}

/** The rules of letters in a district on a day, for one office and whoever acts there. */
export function letterRules(reference: Reference, district: string, day: string, whose: Whose): LetterRules {
  const item = (list: LetterList, code: string): Said | undefined =>
    reference.list(list, district, day).find((one) => one.code === code)
  return {
    chain: (kind) => chainAt(item('letter-chain', kind)?.data, whose.level),
    template: (kind) => templateData.safeParse(item('letter-template', kind)?.data).data ?? null,
    pattern() {
      const said = item('letter-number', whose.office) ?? item('letter-number', 'standard')
      return numberData.parse(said?.data).pattern
    },
    purpose(code) {
      const said = item('letter-purpose', code)
      return said ? { name: said.names.id, maxDesil: purposeData.parse(said.data).maxDesil } : null
    },
    signer: () => signerData.safeParse(item('letter-signer', whose.staff)?.data).data ?? null,
    logo() {
      const said = item('letter-logo', whose.office) ?? item('letter-logo', 'standard')
      const file = logoData.safeParse(said?.data).data?.picture ?? null
      return said && file !== null ? { place: ledgerCode.parse(said.place), file } : null
    },
  }
}

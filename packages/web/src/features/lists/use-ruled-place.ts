import { type LedgerCode, ledgerOf, placeCode } from '@openslrt/core/place/code.ts'
import { useActing } from '../../platform/session/use-session.ts'

/** The place whose lists the person looks at, and whether they look after it: a village's lists are its district's. */
export function useRuledPlace(): { readonly district: LedgerCode; readonly rules: boolean } {
  const { post } = useActing()
  const place = placeCode.parse(post?.place ?? '00')
  const district = ledgerOf(place)
  return { district, rules: String(district) === String(place) }
}

import type { ReferralLine } from '@openslrt/core/contract/case-queries.ts'
import { referralId } from '@openslrt/core/kernel/id.ts'
import { chainBefore } from '@openslrt/core/referral/chain.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useLists } from '../../platform/reference/use-lists.ts'
import { reasonLists } from './status-look.ts'

/** Which offices were asked before this one, and why each was left: "RSUD Sleman (Ditolak: Daya tampung penuh)". */
export function ReferralChain({ referral, all }: { referral: ReferralLine; all: readonly ReferralLine[] }) {
  const t = useText()
  const lists = useLists(referral.district)
  const before = chainBefore(
    linked(referral),
    all.map((line) => ({ ...linked(line), line })),
  )
  if (before.length === 0) return null
  const said = before.map(({ line: { toOfficeName, status, reason } }) => {
    const list = reasonLists[status]
    const why = list && lists.name(list, reason)
    return `${toOfficeName} (${t(`referral-status.${status}`)}${why ? `: ${why}` : ''})`
  })
  return <p className="referral__aside">{t('referral.chain', { offices: said.join(' → ') })}</p>
}

const linked = ({ id, partOf }: ReferralLine) => ({
  id: referralId.parse(id),
  partOf: partOf === null ? null : referralId.parse(partOf),
})

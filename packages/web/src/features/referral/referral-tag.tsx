import type { ReferralStatus } from '@openslrt/core/referral/referral.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import { referralTone } from './status-look.ts'

/** Where a referral stands, by word, shape and colour. */
export function ReferralTag({ status }: { status: ReferralStatus }) {
  const t = useText()
  return <StatusTag tone={referralTone[status]} label={t(`referral-status.${status}`)} small />
}

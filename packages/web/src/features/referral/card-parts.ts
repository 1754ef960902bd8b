import './texts.ts'
import { ReferralForm } from './referral-form.tsx'
import { ReferralPanel } from './referral-panel.tsx'

/** What referrals bring to a case's card; the table of routes hands it over. */
export const referralParts = { Form: ReferralForm, Panel: ReferralPanel } as const

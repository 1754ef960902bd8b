import type { ActivityPayRow } from '../activity/pay.ts'
import type { PayCommandData } from '../contract/activity-pay.ts'
import { activityPayId } from '../kernel/id.ts'
import { ledgerCode, placeCode } from '../place/code.ts'
import { monday } from './a-policy.ts'
import { offices } from './an-office.ts'
import { ids } from './ids.ts'

/** What a facilitator of Caturtunggal is paid for October, unless told otherwise. */
export const aPay = (own: Partial<ActivityPayRow> = {}): ActivityPayRow => ({
  id: activityPayId.parse('0192f000-0000-7000-8000-0000000000d1'),
  district: ledgerCode.parse('34.04'),
  version: 1,
  staff: ids.staff(5),
  month: '2026-10',
  office: offices.village.id,
  place: placeCode.parse('34.04.07.2001'),
  status: 'sent',
  amount: null,
  paidOn: null,
  reference: null,
  note: null,
  sentAt: monday,
  judgedBy: null,
  judgedAt: null,
  ...own,
})

/** For every act about a payment, data that the law has nothing against. */
export const payData: PayCommandData = {
  send: { month: '2026-10' },
  approve: { amount: 500_000 },
  return: { note: 'Kunjungan ke RT 04 belum dicatat.' },
  pay: { on: '2026-11-02', reference: 'SP2D 12/2026', amount: null },
}

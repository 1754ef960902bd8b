import type { Hours } from '../kernel/calendar.ts'
import { sinceTheStart } from './item.ts'

const day: Hours = [8 * 60, 15 * 60]
const friday: Hours = [8 * 60, 14 * 60 + 30]

/** Opening hours from Sunday to Saturday, in minutes after local midnight. */
export const officeHours = {
  week: [null, day, day, day, day, friday, null],
  basis: 'Standar layanan Dinsos Kab. Blitar: Senin-Kamis 08.00-15.00, Jumat 08.00-14.30',
  ...sinceTheStart,
} as const

import { ids } from './ids.ts'

/** For every command of duty, data that can be read. */
export const dutyData = {
  'duty.name': { office: ids.office(1), staff: ids.staff(1), from: '2026-11-02', until: '2026-11-08' },
  'duty.end': {},
} as const

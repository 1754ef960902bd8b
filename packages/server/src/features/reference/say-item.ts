import { dayIn } from '@openslrt/core/kernel/instant.ts'
import type { Reference } from './reference.ts'

/** What today is in a district. */
export const todayIn = (reference: Reference, district: string): string => dayIn(reference.zoneOf(district), Date.now())

/** What a code of a list is called on a day, also when the list has it no more. */
export function namesOn(reference: Reference, list: string, district: string, day: string, code: string) {
  const said = [...reference.list(list, district, day), ...reference.past(list, district, day)]
  const { id, en } = said.find((one) => one.code === code)?.names ?? { id: code, en: code }
  return { id, en }
}

import type { SurgePage } from '@openslrt/core/contract/surge-queries.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import type { OfficeId } from '@openslrt/core/kernel/id.ts'
import { officeId } from '@openslrt/core/kernel/id.ts'
import type { Errors } from '../../platform/act/use-form.ts'

/** What a list is called, where and when people are received, and who may read its numbers: as forms hold it. */
export interface SlotValues {
  readonly name: string
  readonly offices: readonly string[]
  readonly first: string
  readonly count: string
  readonly perDay: string
  readonly isPublic: boolean
}
/** Two weeks, and what one office receives in a day. */
export const emptySlots: SlotValues = {
  name: '',
  offices: [],
  first: '',
  count: '10',
  perDay: '50',
  isPublic: false,
}

/** A list as the form of its change begins: the days that are still to come, in working days from the first of them. */
export function slotsOf(surge: SurgePage, today: string): SlotValues {
  const coming = surge.days.filter((day) => day >= today)
  return {
    name: surge.name,
    offices: surge.offices.map(({ id }) => String(id)),
    first: coming[0] ?? '',
    count: String(Math.max(1, coming.length)),
    perDay: String(surge.perDay),
    isPublic: surge.isPublic,
  }
}

const isCount = (text: string, most: number): boolean =>
  /^[1-9]\d{0,3}$/.test(text.trim()) && Number(text.trim()) <= most
/** As the contract has it. */
const mostDays = 100
const mostPerDay = 2_000

/** What is wrong with them. */
export function slotFaults({ name, offices, first, count, perDay }: SlotValues, t: Say): Errors<SlotValues> {
  return {
    ...(name.trim().length < 3 ? { name: t('surge.form.name.missing') } : {}),
    ...(offices.length === 0 ? { offices: t('surge.form.offices.missing') } : {}),
    ...(first === '' ? { first: t('surge.form.day.missing') } : {}),
    ...(isCount(count, mostDays) ? {} : { count: t('surge.form.number.missing', { most: mostDays }) }),
    ...(isCount(perDay, mostPerDay) ? {} : { perDay: t('surge.form.number.missing', { most: mostPerDay }) }),
  }
}

interface SlotsSent {
  name: string
  offices: OfficeId[]
  days: string[]
  perDay: number
  isPublic: boolean
}

/** What goes out of them: so many working days from the first one on. */
export function slotsSent(values: SlotValues, workingDays: readonly string[]): SlotsSent {
  const days = workingDays.filter((one) => one >= values.first).slice(0, Number(values.count))
  return {
    name: values.name.trim(),
    offices: values.offices.map((id) => officeId.parse(id)),
    days: days.length > 0 ? days : [values.first],
    perDay: Number(values.perDay),
    isPublic: values.isPublic,
  }
}

/** The same for a list that runs: days that are over stay, and days that nobody touched stay as they were. */
export function changeSent(
  values: SlotValues,
  surge: SurgePage,
  today: string,
  workingDays: readonly string[],
): SlotsSent {
  const before = slotsOf(surge, today)
  const sent = slotsSent(values, workingDays)
  if (values.first === before.first && values.count === before.count) return { ...sent, days: [...surge.days] }
  const over = surge.days.filter((day) => day < today)
  return { ...sent, days: [...new Set([...over, ...sent.days])].slice(-mostDays) }
}

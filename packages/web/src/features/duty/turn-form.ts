import type { MessageKey } from '@openslrt/core/i18n/id.ts'

export interface TurnValues {
  readonly staff: string
  readonly from: string
  readonly until: string
}

/** DUTY-9 What is wrong with a turn before it is sent, by field. */
export const turnFaults = (
  { staff, from, until }: TurnValues,
  today: string,
): Readonly<Partial<Record<keyof TurnValues, MessageKey>>> => ({
  ...(staff === '' && { staff: 'duty.who.missing' }),
  ...(from < today && { from: 'duty.from.missing' }),
  ...((until === '' || until < from) && { until: 'duty.until.wrong' }),
})

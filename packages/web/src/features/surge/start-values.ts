import type { surgeCommandData } from '@openslrt/core/contract/surge.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import type { TriageRule } from '@openslrt/core/surge/surge.ts'
import type { z } from 'zod'
import type { Errors } from '../../platform/act/use-form.ts'
import type { SlotValues } from './slot-values.ts'
import { emptySlots, slotFaults, slotsSent } from './slot-values.ts'

/** A new list as its form holds it. */
export interface StartValues extends SlotValues {
  readonly kind: string
  readonly category: string
  readonly day: string
}
export const emptyStart: StartValues = { ...emptySlots, kind: '', category: '', day: '' }

/** What is wrong with a new list. */
export function startFaults(values: StartValues, t: Say): Errors<StartValues> {
  const { kind, category, day } = values
  return {
    ...slotFaults(values, t),
    ...(kind === '' ? { kind: t('surge.form.kind.missing') } : {}),
    ...(category === '' ? { category: t('surge.form.category.missing') } : {}),
    ...(day === '' ? { day: t('surge.form.day.missing') } : {}),
  }
}

/** What goes out of it. Who comes first is what the place says on that day. */
export function startOf(
  values: StartValues,
  place: PlaceCode,
  workingDays: readonly string[],
  rules: readonly TriageRule[],
): z.input<typeof surgeCommandData.start> {
  const { kind, category, day } = values
  return { ...slotsSent(values, workingDays), kind, category, place, day, rules: rules.map((rule) => ({ ...rule })) }
}

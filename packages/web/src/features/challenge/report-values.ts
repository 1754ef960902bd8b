import { askOf } from '@openslrt/core/challenge/challenge.ts'
import type { challengeCommandData } from '@openslrt/core/contract/challenge.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { holdsNumber } from '@openslrt/core/person/numbers-in.ts'
import type { z } from 'zod'
import type { Errors } from '../../platform/act/use-form.ts'

export const emptyReport = { kind: '', words: '', since: '', villages: '', citizens: '', asks: 'above' }
export type ReportValues = typeof emptyReport

const shortest = 10
const isCount = (typed: string): boolean => /^[1-9]\d{0,8}$/.test(typed.trim())

/** What is wrong with words that were typed; nothing where they may go. */
export function wordsFault(words: string, least: number, t: Say): string | undefined {
  if (words.trim() === '') return t('challenge.form.missing')
  if (words.trim().length < least) return t('challenge.form.short', { n: least })
  return holdsNumber(words) ? t('challenge.form.names') : undefined
}

/** What is wrong with a report, field by field. */
export function reportFaults({ kind, words, since, villages, citizens }: ReportValues, t: Say): Errors<ReportValues> {
  const wrong = wordsFault(words, shortest, t)
  return {
    ...(kind === '' && { kind: t('challenge.form.missing') }),
    ...(wrong && { words: wrong }),
    ...(since === '' && { since: t('challenge.form.missing') }),
    ...(villages.trim() !== '' && !isCount(villages) && { villages: t('challenge.form.number') }),
    ...(citizens.trim() !== '' && !isCount(citizens) && { citizens: t('challenge.form.number') }),
  }
}

const countOf = (typed: string): number | null => (typed.trim() === '' ? null : Number(typed))

/** A report as it goes out. */
export const reportOf = (values: ReportValues): z.input<(typeof challengeCommandData)['challenge.report']['data']> => ({
  kind: values.kind,
  words: values.words.trim(),
  since: values.since,
  villages: countOf(values.villages),
  citizens: countOf(values.citizens),
  asks: askOf.safeParse(values.asks).data ?? 'above',
})

import { notMet } from '@openslrt/core/case/follow-up.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'

/** How far the help came that was promised. */
export const reaches = ['yes', 'partly', 'no'] as const

export interface FollowValues {
  readonly became: string
  readonly reached: string
  readonly used: string
  readonly note: string
  readonly next: string
}
export const nothingSeen: FollowValues = { became: '', reached: '', used: '', note: '', next: '' }

/** After these nobody is there who could tell of it. */
const untold: ReadonlySet<string> = new Set([notMet, 'moved', 'died'])
/** FIELD-33 Whether there is somebody to be asked how far the help came. */
export const isToldOf = ({ became }: Pick<FollowValues, 'became'>): boolean => became !== '' && !untold.has(became)

type Fault = 'work.follow.became.missing' | 'work.follow.reached.missing' | 'visit.form.words.missing'

/** What is missing. */
export const faultsOf = (values: FollowValues): Partial<Record<keyof FollowValues, Fault>> => ({
  ...(values.became === '' && { became: 'work.follow.became.missing' }),
  ...(isToldOf(values) && values.reached === '' && { reached: 'work.follow.reached.missing' }),
  ...(values.note.trim() === '' && { note: 'visit.form.words.missing' }),
})

/** FIELD-33 What was asked and seen, as one note that the desk reads: each answer under its question, in a few words. */
export function noteOf(values: FollowValues, t: Say): string {
  const { used, note, next } = values
  const reached = reaches.find((one) => one === values.reached)
  const asked = [
    ...(reached ? [t('work.follow.note.reached', { reached: t(`work.follow.reached.${reached}`) })] : []),
    ...(used.trim() === '' || reached === 'no' ? [] : [t('work.follow.note.used', { used: used.trim() })]),
  ]
  const left = next.trim() === '' ? [] : [t('work.follow.note.next', { next: next.trim() })]
  return [...(isToldOf(values) ? asked : []), note.trim(), ...(isToldOf(values) ? left : [])].join('\n')
}

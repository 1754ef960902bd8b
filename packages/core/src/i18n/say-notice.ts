import type { NoticeLine } from '../contract/notice-queries.ts'
import { sayDeed } from './deed.ts'
import type { Lang, Say } from './translate.ts'

/** A notice in one sentence, as somebody reads it in passing. `due` says a moment as people plan their day. */
export function sayNotice(notice: NoticeLine, t: Say, lang: Lang, due: (at: number) => string): string {
  const { what, officeName: office, until, step, act } = notice
  // The office is named where it is known: a case that was just registered came from nowhere.
  if (what === 'arrived' && office !== '') return t('notice.said.arrived.from', { office })
  if (what === 'taken-away' && office !== '') return t('notice.said.taken-away.to', { office })
  return t(`notice.said.${what}`, {
    office,
    when: until === null ? '' : due(until),
    act: act === null ? '' : sayDeed(lang, act),
    step: step === null ? '' : t(`referral-status.${step}`),
  })
}

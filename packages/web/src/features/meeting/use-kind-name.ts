import type { MeetingLine } from '@openslrt/core/contract/meeting-queries.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'

/** What a meeting is called: its kind, and which sitting of a standing one. */
export function useKindName(): (meeting: Pick<MeetingLine, 'kindNames' | 'nth'>) => string {
  const t = useText()
  const lang = useLanguage()
  return ({ kindNames, nth }) => (nth > 1 ? `${kindNames[lang]} ${t('meeting.nth', { nth })}` : kindNames[lang])
}

import type { LetterStatus } from '@openslrt/core/letter/letter.ts'
import type { Tone } from '../../ui/status-tag.tsx'

/** What each state of a letter asks of the person who reads it. */
export const letterTone: Readonly<Record<LetterStatus, Tone>> = {
  drafted: 'new',
  initialled: 'active',
  returned: 'attention',
  issued: 'active',
  'handed-over': 'done',
  revoked: 'stopped',
  replaced: 'stopped',
}

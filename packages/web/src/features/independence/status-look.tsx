import type { AssessmentStatus } from '@openslrt/core/independence/assessment.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { StatusTag, type Tone } from '../../ui/status-tag.tsx'

const tones: Readonly<Record<AssessmentStatus, Tone>> = {
  drafted: 'active',
  submitted: 'waiting',
  returned: 'attention',
  verified: 'waiting',
  signed: 'done',
  withdrawn: 'stopped',
}

/** Where an assessment stands, in a few words. */
export function StandTag({ status }: { readonly status: AssessmentStatus | null }) {
  const t = useText()
  if (status === null) return t('independence.begun.not')
  return <StatusTag small tone={tones[status]} label={t(`assessment-status.${status}`)} />
}

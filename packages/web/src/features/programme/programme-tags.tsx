import type { Verdict } from '@openslrt/core/programme/match.ts'
import type { Certainty } from '@openslrt/core/programme/programme.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { StatusTag, type Tone } from '../../ui/status-tag.tsx'

const ofCertainty: Readonly<Record<Certainty, Tone>> = { sure: 'done', unsure: 'attention', local: 'new' }
const ofVerdict: Readonly<Record<Verdict, Tone>> = {
  eligible: 'done',
  'cannot-tell': 'attention',
  'not-eligible': 'stopped',
}

/** How sure it is what the catalogue says of a programme. */
export function CertaintyTag({ certainty }: { readonly certainty: Certainty }) {
  const t = useText()
  return <StatusTag small tone={ofCertainty[certainty]} label={t(`programme-certainty.${certainty}`)} />
}

/** Whether a programme fits. */
export function VerdictTag({ verdict }: { readonly verdict: Verdict }) {
  const t = useText()
  return <StatusTag small tone={ofVerdict[verdict]} label={t(`verdict.${verdict}`)} />
}

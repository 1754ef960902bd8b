import '../match/work-texts.ts'
import type { ReplicaRow } from '@openslrt/core/contract/replica.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { Facts } from '../screens/facts.tsx'
import { useChoices } from '../screens/form.tsx'

/** FIELD-32 What the family was told when its case was closed, since when, and which visit this is. */
export function Promised({ kase: { promised } }: { readonly kase: ReplicaRow['case'] }) {
  const t = useText()
  const when = useWhen()
  const outcomes = useChoices('outcome')
  if (!promised) return null
  const outcome = outcomes.find(({ value }) => value === promised.outcome)?.label ?? ''
  return (
    <Facts
      facts={[
        [t('work.follow.promised'), outcome],
        [t('work.follow.words'), promised.words],
        [t('work.follow.since'), when.date(promised.closedAt)],
        [t('work.follow.nth'), String(promised.nth)],
      ]}
    />
  )
}
